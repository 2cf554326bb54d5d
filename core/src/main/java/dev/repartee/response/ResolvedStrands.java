package dev.repartee.response;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.StrandStates;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.internal.walk.StateActs;
import dev.repartee.measure.Slice;

/** Finds the strands of a slice of conversations that have any state act. */
final class ResolvedStrands {
  private record Key(AnswerRule rule) {}

  /** Looks at a strand. */
  interface Visitor {
    /**
     * Called for a strand whose states have just been walked.
     *
     * @param from the first message of the conversation, and {@code to} the end of what is seen
     * @param anchor the first message of the strand
     * @param states what became of it
     */
    void visit(int from, int to, int anchor, StrandStates states);
  }

  private ResolvedStrands() {}

  static void visit(
      Slice slice, Strands strands, AnswerRule rule, long seenUntil, Visitor visitor) {
    StateActs acts = FastSlice.of(slice).states();
    if (acts == null) {
      return;
    }
    StrandStates states = slice.scratch(new Key(rule), () -> new StrandStates(slice, rule, true));
    int strand = 0;
    for (int unit = 0; unit < slice.units(); unit++) {
      int from = slice.from(unit);
      int to = slice.to(unit);
      boolean isTold = from < to && acts.begin(from) < acts.end(from);
      while (strand < strands.strands() && strands.strandAnchor(strand) < to) {
        int anchor = strands.strandAnchor(strand++);
        if (isTold) {
          states.walk(from, to, anchor, seenUntil);
          visitor.visit(from, to, anchor, states);
        }
      }
    }
  }
}
