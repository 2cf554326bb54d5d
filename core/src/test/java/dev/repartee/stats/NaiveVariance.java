package dev.repartee.stats;

import org.apache.commons.math3.distribution.FDistribution;

/**
 * What leaving out groups tells, computed as the definition reads: by week with runs of weeks, one
 * after the other, where the library adds up products of weeks that lie apart.
 */
final class NaiveVariance {
  private static final int ROUND = 32;

  private NaiveVariance() {}

  /** Groups one by one; {@code moves} of groups that hold nothing are 0. */
  static double ofGroups(double[] moves, double groups, int means) {
    return of(moves, groups, means, 1);
  }

  static double ofWeeks(double[] moves, double groups, int means) {
    double most = Double.NEGATIVE_INFINITY;
    for (int run : new int[] {1, 2, 4}) {
      if (run == 1 || run <= groups / 3) {
        most = Math.max(most, of(moves, groups, means, run));
      }
    }
    return most;
  }

  private static double of(double[] moves, double groups, int means, int run) {
    if (groups <= means) {
      return Double.NaN;
    }
    double sum = 0;
    for (int k = 0; k < ROUND; k++) {
      double moved = 0;
      for (int i = 0; i < run; i++) {
        moved += moves[(k + i) % ROUND];
      }
      sum += moved * moved / run;
    }
    return sum * (groups - 1) * (groups - 1) / groups / (groups - run * means);
  }

  /** Whether the week rules: it need not where it is larger by chance. */
  static boolean weekRules(double ofWeeks, int weeks, double other, int groups) {
    return ofWeeks > other * factor(weeks, groups);
  }

  static double factor(int weeks, int groups) {
    return new FDistribution(weeks - 1.0, groups - 1.0).inverseCumulativeProbability(0.95);
  }
}
