package dev.repartee.openness;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.internal.exchange.TurnSentiments;
import dev.repartee.measure.LogIndex;
import dev.repartee.measure.Slice;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The messages with which complaints begin, and what answers them, for measures over persons, who
 * do not see conversations whole. A complaint is the first message with a negative label in a turn
 * that waits for a response.
 */
final class Complaints {
  /** A word has 64 bits. */
  private static final int WORD = 6;

  /** A bit for each message with which a complaint begins. */
  private final long[] isComplaint;

  /** How many complaints there are before each word of bits. */
  private final int[] before;

  /** The row that answers each complaint, or none, in order of complaints. */
  private final int[] answers;

  /**
   * Makes the complaints of a log, over all of it.
   *
   * @param rule what answers them, or nothing for what is usual in the log
   */
  record Index(@Nullable AnswerRule rule) implements LogIndex<Complaints> {
    @Override
    public Complaints build(Iterable<Slice> slices) {
      return new Complaints(slices, rule);
    }

    @Override
    public String toString() {
      return "complaints and their answers";
    }
  }

  private Complaints(Iterable<Slice> slices, @Nullable AnswerRule chosen) {
    long[] found = new long[64];
    int size = 0;
    for (Slice slice : slices) {
      AnswerRule rule = chosen == null ? AnswerRule.usualIn(slice.organizations()) : chosen;
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
    Arrays.sort(found, 0, size);
    isComplaint = new long[size == 0 ? 1 : (row(found[size - 1]) >>> WORD) + 1];
    before = new int[isComplaint.length];
    answers = new int[size];
    for (int i = 0; i < size; i++) {
      int row = row(found[i]);
      isComplaint[row >>> WORD] |= 1L << row;
      answers[i] = (int) found[i] - 1;
    }
    for (int word = 1; word < before.length; word++) {
      before[word] = before[word - 1] + Long.bitCount(isComplaint[word - 1]);
    }
  }

  private static long pair(int complaint, int answer) {
    return (long) complaint << Integer.SIZE | answer + 1;
  }

  private static int row(long pair) {
    return (int) (pair >>> Integer.SIZE);
  }

  boolean contains(int row) {
    return row >>> WORD < isComplaint.length && (isComplaint[row >>> WORD] >>> row & 1) != 0;
  }

  /** The row of the answer to a complaint, or none. */
  int answer(int complaint) {
    int word = complaint >>> WORD;
    long earlier = isComplaint[word] & ((1L << complaint) - 1);
    return answers[before[word] + Long.bitCount(earlier)];
  }
}
