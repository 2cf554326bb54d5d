package dev.repartee.log;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.exchange.Answerer;
import dev.repartee.exchange.Strands;
import dev.repartee.exchange.TurnSentiments;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Unit;
import java.util.Arrays;

/**
 * The messages with which complaints begin, and what answers them, for measures over persons, who
 * do not see conversations whole. A complaint is the first message with a negative label in a turn
 * that waits for a response.
 */
final class Complaints {
  /** The message in the upper half, the answer, or none, in the lower; sorted. */
  private final long[] pairs;

  Complaints(Columns columns) {
    AnswerRule rule =
        columns.directory.organizations().isEmpty()
            ? AnswerRule.standard().answeredBy(Answerer.ANYBODY_ELSE)
            : AnswerRule.standard();
    ColumnSlice slice =
        new ColumnSlice(columns, View.whole(columns.lastTime(), true), Unit.CONVERSATION);
    int parts = slice.parts();
    long[] found = new long[64];
    int size = 0;
    for (int part = 0; part < parts; part++) {
      slice.moveTo(part);
      Strands strands = Strands.of(slice, rule);
      TurnSentiments sentiments = TurnSentiments.of(slice, rule);
      for (int i = 0; i < strands.exchanges(); i++) {
        int complaint = sentiments.firstNegative(i);
        if (complaint != Slice.NONE) {
          found = size == found.length ? Arrays.copyOf(found, 2 * size) : found;
          found[size++] = pair(complaint, strands.answer(i));
        }
      }
    }
    pairs = Arrays.copyOf(found, size);
    Arrays.sort(pairs);
  }

  private static long pair(int complaint, int answer) {
    return (long) complaint << Integer.SIZE | answer + 1;
  }

  private int place(int row) {
    int at = Arrays.binarySearch(pairs, pair(row, Slice.NONE));
    return at < 0 ? -at - 1 : at;
  }

  boolean contains(int row) {
    int at = place(row);
    return at < pairs.length && pairs[at] >>> Integer.SIZE == row;
  }

  /** The row of the answer to a complaint, or none. */
  int answer(int complaint) {
    return (int) pairs[place(complaint)] - 1;
  }

  @Override
  public String toString() {
    return pairs.length + " complaints";
  }
}
