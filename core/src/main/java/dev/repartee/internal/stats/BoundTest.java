package dev.repartee.internal.stats;

import dev.repartee.internal.math.Distributions;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Holm;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.SurvivalCurve;

/**
 * How likely a share so far from a bound, or farther, would come by chance if the truth were the
 * bound: the two-sided p value that belongs to the interval of the share. It is below 0.05 just
 * where the 95 % interval does not hold the bound, which is what lets bounds be judged together
 * ({@link Holm}).
 *
 * <pre>{@code
 * BoundTest.pValue(Proportion.of(80, 100), 0.9);   // 8.6e-4: the score test, z = -3.33
 * }</pre>
 */
public final class BoundTest {
  private static final double TAIL = (1 - Distributions.DEFAULT_LEVEL) / 2;

  private BoundTest() {}

  /**
   * Returns the p value of a share of trials, by the score test that Wilson's interval inverts,
   * with the effective number of trials and Student's t of the effective groups where trials are
   * clustered and their variance is estimated, not with a share of 0 or 1. In [0, 1]; NaN where the
   * share has no interval. A bound of 0 or 1 is contradicted by any trial to the contrary, and by
   * none is not. Throws {@code IllegalArgumentException} if the bound is not in [0, 1].
   */
  public static double pValue(Proportion share, double bound) {
    check(bound);
    if (!share.hasInterval()) {
      return Double.NaN;
    }
    double distance = share.value() - bound;
    if (bound == 0 || bound == 1) {
      return distance == 0 ? 1 : 0;
    }
    double z = distance / Math.sqrt(bound * (1 - bound) / share.effectiveTrials());
    return share.isClustered() && share.standardError() > 0
        ? Distributions.studentTail(z, share.effectiveGroups() - 1)
        : Distributions.chiSquaredTail(z * z);
  }

  /**
   * Returns the p value of a chance that something ends within a time ({@link
   * SurvivalCurve#within}), on the log-log scale on which its band is made. In [0, 1]; NaN where
   * the chance has no interval, as in fewer than two groups. A bound of 0 or 1 is contradicted by
   * any chance between. Throws {@code IllegalArgumentException} if the bound is not in [0, 1], or
   * the estimate is of another level than 0.95.
   */
  public static double pValueWithin(Estimate within, double bound) {
    check(bound);
    if (within.level() != Distributions.DEFAULT_LEVEL) {
      throw new IllegalArgumentException(
          "level of within (" + within.level() + ") must be that of the band of a curve, 0.95");
    }
    if (!within.hasInterval()) {
      return Double.NaN;
    }
    double waiting = 1 - within.value();
    if (bound == 0 || bound == 1) {
      return within.value() == bound ? 1 : 0;
    }
    if (waiting == 1 || waiting == 0) {
      // The band goes to 1 - 0.025^(1/m): the chance that all of m would have done the same.
      double end = waiting == 1 ? 1 - within.high() : within.low();
      double persons = StrictMath.log(TAIL) / StrictMath.log(end);
      return Math.min(1, 2 * StrictMath.pow(waiting == 1 ? 1 - bound : bound, persons));
    }
    double log = StrictMath.log(waiting);
    double scale = within.standardError() / (waiting * -log);
    double z = (StrictMath.log(-log) - StrictMath.log(-StrictMath.log(1 - bound))) / scale;
    return within.groups() == 0
        ? Distributions.chiSquaredTail(z * z)
        : Distributions.studentTail(z, within.groups() - 1.0);
  }

  private static void check(double bound) {
    if (!(bound >= 0 && bound <= 1)) {
      throw new IllegalArgumentException("bound (" + bound + ") must lie in [0, 1]");
    }
  }
}
