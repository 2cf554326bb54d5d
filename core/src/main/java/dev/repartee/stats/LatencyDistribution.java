package dev.repartee.stats;

import static com.google.common.base.Preconditions.checkArgument;

import dev.repartee.internal.math.Distributions;
import dev.repartee.internal.math.Notes;
import dev.repartee.internal.math.Quantile;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How long completed waits took: count, quantiles and their uncertainty.
 *
 * <p>Quantiles are of type 7, see {@link Quantile}. Their intervals are Woodruff's: with (L, U) the
 * interval of the share of values at or below Q(q), as by {@link Proportion}, the interval goes
 * from value number floor(L n), in order, to value number ceil(U n), and is widened to Q(q) if ties
 * make it fall short. The lower end is open if {@code L n < 1}, the upper if {@code (1 - U) n < 1},
 * since less than one value is expected beyond.
 *
 * <p>With more than 65,536 distinct values, {@link #isExact()} is false and values are the
 * midpoints of buckets, off by at most 0.4 %; the smallest and the largest stay exact. The share at
 * or below Q(q) is then taken to be q, because the bucket of Q(q) would count as a whole.
 *
 * <pre>{@code
 * LatencyDistribution d = LatencyDistribution.of(1_000, 2_000, 4_000);
 * d.quantile(0.5);    // Optional[PT2S]
 * d.median();         // 2 s [open, open]
 * }</pre>
 *
 * <p>Source: R. S. Woodruff, 1952, "Confidence Intervals for Medians and Other Position Measures".
 * Immutable; quantiles in O(log n), their intervals in O(n).
 */
public final class LatencyDistribution {

  private final LatencySnapshot snapshot;
  private final long[] values;
  private final long[] cumulative;
  private final boolean independent;

  private LatencyDistribution(
      LatencySnapshot snapshot, long[] values, long[] cumulative, boolean independent) {
    this.snapshot = snapshot;
    this.values = values;
    this.cumulative = cumulative;
    this.independent = independent;
  }

  static LatencyDistribution of(LatencyGroups groups) {
    LatencySnapshot snapshot = groups.snapshot();
    long[] values = snapshot.values();
    long[] totals = snapshot.totals();
    int last = values.length - 1;
    if (snapshot.isBucketed()) {
      // Room for the smallest and the largest value, which are known exactly.
      values = copyWithEnds(values, snapshot.min(), snapshot.max());
      totals = copyWithEnds(totals, 1, 1);
      totals[1]--;
      totals[last + 1]--;
    }
    return new LatencyDistribution(snapshot, values, Quantile.cumulative(totals), false);
  }

  private static long[] copyWithEnds(long[] inner, long first, long last) {
    long[] all = new long[inner.length + 2];
    all[0] = first;
    System.arraycopy(inner, 0, all, 1, inner.length);
    all[all.length - 1] = last;
    return all;
  }

  /**
   * Returns the distribution of plain values, treated as independent of each other.
   *
   * @param millis latencies in milliseconds, in any order, each 0 or more and below 2^49
   * @return the distribution, computed in O(n log n)
   * @throws IllegalArgumentException if a value is out of range
   */
  public static LatencyDistribution of(long... millis) {
    LatencyGroups groups = new LatencyGroups(1, true);
    for (long value : Objects.requireNonNull(millis, "millis")) {
      groups.add(value, 0);
    }
    return of(groups).asIndependent();
  }

  /** {@return the number of values, 0 or more} */
  public long count() {
    return cumulative.length == 0 ? 0 : cumulative[cumulative.length - 1];
  }

  /** {@return whether there are no values} */
  public boolean isEmpty() {
    return count() == 0;
  }

  /** {@return whether every value is known exactly; if not, values are known to within 0.4 %} */
  public boolean isExact() {
    return !snapshot.isBucketed();
  }

  /** {@return the smallest value, always exact, in milliseconds; NaN without values} */
  public double minMillis() {
    return isEmpty() ? Double.NaN : snapshot.min();
  }

  /** {@return the largest value, always exact, in milliseconds; NaN without values} */
  public double maxMillis() {
    return isEmpty() ? Double.NaN : snapshot.max();
  }

  /**
   * Returns the number of values up to a length.
   *
   * @param millis any number of milliseconds
   * @return 0 to {@link #count()}; if not {@link #isExact()}, each bucket counts by its midpoint
   */
  public long countAtMost(long millis) {
    int found = Arrays.binarySearch(values, millis);
    int end = found < 0 ? -found - 1 : found + 1;
    while (end < values.length && values[end] == millis) {
      end++;
    }
    return end == 0 ? 0 : cumulative[end - 1];
  }

  /**
   * Returns a histogram: the number of values up to the first end, the number of values from there
   * up to the second, and so on, and finally the number of longer values.
   *
   * <pre>{@code
   * LatencyDistribution.of(5, 60, 61, 900)
   *     .histogram(Duration.ofMillis(60), Duration.ofMillis(600));   // [2, 1, 1]
   * }</pre>
   *
   * @param ends the ends of the bars, inclusive, in ascending order
   * @return one count more than ends; their sum is {@link #count()}. If not {@link #isExact()},
   *     each bucket counts by its midpoint
   * @throws IllegalArgumentException if an end is negative or not later than the one before it
   */
  public List<Long> histogram(Duration... ends) {
    List<Long> bars = new ArrayList<>();
    long before = 0;
    Duration last = null;
    for (Duration end : Objects.requireNonNull(ends, "ends")) {
      Objects.requireNonNull(end, "end");
      checkArgument(
          !end.isNegative() && (last == null || end.compareTo(last) > 0),
          "end (%s) must not be negative, and be later than the one before it (%s)",
          end,
          last == null ? "none" : last);
      long upTo = countAtMost((long) Math.floor(SurvivalCurve.millis(end)));
      bars.add(upTo - before);
      before = upTo;
      last = end;
    }
    bars.add(count() - before);
    return List.copyOf(bars);
  }

  /**
   * Returns a quantile.
   *
   * @param q in [0, 1]
   * @return the quantile, which may contain a fraction of a millisecond; empty without values
   * @throws IllegalArgumentException if {@code q} is out of range
   */
  public Optional<Duration> quantile(double q) {
    return isEmpty() && Quantile.check(q) >= 0
        ? Optional.empty()
        : DurationEstimate.withoutInterval(quantileMillis(q), 0, Notes.NONE).value();
  }

  /**
   * {@return a quantile in milliseconds; NaN without values}
   *
   * @param q in [0, 1]
   * @throws IllegalArgumentException if {@code q} is out of range
   */
  public double quantileMillis(double q) {
    return Quantile.ofCumulative(values, cumulative, q);
  }

  /**
   * Returns a quantile with Woodruff's 95 % interval.
   *
   * @param q in [0, 1]
   * @return the estimate; without an interval if there are fewer than two groups
   * @throws IllegalArgumentException if {@code q} is out of range
   */
  public DurationEstimate quantileEstimate(double q) {
    Quantile.check(q);
    if (isEmpty()) {
      return DurationEstimate.noData();
    }
    double value = quantileMillis(q);
    Proportion share = shareAtMost(value);
    Optional<Interval> found = share.interval();
    if (found.isEmpty()) {
      return DurationEstimate.withoutInterval(value, share.groups(), Notes.FEW_GROUPS);
    }
    // The bucket that holds Q(q) counts as a whole, which pushes the share up by a tie that is
    // none.
    double pushed = isExact() ? 0 : share.value() - q;
    double low = Math.max(0, found.get().low() - pushed);
    double high = Math.min(1, found.get().high() - pushed);
    boolean openLow = low * count() < 1;
    boolean openHigh = (1 - high) * count() < 1;
    return DurationEstimate.ofMillis(
        value,
        openLow
            ? Double.NaN
            : Math.min(value, Quantile.ofRank(values, cumulative, Math.floor(low * count()))),
        openHigh
            ? Double.NaN
            : Math.max(value, Quantile.ofRank(values, cumulative, Math.ceil(high * count()))),
        Distributions.DEFAULT_LEVEL,
        share.groups());
  }

  /** {@return the median with Woodruff's 95 % interval: {@code quantileEstimate(0.5)}} */
  public DurationEstimate median() {
    return quantileEstimate(0.5);
  }

  /**
   * {@return the mean of these values with its 95 % interval, by {@link Replicates} over groups, or
   * Student's if values are treated as independent; no data without values, without an interval if
   * there are fewer than two groups or values} It covers only completed waits: people who are still
   * waiting have no mean, because nobody knows how long they will wait. To include them, use {@link
   * SurvivalCurve#restrictedMean}.
   */
  public DurationEstimate mean() {
    if (isEmpty()) {
      return DurationEstimate.noData();
    }
    LatencyCells cells = snapshot.cells();
    double[] sums = new double[LatencyCells.SLOTS];
    long[] counts = new long[LatencyCells.SLOTS];
    double sum = 0;
    for (int row = 0; row < cells.rows(); row++) {
      double value = snapshot.value(row);
      sum += value * cells.rowTotal(row);
      for (int cell = cells.starts[row]; cell < cells.starts[row + 1]; cell++) {
        sums[cells.slots[cell]] += value * cells.counts[cell];
        counts[cells.slots[cell]] += cells.counts[cell];
      }
    }
    double mean = sum / count();
    if (independent) {
      return count() < 2
          ? DurationEstimate.withoutInterval(mean, 0, Notes.FEW_VALUES)
          : around(mean, Math.sqrt(variance(mean) / count()), (double) count(), 0);
    }
    Replicates replicates = replicates(mean, sum, sums, counts);
    int groups = replicates.groups();
    return Double.isNaN(replicates.variance())
        ? DurationEstimate.withoutInterval(mean, groups, replicates.estimate().note())
        : around(mean, replicates.standardError(), groups, groups);
  }

  private double variance(double mean) {
    double squares = 0;
    for (int row = 0; row < snapshot.rows(); row++) {
      double difference = snapshot.value(row) - mean;
      squares += difference * difference * snapshot.cells().rowTotal(row);
    }
    return squares / (count() - 1);
  }

  /** Student's interval, cut off at 0. */
  private static DurationEstimate around(double mean, double error, double parts, int groups) {
    double level = Distributions.DEFAULT_LEVEL;
    double half = Distributions.studentFactor(level, parts - 1) * error;
    return DurationEstimate.withStandardError(
        mean, error, Math.max(0, mean - half), mean + half, level, groups);
  }

  /** The mean, with the means without each group. */
  private Replicates replicates(double mean, double sum, double[] sums, long[] counts) {
    double[] without = new double[snapshot.groupings() * LatencyGroups.GROUPS];
    BitSet filled = new BitSet();
    for (int slot = 0; slot < without.length; slot++) {
      filled.set(slot, counts[slot] > 0);
      without[slot] = (sum - sums[slot]) / (count() - counts[slot]);
    }
    return Replicates.of(mean, without, filled);
  }

  /**
   * Returns the share of values up to a length, with an interval that accounts for groups.
   *
   * @param limit any duration
   * @return {@link #countAtMost} as a share of {@link #count()}
   */
  public Proportion within(Duration limit) {
    return shareAtMost(limit.getSeconds() * 1e3 + limit.getNano() / 1e6);
  }

  private Proportion shareAtMost(double limit) {
    if (independent) {
      return Proportion.of(countAtMost((long) Math.floor(limit)), count());
    }
    LatencyCells cells = snapshot.cells();
    long[][] hits = new long[snapshot.groupings()][LatencyGroups.GROUPS];
    long[][] trials = new long[hits.length][LatencyGroups.GROUPS];
    for (int row = 0; row < cells.rows(); row++) {
      boolean isHit = snapshot.value(row) <= limit;
      for (int cell = cells.starts[row]; cell < cells.starts[row + 1]; cell++) {
        int grouping = cells.slots[cell] / LatencyGroups.GROUPS;
        int group = cells.slots[cell] % LatencyGroups.GROUPS;
        trials[grouping][group] += cells.counts[cell];
        hits[grouping][group] += isHit ? cells.counts[cell] : 0;
      }
    }
    return Proportion.clustered(hits, trials);
  }

  /**
   * {@return a copy that treats values as independent of each other, so that intervals ignore
   * groups}
   */
  public LatencyDistribution asIndependent() {
    return new LatencyDistribution(snapshot, values, cumulative, true);
  }

  /** Returns such as {@code median 42 min, 216 values}, or {@code no values}. */
  @Override
  public String toString() {
    if (isEmpty()) {
      return "no values";
    }
    return "median "
        + DurationText.ofMillis(quantileMillis(0.5))
        + ", "
        + NumberText.count(count())
        + (count() == 1 ? " value" : " values");
  }
}
