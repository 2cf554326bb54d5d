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
 * A statistic of all observations beside the same statistic without each replicate group: what
 * {@link Replicates} makes an error of, kept so that it can be computed with.
 *
 * <p>What is made of several statistics is made of them group by group: the same group is left out
 * of all at once. So a difference, a mean or a minimum of numbers that rest on the same people has
 * an error that knows it, and one of numbers that rest on different people has the error of
 * independent ones, but for chance.
 *
 * <pre>{@code
 * Replicated praise = curve.withinReplicated(Duration.ofHours(24));
 * Replicated nothing = praise.minus(praise);
 * nothing.estimate();   // 0.00 (fewer than 2 groups)
 * }</pre>
 *
 * <p>There are 32 groups to a grouping, and one grouping or more: by person, by conversation, by
 * week. What has one grouping only stays as it is where a group of another is left out of the
 * others. Source: see {@link Replicates}.
 *
 * <p>Immutable; every method takes time in proportion to the number of groups.
 */
public final class Replicated {
  private static final int GROUPS = LatencyGroups.GROUPS;

  private final double whole;

  /** Without each group, grouping by grouping; the whole where a group is empty. */
  private final double[] leftOut;

  /** A bit for each group that holds anything. */
  private final BitSet filled;

  /** The variance of what is known by an error of its own, in no groups. */
  private final double ownVariance;

  private Replicated(double whole, double[] leftOut, BitSet filled, double ownVariance) {
    this.whole = whole;
    this.leftOut = leftOut;
    this.filled = filled;
    this.ownVariance = ownVariance;
  }

  /**
   * {@return a statistic with its replicates: the statistic}
   *
   * @param whole the statistic of all observations; NaN where it is undefined
   * @param leftOut the statistic without each group: 32 values for each grouping
   * @param filled bit k says whether group k holds anything; of a group that does not, the value
   *     without it is not read
   * @throws IllegalArgumentException if there are not 32 values for each of one grouping or more
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
   * Returns a number with an error of its own, of which nothing is known group by group: in what is
   * made of it, its error is taken as independent of all others, and to the first order.
   *
   * @param estimate the number; without interval, nothing that is made of it has one
   * @return the number in no groups
   */
  public static Replicated of(Estimate estimate) {
    return new Replicated(
        estimate.value(), new double[GROUPS], new BitSet(), ownVariance(estimate));
  }

  /** Of 0 or 1 the interval has one side, and the error is its width in quantiles. */
  private static double ownVariance(Estimate estimate) {
    double error = estimate.standardError();
    double width = estimate.high() - estimate.low();
    return Math.pow(error == 0 ? width / Distributions.normalFactor(estimate.level()) : error, 2);
  }

  /**
   * {@return the same with the error of an estimate where the groups do not differ, as those of a
   * share of 0 or 1: that all came out alike does not make it certain; the statistic}
   *
   * @param estimate the same statistic with an interval of its own
   */
  public Replicated orWithin(Estimate estimate) {
    boolean hasNoScatter = replicates().variance() == 0 && estimate.hasInterval();
    return hasNoScatter ? new Replicated(whole, leftOut, filled, ownVariance(estimate)) : this;
  }

  /** {@return a statistic that is not defined; NaN in no groups} */
  public static Replicated undefined() {
    return constant(Double.NaN);
  }

  /**
   * {@return a number without uncertainty, to compute with: the number in no groups}
   *
   * @param number the number; NaN where it is not defined
   */
  public static Replicated constant(double number) {
    return of(number, new double[GROUPS], new BitSet());
  }

