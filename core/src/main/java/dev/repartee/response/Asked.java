package dev.repartee.response;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.AnswersByRow;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.measure.LogIndex;
import dev.repartee.measure.Slice;

/**
 * The messages with which exchanges begin, and what answers them.
 *
 * @param rule what answers them
 */
record Asked(AnswerRule rule) implements LogIndex<AnswersByRow> {
  @Override
  public AnswersByRow build(Iterable<Slice> slices) {
    AnswersByRow.Builder found = new AnswersByRow.Builder();
    for (Slice slice : slices) {
      Strands strands = Strands.of(slice, rule);
      for (int i = 0; i < strands.exchanges(); i++) {
        found.add(strands.anchor(i), strands.answer(i));
      }
    }
    return found.build();
  }

  @Override
  public String toString() {
    return "what people asked, and its answers";
  }
}
