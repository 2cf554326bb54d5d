package dev.repartee.internal.math;

import org.apache.commons.math3.special.Gamma;

/**
 * Shannon's entropy, in nats, of where counts come from, where they are a sample: that of the
 * counts themselves is too low, since what is rare is often not seen at all.
 *
 * <p>Of n units, of which x fall on a category, f1 categories with one and f2 with two:
 *
 * <pre>{@code H = sum x/n (psi(n) - psi(x)) + f1/n (1-A)^(1-n) (-ln A - sum_{r<n} (1-A)^r / r)}
 * </pre>
 *
 * <pre>{@code A = 2 f2 / ((n-1) f1 + 2 f2), or 2 / ((n-1) (f1-1) + 2) where f2 is 0}</pre>
 *
 * <p>The first part counts what is seen, the second what is not. Its sum is the same as an integral
 * without loss of digits and without n terms: {@code (1-A)^(1-n) (-ln A - sum) = int_0^{-ln A} (1 -
 * A (e^w - 1) / (1 - A))^(n-1) dw}, by Simpson's rule.
 *
 * <p>Source: A. Chao, Y. T. Wang, L. Jost, 2013, "Entropy and the species accumulation curve: a
 * novel entropy estimator via discovery rates of new species".
 */
public final class Entropy {
  /** Even, and large enough for an error below 1e-9. */
  private static final int STEPS = 512;

  private Entropy() {}

  /** Returns the estimate; NaN where all counts are 0. */
  public static double estimate(long... counts) {
    double n = 0;
    double once = 0;
    double twice = 0;
    for (long count : counts) {
      n += count;
      once += count == 1 ? 1 : 0;
      twice += count == 2 ? 1 : 0;
    }
    if (!(n > 0)) {
      return Double.NaN;
    }
    double seen = 0;
    for (long count : counts) {
      seen += count == 0 ? 0 : count / n * (Gamma.digamma(n) - Gamma.digamma((double) count));
    }
    return once == 0 ? seen : seen + once / n * unseen(n, once, twice);
  }

  private static double unseen(double n, double once, double twice) {
    double rare =
        twice > 0 ? 2 * twice / ((n - 1) * once + 2 * twice) : 2 / ((n - 1) * (once - 1) + 2);
    if (rare == 1) {
      return 0; // a single unit, or a single category with one: nothing tells of more
    }
    double end = -Math.log(rare);
    double step = end / STEPS;
    double sum = 0;
    for (int i = 0; i <= STEPS; i++) {
      int weight = i == 0 || i == STEPS ? 1 : i % 2 == 0 ? 2 : 4;
      double base = 1 - rare * Math.expm1(i * step) / (1 - rare);
      sum += weight * (i == STEPS ? 0 : Math.pow(base, n - 1));
    }
    return sum * step / 3;
  }
}
