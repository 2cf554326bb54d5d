package dev.repartee.log;

import java.util.Arrays;

/**
 * The time of the last message of each part of a log. Conversations stand in order of time, so
 * hardly any part reaches into the last days.
 */
final class PartTimes {
  private final long[] latest;

  PartTimes(int[] starts, long[] at) {
    latest = new long[ColumnSlice.parts(starts)];
    Arrays.fill(latest, Long.MIN_VALUE);
    for (int c = 0; c + 1 < starts.length; c++) {
      for (int row = starts[c]; row < starts[c + 1]; row++) {
        int part = ColumnSlice.partOf(starts[c]);
        latest[part] = Math.max(latest[part], at[row]);
      }
    }
  }

  long latest(int part) {
    return latest[part];
  }
}
