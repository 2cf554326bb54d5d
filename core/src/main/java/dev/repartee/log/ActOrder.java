package dev.repartee.log;

import dev.repartee.internal.math.RowSort;
import dev.repartee.internal.math.TimeSort;
import java.util.BitSet;

/**
 * The acts in their final order: person by person, each in order of time, finally those without an
 * author. A walk over persons then reads them in sequence; no walk needs them otherwise.
 */
final class ActOrder {
  /** The staged rows. */
  final int[] rows;

  private final Interning accounts;
  private final People people;

  ActOrder(Staging staging, BitSet dropped, Interning accounts, People people, Workers workers) {
    this.accounts = accounts;
    this.people = people;
    int[] starts = new int[people.size() + 2];
    for (int row = 0; row < staging.size(); row++) {
      if (!dropped.get(row) && !staging.isMessage(row)) {
        starts[bucket(row) + 1]++;
      }
    }
    for (int bucket = 0; bucket + 1 < starts.length; bucket++) {
      starts[bucket + 1] += starts[bucket];
    }
    rows = new int[starts[starts.length - 1]];
    if (rows.length == 0) {
      return;
    }
    long[] at = new long[rows.length];
    int[] next = starts.clone();
    for (int row = 0; row < staging.size(); row++) {
      if (!dropped.get(row) && !staging.isMessage(row)) {
        int place = next[bucket(row)]++;
        rows[place] = row;
        at[place] = staging.at.get(row);
      }
    }
    workers.overRanges(
        starts.length - 1,
        (from, to) -> {
          TimeSort byTime = new TimeSort();
          RowSort canonically = new RowSort(staging::compare);
          for (int bucket = from; bucket < to; bucket++) {
            byTime.sort(rows, at, starts[bucket], starts[bucket + 1], canonically);
          }
        });
  }

  private int bucket(int row) {
    int account = accounts.code(0, row);
    return account == Interning.NONE ? people.size() : people.person(account);
  }
}
