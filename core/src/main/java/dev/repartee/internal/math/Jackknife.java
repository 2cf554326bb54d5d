package dev.repartee.internal.math;

import java.util.ArrayList;
import java.util.List;

/**
 * One way of grouping the observations, and what leaving out one group after the other tells; and
 * the one rule by which several ways make one variance.
 *
 * <p><b>By person and by conversation</b> {@code V = (G-1)/G sum (T(-k) - T)^2}, and of the two the
 * larger rules.
 *
 * <p><b>By week</b> a backlog reaches over from one week to the next, so that neighbours are not
 * independent either. With d_k = T(-k) - T, V is the largest of what weeks, runs of two and runs of
 * four weeks show,
 *
 * <pre>{@code V_r = (G-1)/G (G-1)/(G-r) 1/r sum over k of (d_k + ... + d_(k+r-1))^2}</pre>
 *
 * <p>over all runs of r weeks, those that begin before the first one or end after the last one too
 * (d is 0 there). That is the variance of a sum with its covariances up to r - 1 weeks apart,
 * weighted 1 - 1/r, 1 - 2/r and so on; (G-1)/(G-r) mends that they are taken about a mean that is
 * estimated. Runs count that are no longer than a third of G.
 *
 * <p>The week rules where its V is larger than the others' by more than chance makes it once in
 * twenty times where nothing hangs on time (the quantile of Fisher's F with both degrees of
 * freedom). The larger of V that estimate the same is larger than what they estimate; where waits
 * are independent the intervals would be too wide.
 *
 * <p>Source of weighted covariances: W. K. Newey, K. D. West, 1987, "A Simple, Positive
 * Semi-definite, Heteroskedasticity and Autocorrelation Consistent Covariance Matrix". How often
 * intervals and tests hold: {@code docs/time.md}.
 *
 * @param grouping which one: 0 by person, 1 by conversation, {@link #BY_WEEK}
 * @param groups number of non-empty groups, G
 * @param effectiveGroups {@code N^2 / sum n_k^2}, at most G; NaN where sizes are not known
 * @param variance V; NaN where it is not defined
 */
public record Jackknife(int grouping, int groups, double effectiveGroups, double variance) {
  /** The grouping by week: what lies near in time shares the backlog and the news of the day. */
  public static final int BY_WEEK = 2;

  /** So many weeks in a row are in groups of their own; the next is in the first group again. */
  private static final int ROUND = 32;

  private static final int LONGEST_RUN = 4;

  /** Where the week has nothing of its own, it rules in one of twenty cases. */
  private static final double CHANCE = 0.95;

  /** Of no observations. */
  private static final Jackknife NONE = new Jackknife(0, 0, Double.NaN, Double.NaN);

  /** Variances that differ by less, relatively, are equal but for rounding. */
  private static final double TOLERANCE = 1e-9;

  /** Replicates that differ by less from the whole, relatively, do so by rounding alone. */
  private static final double NOISE = 1e-12;

  /**
   * Returns what leaving out one group after the other tells of a statistic.
   *
   * @param scale how large the statistic is, to know what is nothing but rounding
   * @param moves how far it moves without each group, by group; 0 for an empty one, NaN or infinite
   *     where it is not defined then
   * @param means how many means are estimated: 1; 2 for a sum that compares two sides
   */
  public static Jackknife of(
      int grouping, int groups, double effectiveGroups, double scale, double[] moves, int means) {
    double variance = variance(runs(grouping, groups, means), scale, moves);
    return new Jackknife(grouping, groups, effectiveGroups, variance);
  }

  /**
   * Runs of groups.
   *
   * @param length how many groups are in a run
   * @param factor what the squares of all runs are multiplied by
   */
  public record Run(int length, double factor) {
    /** Returns how far a statistic moves without a run, in errors that add up to V in squares. */
    public double move(double[] moves, int first) {
      double sum = 0;
      for (int i = first; i < first + length; i++) {
        int at = i < round(moves) ? i : i - round(moves);
        sum += at < moves.length ? moves[at] : 0;
      }
      return Math.sqrt(factor) * sum;
    }

