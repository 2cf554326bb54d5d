package dev.repartee.internal.math;

/**
 * The one definition of a quantile in this library: type 7, linear interpolation between the order
 * statistics at {@code h = (n - 1) q}.
 *
 * <p>With the values sorted as x[0] to x[n-1], the quantile is {@code x[i] + (h - i) (x[i+1] -
 * x[i])} for i the whole part of h: the smallest value for q = 0, the largest for q = 1, the mean
 * of the middle two for the median of an even number. One value is every quantile of itself;
 * without values the quantile is NaN.
 *
 * <pre>{@code
 * Quantile.of(new long[] {1, 2, 4, 8}, 0.5);   // 3.0
 * }</pre>
 *
 * <p>Source: R. J. Hyndman, Y. Fan, 1996, "Sample Quantiles in Statistical Packages".
 */
public final class Quantile {

  private Quantile() {}

  /**
   * Returns a quantile of sorted values. The quantile, O(n), since it looks whether they are
   * sorted; NaN without values. Throws {@code IllegalArgumentException} if they are not, or {@code
   * q} is out of range.
   */
  public static double of(long[] sortedValues, double q) {
    check(q);
    checkSorted(sortedValues);
    int n = sortedValues.length;
    if (n == 0) {
      return Double.NaN;
    }
    double position = (n - 1) * q;
    int below = (int) position;
    int above = Math.min(below + 1, n - 1);
    return between(sortedValues[below], sortedValues[above], position - below);
  }

  /**
   * Returns a quantile of sorted values that occur several times each, O(n). Throws {@code
   * IllegalArgumentException} if they are not sorted, {@code q} is out of range or the lengths
   * differ.
   */
  public static double of(long[] sortedValues, long[] counts, double q) {
    if (sortedValues.length != counts.length) {
      throw new IllegalArgumentException(
          "sortedValues ("
              + sortedValues.length
              + ") and counts ("
              + counts.length
              + ") must have the same length");
    }
    checkSorted(sortedValues);
    return ofCumulative(sortedValues, cumulative(counts), q);
  }

  private static void checkSorted(long[] values) {
    for (int i = 1; i < values.length; i++) {
      if (!(values[i - 1] <= values[i])) {
        throw new IllegalArgumentException(
            "sortedValues["
                + i
                + "] ("
                + values[i]
                + ") must not be below the one before it ("
                + values[i - 1]
                + "); sort them first");
      }
    }
  }

  /** Returns running sums of counts. */
  public static long[] cumulative(long[] counts) {
    long[] sums = new long[counts.length];
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum = Math.addExact(sum, counts[i]);
      sums[i] = sum;
    }
    return sums;
  }

  /**
   * As {@link #of(long[], long[], double)} with running sums of counts, O(log n): whoever sums them
   * up once for many questions answers for the order.
   */
  public static double ofCumulative(long[] sortedValues, long[] cumulativeCounts, double q) {
    check(q);
    int rows = sortedValues.length;
    long n = rows == 0 ? 0 : cumulativeCounts[rows - 1];
    if (n == 0) {
      return Double.NaN;
    }
    double position = (n - 1) * q;
    long below = (long) position;
    long lower = sortedValues[row(cumulativeCounts, below)];
    long upper = sortedValues[row(cumulativeCounts, Math.min(below + 1, n - 1))];
    return between(lower, upper, position - below);
  }

  /** Returns the value that is, in order, the one of a rank from 1 to n. */
  public static double ofRank(long[] sortedValues, long[] cumulativeCounts, double rank) {
    return sortedValues[row(cumulativeCounts, (long) rank - 1)];
  }

  /** Returns the first row whose running sum is above the position. */
  private static int row(long[] cumulativeCounts, long position) {
    int low = 0;
    int high = cumulativeCounts.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulativeCounts[middle] > position) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static double between(long lower, long upper, double part) {
    // As doubles: the difference of two longs may not fit a long.
    return part == 0 ? lower : lower + part * ((double) upper - lower);
  }

  public static double check(double q) {
    if (!(q >= 0 && q <= 1)) {
      throw new IllegalArgumentException("q (" + q + ") must lie in [0, 1]");
    }
    return q;
  }
}
