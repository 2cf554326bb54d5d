package dev.repartee.stats;

import dev.repartee.internal.math.Distributions;
import java.time.Duration;

/**
 * The difference of two estimates, first minus second, with an interval computed from theirs
 * (MOVER, the method of variance estimates recovery).
 *
 * <p>An interval shows how uncertain its value is in either direction, and the two directions may
 * differ. With values a and b and intervals [l_a, u_a] and [l_b, u_b], the difference lies in
 *
 * <pre>
 * [a - b - sqrt((a - l_a)^2 + (u_b - b)^2),
 *  a - b + sqrt((u_a - a)^2 + (b - l_b)^2)]
 * </pre>
 *
 * <p>at the level of the two. For proportions with Wilson's intervals, this is Newcombe's hybrid
 * score interval; the intervals of clustered proportions account for their groups.
 *
 * <p>The two are treated as independent of each other. If the same people are on both sides, both
 * are usually high or low together, and the interval is too wide rather than too narrow; {@link
 * LogRank} leaves people out of both sides at once and does not need this assumption.
 *
 * <pre>{@code
 * Difference.of(Proportion.of(56, 70), Proportion.of(48, 80));   // 0.20 [0.05, 0.33]
 * }</pre>
 *
 * <p>Sources: R. G. Newcombe, 1998, "Interval Estimation for the Difference between Independent
 * Proportions: Comparison of Eleven Methods" (method 10); G. Y. Zou, A. Donner, 2008, "Construction
 * of Confidence Limits about Effect Measures: A General Approach". The tests of plain shares: K.
 * Pearson, 1900; R. A. Fisher, 1935, "The Design of Experiments".
 */
public final class Difference {

  private static final int HALVINGS = 60;

  private Difference() {}

  /**
   * {@return the difference of two shares, with its 95 % interval; in [-1, 1]; undefined if either
   * has no trials, without an interval if either has none}
   *
   * @param first the first share
   * @param second the second, which is subtracted
   */
  public static Estimate of(Proportion first, Proportion second) {
    return of(first, second, Distributions.DEFAULT_LEVEL);
  }

  /**
   * {@return the difference of two shares, with its interval; in [-1, 1]; undefined if either has
   * no trials, without an interval if either has none}
   *
   * @param first the first share
   * @param second the second, which is subtracted
   * @param level confidence level, between 0 and 1
   * @throws IllegalArgumentException if {@code level} is not between 0 and 1
   */
  public static Estimate of(Proportion first, Proportion second, double level) {
    return of(first.estimate(level), second.estimate(level));
  }

  /**
   * Returns the difference of two estimates, such as {@code within(d)} of two curves.
   *
   * @param first the first share
   * @param second the second, which is subtracted; its interval is of the same level
   * @return the difference; undefined if either is, without an interval if either has none, and the
   *     note says which; it rests on as many groups as the estimate that has fewer
   * @throws IllegalArgumentException if the levels differ
   */
  public static Estimate of(Estimate first, Estimate second) {
    if (!first.isDefined() || !second.isDefined()) {
      return Estimate.undefined(
          note(first.isDefined(), first.note(), second.isDefined(), second.note()));
    }
    double value = first.value() - second.value();
    int groups = groups(first.groups(), second.groups());
    int weeks = Math.max(first.weeks(), second.weeks()); // there may be more on both sides together
    if (!first.hasInterval() || !second.hasInterval()) {
      return Estimate.withoutInterval(
              value,
              groups,
              note(first.hasInterval(), first.note(), second.hasInterval(), second.note()))
          .ofWeeks(weeks);
    }
    return Estimate.of(
            value,
            Math.hypot(first.standardError(), second.standardError()),
            new Interval(
                value - width(first.value(), first.low(), second.high(), second.value()),
                value + width(first.high(), first.value(), second.value(), second.low())),
            level(first.level(), second.level()),
            groups)
        .ofWeeks(weeks);
  }

