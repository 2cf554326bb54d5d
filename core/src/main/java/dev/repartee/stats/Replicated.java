package dev.repartee.stats;

import dev.repartee.internal.math.Distributions;
import dev.repartee.internal.math.Jackknife;
import dev.repartee.internal.math.Notes;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * A statistic of all observations together with its values without each replicate group, from which
 * {@link Replicates} computes an error. Keeping these values allows further computation.
 *
 * <p>A combination of several statistics is computed group by group, leaving the same group out of
 * all of them at once. The error of a difference, a mean or a minimum therefore accounts for
 * numbers that rest on the same people; for numbers that rest on different people, it is that of
 * independent ones, apart from chance.
 *
 * <pre>{@code
 * Replicated praise = curve.withinReplicated(Duration.ofHours(24));
 * Replicated nothing = praise.minus(praise);
 * nothing.estimate();   // 0.00 (fewer than 2 groups)
 * }</pre>
 *
 * <p>There are one or more groupings (by person, by conversation, by week) of 32 groups each. A
 * statistic that lacks a grouping keeps its value when a group of that grouping is left out of the
 * others. Source: see {@link Replicates}.
 *
 * <p>Immutable; every method takes time in proportion to the number of groups.
 */
public final class Replicated {
  private static final int GROUPS = LatencyGroups.GROUPS;

  private final double whole;

  /** Without each group, grouping by grouping; the whole if a group is empty. */
  private final double[] leftOut;

  /** A bit for each non-empty group. */
  private final BitSet filled;

  /** The variance of parts with an error of their own, outside the groups. */
  private final double ownVariance;

  private Replicated(double whole, double[] leftOut, BitSet filled, double ownVariance) {
    this.whole = whole;
    this.leftOut = leftOut;
    this.filled = filled;
    this.ownVariance = ownVariance;
  }

  /**
   * {@return a statistic with its replicates}
   *
   * @param whole the statistic of all observations; NaN if it is undefined
   * @param leftOut the statistic without each group: 32 values for each grouping
   * @param filled bit k says whether group k contains anything; the value without an empty group is
   *     not read
   * @throws IllegalArgumentException if there are not 32 values for each of one or more groupings
   */
  public static Replicated of(double whole, double[] leftOut, BitSet filled) {
    if (!(leftOut.length > 0 && leftOut.length % GROUPS == 0)) {
      throw new IllegalArgumentException(
          "leftOut (" + leftOut.length + " values) must have " + GROUPS + " for each grouping");
    }
    double[] values = leftOut.clone();
    for (int slot = 0; slot < values.length; slot++) {
      values[slot] = filled.get(slot) ? values[slot] : whole;
    }
    return new Replicated(whole, values, (BitSet) filled.clone(), 0);
  }

  /**
   * Returns a number with an error of its own, without values by group. In combinations its error
   * is treated as independent of all others, to first order.
   *
   * @param estimate the number; without an interval, no combination with it has one
   * @return the number, outside all groups
   */
  public static Replicated of(Estimate estimate) {
    return new Replicated(
        estimate.value(), new double[GROUPS], new BitSet(), ownVariance(estimate));
  }

  /** For 0 or 1 the interval has one side, and the error is its width in quantiles. */
  private static double ownVariance(Estimate estimate) {
    double error = estimate.standardError();
    double width = estimate.high() - estimate.low();
    return Math.pow(error == 0 ? width / Distributions.normalFactor(estimate.level()) : error, 2);
  }

  /**
   * {@return a copy that uses the error of an estimate if the groups do not differ, as for a share
   * of 0 or 1, which is not certain only because all groups agree}
   *
   * @param estimate the same statistic with its own interval
   */
  public Replicated orWithin(Estimate estimate) {
    boolean hasNoScatter = replicates().variance() == 0 && estimate.hasInterval();
    return hasNoScatter ? new Replicated(whole, leftOut, filled, ownVariance(estimate)) : this;
  }

  /** {@return an undefined statistic: NaN, outside all groups} */
  public static Replicated undefined() {
    return constant(Double.NaN);
  }

  /**
   * {@return a number without uncertainty, outside all groups, for further computation}
   *
   * @param number the number; NaN if it is not defined
   */
  public static Replicated constant(double number) {
    return of(number, new double[GROUPS], new BitSet());
  }

