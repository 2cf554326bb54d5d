package dev.repartee.stats;

import dev.repartee.internal.math.Distributions;
import dev.repartee.internal.math.Jackknife;
import dev.repartee.internal.math.Notes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The uncertainty of any statistic, from recomputing it with each group of observations left out in
 * turn (the delete-a-group jackknife).
 *
 * <p>With T the statistic of all observations and T(-k) that of all but group k, over the G
 * non-empty groups, the variance is
 *
 * <pre>{@code V = (G - 1) / G * sum over k of (T(-k) - T)^2}</pre>
 *
 * <p>and the interval {@code T +- t * sqrt(V)}, with t the quantile of Student's distribution with
 * G - 1 degrees of freedom. If the same observations are grouped in two ways, for example by person
 * and by conversation, the larger of the two variances is decisive and determines G; if both are
 * equal, the smaller G applies. There is no interval if any T(-k) is undefined (NaN or infinite),
 * or if a grouping has fewer than two non-empty groups, because nothing then shows how far its
 * groups differ; the {@linkplain Estimate#note() note} says so.
 *
 * <p><b>By week.</b> A backlog carries over from one week to the next. For the third grouping, V is
 * therefore the largest of the values for single weeks, runs of two weeks and runs of four weeks,
 * with {@code d_k = T(-k) - T}, and 0 before the first and after the last week:
 *
 * <pre>{@code V_r = (G - 1)^2 / (G (G - r)) * 1 / r * sum over k of (d_k + ... + d_(k + r - 1))^2}
 * </pre>
 *
 * <p>for all r up to a third of G. It is decisive if it exceeds the other V by more than the 0.95
 * quantile of F, with both numbers of groups minus 1 as degrees of freedom; if nothing depends on
 * time, chance does that in one of twenty cases. If it is not defined, the others decide.
 *
 * <pre>{@code
 * double[] without = {2.5, 3.0, 3.5};            // the mean of 2, 3, 4 without each
 * Replicates.of(3.0, without).estimate();   // 3.00 [0.52, 5.48]
 * }</pre>
 *
 * <p>Source: M. H. Quenouille, 1956, "Notes on Bias in Estimation"; J. Shao, D. Tu, 1995, "The
 * Jackknife and Bootstrap".
 *
 * <p>Immutable.
 */
public final class Replicates {

  private final double whole;
  private final Jackknife ruling;
  private final int weeks;
  private final String note;

  private Replicates(double whole, List<Jackknife> groupings, String note) {
    this.whole = whole;
    this.ruling = Jackknife.ruling(groupings);
    this.weeks = Jackknife.weeks(groupings);
    this.note = note;
  }

  /**
   * Returns the uncertainty of a statistic.
   *
   * @param whole the statistic of all observations; NaN if it is undefined
   * @param leftOut for each grouping, the statistic without each of its non-empty groups; empty for
   *     a grouping that is not used. The third, if there is one, is by week, in the order of weeks
   * @return the uncertainty, O(number of groups)
   */
  public static Replicates of(double whole, double[]... leftOut) {
    if (!Double.isFinite(whole)) {
      return new Replicates(Double.NaN, List.of(), Notes.NOT_DEFINED);
    }
    return of(
        whole,
        IntStream.range(0, leftOut.length)
            .mapToObj(g -> jackknife(g, whole, Objects.requireNonNull(leftOut[g], "leftOut")))
            .toList());
  }

  private static Jackknife jackknife(int grouping, double whole, double[] leftOut) {
    double[] moves = Arrays.stream(leftOut).map(without -> without - whole).toArray();
    return Jackknife.of(grouping, moves.length, moves.length, whole, moves, 1);
  }

  private static Replicates of(double whole, List<Jackknife> groupings) {
    Jackknife ruling = Jackknife.ruling(groupings);
    String note =
        ruling.isDefined() ? Notes.NONE : ruling.groups() < 2 ? Notes.FEW_GROUPS : Notes.LEFT_OUT;
    return new Replicates(whole, groupings, note);
  }

  /**
   * Returns the uncertainty of a statistic that is known without each group, including empty ones,
   * so that neighboring weeks can be recognized.
   */
  static Replicates of(double whole, double[] leftOut, BitSet filled) {
    if (!Double.isFinite(whole)) {
      return new Replicates(Double.NaN, List.of(), Notes.NOT_DEFINED);
    }
    List<Jackknife> groupings = new ArrayList<>();
    for (int from = 0; from < leftOut.length; from += LatencyGroups.GROUPS) {
      double[] moves = new double[LatencyGroups.GROUPS];
      int groups = 0;
      for (int group = 0; group < moves.length; group++) {
        if (filled.get(from + group)) {
          moves[group] = leftOut[from + group] - whole;
          groups++;
        }
      }
      int grouping = from / LatencyGroups.GROUPS;
      groupings.add(Jackknife.of(grouping, groups, groups, whole, moves, 1));
    }
    return of(whole, groupings);
  }

  /**
   * Returns the variance V.
   *
   * @return 0 or more; NaN if there is none
   */
  public double variance() {
    return ruling.variance();
  }

  /** {@return the standard error, the root of V; 0 or more; NaN if there is none} */
  public double standardError() {
    return Math.sqrt(ruling.variance());
  }

  /** {@return the number of non-empty groups of the decisive grouping, 0 or more} */
  public int groups() {
    return ruling.groups();
  }

  /** The number of the decisive grouping. */
  int grouping() {
    return ruling.grouping();
  }

  /** {@return the number of non-empty weeks, at most 32; 0 if nothing is grouped by week} */
  public int weeks() {
    return weeks;
  }

  /**
   * {@return whether the decisive grouping is the one by week; false if nothing is grouped by week}
   */
  public boolean isByWeek() {
    return ruling.isByWeek();
  }

  /**
   * {@return the statistic with its 95 % interval; if it is undefined or has no interval, its note
   * says why}
   */
  public Estimate estimate() {
    return estimate(Distributions.DEFAULT_LEVEL);
  }

  /**
   * Returns the statistic with a symmetric t interval.
   *
   * @param level confidence level, between 0 and 1
   * @return an estimate; if it is undefined or has no interval, its note says why
   * @throws IllegalArgumentException if {@code level} is not between 0 and 1
   */
  public Estimate estimate(double level) {
    Distributions.checkLevel(level);
    if (Double.isNaN(whole)) {
      return Estimate.undefined(note);
    }
    if (!ruling.isDefined()) {
      return Estimate.withoutInterval(whole, ruling.groups(), note);
    }
    double half = Distributions.studentFactor(level, ruling.groups() - 1.0) * standardError();
    return Estimate.of(
        whole, standardError(), new Interval(whole - half, whole + half), level, ruling.groups());
  }

  /**
   * Returns such as {@code 3.00 [0.52, 5.48], 3 groups}, or {@code 13 weeks} if weeks are decisive.
   */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s, %d %s", estimate(), groups(), isByWeek() ? "weeks" : "groups");
  }
}
