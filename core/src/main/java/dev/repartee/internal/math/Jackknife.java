package dev.repartee.internal.math;

import java.util.List;

/**
 * One way of grouping the observations, and what leaving out one group after the other tells.
 *
 * @param grouping which one: 0 by person, 1 by conversation, {@link #BY_WEEK}
 * @param groups number of non-empty groups, G
 * @param effectiveGroups {@code N^2 / sum n_k^2}, at most G; NaN where sizes are not known
 * @param variance {@code (G-1)/G sum (T(-k) - T)^2}; NaN where it is not defined
 */
public record Jackknife(int grouping, int groups, double effectiveGroups, double variance) {
  /** The grouping by week: what lies near in time shares the backlog and the news of the day. */
  public static final int BY_WEEK = 2;

  /** Of no observations. */
  private static final Jackknife NONE = new Jackknife(0, 0, Double.NaN, Double.NaN);

  /** Variances that differ by less, relatively, are equal but for rounding. */
  private static final double TOLERANCE = 1e-9;

  /** Replicates that differ by less from the whole, relatively, do so by rounding alone. */
  private static final double NOISE = 1e-12;

  /** Returns the variance from replicates of a statistic, NaN with fewer than two or any NaN. */
  public static double variance(double whole, double[] leftOut) {
    double sum = 0;
    for (double replicate : leftOut) {
      double difference = replicate - whole;
      sum += difference * difference;
    }
    return variance(whole, sum, leftOut.length);
  }

  /** Returns the variance from the sum of squared differences between replicates and the whole. */
  public static double variance(double whole, double sumOfSquares, int groups) {
    if (groups < 2) {
      return Double.NaN;
    }
    double variance = sumOfSquares * (groups - 1) / groups;
    return variance <= NOISE * NOISE * whole * whole ? 0 : variance;
  }

  /** Returns whether one variance is larger than another by more than rounding. */
  public static boolean isLarger(double variance, double other) {
    return variance > other * (1 + TOLERANCE);
  }

  /** Returns {@code N^2 / sum n_k^2}, the number of equal groups that would tell as much. */
  public static double effectiveGroups(long[] sizes) {
    double sum = 0;
    double squares = 0;
    for (long size : sizes) {
      sum += size;
      squares += (double) size * size;
    }
    return sum * sum / squares;
  }

  /**
   * Returns how many persons would tell as much as those that are hashed into groups of such sizes,
   * if all that one person does were alike: {@code m = N^2 / F}, where F, the sum of the squares of
   * what each person has, follows from {@code E[sum n_k^2] = F + (N^2 - F) / G}.
   *
   * <p>Source: L. Kish, 1965, "Survey Sampling" (effective number), of sizes known by groups only.
   *
   * @param sizes of all groups, the empty ones too
   */
  public static double effectivePersons(long[] sizes) {
    double sum = 0;
    double squares = 0;
    for (long size : sizes) {
      sum += size;
      squares += (double) size * size;
    }
    int groups = sizes.length;
    double ofPersons = groups < 2 ? squares : (groups * squares - sum * sum) / (groups - 1);
    return sum * sum / Math.max(sum, Math.min(ofPersons, squares));
  }

  public static int nonEmpty(long[] sizes) {
    int groups = 0;
    for (long size : sizes) {
      groups += size > 0 ? 1 : 0;
    }
    return groups;
  }

  public boolean isDefined() {
    return !Double.isNaN(variance);
  }

  public boolean isByWeek() {
    return grouping == BY_WEEK;
  }

  /**
   * Returns whether it can rule: something is grouped that way and, by week, there are at least two
   * weeks, effectively, that differ. A log of a single week says nothing of others, and where
   * nothing varies all people of a week are not one; but there are still people to tell.
   */
  private boolean hasSay() {
    return groups > 0 && (!isByWeek() || (variance > 0 && tells()));
  }

  /** Returns whether its groups tell how far they differ: of weeks there are at least two. */
  public boolean tells() {
    return !isByWeek() || effectiveGroups >= 2;
  }

  /**
   * Returns which of several ways of grouping rules: one that is not defined, because then there is
   * no interval; else the largest variance; where equal the week gives way, then the one that rests
   * on more groups.
   */
  public static Jackknife ruling(List<Jackknife> groupings) {
    return groupings.stream().filter(Jackknife::hasSay).reduce(Jackknife::ruling).orElse(NONE);
  }

  /** Returns in how many weeks there is anything. 0 where nothing is grouped by week. */
  public static int weeks(List<Jackknife> groupings) {
    return groupings.stream().filter(Jackknife::isByWeek).mapToInt(Jackknife::groups).sum();
  }

  private static Jackknife ruling(Jackknife first, Jackknife second) {
    if (first.isDefined() != second.isDefined()) {
      return first.isDefined() ? second : first;
    }
    if (isLarger(first.variance, second.variance)) {
      return first;
    }
    if (isLarger(second.variance, first.variance)) {
      return second;
    }
    if (first.isByWeek() != second.isByWeek()) {
      return first.isByWeek() ? second : first;
    }
    if (first.effectiveGroups != second.effectiveGroups) {
      return first.effectiveGroups < second.effectiveGroups ? first : second;
    }
    return first.groups <= second.groups ? first : second;
  }
}