  /**
   * Returns a combination of several statistics, with each group left out of all of them at once.
   *
   * @param parts the statistics, at least one
   * @param statistic computes one number from theirs, in the same order; NaN if it is undefined
   * @return the statistic
   * @throws IllegalArgumentException if there are no parts
   */
  public static Replicated combine(List<Replicated> parts, ToDoubleFunction<double[]> statistic) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts must not be empty; name at least one");
    }
    int slots = parts.stream().mapToInt(part -> part.leftOut.length).max().getAsInt();
    BitSet filled = filled(parts);
    double[] numbers = new double[parts.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = parts.get(i).whole;
    }
    double whole = statistic.applyAsDouble(numbers);
    double[] leftOut = new double[slots];
    for (int slot = 0; slot < slots; slot++) {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = parts.get(i).without(slot);
      }
      leftOut[slot] = filled.get(slot) ? statistic.applyAsDouble(numbers) : whole;
    }
    double ownVariance = 0;
    for (int i = 0; i < numbers.length; i++) {
      ownVariance += parts.get(i).ownVariance == 0 ? 0 : varianceBy(parts, i, statistic);
    }
    return new Replicated(whole, leftOut, filled, ownVariance);
  }

  /**
   * Returns a combination of several statistics that jumps, such as ranks and functions of ranks,
   * with its 95 % interval.
   *
   * <p>Leaving out one group of 32 seldom changes a rank, although chance might well have. {@link
   * #combine} then shows no scatter, or too little. Here all groups vary at once. With v a part,
   * v(-k) the same without group k, G the number of non-empty groups, and z_k independent standard
   * normal numbers, a draw of all parts is
   *
   * <pre>{@code x = v + sqrt((G - 1) / G) * sum over k of z_k (v(-k) - v)}</pre>
   *
   * <p>with the same z_k for all parts, so that the covariances are those of the replicates. The
   * variance V of a statistic T is the mean of {@code (T(x) - T(v))^2} over 999 draws, and its
   * interval is {@code T(v) +- t * sqrt(V)}, with t from Student's distribution with G - 1 degrees
   * of freedom. By week, the groups also include runs of weeks. The choice of the decisive grouping
   * is that of {@link Replicates}, and so, apart from chance, is V for a linear T.
   *
   * <pre>{@code
   * Replicated one = Replicated.constant(0.5);
   * Replicated other = Replicated.constant(0.7);
   * Replicated.drawn(java.util.List.of(one, other), values -> values[0] < values[1] ? 1 : 2, 2009);
   *     // 1.00 (fewer than 2 groups)
   * }</pre>
   *
   * <p>Source: C. F. J. Wu, 1986, "Jackknife, Bootstrap and Other Resampling Methods in Regression
   * Analysis". {@code core/docs/verdicts.md} shows how often the intervals of rank correlations
   * contain the truth.
   *
   * @param parts the statistics, at least one, in replicate groups
   * @param statistic computes one number from theirs, in the same order; NaN if it is undefined
   * @param seed the seed of the draws; the same seed gives the same interval
   * @return the estimate; undefined if the statistic is; without an interval if a part has no value
   *     without some group, if there are fewer than 2 groups, or if no draw changes anything and
   *     some part does not scatter at all, since it is not known how certain that part is. It takes
   *     O(draws x parts x groups)
   * @throws IllegalArgumentException if there are no parts
   */
  public static Estimate drawn(
      List<Replicated> parts, ToDoubleFunction<double[]> statistic, long seed) {
    return ReplicateDraws.estimate(parts, statistic, seed);
  }

  /**
   * What a part's own error adds to the variance: half the distance from one error to the other.
   */
  private static double varianceBy(
      List<Replicated> parts, int part, ToDoubleFunction<double[]> statistic) {
    double[] numbers = parts.stream().mapToDouble(Replicated::value).toArray();
    double error = Math.sqrt(parts.get(part).ownVariance);
    numbers[part] = parts.get(part).whole + error;
    double above = statistic.applyAsDouble(numbers);
    numbers[part] = parts.get(part).whole - error;
    double half = (above - statistic.applyAsDouble(numbers)) / 2;
    return half * half;
  }

  /** The number of groupings. */
  int groupings() {
    return leftOut.length / GROUPS;
  }

  /** A bit for each group that contains anything of any part. */
  static BitSet filled(List<Replicated> parts) {
    BitSet filled = new BitSet();
    parts.forEach(part -> filled.or(part.filled));
    return filled;
  }

  /** The statistic without a group; the whole if the group contains nothing of it. */
  double without(int slot) {
    return filled.get(slot) ? leftOut[slot] : whole;
  }

  /**
   * {@return a function of this statistic}
   *
   * @param function computes a number from a number
   */
  public Replicated map(DoubleUnaryOperator function) {
    Objects.requireNonNull(function, "function");
    return combine(List.of(this), numbers -> function.applyAsDouble(numbers[0]));
  }

  /**
   * {@return this minus another, with each group left out of both at once}
   *
   * @param other what is subtracted
   */
  public Replicated minus(Replicated other) {
    return combine(List.of(this, other), numbers -> numbers[0] - numbers[1]);
  }

  /** {@return the statistic of all observations; NaN if it is undefined} */
  public double value() {
    return whole;
  }

  /** {@return whether the statistic is defined; false if it is NaN or infinite} */
  public boolean isDefined() {
    return Double.isFinite(whole);
  }

  /**
   * Returns the uncertainty shown by the groups, without that of parts with an error of their own.
   *
   * @return variance, error and number of groups
   */
  public Replicates replicates() {
    return Replicates.of(whole, leftOut, filled);
  }

  /**
   * The half-width of an interval in standard errors: by the groups that scatter, else the normal
   * one.
   */
  double factor(double level) {
    Replicates replicates = replicates();
    return replicates.variance() > 0
        ? Distributions.studentFactor(level, replicates.groups() - 1.0)
        : Distributions.normalFactor(level);
  }

  /** The number of the decisive grouping. */
  int ruling() {
    return replicates().grouping();
  }

  /** The ratio of the decisive variance to that of groups taken one by one. */
  double ofRuns(int grouping) {
    double single = covariance(this, grouping);
    return single > 0 ? replicates().variance() / single : 1;
  }

  /**
   * The variance by the groups of a grouping, times a factor, plus that of parts with an error of
   * their own.
   */
  double variance(int grouping, double factor) {
    return covariance(this, grouping) * factor + ownVariance;
  }

  /** The covariance by the groups of a grouping that contain anything of either. */
  double covariance(Replicated other, int grouping) {
    double sum = 0;
    int groups = 0;
    for (int slot = grouping * GROUPS; slot < (grouping + 1) * GROUPS; slot++) {
      if (filled.get(slot) || other.filled.get(slot)) {
        sum += (without(slot) - whole) * (other.without(slot) - other.whole);
        groups++;
      }
    }
    return groups < 2 ? 0 : sum * (groups - 1) / groups;
  }

  /**
   * {@return the statistic with its 95 % interval; without an interval if the replicates do not
   * differ, because nothing then shows how uncertain it is}
   */
  public Estimate estimate() {
    return estimate(Distributions.DEFAULT_LEVEL);
  }

  /**
   * Returns the statistic with its interval.
   *
   * @param level confidence level, between 0 and 1
   * @return an estimate; without an interval if the replicates do not differ
   * @throws IllegalArgumentException if {@code level} is not between 0 and 1
   */
  public Estimate estimate(double level) {
    Replicates replicates = replicates();
    if (ownVariance == 0) {
      Estimate estimate = replicates.estimate(level);
      return estimate.hasInterval() && estimate.standardError() == 0
          ? Estimate.withoutInterval(whole, estimate.groups(), Notes.NO_SCATTER)
          : estimate;
    }
    if (!isDefined()) {
      return Estimate.undefined(Notes.NOT_DEFINED);
    }
    double variance = (filled.isEmpty() ? 0 : replicates.variance()) + ownVariance;
    if (Double.isNaN(variance)) {
      return Estimate.withoutInterval(whole, replicates.groups(), "a part has no interval");
    }
    double error = Math.sqrt(variance);
    double half = error * factor(level);
    return Estimate.of(
        whole, error, new Interval(whole - half, whole + half), level, replicates.groups());
  }

  /**
   * {@return the two-sided p value of the hypothesis that the truth is a given number, by the t
   * test with G - 1 degrees of freedom, or by the normal test if all parts have errors of their
   * own; NaN without an interval}
   *
   * @param number the number, such as 0 for a difference
   */
  public double pValue(double number) {
    Estimate estimate = estimate();
    if (!estimate.hasInterval()) {
      return Double.NaN;
    }
    double t = (whole - number) / estimate.standardError();
    return estimate.groups() == 0
        ? Distributions.chiSquaredTail(t * t)
        : Distributions.studentTail(t, estimate.groups() - 1.0);
  }

  /**
   * {@return for a count, the number of equal groups that would be worth as much as its groups:
   * {@code N^2 / sum n_k^2}, where n_k is the difference made by leaving out group k; the smaller
   * value of the groupings by person and by conversation; 0 for a count of 0}
   */
  public double effectiveGroups() {
    double least = Double.POSITIVE_INFINITY;
    int end = Math.min(leftOut.length, Jackknife.BY_WEEK * GROUPS);
    for (int from = 0; from < end; from += GROUPS) {
      double squares = 0;
      for (int slot = from; slot < from + GROUPS; slot++) {
        double size = whole - leftOut[slot];
        squares += size * size;
      }
      least = Math.min(least, squares == 0 ? 0 : whole * whole / squares);
    }
    return least;
  }

  /** {@return for a count, the part of it in each group, as 32 counts for each grouping} */
  public long[][] groupSizes() {
    long[][] sizes = new long[groupings()][GROUPS];
    for (int slot = 0; slot < leftOut.length; slot++) {
      sizes[slot / GROUPS][slot % GROUPS] = Math.round(whole - without(slot));
    }
    return sizes;
  }

  /** Returns such as {@code 0.59 [0.48, 0.69]}. */
  @Override
  public String toString() {
    return estimate().toString();
  }
}