    /** The squares of all runs, by how often two groups so far apart are in one run. */
    private double variance(double[] moves) {
      double squares = length * product(moves, 0);
      for (int lag = 1; lag < length; lag++) {
        squares += 2 * (length - lag) * product(moves, lag);
      }
      return squares * factor;
    }

    private static double product(double[] moves, int lag) {
      int around = round(moves) - lag;
      double sum = 0;
      for (int i = 0; i + lag < moves.length; i++) {
        sum += moves[i] * moves[i + lag];
      }
      for (int i = around; i < moves.length; i++) {
        sum += moves[i] * moves[i - around];
      }
      return sum;
    }

    private static int round(double[] moves) {
      return Math.max(ROUND, moves.length);
    }
  }

  /**
   * Returns the runs that tell of so many groups: of one group; and by week those of two and of
   * four, if not too long. None with fewer groups than one more than means.
   */
  public static List<Run> runs(int grouping, int groups, int means) {
    List<Run> runs = new ArrayList<>();
    int longest = grouping == BY_WEEK ? Math.min(LONGEST_RUN, groups / 3) : 1;
    for (int length = 1; groups > means && length <= Math.max(1, longest); length *= 2) {
      runs.add(new Run(length, factor(groups, length * means) / length));
    }
    return runs;
  }

  /** Returns V: the largest that runs show; NaN where there are none or it is not defined. */
  public static double variance(List<Run> runs, double scale, double[] moves) {
    double variance = runs.isEmpty() ? Double.NaN : 0;
    for (Run run : runs) {
      variance = Math.max(variance, run.variance(moves));
    }
    if (!Double.isFinite(variance)) {
      return Double.NaN;
    }
    return variance <= NOISE * NOISE * scale * scale ? 0 : variance;
  }

  /** (G-1)/G, times (G-1)/(G-r) for what is estimated. */
  private static double factor(double groups, int estimated) {
    return (groups - 1) / groups * ((groups - 1) / (groups - estimated));
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
   * Returns which of several ways of grouping rules: one by person or conversation that is not
   * defined, because then there is no interval; else the larger of these, where equal the one that
   * rests on fewer groups; and the week instead where it is larger by more than chance.
   *
   * @param groupings in the order of their numbers
   */
  public static Jackknife ruling(List<Jackknife> groupings) {
    Jackknife ruling = null;
    for (Jackknife next : groupings) {
      if (next.hasSay()) {
        ruling = ruling == null ? next : ruling.or(next);
      }
    }
    return ruling == null ? NONE : ruling;
  }

  /** Returns in how many weeks there is anything. 0 where nothing is grouped by week. */
  public static int weeks(List<Jackknife> groupings) {
    return groupings.stream().filter(Jackknife::isByWeek).mapToInt(Jackknife::groups).sum();
  }

  private Jackknife or(Jackknife next) {
    if (isDefined() != next.isDefined()) {
      return isDefined() ? next : this;
    }
    if (next.isByWeek()) {
      return next.variance > variance * (variance > 0 ? Chance.of(next.groups, groups) : 1)
          ? next
          : this;
    }
    if (isLarger(variance, next.variance)) {
      return this;
    }
    if (isLarger(next.variance, variance)) {
      return next;
    }
    if (effectiveGroups != next.effectiveGroups) {
      return effectiveGroups < next.effectiveGroups ? this : next;
    }
    return groups <= next.groups ? this : next;
  }

  /**
   * How many times as large one variance is than another by chance at most, but for one in 20: made
   * once, because curves ask for it at each event.
   */
  private static final class Chance {
    private static final double[][] QUANTILES = new double[ROUND + 1][ROUND + 1];

    static {
      for (int groups = 2; groups <= ROUND; groups++) {
        for (int others = 2; others <= ROUND; others++) {
          QUANTILES[groups][others] = find(groups, others);
        }
      }
    }

    private static double find(int groups, int others) {
      return Distributions.fisherQuantile(groups - 1.0, others - 1.0, CHANCE);
    }

    static double of(int groups, int others) {
      return groups <= ROUND && others <= ROUND ? QUANTILES[groups][others] : find(groups, others);
    }
  }
}
