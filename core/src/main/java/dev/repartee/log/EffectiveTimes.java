package dev.repartee.log;

import java.util.Arrays;

/**
 * When rows take effect. In a conversation that is the largest own time up to the row, so only rows
 * whose own time lies before what they hang below, which are rare, need to be noted.
 */
final class EffectiveTimes {
  private final long[] at;
  private final int[] bits;
  private int[] skewedRows = new int[0];
  private long[] skewedTimes = new long[0];

  private long last;

  EffectiveTimes(long[] at, int[] bits, int[] conversationStarts) {
    this.at = at;
    this.bits = bits;
    int skewed = 0;
    for (int c = 0; c + 1 < conversationStarts.length; c++) {
      long effective = Long.MIN_VALUE;
      for (int row = conversationStarts[c]; row < conversationStarts[c + 1]; row++) {
        effective = Math.max(effective, at[row]);
        if (isSkewed(row)) {
          note(skewed++, row, effective);
        }
      }
    }
    trim(skewed);
    last = Arrays.stream(at).max().orElse(Long.MIN_VALUE);
  }

  /** Notes that acts which are marked as skewed take effect with what they are on. */
  void addActs(int messages, ActTimes acts) {
    int skewed = skewedRows.length;
    for (int row = messages; row < at.length; row++) {
      if (isSkewed(row)) {
        note(skewed++, row, acts.of(row));
        last = Math.max(last, acts.of(row));
      }
    }
    trim(skewed);
  }

  /** For rows that know when they take effect. */
  EffectiveTimes(long[] at, int[] bits, LongColumn effective) {
    this.at = at;
    this.bits = bits;
    int skewed = 0;
    for (int row = 0; row < at.length; row++) {
      if (isSkewed(row)) {
        note(skewed++, row, effective.get(row));
      }
    }
    trim(skewed);
    last =
        Math.max(
            Arrays.stream(at).max().orElse(Long.MIN_VALUE),
            Arrays.stream(skewedTimes).max().orElse(Long.MIN_VALUE));
  }

  private void trim(int skewed) {
    skewedRows = Arrays.copyOf(skewedRows, skewed);
    skewedTimes = Arrays.copyOf(skewedTimes, skewed);
  }

  private void note(int index, int row, long effective) {
    if (index == skewedRows.length) {
      skewedRows = Arrays.copyOf(skewedRows, 2 * index + 8);
      skewedTimes = Arrays.copyOf(skewedTimes, 2 * index + 8);
    }
    skewedRows[index] = row;
    skewedTimes[index] = effective;
  }

  private boolean isSkewed(int row) {
    return (bits[row] & RowBits.SKEWED) != 0;
  }

  /** The time of the last row, or the smallest number if there is none. */
  long last() {
    return last;
  }

  /** When a row takes effect; logarithmic in the number of skewed rows, and only for those. */
  long of(int row) {
    return isSkewed(row) ? skewedTimes[Arrays.binarySearch(skewedRows, row)] : at[row];
  }
}
