package dev.repartee.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Adjusts the p values of claims that are made together, so that the probability of making any
 * false claim stays below the level (Holm's step-down method).
 *
 * <p>With the p values in ascending order, {@code p_(i)} of m becomes the largest of {@code (m - j
 * + 1) p_(j)} over {@code j <= i}, at most 1.
 *
 * <pre>{@code
 * Holm.adjust(0.01, 0.04, 0.03);   // {0.03, 0.06, 0.06}
 * }</pre>
 *
 * <p>Source: S. Holm, 1979, "A Simple Sequentially Rejective Multiple Test Procedure".
 */
public final class Holm {
  private Holm() {}

  /**
   * {@return the adjusted p values in the same order, each at least its original value and at most
   * 1; NaN if it was NaN; O(m log m)}
   *
   * @param pValues one for each claim; NaN for a claim that could not be tested and so does not
   *     belong to the family
   * @throws IllegalArgumentException if one is not in [0, 1] and not NaN
   */
  public static double[] adjust(double... pValues) {
    for (double p : Objects.requireNonNull(pValues, "pValues")) {
      if (!(Double.isNaN(p) || (p >= 0 && p <= 1))) {
        throw new IllegalArgumentException("pValues (" + p + ") must lie in [0, 1], or be NaN");
      }
    }
    int[] order =
        IntStream.range(0, pValues.length)
            .filter(i -> !Double.isNaN(pValues[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[pValues.length];
    Arrays.fill(adjusted, Double.NaN);
    double largest = 0;
    for (int i = 0; i < order.length; i++) {
      largest = Math.max(largest, Math.min(1, (order.length - i) * pValues[order[i]]));
      adjusted[order[i]] = largest;
    }
    return adjusted;
  }
}