  /**
   * {@return the difference of two durations, such as two medians: a duration, which may be
   * negative, with an open end if an end that it needs is open; not reached if either is not, no
   * data if either has none, without an interval if either has none, and the note says which}
   *
   * @param first the first share
   * @param second the second, which is subtracted; its interval is of the same level
   * @throws IllegalArgumentException if the levels differ
   */
  public static DurationEstimate of(DurationEstimate first, DurationEstimate second) {
    if (first.state() == DurationEstimate.State.NO_DATA
        || second.state() == DurationEstimate.State.NO_DATA) {
      return DurationEstimate.noData();
    }
    if (!first.isReached() || !second.isReached()) {
      return DurationEstimate.notReached(
          first.isReached() ? "second" : second.isReached() ? "first" : "both");
    }
    double value = first.millis() - second.millis();
    int groups = groups(first.groups(), second.groups());
    if (!first.hasInterval() || !second.hasInterval()) {
      return DurationEstimate.withoutInterval(
          value,
          groups,
          note(first.hasInterval(), first.note(), second.hasInterval(), second.note()));
    }
    return DurationEstimate.withStandardError(
        value,
        Math.hypot(first.standardErrorMillis(), second.standardErrorMillis()),
        value - width(first.millis(), first.lowMillis(), second.highMillis(), second.millis()),
        value + width(first.highMillis(), first.millis(), second.millis(), second.lowMillis()),
        level(first.level(), second.level()),
        groups);
  }

  /**
   * {@return the difference of two shares or probabilities that may rest on the same people, with
   * its 95 % interval, as {@link #of(Replicated, Replicated, double)}}
   *
   * @param first the first share, in [0, 1]
   * @param second the second, which is subtracted
   */
  public static Estimate of(Replicated first, Replicated second) {
    return of(first, second, Distributions.DEFAULT_LEVEL);
  }

  /**
   * Returns the difference of two shares or probabilities that may rest on the same people, with
   * its interval by MOVER. Each side has the log-log interval of its error by replicates, and the
   * ends are combined with the correlation r of the groups' contributions to both sides:
   *
   * <pre>
   * low  = d - sqrt((p1 - l1)^2 + (u2 - p2)^2 - 2 r (p1 - l1) (u2 - p2))
   * high = d + sqrt((u1 - p1)^2 + (p2 - l2)^2 - 2 r (u1 - p1) (p2 - l2))
   * </pre>
   *
   * <p>What people have in common on both sides cancels, and near 0 and 1 the interval extends in
   * the direction in which a probability can move, where a symmetric interval would claim too much.
   * A side of 0 or 1 contributes its own known interval.
   *
   * <p>Source: G. Y. Zou, 2008, "On the Estimation of Additive Interaction by Use of the
   * Four-by-two Table and Beyond", American Journal of Epidemiology 168.
   *
   * @param first the first share, in [0, 1]
   * @param second the second, which is subtracted
   * @param level confidence level, between 0 and 1
   * @return in [-1, 1]; undefined if either is, without an interval if replicates give none
   * @throws IllegalArgumentException if {@code level} is not between 0 and 1
   */
  public static Estimate of(Replicated first, Replicated second, double level) {
    Replicated difference = first.minus(second);
    Estimate symmetric = difference.estimate(level);
    if (!symmetric.hasInterval()) {
      return symmetric;
    }
    int grouping = difference.ruling();
    double runs = difference.ofRuns(grouping);
    double one = first.variance(grouping, runs);
    double other = second.variance(grouping, runs);
    double factor = difference.factor(level);
    double both = first.covariance(second, grouping) * runs;
    double correlation =
        one > 0 && other > 0 ? Math.max(-1, Math.min(1, both / Math.sqrt(one * other))) : 0;
    Interval ofFirst = around(first.value(), one, factor, level);
    Interval ofSecond = around(second.value(), other, factor, level);
    double value = difference.value();
    return Estimate.of(
        value,
        symmetric.standardError(),
        new Interval(
            value
                - width(
                    first.value() - ofFirst.low(), ofSecond.high() - second.value(), correlation),
            value
                + width(
                    ofFirst.high() - first.value(), second.value() - ofSecond.low(), correlation)),
        level,
        symmetric.groups());
  }

  /**
   * Returns the log-log interval of a probability; for 0 or 1, the one whose 95 % width is its
   * error.
   */
  private static Interval around(double chance, double variance, double factor, double level) {
    double error = Math.sqrt(variance);
    double waiting = 1 - chance;
    if (!(waiting > 0 && waiting < 1)) {
      double usual = Distributions.DEFAULT_LEVEL;
      double end = Math.max(0, 1 - error * Distributions.normalFactor(usual));
      double width = 1 - Math.pow(end, Math.log((1 - level) / 2) / Math.log((1 - usual) / 2));
      return waiting >= 1 ? new Interval(chance, width) : new Interval(1 - width, chance);
    }
    double log = Math.log(waiting);
    double width = factor * error / (waiting * -log);
    return new Interval(1 - Math.exp(log * Math.exp(-width)), 1 - Math.exp(log * Math.exp(width)));
  }

