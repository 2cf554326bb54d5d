package dev.repartee.internal.hash;

import java.util.Arrays;

/** The ascending order of many numbers, found digit by digit. */
public final class KeyOrder {
  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private KeyOrder() {}

  /**
   * Returns where the numbers stand, the least first and equal ones as they came: a few nanoseconds
   * for each number and digit, of which those count that differ anywhere.
   *
   * @param keys none below 0; left as they are
   * @param size how many of them count
   */
  public static int[] of(long[] keys, int size) {
    long[] from = new long[size];
    int[] order = new int[size];
    long varying = 0;
    for (int i = 0; i < size; i++) {
      from[i] = keys[i];
      order[i] = i;
      varying |= keys[i] ^ keys[0];
    }
    long[] to = new long[size];
    int[] orderTo = new int[size];
    int[] next = new int[DIGITS];
    for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
      if ((varying >>> shift & (DIGITS - 1)) != 0) {
        start(next, from, shift);
        for (int i = 0; i < size; i++) {
          int place = next[digit(from[i], shift)]++;
          to[place] = from[i];
          orderTo[place] = order[i];
        }
        long[] keysSwap = from;
        from = to;
        to = keysSwap;
        int[] orderSwap = order;
        order = orderTo;
        orderTo = orderSwap;
      }
    }
    return order;
  }

  private static int digit(long key, int shift) {
    return (int) (key >>> shift) & (DIGITS - 1);
  }

  /** Finds where the numbers of each digit begin. */
  private static void start(int[] next, long[] keys, int shift) {
    Arrays.fill(next, 0);
    for (long key : keys) {
      next[digit(key, shift)]++;
    }
    int start = 0;
    for (int digit = 0; digit < DIGITS; digit++) {
      int count = next[digit];
      next[digit] = start;
      start += count;
    }
  }
}
