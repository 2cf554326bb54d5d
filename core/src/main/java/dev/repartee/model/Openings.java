package dev.repartee.model;

import java.util.Arrays;

/**
 * Opening intervals on the line of time, in order and apart from each other, while they are listed.
 */
final class Openings {
  private long[] bounds = new long[16];
  private int size;

  /**
   * Adds an interval that starts nowhere before the last one starts; what overlaps or meets is one,
   * and an empty one is left out. Hours of one day end before those of the next begin, but where a
   * zone leaves a day out, a night meets the hours of the day after it.
   */
  void add(long start, long end) {
    if (start >= end) {
      return;
    }
    if (size > 0 && start <= bounds[size - 1]) {
      bounds[size - 1] = Math.max(bounds[size - 1], end);
      return;
    }
    if (size == bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * size);
    }
    bounds[size++] = start;
    bounds[size++] = end;
  }

  int size() {
    return size / 2;
  }

  long start(int i) {
    return bounds[2 * i];
  }

  long end(int i) {
    return bounds[2 * i + 1];
  }

  /** Adds what begins nowhere before the last of these. */
  void addAll(Openings later) {
    for (int i = 0; i < later.size(); i++) {
      add(later.start(i), later.end(i));
    }
  }

  /** Returns what is open in both. */
  Openings and(Openings other) {
    Openings both = new Openings();
    int i = 0;
    int j = 0;
    while (i < size() && j < other.size()) {
      both.add(Math.max(start(i), other.start(j)), Math.min(end(i), other.end(j)));
      if (end(i) < other.end(j)) {
        i++;
      } else {
        j++;
      }
    }
    return both;
  }
}