  private static double width(double one, double other, double correlation) {
    return Math.sqrt(Math.max(0, one * one + other * other - 2 * correlation * one * other));
  }

  /**
   * Returns the probability of a difference this large or larger if there were none: 1 minus the
   * level at which an end of its interval is 0.
   *
   * @param first the first share, in [0, 1]
   * @param second the other
   * @return the two-sided p value; NaN without an interval
   */
  public static double pValue(Replicated first, Replicated second) {
    Estimate difference = of(first, second);
    if (!difference.hasInterval() || difference.value() == 0) {
      return difference.hasInterval() ? 1 : Double.NaN;
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double p = (low + high) / 2;
      if (!(1 - p > 0 && 1 - p < 1)) {
        break; // nearer to 0 or 1 than numbers can tell
      }
      Estimate at = of(first, second, 1 - p);
      boolean isShown = at.low() > 0 || at.high() < 0;
      high = isShown ? p : high;
      low = isShown ? low : p;
    }
    return high;
  }

  /**
   * Returns the difference of {@code within(duration)} of two curves that may share people, with
   * its 95 % interval: each group is left out of both curves at once ({@link #of(Replicated,
   * Replicated, double)}).
   *
   * @param first the first share
   * @param second the second, which is subtracted
   * @param duration 0 or more
   * @return in [-1, 1]; undefined if either is, without an interval if replicates give none
   * @throws IllegalArgumentException if {@code duration} is negative, or the curves do not have the
   *     same number of groupings, at least one
   */
  public static Estimate within(SurvivalCurve first, SurvivalCurve second, Duration duration) {
    RiskGroups ofFirst = first.groups();
    RiskGroups ofSecond = second.groups();
    if (ofFirst == null || ofSecond == null || ofFirst.groupings() != ofSecond.groupings()) {
      throw new IllegalArgumentException(
          "first ("
              + (ofFirst == null ? 0 : ofFirst.groupings())
              + " groupings) and second ("
              + (ofSecond == null ? 0 : ofSecond.groupings())
              + ") must have equally many groupings, at least one; else use of(first.within(d),"
              + " second.within(d))");
    }
    Estimate one = first.within(duration);
    Estimate other = second.within(duration);
    return one.isDefined() && other.isDefined()
        ? of(first.withinReplicated(duration), second.withinReplicated(duration))
        : of(one, other);
  }

  /**
   * Returns the difference of two shares of independent trials in standard errors, under the
   * hypothesis that the truth is the same (the z test with the pooled share). Its square is
   * Pearson's chi-squared of the two-by-two table, without a continuity correction.
   *
   * @param first the first share
   * @param second the second, which is subtracted
   * @return z, above 0 if the first share is larger; 0 if both are 0 or both are 1; NaN if either
   *     has no trials
   * @throws IllegalArgumentException if the trials are clustered
   */
  public static double zScore(Proportion first, Proportion second) {
    requireIndependent(first, second);
    double n = first.trials();
    double m = second.trials();
    double pooled = (first.successes() + (double) second.successes()) / (n + m);
    double error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
    return error == 0 ? 0 : (first.value() - second.value()) / error;
  }

  /**
   * {@return the probability that two shares of independent trials differ this much or more if the
   * truth is the same, by Pearson's chi-squared test with one degree of freedom, which is the
   * two-sided z test; in [0, 1]; NaN if either has no trials} With fewer than 5 expected successes
   * or failures on a side, use {@link #fisherPValue}.
   *
   * @param first the first share
   * @param second the other
   * @throws IllegalArgumentException if the trials are clustered
   */
  public static double chiSquaredPValue(Proportion first, Proportion second) {
    double z = zScore(first, second);
    return Distributions.chiSquaredTail(z * z);
  }

