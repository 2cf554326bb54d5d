package dev.repartee.internal.math;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rounds numbers so that they sum to a whole number that their sum was rounded to: each is rounded
 * down, and those with the largest remainders get one more until the sum is right (Hamilton's
 * method). So a table can be added up by hand.
 *
 * <pre>{@code
 * LargestRemainder.round(new double[] {1.4, 1.4, 1.2}, 4);   // 2, 1, 1
 * }</pre>
 *
 * <p>Whole numbers stay what they are. Source: M. L. Balinski, H. P. Young, 1982, "Fair
 * Representation".
 */
public final class LargestRemainder {
  /** What is nearer to a whole number is one: numbers that are sums are not exact. */
  private static final double EXACT = 1e9;

  private LargestRemainder() {}

  /**
   * Returns the numbers rounded up or down, O(n log n); of equal remainders the first is served.
   *
   * @param numbers finite, of any sign
   * @param total their sum, rounded up or down; else some numbers are farther off than one
   */
  public static long[] round(double[] numbers, long total) {
    double[] snapped = new double[numbers.length];
    long[] rounded = new long[numbers.length];
    long left = total;
    for (int i = 0; i < numbers.length; i++) {
      snapped[i] = Math.rint(numbers[i] * EXACT) / EXACT;
      rounded[i] = (long) Math.floor(snapped[i]);
      left -= rounded[i];
    }
    int[] order =
        IntStream.range(0, numbers.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> rounded[i] - snapped[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int next = 0; left != 0 && order.length > 0; next = (next + 1) % order.length) {
      int step = Long.signum(left);
      rounded[order[step > 0 ? next : order.length - 1 - next]] += step;
      left -= step;
    }
    return rounded;
  }
}
