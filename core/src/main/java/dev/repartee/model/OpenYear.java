package dev.repartee.model;

import java.util.Arrays;

/**
 * The openings of one year of time, with what is open before each of them, found by slots of nine
 * hours. A year is the 400th part of the 400 years after which dates and weekdays come again.
 */
final class OpenYear {
  /** Milliseconds of a year: 365.2425 days. */
  static final long LENGTH = 31_556_952_000L;

  private static final int SLOT_BITS = 25;

  private final long from;
  private final int[] firstOfSlot;
  private final long[] starts;
  private final long[] ends;
  private final long[] before;

  OpenYear(long from, Openings openings) {
    this.from = from;
    int size = openings.size();
    starts = new long[size + 1];
    ends = new long[size + 1];
    before = new long[size + 1];
    for (int i = 0; i < size; i++) {
      starts[i] = openings.start(i);
      ends[i] = openings.end(i);
      before[i + 1] = before[i] + ends[i] - starts[i];
    }
    // The last opening begins nowhere before the year is over, so that a search needs no end.
    starts[size] = from + LENGTH;
    ends[size] = Long.MAX_VALUE;
    firstOfSlot = new int[(int) (LENGTH >> SLOT_BITS) + 1];
    int i = 0;
    for (int slot = 0; slot < firstOfSlot.length; slot++) {
      while (ends[i] <= from + ((long) slot << SLOT_BITS)) {
        i++;
      }
      firstOfSlot[slot] = i;
    }
  }

  /** The first opening that ends after an instant of the year. */
  private int opening(long instant) {
    int i = firstOfSlot[(int) ((instant - from) >> SLOT_BITS)];
    while (ends[i] <= instant) {
      i++;
    }
    return i;
  }

  /** Returns how much of the year is open before an instant of it. */
  long openBefore(long instant) {
    int i = opening(instant);
    return before[i] + Math.max(0, instant - starts[i]);
  }

  boolean isOpen(long instant) {
    return starts[opening(instant)] <= instant;
  }

  /** Returns how much of the year is open. */
  long open() {
    return before[before.length - 1];
  }

  /**
   * Returns the first instant before which a part of what is open lies.
   *
   * @param part from 1 to {@link #open}
   */
  long instantAfter(long part) {
    int found = Arrays.binarySearch(before, part);
    int opening = (found >= 0 ? found : -found - 1) - 1;
    return starts[opening] + part - before[opening];
  }
}
