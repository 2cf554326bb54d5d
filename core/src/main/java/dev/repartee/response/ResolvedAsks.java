package dev.repartee.response;

import com.google.common.collect.ImmutableListMultimap;
import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.StrandStates;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.measure.LogIndex;
import dev.repartee.measure.Slice;
import java.util.List;

/** What was resolved in the whole log, by the message that asked it last; each in order. */
final class ResolvedAsks {
  /**
   * An act that resolved something.
   *
   * @param at when, by itself; epoch milliseconds
   * @param effectiveAt when it takes effect
   */
  record Resolution(long at, long effectiveAt) {}

  private final ImmutableListMultimap<Integer, Resolution> byRow;

  private ResolvedAsks(ImmutableListMultimap<Integer, Resolution> byRow) {
    this.byRow = byRow;
  }

  boolean isEmpty() {
    return byRow.isEmpty();
  }

  /** Returns what resolved the thing that a message asked last, also later than the as-of. */
  List<Resolution> of(int row) {
    return byRow.get(row);
  }

  /**
   * Finds them.
   *
   * @param rule what answers, which decides whose messages count
   */
  record Index(AnswerRule rule) implements LogIndex<ResolvedAsks> {
    @Override
    public ResolvedAsks build(Iterable<Slice> slices) {
      ImmutableListMultimap.Builder<Integer, Resolution> found = ImmutableListMultimap.builder();
      for (Slice slice : slices) {
        ResolvedStrands.visit(
            slice,
            Strands.of(slice, rule),
            rule,
            Long.MAX_VALUE,
            (from, to, anchor, states) -> put(states, found));
      }
      return new ResolvedAsks(found.build());
    }

    private static void put(
        StrandStates states, ImmutableListMultimap.Builder<Integer, Resolution> found) {
      for (int i = 0; i < states.size(); i++) {
        if (states.state(i) == StrandStates.RESOLVED) {
          found.put(states.asked(i), new Resolution(states.ownAt(i), states.at(i)));
        }
      }
    }

    @Override
    public String toString() {
      return "what was resolved";
    }
  }
}