  /**
   * Returns the probability that two shares of independent trials differ as they do, or in a way
   * that is at least as unlikely, if the truth is the same: Fisher's exact test, two-sided, given
   * the trials of both sides and the successes of both together. As in R, probabilities that agree
   * to 7 digits count as equal.
   *
   * <pre>{@code
   * Difference.fisherPValue(Proportion.of(3, 4), Proportion.of(1, 4));   // 0.486: the lady tasting tea
   * }</pre>
   *
   * @param first the first share
   * @param second the other
   * @return the p value, in [0, 1]; NaN if either has no trials. It takes time in proportion to the
   *     square root of the trials
   * @throws IllegalArgumentException if the trials are clustered
   */
  public static double fisherPValue(Proportion first, Proportion second) {
    requireIndependent(first, second);
    if (first.isEmpty() || second.isEmpty()) {
      return Double.NaN;
    }
    Hypergeometric counts =
        new Hypergeometric(
            first.trials(), second.trials(), Math.addExact(first.successes(), second.successes()));
    return counts.noLikelierThan(first.successes());
  }

  /** Trials of one person resemble each other, which these tests ignore. */
  private static void requireIndependent(Proportion first, Proportion second) {
    if (first.isClustered() || second.isClustered()) {
      throw new IllegalArgumentException(
          "first ("
              + first
              + ") and second ("
              + second
              + ") must be of independent trials; ask of(first, second) whether its interval holds"
              + " 0, or take asIndependent() of both");
    }
  }

  /**
   * The successes of the first side, given those of both.
   *
   * @param first the trials of the first side
   * @param second the trials of the second side
   * @param successes the successes of both
   */
  private record Hypergeometric(long first, long second, long successes) {
    /** The tolerance, from R, within which two probabilities count as the same. */
    private static final double SAME = 1 + 1e-7;

    /** Smaller numbers have few digits, and a ratio near 1 would not change them. */
    private static final double NEVER = Double.MIN_NORMAL;

    /** The probability of all numbers that are at least as unlikely as a given one. */
    double noLikelierThan(long number) {
      long mode = mode();
      double limit = SAME * chance(mode, number);
      double sum = 0;
      double unlikely = 0;
      // Outwards from the likeliest, whose chance is taken as 1, until nothing is left of it.
      for (int step = -1; step <= 1; step += 2) {
        double chance = step < 0 ? 1 : ratio(mode, step);
        for (long x = step < 0 ? mode : mode + 1; chance > NEVER; x += step) {
          sum += chance;
          unlikely += chance <= limit ? chance : 0;
          chance *= ratio(x, step);
        }
      }
      return Math.min(1, unlikely / sum);
    }

    private long mode() {
      double mode = (first + 1.0) * (successes + 1.0) / (first + (double) second + 2);
      long least = Math.max(0, successes - second);
      return Math.max(least, Math.min(Math.min(first, successes), (long) mode));
    }

    private double chance(long mode, long number) {
      double chance = 1;
      int step = number < mode ? -1 : 1;
      for (long x = mode; x != number && chance > NEVER; x += step) {
        chance *= ratio(x, step);
      }
      return chance > NEVER ? chance : 0;
    }

    /** How many times as likely the next number is; 0 if there is none. */
    private double ratio(long x, int step) {
      double successLeft = successes - x;
      double trialsLeft = first - x;
      double up = successLeft * trialsLeft;
      return step > 0
          ? up / ((x + 1.0) * (second - successes + x + 1.0))
          : x * (double) (second - successes + x) / ((successLeft + 1) * (trialsLeft + 1));
    }
  }

  /** Returns the root of the sum of squares of two parts of intervals; NaN if one is open. */
  private static double width(double above, double below, double otherAbove, double otherBelow) {
    // A value outside its interval, which some methods allow, counts as at its end.
    return Math.hypot(Math.max(0, above - below), Math.max(0, otherAbove - otherBelow));
  }

  private static int groups(int first, int second) {
    return first == 0 || second == 0 ? Math.max(first, second) : Math.min(first, second);
  }

  private static double level(double first, double second) {
    if (first != second) {
      throw new IllegalArgumentException(
          "level of first ("
              + first
              + ") and level of second ("
              + second
              + ") must be the same; ask both for the same level");
    }
    return first;
  }

  private static String note(boolean hasFirst, String first, boolean hasSecond, String second) {
    String ofFirst = hasFirst ? "" : "first: " + first;
    String ofSecond = hasSecond ? "" : "second: " + second;
    return ofFirst + (hasFirst || hasSecond ? "" : "; ") + ofSecond;
  }
}
