package dev.repartee.log;

import java.util.stream.IntStream;

/** The rows of each person in order of time. */
final class PersonIndex {
  /** The rows, person by person. */
  final int[] rows;

  /** Where each person begins in {@link #rows}, and at last the end. */
  final int[] starts;

  PersonIndex(int persons, int[] person, long[] at) {
    starts = new int[persons + 1];
    for (int p : person) {
      starts[p + 1]++;
    }
    for (int p = 0; p < persons; p++) {
      starts[p + 1] += starts[p];
    }
    int[] next = starts.clone();
    rows = new int[person.length];
    for (int row = 0; row < person.length; row++) {
      rows[next[person[row]]++] = row;
    }
    RowSort byTime =
        new RowSort((a, b) -> Long.compare(at[a], at[b])); // stable, so rows break ties
    for (int p = 0; p < persons; p++) {
      byTime.sort(rows, starts[p], starts[p + 1]);
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
