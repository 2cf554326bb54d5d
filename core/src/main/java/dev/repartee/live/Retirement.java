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
 * Lets go of conversations in which nothing can change any more: builds one log of many of them,
 * asks it the named measures, adds that up, and forgets the rows.
 */
final class Retirement {
  /** A log is built of about so many rows at once. */
  private static final int ROWS = 1 << 16;

  private final Rules rules;
  private final Conversations conversations;
  private final RowKeys keys;
  private final Place.Gone gone;
  private final long now;

  /** What is at rest has had no row since before it. */
  private final long before;

  private final RowDraft row = new RowDraft();

  private final List<Shard> shards = new ArrayList<>();
  private int rows;
  private long leaving;
  private final Folded.Adding folded;

  /** The keys of what is about to leave. */
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

  /** Lets go of all that is at rest; returns what there is then. */
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

  /** The log of all that leaves. */
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

  /** Finds those in which somebody waits, who stay; says whether there may be any. */
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
      // It stays already; of its waits the last one counts.
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

  /** By the hash of the message that waits, when somebody began to. */
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

  /** Where ids repeat, the message that waits may be another one's: then it is asked by itself. */
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
