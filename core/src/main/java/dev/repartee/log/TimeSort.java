package dev.repartee.log;

import java.util.Arrays;

/**
 * Sorts rows by time, rows of one time in the order they had. Time and place are packed into one
 * number where they fit, because sorting numbers is several times as fast as asking an order.
 */
final class TimeSort {
  private static final int SHORT = 48;

  private long[] keys = new long[0];
  private int[] unsorted = new int[0];

  /** Sorts a range of rows by the times that stand beside them; the times are left as they are. */
  void sort(int[] rows, long[] times, int from, int to) {
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
    if (keys.length < count) {
      keys = new long[count];
      unsorted = new int[count];
    }
    for (int i = 0; i < count; i++) {
      keys[i] = ((times[from + i] - first) << placeBits) | i;
      unsorted[i] = rows[from + i];
    }
    sortKeys(count);
    long mask = (1L << placeBits) - 1;
    for (int i = 0; i < count; i++) {
      rows[from + i] = unsorted[(int) (keys[i] & mask)];
    }
  }

  private void sortKeys(int count) {
    if (count > SHORT) {
      Arrays.sort(keys, 0, count);
      return;
    }
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

  /** Thousands of years of many rows do not fit one number: an order is asked. */
  private static void sortByOrder(int[] rows, long[] times, int from, int to) {
    int[] places = new int[to - from];
    for (int i = 0; i < places.length; i++) {
      places[i] = from + i;
    }
    new RowSort((a, b) -> Long.compare(times[a], times[b])).sort(places, 0, places.length);
    int[] unsorted = Arrays.copyOfRange(rows, from, to);
    for (int i = 0; i < places.length; i++) {
      rows[from + i] = unsorted[places[i] - from];
    }
  }

  @Override
  public String toString() {
    return "sort by time";
  }
}
