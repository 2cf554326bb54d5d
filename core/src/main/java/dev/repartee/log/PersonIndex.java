package dev.repartee.log;

import java.util.stream.IntStream;

/** The rows of each person in order of effective time; where times are equal, in order of rows. */
final class PersonIndex {
  private static final int SHORT = 64;

  /** The rows, person by person. */
  final int[] rows;

  /** Where each person begins in {@link #rows}, and at last the end. */
  final int[] starts;

  PersonIndex(int persons, int[] person, EffectiveTimes times) {
    starts = new int[persons + 1];
    for (int p : person) {
      starts[p + 1]++;
    }
    for (int p = 0; p < persons; p++) {
      starts[p + 1] += starts[p];
    }
    int[] next = starts.clone();
    rows = new int[person.length];
    long[] at = new long[person.length]; // beside the rows, so that sorting reads in sequence
    for (int row = 0; row < person.length; row++) {
      int position = next[person[row]]++;
      rows[position] = row;
      at[position] = times.of(row);
    }
    RowSort longRuns = new RowSort((a, b) -> Long.compare(times.of(a), times.of(b)));
    for (int p = 0; p < persons; p++) {
      if (starts[p + 1] - starts[p] <= SHORT) {
        insertionSort(at, starts[p], starts[p + 1]);
      } else {
        longRuns.sort(rows, starts[p], starts[p + 1]);
      }
    }
  }

  private void insertionSort(long[] at, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      long time = at[i];
      int row = rows[i];
      int j = i - 1;
      while (j >= from && at[j] > time) {
        at[j + 1] = at[j];
        rows[j + 1] = rows[j];
        j--;
      }
      at[j + 1] = time;
      rows[j + 1] = row;
    }
  }

  /** The persons that have rows. */
  long persons() {
    return IntStream.range(0, starts.length - 1).filter(p -> starts[p] < starts[p + 1]).count();
  }

  @Override
  public String toString() {
    return rows.length + " rows of " + (starts.length - 1) + " persons";
  }
}
