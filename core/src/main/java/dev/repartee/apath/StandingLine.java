package dev.repartee.apath;

import java.util.Arrays;

/** Where one person stood from when on: changes in order of time. */
final class StandingLine {
  private long[] times = new long[8];
  private Standing[] standings = new Standing[8];
  private int size;

  void clear() {
    size = 0;
  }

  /** Adds where the person stands from a time on, which is not before that of the last change. */
  void add(long at, Standing standing) {
    if (size > 0 && standings[size - 1] == standing) {
      return;
    }
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      standings = Arrays.copyOf(standings, 2 * size);
    }
    times[size] = at;
    standings[size++] = standing;
  }

  /** Where the person stood at a time. */
  Standing at(long time) {
    int found = Arrays.binarySearch(times, 0, size, time);
    int last = found >= 0 ? found : -found - 2;
    return last < 0 ? Standing.NEW : standings[last];
  }

  /** The final standing of the person. */
  Standing last() {
    return size == 0 ? Standing.NEW : standings[size - 1];
  }

  int size() {
    return size;
  }

  long time(int i) {
    return times[i];
  }

  Standing standing(int i) {
    return standings[i];
  }
}
