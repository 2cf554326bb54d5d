package dev.repartee.stats;

import dev.repartee.internal.math.Distributions;
import dev.repartee.internal.math.Jackknife;
import dev.repartee.internal.math.Notes;
import dev.repartee.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A share with its counts and a confidence interval, {@code successes / trials}.
 *
 * <p>Trials are either <b>independent</b>, {@link #of}, or <b>clustered</b>, {@link #clustered}:
 * trials of one person, or of one conversation, resemble each other, so they are worth less than
 * the same number of independent ones. How much less is estimated from how far the share moves when
 * one group is left out:
 *
 * <pre>
 * V     = (G - 1) / G * sum over non-empty groups k of (p(-k) - p)^2
 * deff  = max(V / V0, 1 + (N / m - 1) / (1 + x)),  V0 = p (1 - p) / N
 * n_eff = N / deff
 * G*    = N^2 / sum of n_k^2
 * </pre>
 *
 * <p>and the interval is Wilson's with n_eff trials and the t quantile of G* - 1 degrees of
 * freedom. Of several groupings the one with the largest V is decisive and determines G and G*; if
 * they are equal, or p is 0 or 1, it is the one with the smallest G*. There is no interval if G* is
 * below 2, or if any grouping in use has fewer than two non-empty groups, since differences between
 * its groups then cannot be seen.
 *
 * <p>The second term of {@code deff}, where x is the smaller of successes and failures, is for rare
 * outcomes: a few successes do not show whether they came in clusters. <b>With p of 0 or 1</b>
 * nothing varies and V cannot be estimated at all. All trials of one person are then assumed to be
 * alike, and n_eff is m, the effective number of persons:
 *
 * <pre>
 * F     = (G sum of n_k^2 - N^2) / (G - 1), at least N and at most the sum of n_k^2
 * m     = N^2 / F
 * </pre>
 *
 * <p>with G the number of all groups, including empty ones; of several groupings the smallest m
 * applies. Since no variance was estimated, the quantile is the normal one. If people do one thing
 * each, m is about N: for 2,750 people who were all answered, the interval is [0.998, 1].
 *
 * <p>The third grouping is by week. Its V accounts for a backlog that reaches into the next week,
 * and it is decisive if it is larger than those of the others by more than chance ({@link
 * Replicates}). It is ignored if its G* is below 2 or p is 0 or 1: a log of one week says nothing
 * about other weeks, but still something about other people.
 *
 * <p>Even if every trial is a separate group, deff is not 1 but {@code N / (N - 1)}: V divides by N
 * - 1 as sample variances do, V0 by N.
 *
 * <pre>{@code
 * Proportion.of(216, 366);   // 0.59 [0.54, 0.64] 216/366
 * Proportion.of(0, 0);       // none 0/0
 * }</pre>
 *
 * <p>Sources: E. B. Wilson, 1927, "Probable Inference, the Law of Succession, and Statistical
 * Inference"; L. Kish, 1965, "Survey Sampling" (deff). Immutable; every method O(1).
 */
public final class Proportion {

  private final long successes;
  private final long trials;
  private final boolean clustered;
  private final int groups;
  private final double effectiveGroups;
  private final double deff;
  private final boolean byWeek;
  private final double heaviest;
  private final ProportionGroups counts;

  private Proportion(
      long successes,
      long trials,
      boolean clustered,
      int groups,
      double effectiveGroups,
      double deff,
      boolean byWeek,
      double heaviest,
      ProportionGroups counts) {
    this.successes = successes;
    this.trials = trials;
    this.clustered = clustered;
    this.groups = groups;
    this.effectiveGroups = effectiveGroups;
    this.deff = deff;
    this.byWeek = byWeek;
    this.heaviest = heaviest;
    this.counts = counts;
  }

  /**
   * {@return the share of successes among independent trials; empty for 0 of 0}
   *
   * @param successes 0 to {@code trials}
   * @param trials 0 or more
   * @throws IllegalArgumentException if a count is out of range
   */
  public static Proportion of(long successes, long trials) {
    if (!(successes >= 0 && successes <= trials)) {
      throw new IllegalArgumentException(
          "successes (" + successes + ") must lie in [0, trials (" + trials + ")]");
    }
    return ungrouped(successes, trials, trials == 0 ? Double.NaN : 1);
  }

  /**
   * Returns the share of successes among all cases, such as 5 of 5 departments. It is counted, not
   * estimated, so there is no interval.
   *
   * <pre>{@code
   * Proportion.ofAll(5, 5);   // 1.00 5/5
   * }</pre>
   *
   * @param successes 0 to {@code all}
   * @param all the number of cases, 0 or more
   * @return the proportion without an interval; empty for 0 of 0
   * @throws IllegalArgumentException if a count is out of range
   */
  public static Proportion ofAll(long successes, long all) {
    of(successes, all);
    return ungrouped(successes, all, Double.NaN);
  }

  private static Proportion ungrouped(long successes, long trials, double deff) {
    return new Proportion(
        successes, trials, false, 0, Double.NaN, deff, false, Double.NaN, ProportionGroups.NONE);
  }

  /**
   * Returns the share of successes among trials that are grouped in one or several ways.
   *
   * <p>Element k of an array belongs to group k. A grouping that is not used has arrays of length
   * 0, or containing only zeros. The third, if there is one, is by week.
   *
   * @param successes for each grouping the successes in each group
   * @param trials for each grouping the trials in each group
   * @return the proportion, O(number of groups); empty if there is no trial
   * @throws IllegalArgumentException if arrays differ in length, a count is out of range, or the
   *     sums of two groupings in use differ
   */
  public static Proportion clustered(long[][] successes, long[][] trials) {
    if (successes.length != trials.length) {
      throw new IllegalArgumentException(
          "successes ("
              + successes.length
              + " groupings) and trials ("
              + trials.length
              + ") must have equally many groupings");
    }
    long hits = 0;
    long all = 0;
    List<Jackknife> used = new ArrayList<>();
    double persons = Double.POSITIVE_INFINITY;
    double heaviest = Double.NaN;
    for (int grouping = 0; grouping < trials.length; grouping++) {
      requireCounts(grouping, successes[grouping], trials[grouping]);
      long ofGrouping = sum(trials[grouping]);
      if (ofGrouping > 0) {
        long hitsOfGrouping = sum(successes[grouping]);
        if (!used.isEmpty() && !(hitsOfGrouping == hits && ofGrouping == all)) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "groupings (%d/%d and %d/%d) must have the same sums; pass empty arrays for a"
                      + " grouping that is not used",
                  hits,
                  all,
                  hitsOfGrouping,
                  ofGrouping));
        }
        hits = hitsOfGrouping;
        all = ofGrouping;
        used.add(jackknife(grouping, hits, all, successes[grouping], trials[grouping]));
        if (grouping < Jackknife.BY_WEEK) {
          persons = Math.min(persons, Jackknife.effectivePersons(trials[grouping]));
          double share = Jackknife.heaviestShare(trials[grouping]);
          heaviest = share <= heaviest ? heaviest : share;
        }
      }
    }
    Jackknife ruling = Jackknife.ruling(used);
    return new Proportion(
        hits,
        all,
        true,
        ruling.groups(),
        ruling.effectiveGroups(),
        used.isEmpty() ? Double.NaN : designEffect(hits, all, ruling, persons),
        ruling.isByWeek(),
        heaviest,
        ProportionGroups.of(successes, trials));
  }

  /**
   * Returns the share of successes among trials that are grouped in one way.
   *
   * @param successes successes in each group
   * @param trials trials in each group
   * @return the proportion, O(number of groups); empty if there is no trial
   * @throws IllegalArgumentException if the arrays differ in length or a count is out of range
   */
  public static Proportion clustered(long[] successes, long[] trials) {
    return clustered(new long[][] {successes}, new long[][] {trials});
  }

  private static Jackknife jackknife(
      int grouping, long successes, long trials, long[] groupSuccesses, long[] groupTrials) {
    double whole = (double) successes / trials;
    double[] moves = new double[groupTrials.length];
    for (int group = 0; group < groupTrials.length; group++) {
      if (groupTrials[group] > 0) {
        moves[group] =
            (double) (successes - groupSuccesses[group]) / (trials - groupTrials[group]) - whole;
      }
    }
    return Jackknife.of(
        grouping,
        Jackknife.nonEmpty(groupTrials),
        Jackknife.effectiveGroups(groupTrials),
        whole,
        moves,
        1);
  }

  private static double designEffect(
      long successes, long trials, Jackknife ruling, double persons) {
    if (!ruling.isDefined()) {
      return Double.NaN;
    }
    long rarer = Math.min(successes, trials - successes);
    double leastOfRare = 1 + (trials / persons - 1) / (1.0 + rarer);
    double share = (double) successes / trials;
    return rarer == 0
        ? leastOfRare
        : Math.max(leastOfRare, ruling.variance() / (share * (1 - share) / trials));
  }

  /** {@return the number of successes, 0 or more} */
  public long successes() {
    return successes;
  }

  /** {@return the number of trials, N; 0 or more} */
  public long trials() {
    return trials;
  }

  /** {@return the share, successes divided by trials; in [0, 1]; NaN without trials} */
  public double value() {
    return trials == 0 ? Double.NaN : (double) successes / trials;
  }

  /** {@return the lower end of the 95 % interval, in [0, 1]; NaN without an interval} */
  public double low() {
    return interval().map(Interval::low).orElse(Double.NaN);
  }

  /** {@return the upper end of the 95 % interval, in [0, 1]; NaN without an interval} */
  public double high() {
    return interval().map(Interval::high).orElse(Double.NaN);
  }

  /**
   * {@return the 95 % interval by Wilson's method, which lies inside [0, 1] and contains the share;
   * empty if there is none}
   */
  public Optional<Interval> interval() {
    return interval(Distributions.DEFAULT_LEVEL);
  }

  /**
   * Returns the interval by Wilson's method.
   *
   * @param level confidence level, between 0 and 1
   * @return an interval inside [0, 1] that contains the share; empty if there is none
   * @throws IllegalArgumentException if {@code level} is not between 0 and 1
   */
  public Optional<Interval> interval(double level) {
    return interval(IntervalMethod.WILSON, level);
  }

  /**
   * {@return the interval by a given method, inside [0, 1]; empty if there is none}
   *
   * @param method any method for independent trials, {@link IntervalMethod#WILSON} for clustered
   *     ones
   * @param level confidence level, between 0 and 1
   * @throws IllegalArgumentException if {@code level} is not between 0 and 1
   * @throws IllegalStateException if trials are clustered and the method is not Wilson's
   */
  public Optional<Interval> interval(IntervalMethod method, double level) {
    Distributions.checkLevel(level);
    if (clustered && method != IntervalMethod.WILSON) {
      throw new IllegalStateException(
          "method ("
              + method
              + ") knows no groups: use WILSON, or asIndependent() to take every trial as"
              + " independent");
    }
    if (!hasInterval()) {
      return Optional.empty();
    }
    double factor =
        isVarianceEstimated()
            ? Distributions.studentFactor(level, effectiveGroups - 1)
            : Distributions.normalFactor(level);
    return Optional.of(
        ProportionIntervals.of(method, successes, trials, effectiveTrials(), level, factor));
  }

  private boolean isVarianceEstimated() {
    return clustered && successes > 0 && successes < trials;
  }

  /**
   * Returns whether there is an interval.
   *
   * @return false without trials, for clustered trials with fewer than two (effective) groups, and
   *     for {@link #ofAll}
   */
  public boolean hasInterval() {
    return deff >= 1 && (!clustered || effectiveGroups >= 2);
  }

  /**
   * Returns the standard error {@code sqrt(p (1 - p) / n_eff)}.
   *
   * @return 0 or more; NaN without an interval
   */
  public double standardError() {
    double share = value();
    return hasInterval() ? Math.sqrt(share * (1 - share) / effectiveTrials()) : Double.NaN;
  }

  /**
   * {@return the design effect: how many clustered trials are worth one independent trial; 1 or
   * more, 1 for independent trials; NaN if it is unknown} For a share of 0 or 1 it is not
   * estimated, but the worst possible value, {@code N / m}.
   */
  public double deff() {
    return deff;
  }

  /**
   * {@return n_eff, the number of independent trials that would be worth as much; at most {@link
   * #trials()}; NaN if it is unknown}
   */
  public double effectiveTrials() {
    return trials / deff;
  }

  /**
   * {@return G*, the number of equal groups that would be worth as much as those of the decisive
   * grouping; at most {@link #groups()}; NaN for independent trials and if there is none}
   */
  public double effectiveGroups() {
    return effectiveGroups;
  }

  /**
   * {@return the number of non-empty groups of the decisive grouping; 0 for independent trials,
   * which are in no groups}
   */
  public int groups() {
    return groups;
  }

  /**
   * {@return whether the decisive grouping is the one by week, because neighbors in time resemble
   * each other more than trials of one person; false for independent trials}
   */
  public boolean isByWeek() {
    return byWeek;
  }

  /**
   * {@return the share of all trials that lies in one group of people, or of conversations, if that
   * group stands out: if it exceeds the median of the non-empty groups by more than a tenth of all
   * trials and is more than five times as large; otherwise, and for independent trials, empty} It
   * means that one person or conversation has much more than others, so that the interval is as
   * wide as if there were few. Groups are derived from names by hashing, so it is not known which
   * person or conversation it is.
   */
  public OptionalDouble heaviestShare() {
    return Double.isNaN(heaviest) ? OptionalDouble.empty() : OptionalDouble.of(heaviest);
  }

  /**
   * {@return whether the uncertainty rests on fewer than 10 groups, which are too few for a
   * verdict; false for independent trials}
   */
  public boolean hasFewGroups() {
    return clustered && groups < Notes.ENOUGH_GROUPS;
  }

  /** {@return {@link #estimate(double)} with a level of 0.95} */
  public Estimate estimate() {
    return estimate(Distributions.DEFAULT_LEVEL);
  }

  /**
   * {@return the share as an estimate, for further computation; undefined without trials}
   *
   * @param level confidence level of its interval, between 0 and 1
   * @throws IllegalArgumentException if {@code level} is not between 0 and 1
   */
  public Estimate estimate(double level) {
    if (isEmpty()) {
      return Estimate.undefined(Notes.NO_DATA);
    }
    return interval(level)
        .map(found -> Estimate.of(value(), standardError(), found, level, groups))
        .orElseGet(
            () ->
                Estimate.withoutInterval(
                    value(), groups, clustered ? Notes.FEW_GROUPS : Notes.ALL_COUNTED));
  }

  /**
   * Returns the share together with its values without each group, to compute differences and means
   * of shares that rest on the same people. A share of 0 or 1 keeps its interval ({@link
   * Replicated#orWithin}).
   *
   * <pre>{@code
   * Proportion share = Proportion.clustered(new long[] {1, 0, 2}, new long[] {2, 2, 2});
   * share.replicated().minus(share.replicated()).value();   // 0.0
   * }</pre>
   *
   * @return the share, O(number of groups); NaN without trials. Independent trials form one group,
   *     so results computed from them have no interval; groups beyond the 32nd of a grouping are
   *     combined with the first ones
   */
  public Replicated replicated() {
    return counts().share(successes, trials).orWithin(estimate());
  }

  /**
   * {@return the number of trials together with its values without each group, for further
   * computation, grouped as {@link #replicated} is}
   */
  public Replicated trialsReplicated() {
    return counts().trials(trials);
  }

  private ProportionGroups counts() {
    return clustered ? counts : ProportionGroups.inOneGroup(successes, trials);
  }

  /**
   * Returns whether the trials are grouped.
   *
   * @return false for {@link #of} and {@link #asIndependent()}
   */
  public boolean isClustered() {
    return clustered;
  }

  /**
   * {@return the share as a map of JDK types, which any JSON library can write: as {@link
   * Estimate#toMap}, with {@code numerator} and {@code denominator}}
   */
  public Map<String, Object> toMap() {
    Map<String, Object> map = estimate().toMap();
    map.put("numerator", successes);
    map.put("denominator", trials);
    return map;
  }

  /** {@return whether there is no trial} */
  public boolean isEmpty() {
    return trials == 0;
  }

  /**
   * Returns the same counts, with trials treated as an independent sample.
   *
   * @return a proportion that is not clustered
   */
  public Proportion asIndependent() {
    return of(successes, trials);
  }

  /** Returns whether the other object is a proportion of the same counts and groups. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Proportion that
        && successes == that.successes
        && trials == that.trials
        && clustered == that.clustered
        && groups == that.groups
        && Double.compare(effectiveGroups, that.effectiveGroups) == 0
        && Double.compare(deff, that.deff) == 0
        && byWeek == that.byWeek
        && Double.compare(heaviest, that.heaviest) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(successes, trials, clustered, groups, effectiveGroups, deff, byWeek);
  }

  /**
   * Returns such as {@code 0.59 [0.48, 0.69] 216/366, deff 2.8}, with {@code by week} at the end if
   * weeks are decisive and {@code 0.41 in one group} if one group of people or conversations
   * {@linkplain #heaviestShare stands out}; or {@code none 0/0}.
   */
  @Override
  public String toString() {
    String interval = interval().map(found -> " " + found).orElse("");
    // A share that is not 0 is not printed as if it were.
    boolean isSmall = successes > 0 && value() < 0.005;
    String share = isSmall ? NumberText.decimal(value()) : NumberText.share(value());
    String text = share + interval + " " + successes + "/" + trials;
    if (!clustered || trials == 0) {
      return text;
    }
    if (!hasInterval()) {
      return text + ", " + Notes.FEW_GROUPS;
    }
    String deffect = String.format(Locale.ROOT, ", deff %.1f", deff);
    boolean isOne = byWeek && deffect.endsWith(" 1.0");
    String heavy =
        Double.isNaN(heaviest) ? "" : ", " + NumberText.share(heaviest) + " in one group";
    return (isVarianceEstimated() ? text + deffect + (byWeek && !isOne ? " by week" : "") : text)
        + heavy;
  }

  private static void requireCounts(int grouping, long[] successes, long[] trials) {
    if (successes.length != trials.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "successes[%d] (%d groups) and trials[%d] (%d groups) must have the same length",
              grouping,
              successes.length,
              grouping,
              trials.length));
    }
    for (int group = 0; group < trials.length; group++) {
      if (!(successes[group] >= 0 && successes[group] <= trials[group])) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "successes[%d][%d] (%d) must lie in [0, trials[%d][%d] (%d)]",
                grouping,
                group,
                successes[group],
                grouping,
                group,
                trials[group]));
      }
    }
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum = Math.addExact(sum, count);
    }
    return sum;
  }

  /**
   * Methods for a confidence interval of a share.
   *
   * <p>Source: L. D. Brown, T. T. Cai, A. DasGupta, 2001, "Interval Estimation for a Binomial
   * Proportion", Statistical Science 16.
   */
  public enum IntervalMethod {
    /**
     * The score interval, the default: near its nominal coverage even in small samples (E. B.
     * Wilson, 1927, "Probable Inference, the Law of Succession, and Statistical Inference").
     */
    WILSON,

    /**
     * The equal-tailed interval of the beta distribution with one half added to successes and
     * failures. It is not extended to 0 without successes, nor to 1 without failures; the observed
     * share then lies just outside.
     */
    JEFFREYS,

    /**
     * The center of Wilson's interval with the width of a normal approximation, cut to [0, 1] (A.
     * Agresti, B. A. Coull, 1998, "Approximate Is Better than Exact for Interval Estimation of
     * Binomial Proportions").
     */
    AGRESTI_COULL,

    /**
     * The interval that never covers less than its nominal level, and is therefore the widest (C.
     * J. Clopper, E. S. Pearson, 1934, "The Use of Confidence or Fiducial Limits Illustrated in the
     * Case of the Binomial").
     */
    CLOPPER_PEARSON
  }
}
