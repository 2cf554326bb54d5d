package dev.repartee.stats;

import org.apache.commons.math3.distribution.FDistribution;

/**
 * What leaving out groups tells, computed as the definition reads: by week as covariances of weeks
 * with those after them, weighted the less the farther they are apart.
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
    for (int k = 0; k < moves.length; k++) {
      for (int apart = 0; apart < run; apart++) {
        double next = moves[(k + apart) % ROUND];
        sum += (apart == 0 ? 1 : 2) * (1 - (double) apart / run) * moves[k] * next;
      }
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
