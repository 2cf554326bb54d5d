package dev.repartee.internal.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

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

  private static final ConcurrentMap<Long, Double> BY_CHANCE = new ConcurrentHashMap<>();

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
    return new Jackknife(
        grouping, groups, effectiveGroups, variance(grouping, groups, scale, moves, means));
  }

  /** Returns V as {@link #of} has it, NaN with fewer groups than one more than means. */
  public static double variance(int grouping, int groups, double scale, double[] moves, int means) {
    if (groups <= means) {
      return Double.NaN;
    }
    double variance = 0;
    for (Run run : runs(grouping, groups, moves, means)) {
      variance = Math.max(variance, run.variance());
    }
    if (!Double.isFinite(variance)) {
      return Double.NaN;
    }
    return variance <= NOISE * NOISE * scale * scale ? 0 : variance;
  }

  /** What runs of some length show. */
  public static final class Run {
    private final double factor;
    private final double[] moves;

    private Run(double factor, double[] moves) {
      this.factor = factor;
      this.moves = moves;
    }

    /** Returns how far the statistic moves without a run, in errors that add up to V in squares. */
    public double move(int run) {
      return Math.sqrt(factor) * moves[run];
    }

    private double variance() {
      double squares = 0;
      for (double move : moves) {
        squares += move * move;
      }
      return squares * factor;
    }
  }

  /** Returns what runs of one group show; and by week those of two and of four, if long enough. */
  public static List<Run> runs(int grouping, int groups, double[] moves, int means) {
    Run single = new Run(factor(groups, means), moves);
    if (grouping != BY_WEEK) {
      return List.of(single);
    }
    List<Run> runs = new ArrayList<>(List.of(single));
    double[] sums = Arrays.copyOf(moves, Math.max(ROUND, moves.length));
    for (int length = 2; length <= LONGEST_RUN && 3 * length <= groups; length *= 2) {
      addNext(sums, length / 2);
      runs.add(new Run(factor(groups, length * means) / length, sums.clone()));
    }
    return runs;
  }

  /** (G-1)/G, times (G-1)/(G-r) for what is estimated. */
  private static double factor(double groups, int estimated) {
    return (groups - 1) / groups * ((groups - 1) / (groups - estimated));
  }

  /** Makes sums of runs twice as long: to each the one is added that begins where it ends. */
  private static void addNext(double[] sums, int length) {
    double[] first = Arrays.copyOf(sums, length);
    for (int i = 0; i < sums.length; i++) {
      int next = i + length;
      sums[i] += next < sums.length ? sums[next] : first[next - sums.length];
    }
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
      return next.variance > variance * (variance > 0 ? byChance(next.groups, groups) : 1)
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

  /** How many times as large one variance is than another by chance at most, but for one in 20. */
  private static double byChance(int groups, int others) {
    return BY_CHANCE.computeIfAbsent(
        ((long) groups << Integer.SIZE) | others,
        key -> Distributions.fisherQuantile(groups - 1.0, others - 1.0, CHANCE));
  }
}
