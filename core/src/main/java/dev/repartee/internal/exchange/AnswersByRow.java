package dev.repartee.internal.exchange;

import dev.repartee.measure.Slice;
import java.util.Arrays;

/**
 * What answers some messages of a log, by their rows, for measures over persons, who do not see
 * conversations whole. A bit for each row of the log, and a number for each of the messages.
 */
public final class AnswersByRow {
  /** A word has 64 bits. */
  private static final int WORD = 6;

  private final long[] isKnown;

  /** How many of the messages there are before each word of bits. */
  private final int[] before;

  /** The row that answers each message, or none, in order of the messages. */
  private final int[] answers;

  private AnswersByRow(long[] pairs, int size) {
    Arrays.sort(pairs, 0, size);
    isKnown = new long[size == 0 ? 1 : (row(pairs[size - 1]) >>> WORD) + 1];
    before = new int[isKnown.length];
    answers = new int[size];
    for (int i = 0; i < size; i++) {
      int row = row(pairs[i]);
      isKnown[row >>> WORD] |= 1L << row;
      answers[i] = (int) pairs[i] - 1;
    }
    for (int word = 1; word < before.length; word++) {
      before[word] = before[word - 1] + Long.bitCount(isKnown[word - 1]);
    }
  }

  /** Collects messages and what answers them, in any order, each message once. */
  public static final class Builder {
    private long[] pairs = new long[64];
    private int size;

    /** For whoever walks a log. */
    public Builder() {}

    /** Adds a message and the row of its answer, or {@link Slice#NONE}. */
    public void add(int message, int answer) {
      pairs = size == pairs.length ? Arrays.copyOf(pairs, 2 * size) : pairs;
      pairs[size++] = (long) message << Integer.SIZE | answer + 1;
    }

    /** Returns what was added. */
    public AnswersByRow build() {
      return new AnswersByRow(pairs, size);
    }
  }

  private static int row(long pair) {
    return (int) (pair >>> Integer.SIZE);
  }

  /** Returns whether a message was added. */
  public boolean contains(int row) {
    return row >>> WORD < isKnown.length && (isKnown[row >>> WORD] >>> row & 1) != 0;
  }

  /** Returns the row of the answer to a message that was added, or {@link Slice#NONE}. */
  public int answer(int message) {
    int word = message >>> WORD;
    long earlier = isKnown[word] & ((1L << message) - 1);
    return answers[before[word] + Long.bitCount(earlier)];
  }
}
