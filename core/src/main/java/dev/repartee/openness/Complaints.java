package dev.repartee.openness;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.AnswersByRow;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.internal.exchange.TurnSentiments;
import dev.repartee.measure.LogIndex;
import dev.repartee.measure.Slice;
import org.jspecify.annotations.Nullable;

/**
 * The messages with which complaints begin, and what answers them. A complaint is the first message
 * with a negative label in a turn that waits for a response.
 *
 * @param rule what answers them, or nothing for what is usual in the log
 */
record Complaints(@Nullable AnswerRule rule) implements LogIndex<AnswersByRow> {
  @Override
  public AnswersByRow build(Iterable<Slice> slices) {
    AnswersByRow.Builder found = new AnswersByRow.Builder();
    for (Slice slice : slices) {
      AnswerRule answering = rule == null ? AnswerRule.usualIn(slice.organizations()) : rule;
      Strands strands = Strands.of(slice, answering);
      TurnSentiments sentiments = TurnSentiments.of(slice, answering);
      for (int i = 0; i < strands.exchanges(); i++) {
        int complaint = sentiments.firstNegative(i);
        if (complaint != Slice.NONE) {
          found.add(complaint, strands.answer(i));
        }
      }
    }
    return found.build();
  }

  @Override
  public String toString() {
    return "complaints and their answers";
  }
}
