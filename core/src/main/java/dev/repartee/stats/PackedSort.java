package dev.repartee.stats;

import java.util.Arrays;

/**
 * Sorts packed observations, {@code value << 15 | groups}, by value. All 64 bits are in use, so
 * those of the longest times are below 0.
 */
final class PackedSort {

  static final int GROUPS_BITS = LatencyGroups.MOST_GROUPINGS * LatencyGroups.GROUP_BITS;

  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private static final int SEEN_BITS = 19;

  /** Below this many, counting digits costs more than comparing. */
  private static final int FEW = 1_500;

  private PackedSort() {}

  /**
   * Sorts the first {@code size} entries by value; entries of equal value end up in any order,
   * which nobody can see because their counts are added.
   *
   * @return the sorted entries: the same array or another one, both are then free to use
   */
  static long[] sort(long[] packed, int size) {
    if (size < FEW) {
      Arrays.sort(packed, 0, size);
      if (size == 0 || packed[0] >= 0) {
        return packed;
      }
    }
    long varying = 0;
    for (int i = 1; i < size; i++) {
      varying |= packed[i] ^ packed[0];
    }
    long[] from = packed;
    long[] to = new long[packed.length];
    int[] ends = new int[DIGITS];
    for (int shift = GROUPS_BITS; shift < Long.SIZE; shift += DIGIT_BITS) {
      if ((varying >>> shift & (DIGITS - 1)) != 0) {
        byDigit(from, to, size, shift, ends);
        long[] swap = from;
        from = to;
        to = swap;
      }
    }
    return from;
  }

  /**
   * Returns whether entries in any order have surely more distinct values than so many; no answer
   * is no. Values that fall on one bit of a set count once, so there are at least as many as bits.
   */
  static boolean surelyHasMoreDistinctThan(int bound, long[] packed, int size) {
    long[] seen = new long[1 << (SEEN_BITS - 6)];
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      long mixed = (packed[i] >>> GROUPS_BITS) * 0x9E3779B97F4A7C15L;
      int bit = (int) (mixed >>> (Long.SIZE - SEEN_BITS));
      distinct += (int) (~seen[bit >>> 6] >>> bit & 1);
      seen[bit >>> 6] |= 1L << bit;
    }
    return distinct > bound;
  }

  /** Returns whether sorted entries have more distinct values than a bound. */
  static boolean hasMoreDistinctThan(int bound, long[] sorted, int size) {
    int distinct = size == 0 ? 0 : 1;
    for (int i = 1; i < size; i++) {
      distinct += sorted[i] >>> GROUPS_BITS != sorted[i - 1] >>> GROUPS_BITS ? 1 : 0;
    }
    return distinct > bound;
  }

  private static void byDigit(long[] from, long[] to, int size, int shift, int[] next) {
    Arrays.fill(next, 0);
    for (int i = 0; i < size; i++) {
      next[(int) (from[i] >>> shift) & (DIGITS - 1)]++;
    }
    int start = 0;
    for (int digit = 0; digit < DIGITS; digit++) {
      int count = next[digit];
      next[digit] = start;
      start += count;
    }
    for (int i = 0; i < size; i++) {
      to[next[(int) (from[i] >>> shift) & (DIGITS - 1)]++] = from[i];
    }
  }
}
