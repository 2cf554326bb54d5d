package dev.repartee.stats;

/**
 * One way of grouping the observations, and what leaving out one group after the other tells.
 *
 * @param groups number of non-empty groups, G
 * @param effectiveGroups {@code N^2 / sum n_k^2}, at most G; NaN where sizes are not known
 * @param variance {@code (G-1)/G sum (T(-k) - T)^2}; NaN where it is not defined
 */
record Jackknife(int groups, double effectiveGroups, double variance) {

  /** Returns the variance from replicates of a statistic, NaN with fewer than two or any NaN. */
  static double variance(double whole, double[] leftOut) {
    double sum = 0;
    for (double replicate : leftOut) {
      double difference = replicate - whole;
      sum += difference * difference;
    }
    return scaled(sum, leftOut.length);
  }

  static double scaled(double sumOfSquares, int groups) {
    return groups < 2 ? Double.NaN : sumOfSquares * (groups - 1) / groups;
  }

  /** Returns {@code N^2 / sum n_k^2}, the number of equal groups that would tell as much. */
  static double effectiveGroups(long[] sizes) {
    double sum = 0;
    double squares = 0;
    for (long size : sizes) {
      sum += size;
      squares += (double) size * size;
    }
    return sum * sum / squares;
  }

  static int nonEmpty(long[] sizes) {
    int groups = 0;
    for (long size : sizes) {
      groups += size > 0 ? 1 : 0;
    }
    return groups;
  }

  boolean isDefined() {
    return !Double.isNaN(variance);
  }

  /**
   * Returns which of two ways of grouping rules: one that is not defined, because then there is no
   * interval; else the larger variance; where equal the one that rests on fewer groups.
   */
  static Jackknife ruling(Jackknife first, Jackknife second) {
    if (first.isDefined() != second.isDefined()) {
      return first.isDefined() ? second : first;
    }
    if (first.variance != second.variance && first.isDefined()) {
      return first.variance > second.variance ? first : second;
    }
    if (first.effectiveGroups != second.effectiveGroups) {
      return first.effectiveGroups < second.effectiveGroups ? first : second;
    }
    return first.groups <= second.groups ? first : second;
  }
}
