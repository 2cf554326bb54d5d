package dev.repartee.internal.math;

import java.util.Arrays;

/**
 * Sorts rows by time, and the times with them; rows of one time in the order they had, or in a
 * given order. Time and place are packed into one number where they fit, because sorting numbers is
 * several times as fast as asking an order.
 */
public final class TimeSort {
  private static final int SHORT = 48;

  /** From here on sorting digit by digit is faster than comparing. */
  private static final int LONG = 4_096;

  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private long[] keys = new long[0];
  private long[] moved = new long[0];
  private int[] unsorted = new int[0];

  /** Sorts a range; rows of one time are then sorted by what else there is to compare. */
  public void sort(int[] rows, long[] times, int from, int to, RowSort ofOneTime) {
    sort(rows, times, from, to);
    for (int first = from; first < to; ) {
      int end = first + 1;
      while (end < to && times[end] == times[first]) {
        end++;
      }
      if (end - first > 1) {
        ofOneTime.sort(rows, first, end);
      }
      first = end;
    }
  }

  /** Sorts a range. */
  public void sort(int[] rows, long[] times, int from, int to) {
    int count = to - from;
    if (count < 2) {
      return;
    }
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int i = from; i < to; i++) {
      first = Math.min(first, times[i]);
      last = Math.max(last, times[i]);
    }
    int placeBits = Integer.SIZE - Integer.numberOfLeadingZeros(count);
    int timeBits = Long.SIZE - Long.numberOfLeadingZeros(last - first);
    if (placeBits + timeBits >= Long.SIZE) {
      sortByOrder(rows, times, from, to);
      return;
    }
    makeRoom(count);
    for (int i = 0; i < count; i++) {
      keys[i] = ((times[from + i] - first) << placeBits) | i;
    }
    System.arraycopy(rows, from, unsorted, 0, count);
    sortKeys(count, placeBits, placeBits + timeBits);
    long mask = (1L << placeBits) - 1;
    for (int i = 0; i < count; i++) {
      rows[from + i] = unsorted[(int) (keys[i] & mask)];
      times[from + i] = first + (keys[i] >>> placeBits);
    }
  }

  private void makeRoom(int count) {
    if (keys.length < count) {
      int size = Math.max(SHORT, count + count / 2);
      keys = new long[size];
      unsorted = new int[size];
    }
    if (count > LONG && moved.length < keys.length) {
      moved = new long[keys.length];
    }
  }

  private void sortKeys(int count, int lowestBit, int endBit) {
    if (count > LONG) {
      // Places ascend already, and every pass keeps the order of equal digits.
      for (int shift = lowestBit; shift < endBit; shift += DIGIT_BITS) {
        sortByDigit(count, shift);
      }
    } else if (count > SHORT) {
      Arrays.sort(keys, 0, count);
    } else {
      insertionSort(count);
    }
  }

  private void insertionSort(int count) {
    for (int i = 1; i < count; i++) {
      long key = keys[i];
      int j = i - 1;
      while (j >= 0 && keys[j] > key) {
        keys[j + 1] = keys[j];
        j--;
      }
      keys[j + 1] = key;
    }
  }

  private void sortByDigit(int count, int shift) {
    int[] next = new int[DIGITS + 1];
    for (int i = 0; i < count; i++) {
      next[((int) (keys[i] >>> shift) & (DIGITS - 1)) + 1]++;
    }
    for (int digit = 0; digit < DIGITS; digit++) {
      next[digit + 1] += next[digit];
    }
    for (int i = 0; i < count; i++) {
      moved[next[(int) (keys[i] >>> shift) & (DIGITS - 1)]++] = keys[i];
    }
    long[] sorted = moved;
    moved = keys;
    keys = sorted;
  }

  /** Thousands of years of many rows do not fit one number: an order is asked. */
  private static void sortByOrder(int[] rows, long[] times, int from, int to) {
    int[] unsorted = Arrays.copyOfRange(rows, from, to);
    long[] unsortedTimes = Arrays.copyOfRange(times, from, to);
    int[] places = new int[to - from];
    Arrays.setAll(places, i -> i);
    new RowSort((a, b) -> Long.compare(unsortedTimes[a], unsortedTimes[b]))
        .sort(places, 0, places.length);
    for (int i = 0; i < places.length; i++) {
      rows[from + i] = unsorted[places[i]];
      times[from + i] = unsortedTimes[places[i]];
    }
  }
}
