package dev.repartee.live;

import dev.repartee.log.EngagementLog;
import dev.repartee.log.EngagementLog.IdScope;
import dev.repartee.response.BacklogSummary.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Retires conversations in which nothing can change any more: builds one log of many of them, takes
 * the named measures of it, adds the results up, and drops the rows.
 */
final class Retirement {
  /** About how many rows one log is built of. */
  private static final int ROWS = 1 << 16;

  private final Rules rules;
  private final Conversations conversations;
  private final RowKeys keys;
  private final Place.Gone gone;
  private final long now;

  /** A conversation is at rest if it has had no row since before this instant. */
  private final long before;

  private final RowDraft row = new RowDraft();

  private final List<Shard> shards = new ArrayList<>();
  private int rows;
  private long leaving;
  private final Folded.Adding folded;

  /** The keys of the conversations about to leave. */
  private long[] leavingKeys = new long[1 << 10];

  private int keyCount;

  Retirement(
      Rules rules, Conversations conversations, RowKeys keys, Folded folded, Place.Gone gone) {
    this.rules = rules;
    this.conversations = conversations;
    this.keys = keys;
    this.gone = gone;
    this.now = gone.since;
    this.folded = new Folded.Adding(folded, rules, now);
    this.before = Rules.minus(now, rules.rest());
  }

  /** Retires everything that is at rest, and returns the state after that. */
  Folded run() {
    for (Shard shard : conversations.shards()) {
      int marked = shard.markResting(before, rules.firstWait(now));
      if (marked > 0) {
        shards.add(shard);
        leaving += marked;
        rows += shard.rows();
        if (rows >= ROWS) {
          fold();
        }
      }
    }
    fold();
    return folded.after();
  }

  private void fold() {
    if (leaving > 0) {
      EngagementLog log = log();
      if (rules.mayWaitAtRest() && keepWaiting(log)) {
        log = log();
      }
      if (leaving > 0) {
        folded.add(log);
        for (int i = 0; i < keyCount; i++) {
          conversations.table().put(leavingKeys[i], gone);
        }
        gone.keys += keyCount;
        conversations.removeLeaving(shards, leaving);
      }
    }
    shards.clear();
    rows = 0;
    leaving = 0;
  }

  /** The log of all conversations that leave. */
  private EngagementLog log() {
    EngagementLog.Builder log = rules.newLog();
    keyCount = 0;
    for (Shard shard : shards) {
      for (int i = 0; i < shard.rows(); i++) {
        if (shard.owner(i).isLeaving) {
          shard.from(i).read(row);
          row.offerTo(log.appender());
          noteKeys();
        }
      }
    }
    return log.build();
  }

  private void noteKeys() {
    keys.find(row);
    if (keyCount + RowKeys.MOST > leavingKeys.length) {
      leavingKeys = Arrays.copyOf(leavingKeys, 2 * leavingKeys.length);
    }
    for (int i = 0; i < keys.size(); i++) {
      leavingKeys[keyCount++] = keys.key(i);
    }
  }

  /**
   * Finds the conversations in which somebody waits, which stay; returns whether there may be any.
   */
  private boolean keepWaiting(EngagementLog log) {
    Map<Long, Long> waits = waits(log);
    if (waits.isEmpty()) {
      return false;
    }
    for (Shard shard : shards) {
      for (int i = 0; i < shard.rows(); i++) {
        Place.Open owner = shard.owner(i);
        shard.from(i).read(row);
        Long since = row.has(RowDraft.ID) ? waits.get(keys.ofId(row)) : null;
        if (since != null && owner.last < before) {
          keepIfWaiting(shard, owner, since);
        }
      }
    }
    return true;
  }

  private void keepIfWaiting(Shard shard, Place.Open owner, long since) {
    if (!owner.isLeaving) {
      // It stays already; the last of its waits counts.
      boolean isKnown = owner.lastWait != Place.Open.NOBODY;
      owner.lastWait = isKnown ? Math.max(owner.lastWait, since) : owner.lastWait;
      return;
    }
    long lastWait = rules.idScope() == IdScope.LOG ? since : lastWait(shard, owner);
    if (lastWait != Place.Open.NOBODY) {
      shard.stay(owner, lastWait);
      leaving--;
    }
  }

  /** When each wait began, by the hash of the waiting message. */
  private Map<Long, Long> waits(EngagementLog log) {
    Map<Long, Long> waits = new HashMap<>();
    long firstWait = rules.firstWait(now);
    for (Waiting one : log.asOf(Instant.ofEpochMilli(now)).measure(rules.backlog()).longest()) {
      long since = one.since().toEpochMilli();
      if (since >= firstWait) {
        waits.merge(keys.ofId(one.message()), since, Math::max);
      }
    }
    return waits;
  }

  /**
   * Where ids may repeat, the waiting message may be that of another conversation, so this one is
   * measured alone.
   */
  private long lastWait(Shard shard, Place.Open owner) {
    EngagementLog.Builder log = rules.newLog();
    RowDraft own = new RowDraft();
    for (int i = 0; i < shard.rows(); i++) {
      if (shard.owner(i) == owner) {
        shard.from(i).read(own);
        own.offerTo(log.appender());
      }
    }
    return waits(log.build()).values().stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(Place.Open.NOBODY);
  }
}
