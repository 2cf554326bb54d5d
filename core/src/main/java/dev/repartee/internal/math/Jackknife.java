package dev.repartee.internal.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One way of grouping the observations, with what leaving out each group in turn shows; and the one
 * rule by which several ways make one variance.
 *
 * <p><b>By person and by conversation</b> {@code V = (G-1)/G sum (T(-k) - T)^2}, and of the two the
 * larger rules.
 *
 * <p><b>By week</b> a backlog reaches over from one week to the next, so that neighbors are not
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
 * twenty times where nothing depends on time (the quantile of Fisher's F with both degrees of
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

  /** Somebody with more than such a share of all is worth a word. */
  private static final double HEAVY = 0.1;

  /** How many times the middle group another one is by chance at most, where people are alike. */
  private static final int STANDS_OUT = 5;

  /** Variances that differ by less, relatively, are equal but for rounding. */
  private static final double TOLERANCE = 1e-9;

  /** Replicates that differ by less from the whole, relatively, do so by rounding alone. */
  private static final double NOISE = 1e-12;

  /**
   * Returns what leaving out each group in turn shows about a statistic.
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

    /**
     * The squares of all runs, by how often two groups so far apart are in one run.
     *
     * @param s0 the sum of the squares of moves; s1 to s3 that of products so far apart
     */
    private double variance(double s0, double s1, double s2, double s3) {
      double squares = length * s0;
      if (length > 1) {
        squares += 2 * (length - 1) * s1;
      }
      if (length > 2) {
        squares += 2 * (length - 2) * s2;
        squares += 2 * (length - 3) * s3;
      }
      return squares * factor;
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
    if (runs.isEmpty()) {
      return Double.NaN;
    }
    boolean areLong = runs.get(runs.size() - 1).length() > 1;
    double variance =
        areLong ? ofLongRuns(runs, moves) : runs.get(0).variance(squares(moves), 0, 0, 0);
    if (!Double.isFinite(variance)) {
      return Double.NaN;
    }
    return variance <= NOISE * NOISE * scale * scale ? 0 : variance;
  }

  /** In two sums, of which none waits for the other: curves ask at each event. */
  private static double squares(double[] moves) {
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 1 < moves.length; i += 2) {
      even += moves[i] * moves[i];
      odd += moves[i + 1] * moves[i + 1];
    }
    return even + odd + (i < moves.length ? moves[i] * moves[i] : 0);
  }

  /** All products in one walk, in which none waits for another. */
  private static double ofLongRuns(List<Run> runs, double[] moves) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int size = moves.length;
    int first = 0;
    for (; first + 3 < size; first++) {
      double move = moves[first];
      s0 += move * move;
      s1 += move * moves[first + 1];
      s2 += move * moves[first + 2];
      s3 += move * moves[first + 3];
    }
    for (int i = first; i < size; i++) {
      s0 += moves[i] * moves[i];
      s1 += i + 1 < size ? moves[i] * moves[i + 1] : 0;
      s2 += i + 2 < size ? moves[i] * moves[i + 2] : 0;
    }
    // The last weeks and the first of the next round.
    int round = Run.round(moves);
    for (int i = round - 3; i < size; i++) {
      s3 += moves[i] * moves[i - round + 3];
      s2 += i > round - 3 ? moves[i] * moves[i - round + 2] : 0;
      s1 += i > round - 2 ? moves[i] * moves[i - round + 1] : 0;
    }
    double variance = 0;
    for (Run run : runs) {
      variance = Math.max(variance, run.variance(s0, s1, s2, s3));
    }
    return variance;
  }

  /** (G-1)/G, times (G-1)/(G-r) for what is estimated. */
  private static double factor(double groups, int estimated) {
    return (groups - 1) / groups * ((groups - 1) / (groups - estimated));
  }

  /** Returns whether one variance is larger than another by more than rounding. */
  public static boolean isLarger(double variance, double other) {
    return variance > other * (1 + TOLERANCE);
  }

  /** Returns {@code N^2 / sum n_k^2}, the number of equal groups that would be worth as much. */
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

  /**
   * Returns the share of all that is in the largest group, where it exceeds the middle one of the
   * groups that hold any by more than a tenth of all and is more than five times as large, as it
   * hardly ever is among people who are alike; NaN where none stands out so.
   */
  public static double heaviestShare(long[] sizes) {
    long[] filled = Arrays.stream(sizes).filter(size -> size > 0).sorted().toArray();
    if (filled.length < 2) {
      return Double.NaN;
    }
    double sum = Arrays.stream(filled).asDoubleStream().sum();
    long largest = filled[filled.length - 1];
    long middle = filled[filled.length / 2];
    boolean standsOut = largest - middle > HEAVY * sum && largest > STANDS_OUT * middle;
    return standsOut ? largest / sum : Double.NaN;
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
  private boolean hasSay(double ofVariance) {
    return groups > 0 && (!isByWeek() || (ofVariance > 0 && tells()));
  }

  /** Returns whether its groups show how far they differ: of weeks there are at least two. */
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
    Jackknife[] all = groupings.toArray(new Jackknife[0]);
    double[] variances = groupings.stream().mapToDouble(Jackknife::variance).toArray();
    int ruling = ruling(all, variances);
    return ruling < 0 ? NONE : all[ruling];
  }

  /** As {@link #ruling(List)}, by index and of other variances; less than 0 where none rules. */
  public static int ruling(Jackknife[] groupings, double[] variances) {
    int ruling = -1;
    for (int next = 0; next < groupings.length; next++) {
      if (groupings[next].hasSay(variances[next])
          && (ruling < 0
              || groupings[next].rules(variances[next], groupings[ruling], variances[ruling]))) {
        ruling = next;
      }
    }
    return ruling;
  }

  /** Returns in how many weeks there is anything. 0 where nothing is grouped by week. */
  public static int weeks(List<Jackknife> groupings) {
    return groupings.stream().filter(Jackknife::isByWeek).mapToInt(Jackknife::groups).sum();
  }

  /** Returns whether this rules with one variance, and not the one before it with another. */
  private boolean rules(double own, Jackknife before, double ofBefore) {
    if (Double.isNaN(own) != Double.isNaN(ofBefore)) {
      return Double.isNaN(own);
    }
    if (isByWeek()) {
      return own > ofBefore * (ofBefore > 0 ? Chance.of(groups, before.groups) : 1);
    }
    if (isLarger(ofBefore, own)) {
      return false;
    }
    if (isLarger(own, ofBefore)) {
      return true;
    }
    return effectiveGroups != before.effectiveGroups
        ? !(before.effectiveGroups < effectiveGroups)
        : !(before.groups <= groups);
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
