package dev.repartee.log;

import dev.repartee.internal.math.RowSort;
import dev.repartee.internal.math.TimeSort;
import java.util.stream.IntStream;

/**
 * The rows of each person in order of effective time; where times are equal, by what the rows say,
 * so that the order is the same in a log built of the rows of some persons only.
 */
final class PersonIndex {
  /** The rows, person by person. */
  final int[] rows;

  /** Where each person begins in {@link #rows}, then the end of the last. */
  final int[] starts;

  PersonIndex(
      int persons, int[] person, EffectiveTimes times, RowSort.Order ofOneTime, Workers workers) {
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
    workers.overRanges(
        persons,
        (from, to) -> {
          TimeSort sort = new TimeSort();
          RowSort ties = new RowSort(ofOneTime);
          for (int p = from; p < to; p++) {
            sort.sort(rows, at, starts[p], starts[p + 1], ties);
          }
        });
  }

  /** The persons that have rows. */
  long persons() {
    return IntStream.range(0, starts.length - 1).filter(p -> starts[p] < starts[p + 1]).count();
  }
}
