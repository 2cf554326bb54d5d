package dev.repartee.response;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.exchange.AnswerRule.RepliesToAudience;
import dev.repartee.internal.exchange.AnswersByRow;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.measure.LogIndex;
import dev.repartee.measure.Slice;

/**
 * The messages with which turns begin, also those that begin anew after what was closed.
 *
 * @param rule what answers them
 */
record Turns(AnswerRule rule) implements LogIndex<AnswersByRow> {
  @Override
  public AnswersByRow build(Iterable<Slice> slices) {
    AnswersByRow.Builder found = new AnswersByRow.Builder();
    boolean doRepliesWait = rule.repliesToAudience() == RepliesToAudience.WAIT;
    for (Slice slice : slices) {
      Strands strands = Strands.of(slice, rule);
      Closings ends = Closings.of(slice);
      for (int i = 0; i < strands.exchanges(); i++) {
        int turn = strands.anchor(i);
        while (turn != Slice.NONE) {
          found.add(turn, Slice.NONE);
          int closing = ends == null ? Slice.NONE : ends.first(turn, strands.answer(i));
          turn =
              ends == null || closing == Slice.NONE
                  ? Slice.NONE
                  : ends.next(turn, closing, strands.lastOfTurn(i), doRepliesWait);
        }
      }
    }
    return found.build();
  }

  @Override
  public String toString() {
    return "what people asked";
  }
}
