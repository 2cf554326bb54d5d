package dev.repartee.live;

import dev.repartee.internal.text.Brief;
import dev.repartee.internal.time.EventTime;
import dev.repartee.log.Audit;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What only the thread that adds rows sees. It takes in rows, retires conversations, and publishes
 * the result to readers by writing one field.
 */
final class Writer {
  private static final int EXAMPLES = 5;
  private static final int LONGEST_SHOWN = 100;

  final Rules rules;

  /** The seed for the hashes of ids. */
  final long seed;

  private final RowKeys keys;
  final Conversations conversations;
  final Deque<Place.Gone> gone = new ArrayDeque<>();
  final List<String> lateExamples = new ArrayList<>();
  final Map<Audit.Reason, Long> refused = new EnumMap<>(Audit.Reason.class);

  /** The names of custom attributes on any row; a log has a limited number of them. */
  final Set<String> textNames = new TreeSet<>();

  final Set<String> valueNames = new TreeSet<>();
  long offered;
  long late;
  Folded folded;
  long retiredAt = Long.MIN_VALUE;

  /** Rows before this may belong to conversations whose ids have been forgotten. */
  long forgottenBefore = Long.MIN_VALUE;

  private volatile State state;

  Writer(Rules rules, long seed) {
    this.rules = rules;
    this.seed = seed;
    this.keys = new RowKeys(seed, rules.idScope());
    this.conversations = new Conversations(new RowKeys(seed, rules.idScope()), rules.blockRows());
    this.folded = Folded.none(rules);
    this.state = State.empty(folded, counts());
  }

  /** The state that readers see. */
  State state() {
    return state;
  }

  /** Takes in a row, or counts why it was not taken. */
  void offer(RowDraft row) {
    offered++;
    Optional<Audit.Reason> reason = reason(row);
    if (reason.isPresent()) {
      refused.merge(reason.get(), 1L, Long::sum);
      return;
    }
    keys.find(row);
    if (row.at < forgottenBefore || conversations.isOfGone(keys)) {
      late++;
      if (lateExamples.size() < EXAMPLES) {
        lateExamples.add(name(row));
      }
      return;
    }
    conversations.add(row, keys);
  }

  /** Takes in a row again, which was accepted before. */
  void restore(RowDraft row) {
    keys.find(row);
    conversations.add(row, keys);
  }

  private static Optional<Audit.Reason> reason(RowDraft row) {
    if (row.act == null && !row.has(RowDraft.ID)) {
      return Optional.of(Audit.Reason.MISSING_ID);
    }
    if (EventTime.isValid(row.at)) {
      return Optional.empty();
    }
    return Optional.of(
        row.at == EventTime.MISSING
            ? Audit.Reason.MISSING_TIME
            : row.at == EventTime.UNPARSABLE
                ? Audit.Reason.UNPARSABLE_TIME
                : Audit.Reason.TIME_OUT_OF_RANGE);
  }

  private String name(RowDraft row) {
    if (!row.has(RowDraft.ID)) {
      return "row " + offered;
    }
    String id =
        row.isNumber(RowDraft.ID)
            ? Long.toString(row.numbers[RowDraft.ID])
            : row.texts[RowDraft.ID];
    return Brief.cut(id, LONGEST_SHOWN);
  }

  void refuseUnreadable() {
    offered++;
    refused.merge(Audit.Reason.UNREADABLE, 1L, Long::sum);
  }

  private State.Counts counts() {
    return new State.Counts(
        offered,
        late,
        List.copyOf(lateExamples),
        Map.copyOf(refused),
        conversations.open(),
        retiredAt);
  }

  /** Shows readers all rows so far. */
  void publish() {
    state = conversations.publish(state, folded, counts());
  }

  /** Retires what is at rest, and returns the number of conversations retired. */
  long retire(long now) {
    if (rules.followUp().isEmpty()) {
      throw new IllegalStateException(
          "followedFor (none) must be named when the live log is made: without it no conversation"
              + " is ever settled; use LiveLog.builder(…).followedFor(…)");
    }
    if (!(now >= retiredAt)) {
      throw new IllegalArgumentException(
          "now ("
              + Instant.ofEpochMilli(now)
              + ") must not be before the instant of the last retirement ("
              + Instant.ofEpochMilli(retiredAt)
              + "); clocks do not run back");
    }
    long before = folded.conversations();
    retiredAt = now;
    Place.Gone generation = new Place.Gone(now);
    folded = new Retirement(rules, conversations, keys, folded, generation).run();
    if (generation.keys > 0) {
      gone.add(generation);
    }
    forget(now);
    publish();
    return folded.conversations() - before;
  }

  /** Forgets ids that were remembered for long enough, once they make up a quarter of the table. */
  private void forget(long now) {
    if (rules.remembering().isEmpty()) {
      return;
    }
    long before = Rules.minus(now, rules.remembering().get());
    long expired = gone.stream().filter(g -> g.since < before).mapToLong(g -> g.keys).sum();
    if (expired > 0 && expired >= conversations.table().size() / 4) {
      while (!gone.isEmpty() && gone.peek().since < before) {
        long since = gone.remove().since;
        // All rows of these conversations are older than that.
        forgottenBefore = Math.max(forgottenBefore, Rules.minus(since, rules.rest()));
      }
      conversations
          .table()
          .keep(place -> !(place instanceof Place.Gone left) || left.since >= before);
    }
  }
}