  /**
   * Returns what is made of several statistics, each group left out of all of them at once.
   *
   * @param parts the statistics, at least one
   * @param statistic makes one number of theirs, in the same order; NaN where it is undefined
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
   * Returns what is made of several statistics where it jumps, such as ranks and what is made of
   * them, with its 95 % interval.
   *
   * <p>Leaving out one group of 32 seldom changes a rank, although chance might well have. {@link
   * #combine} then shows no scatter, or too little. Here all groups vary at once: with v a part,
   * v(-k) the same without group k, G the number of groups that hold anything, and z_k independent
   * standard normal numbers, a draw of all parts is
   *
   * <pre>{@code x = v + sqrt((G - 1) / G) * sum over k of z_k (v(-k) - v)}</pre>
   *
   * <p>whose covariances are those of the replicates: the same z_k for all parts. The variance of a
   * statistic T is the mean of {@code (T(x) - T(v))^2} over 999 draws, and its interval {@code T(v)
   * +- t * sqrt(V)} with t of Student's distribution with G - 1 degrees of freedom. By week the
   * groups are runs of weeks too. Which grouping rules, and the V of a T that is linear but for
   * chance, are those of {@link Replicates}.
   *
   * <pre>{@code
   * Replicated one = Replicated.constant(0.5);
   * Replicated other = Replicated.constant(0.7);
   * Replicated.drawn(java.util.List.of(one, other), values -> values[0] < values[1] ? 1 : 2, 2009);
   *     // 1.00 (fewer than 2 groups)
   * }</pre>
   *
   * <p>Source: C. F. J. Wu, 1986, "Jackknife, Bootstrap and Other Resampling Methods in Regression
   * Analysis". How often the intervals of correlations of ranks hold the truth: {@code
   * docs/verdicts.md}.
   *
   * @param parts the statistics, at least one, in replicate groups
   * @param statistic makes one number of theirs, in the same order; NaN where it is undefined
   * @param seed of the draws: the same seed gives the same interval
   * @return undefined where the statistic is; without interval where a part has no value without a
   *     group, where there are fewer than 2 groups, and where no draw changes anything though a
   *     part does not scatter at all, because it is not known how sure that part is. O(draws x
   *     parts x groups)
   * @throws IllegalArgumentException if there are no parts
   */
  public static Estimate drawn(
      List<Replicated> parts, ToDoubleFunction<double[]> statistic, long seed) {
    return ReplicateDraws.estimate(parts, statistic, seed);
  }

  /** What the own error of a part adds to the variance: half the way from one error to another. */
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

  /** A bit for each group that holds anything of any part. */
  static BitSet filled(List<Replicated> parts) {
    BitSet filled = new BitSet();
    parts.forEach(part -> filled.or(part.filled));
    return filled;
  }

  /** The statistic without a group; the whole where the group holds nothing of it. */
  double without(int slot) {
    return filled.get(slot) ? leftOut[slot] : whole;
  }

  /**
   * {@return what is made of this statistic alone: the statistic}
   *
   * @param function makes a number of a number
   */
  public Replicated map(DoubleUnaryOperator function) {
    Objects.requireNonNull(function, "function");
    return combine(List.of(this), numbers -> function.applyAsDouble(numbers[0]));
  }

  /**
   * {@return this less another: the difference, each group left out on both sides at once}
   *
   * @param other what is subtracted
   */
  public Replicated minus(Replicated other) {
    return combine(List.of(this, other), numbers -> numbers[0] - numbers[1]);
  }

  /** {@return the statistic of all observations; NaN where it is undefined} */
  public double value() {
    return whole;
  }

  /** {@return whether the statistic is defined; false where it is NaN or infinite} */
  public boolean isDefined() {
    return Double.isFinite(whole);
  }

  /**
   * Returns the uncertainty that the groups show, without that of parts with an error of their own.
   *
   * @return variance, error and number of groups
   */
  public Replicates replicates() {
    return Replicates.of(whole, leftOut, filled);
  }

  /** The half-width of an interval in errors: by the groups that scatter, else the normal one. */
  double factor(double level) {
    Replicates replicates = replicates();
    return replicates.variance() > 0
        ? Distributions.studentFactor(level, replicates.groups() - 1.0)
        : Distributions.normalFactor(level);
  }

  /** The number of the grouping whose variance rules. */
  int ruling() {
    return replicates().grouping();
  }

  /** How many times as large the variance that rules is as that of groups taken one by one. */
  double ofRuns(int grouping) {
    double single = covariance(this, grouping);
    return single > 0 ? replicates().variance() / single : 1;
  }

  /** The variance by the groups of a grouping, times a factor, and what is known besides. */
  double variance(int grouping, double factor) {
    return covariance(this, grouping) * factor + ownVariance;
  }

  /** The covariance by the groups of a grouping, of those that hold anything of either. */
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
   * {@return the statistic with its 95 % interval: an estimate; where the replicates do not differ
   * from each other it has no interval, because nothing tells how uncertain it is}
   */
  public Estimate estimate() {
    return estimate(Distributions.DEFAULT_LEVEL);
  }

  /**
   * Returns the statistic with its interval.
   *
   * @param level confidence level, between 0 and 1
   * @return an estimate; without interval where the replicates do not differ from each other
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
   * {@return how likely a statistic so far from a number, or farther, would come by chance if the
   * truth were that number: the t test with G - 1 degrees of freedom, or the normal one where all
   * is known by errors of its own; the two-sided p value; NaN where there is no interval}
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
   * {@return of a count how many equal groups would tell as much as those it lies in, {@code N^2 /
   * sum n_k^2} with n_k the difference that leaving out group k makes; of the groupings by person
   * and by conversation the least; 0 for a count of 0}
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

  /** {@return of a count how much of it lies in each group, 32 counts for each grouping} */
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
