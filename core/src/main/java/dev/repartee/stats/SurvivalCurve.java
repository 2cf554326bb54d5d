package dev.repartee.stats;

import dev.repartee.internal.math.Distributions;
import dev.repartee.internal.math.Notes;
import dev.repartee.internal.math.Quantile;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The probability of still waiting after a time, estimated from waits that ended and waits that had
 * not ended when last seen (the Kaplan–Meier estimator).
 *
 * <pre>{@code S(t) = product over event times t_i <= t of (1 - d_i / n_i)}</pre>
 *
 * <p>with d_i events and n_i still waiting just before t_i. At equal times, events come before
 * censoring. Nothing is estimated beyond the largest observed time, except that a curve that has
 * reached 0 stays there. Late arrivals are assumed to fare like early ones.
 *
 * <p><b>Uncertainty.</b> The variance of S(t) is by replicates (see {@link Replicates}): curves
 * with one group left out, each of which keeps its last value beyond its own largest time. At each
 * time the grouping with the largest variance is decisive, the one by week only if it is larger by
 * more than chance; if two are equal, it is the one with the smaller {@code N^2 / sum n_k^2}. The
 * variance is never below Greenwood's. The 95 % band is {@code S^exp(+-q s / ln S)} with {@code s =
 * se / S} and q the t quantile of G - 1 degrees of freedom. While S is 1, the band is {@code
 * [0.025^(1/m), 1]}, where m is the effective number of persons still waiting ({@link Proportion}).
 * Where S is 0, it is [0, U]; U is the larger of {@code 1 - 0.025^(1/m)} for all persons and {@code
 * U' (1 - 0.025^(1/m))} for those who waited for the last event, where U' is the upper end before
 * it. There is no band at all if a grouping has fewer than two non-empty groups. {@link
 * #asIndependent()} uses only Greenwood's variance, and q from the normal distribution.
 *
 * <p><b>Quantiles.</b> Quantile q is the first event time with {@code S <= 1 - q}, compared with a
 * relative tolerance of 1e-9. If S equals 1 - q there, it is the midpoint between this and the next
 * event time, or this time if there is no next. Its interval extends from the first time at which
 * the band comes down to 1 - q to the time from which on the band stays below it; an end that is
 * not reached is open.
 *
 * <pre>{@code
 * SurvivalCurve curve =
 *     SurvivalCurve.builder().event(1).event(2).event(3).event(4).censored(24, 6).build();
 * curve.survivalAt(4);       // 0.60 [0.25, 0.83]
 * curve.median();            // not reached
 * curve.survivalAt(25);      // none (follow-up too short)
 * }</pre>
 *
 * <p>Times are whole milliseconds. If a tally has more than 65,536 distinct values, {@link
 * #isExact()} is false and the midpoints of its buckets are used, which are off by at most 0.4 %.
 * Of the waits censored in the same bucket as an event, half count as at risk, as in actuarial life
 * tables. This keeps quantiles within that error even if times lie close together, as they do when
 * there are so many; if all counted as at risk, quantiles would be off by up to 1.5 %.
 *
 * <p>Sources: E. L. Kaplan, P. Meier, 1958, "Nonparametric Estimation from Incomplete
 * Observations"; M. Greenwood, 1926, "The Natural Duration of Cancer"; J. D. Kalbfleisch, R. L.
 * Prentice, 1980, "The Statistical Analysis of Failure Time Data" (band). Immutable. Made in
 * O(groups x times); reading the value at a time is O(log n), a quantile O(n).
 */
public final class SurvivalCurve {

  private final RiskTable table;
  private final SurvivalError error;
  private final SurvivalBand band;
  private final double largest;
  private final boolean isExact;

  private SurvivalCurve(RiskTable table, SurvivalError error, double largest, boolean isExact) {
    this.isExact = isExact;
    this.table = table;
    this.error = error;
    this.band = new SurvivalBand(table, error);
    this.largest = largest;
  }

  /**
   * {@return the curve of waits that ended and waits that did not, with uncertainty by replicates}
   *
   * @param events the lengths of waits that ended
   * @param censored the lengths, so far, of waits that had not ended
   * @throws IllegalArgumentException if both do not have the same groupings
   */
  public static SurvivalCurve of(LatencyGroups events, LatencyGroups censored) {
    LatencySnapshot ended = events.snapshot();
    LatencySnapshot waiting = censored.snapshot();
    if (ended.kind() != waiting.kind()) {
      throw new IllegalArgumentException(
          "events ("
              + events.groupings()
              + " groupings) and censored ("
              + censored.groupings()
              + ") must have the same groupings");
    }
    RiskTable table = RiskTable.of(ended, waiting);
    RiskGroups groups = new RiskGroups(table, ended, waiting);
    // The largest time is known exactly, also where its bucket has another middle.
    double largest = table.isEmpty() ? Double.NaN : Math.max(ended.max(), waiting.max());
    boolean isExact = !ended.isBucketed() && !waiting.isBucketed();
    return new SurvivalCurve(table, new SurvivalError(table, groups), largest, isExact);
  }

  /**
   * Returns the curve of waits that ended in one way, in another way, or not at all. S is the
   * probability that the wait has not ended in the first way, {@code 1 - F} by Aalen and Johansen,
   *
   * <pre>{@code F(t) = sum over t_i <= t of W(t_i-) d_i / n_i}</pre>
   *
   * <pre>{@code W(t) = product over t_i <= t of (1 - (d_i + c_i) / n_i)}</pre>
   *
   * <p>with d_i ends of the first way and c_i of the other. Waits that ended in the other way
   * remain among those that never end in the first; censoring them would assume that they still
   * could. Greenwood's variance is then replaced by that of F by the delta method. Elsewhere, as in
   * log-rank tests, waits that ended in the other way are no longer at risk. Without ends of the
   * other way, the result equals {@link #of(LatencyGroups, LatencyGroups)} to the bit.
   *
   * <p>Source: E. Marubini, M. G. Valsecchi, 1995, "Analysing Survival Data from Clinical Trials
   * and Observational Studies" (variance).
   *
   * @param events the lengths of waits that ended
   * @param censored the lengths, so far, of waits that had not ended
   * @param competing the lengths of waits that ended in another way; {@link #censoredCount} counts
   *     them too
   * @return the curve
   * @throws IllegalArgumentException if they do not have the same groupings
   */
  public static SurvivalCurve of(
      LatencyGroups events, LatencyGroups censored, LatencyGroups competing) {
    if (competing.isEmpty()) {
      return of(events, censored);
    }
    LatencyGroups all = censored.copy();
    all.addAll(competing);
    SurvivalCurve plain = of(events, all);
    LatencySnapshot ended = events.snapshot();
    LatencySnapshot others = all.snapshot();
    LatencySnapshot own = competing.snapshot();
    boolean isToBucket = others.isBucketed() && !own.isBucketed();
    LatencyCells cells = isToBucket ? own.cells().toBuckets() : own.cells();
    RiskTable table =
        plain.table.withCompeting(
            new LatencySnapshot(
                own.kind(), others.isBucketed(), others.min(), others.max(), cells));
    RiskGroups groups = new RiskGroups(table, ended, others, cells);
    return new SurvivalCurve(table, new SurvivalError(table, groups), plain.largest, plain.isExact);
  }

  /**
   * {@return a new builder of a curve of plain observations, treated as independent of each other}
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@return whether every time is known to the millisecond; false if there were too many distinct
   * times, in which case times and quantiles are known to within 0.4 %}
   */
  public boolean isExact() {
    return isExact;
  }

  /** {@return the number of observations, events and censored together, 0 or more} */
  public long count() {
    return table.eventTotal + table.censoredTotal;
  }

  /** {@return the number of events, 0 to {@link #count()}} */
  public long eventCount() {
    return table.eventTotal;
  }

  /** {@return the number of censored observations, 0 to {@link #count()}} */
  public long censoredCount() {
    return table.censoredTotal;
  }

  /**
   * {@return the number of observations that ended in another way; {@link #censoredCount} includes
   * them}
   */
  public long competingCount() {
    return table.competing == null ? 0 : Arrays.stream(table.competing).sum();
  }

  /** {@return whether there is no observation} */
  public boolean isEmpty() {
    return table.isEmpty();
  }

  /**
   * {@return the largest observed time in milliseconds, beyond which nothing is estimated; NaN
   * without observations}
   */
  public double largestMillis() {
    return largest;
  }

  /** {@return the number of distinct times, of events and censored together; 0 or more} */
  public int size() {
    return table.rows();
  }

  /**
   * {@return a distinct time, in milliseconds}
   *
   * @param i in [0, {@link #size()}), in ascending order of time
   * @throws IndexOutOfBoundsException if {@code i} is out of range
   */
  public long timeMillis(int i) {
    return table.times[Objects.checkIndex(i, size())];
  }

  /**
   * {@return the number still waiting just before a distinct time, 1 or more}
   *
   * @param i in [0, {@link #size()})
   * @throws IndexOutOfBoundsException if {@code i} is out of range
   */
  public long atRisk(int i) {
    return table.atRisk[Objects.checkIndex(i, size())];
  }

  /**
   * {@return the number of events at a distinct time, 0 or more}
   *
   * @param i in [0, {@link #size()})
   * @throws IndexOutOfBoundsException if {@code i} is out of range
   */
  public long events(int i) {
    return table.events[Objects.checkIndex(i, size())];
  }

  /**
   * {@return the number of censored observations at a distinct time, 0 or more}
   *
   * @param i in [0, {@link #size()})
   * @throws IndexOutOfBoundsException if {@code i} is out of range
   */
  public long censored(int i) {
    return table.censored[Objects.checkIndex(i, size())];
  }

  /**
   * Returns S from a distinct time on, the share still waiting after it.
   *
   * @param i in [0, {@link #size()})
   * @return in [0, 1], not increasing in {@code i}
   * @throws IndexOutOfBoundsException if {@code i} is out of range
   */
  public double survival(int i) {
    return table.survival[Objects.checkIndex(i, size())];
  }

  /**
   * {@return Greenwood's standard error of S, which treats observations as independent: {@code S
   * sqrt(sum of d / (n (n - d)))}; 0 or more; NaN where S is 0}
   *
   * @param i in [0, {@link #size()})
   * @throws IndexOutOfBoundsException if {@code i} is out of range
   */
  public double greenwood(int i) {
    return table.greenwood(Objects.checkIndex(i, size()));
  }

  /**
   * Returns the standard error of S: by replicates, never below Greenwood's.
   *
   * @param i in [0, {@link #size()})
   * @return 0 or more; NaN where S is 0, and with fewer than two groups
   * @throws IndexOutOfBoundsException if {@code i} is out of range
   */
  public double standardError(int i) {
    return error.standardError(table.eventOfRow(Objects.checkIndex(i, size())));
  }

  /**
   * Returns the probability of still waiting after a time, with its 95 % band.
   *
   * @param millis the time, 0 or more
   * @return S; undefined without data, and beyond the largest time unless S is 0 there
   * @throws IllegalArgumentException if {@code millis} is negative
   */
  public Estimate survivalAt(long millis) {
    if (millis < 0) {
      throw new IllegalArgumentException("millis (" + millis + ") must not be negative");
    }
    return survival(millis).ofWeeks(error.weeks());
  }

  private Estimate survival(long millis) {
    if (isEmpty()) {
      return Estimate.undefined(Notes.NO_DATA);
    }
    if (millis > largest && table.isOpen()) {
      return Estimate.undefined(Notes.TOO_SHORT);
    }
    int event = table.eventOfRow(table.rowAt(millis));
    double share = table.survivalAfter(event);
    if (!error.hasIntervals()) {
      return Estimate.withoutInterval(share, error.groupsAfter(event), Notes.FEW_GROUPS);
    }
    return Estimate.of(
        share,
        share == 0 ? 0 : error.standardError(event),
        share == 0
            ? band.atEnd()
            : event < 0 ? band.before(table.rowFrom(millis)) : band.after(event),
        Distributions.DEFAULT_LEVEL,
        error.groupsAfter(event));
  }

  /**
   * Returns the probability that a wait ends within a duration, {@code 1 - S(d)}, with its 95 %
   * band.
   *
   * @param duration the duration, 0 or more
   * @return the probability; undefined without data, and beyond the largest time unless S is 0
   *     there
   * @throws IllegalArgumentException if {@code duration} is negative
   */
  public Estimate within(Duration duration) {
    Estimate waiting = survivalAt((long) Math.floor(millis(duration)));
    if (!waiting.isDefined()) {
      return waiting;
    }
    if (!waiting.hasInterval()) {
      return Estimate.withoutInterval(1 - waiting.value(), waiting.groups(), waiting.note())
          .ofWeeks(waiting.weeks());
    }
    return Estimate.of(
            1 - waiting.value(),
            waiting.standardError(),
            new Interval(1 - waiting.high(), 1 - waiting.low()),
            waiting.level(),
            waiting.groups())
        .ofWeeks(waiting.weeks());
  }

  /**
   * Returns the probability that a wait ends within a duration together with its values without
   * each replicate group, for further computation. Curves without a group keep their last value
   * beyond their largest time.
   *
   * @param duration the duration, 0 or more
   * @return {@code 1 - S(d)}; undefined if {@link #within} is. A curve of independent observations
   *     is in one group
   * @throws IllegalArgumentException if {@code duration} is negative
   */
  public Replicated withinReplicated(Duration duration) {
    double value = within(duration).value();
    RiskGroups groups = error.groups();
    if (groups == null) {
      return Replicated.of(value, new double[LatencyGroups.GROUPS], inOneGroup());
    }
    double[] leftOut = groups.survivalLeftOut(Math.floor(millis(duration)));
    double[] sizes = groups.waiting();
    double[] found = new double[groups.groupings() * LatencyGroups.GROUPS];
    BitSet filled = new BitSet();
    for (int slot = 0; slot < found.length; slot++) {
      filled.set(slot, sizes[slot] > 0);
      found[slot] = sizes[slot] == count() ? Double.NaN : 1 - leftOut[slot];
    }
    return Replicated.of(value, found, filled).orWithin(within(duration));
  }

  private BitSet inOneGroup() {
    BitSet filled = new BitSet();
    filled.set(0, !isEmpty());
    return filled;
  }

  /**
   * {@return the number of observations together with its values without each replicate group; a
   * curve of independent observations is in one group}
   */
  public Replicated countReplicated() {
    RiskGroups groups = error.groups();
    double count = count();
    if (groups == null) {
      return Replicated.of(count, new double[LatencyGroups.GROUPS], inOneGroup());
    }
    double[] sizes = groups.waiting();
    double[] found = new double[groups.groupings() * LatencyGroups.GROUPS];
    BitSet filled = new BitSet();
    for (int slot = 0; slot < found.length; slot++) {
      filled.set(slot, sizes[slot] > 0);
      found[slot] = count - sizes[slot];
    }
    return Replicated.of(count, found, filled);
  }

  /** {@return the time by which half have ended, with its 95 % interval: {@code quantile(0.5)}} */
  public DurationEstimate median() {
    return quantile(0.5);
  }

  /**
   * Returns the time by which a share have ended, with its 95 % interval.
   *
   * @param q the share, in [0, 1]
   * @return the time; not reached if S stays above {@code 1 - q}; no data without observations
   * @throws IllegalArgumentException if {@code q} is out of range
   */
  public DurationEstimate quantile(double q) {
    Quantile.check(q);
    if (isEmpty()) {
      return DurationEstimate.noData();
    }
    return band.quantile(q).ofWeeks(error.weeks());
  }

  /**
   * Returns the mean time spent waiting up to a horizon, the area under S, with its 95 % interval.
   *
   * <p>Waits longer than the horizon count as the horizon. The interval is symmetric, cut to [0,
   * horizon]; the standard error, by replicates and never below that of independent observations,
   * is {@link DurationEstimate#standardErrorMillis()}.
   *
   * @param horizon the horizon, 0 or more
   * @return the mean; without an interval if nothing had happened by then; not reached if the
   *     horizon lies beyond the largest time, unless S is 0 there; no data without observations
   * @throws IllegalArgumentException if {@code horizon} is negative
   */
  public DurationEstimate restrictedMean(Duration horizon) {
    double end = millis(horizon);
    if (isEmpty()) {
      return DurationEstimate.noData();
    }
    if (end > largest && table.isOpen()) {
      return DurationEstimate.notReached(Notes.TOO_SHORT);
    }
    return error.area(end).ofWeeks(error.weeks());
  }

  RiskTable table() {
    return table;
  }

  /** Returns the replicate groups, or null if observations are treated as independent. */
  @Nullable RiskGroups groups() {
    return error.groups();
  }

  /**
   * {@return the same curve with observations treated as independent of each other, and so with
   * Greenwood's uncertainty}
   */
  public SurvivalCurve asIndependent() {
    return new SurvivalCurve(table, new SurvivalError(table, null), largest, isExact);
  }

  /** Returns such as {@code median 3 h 45 min, 549/612 ended}, or {@code no data}. */
  @Override
  public String toString() {
    if (isEmpty()) {
      return "no data";
    }
    double median = quantile(0.5).millis();
    return "median "
        + (Double.isNaN(median) ? "not reached" : DurationText.ofMillis(median))
        + ", "
        + NumberText.count(eventCount())
        + "/"
        + NumberText.count(count())
        + " ended"
        + (isExact ? "" : ", times to 0.4 %");
  }

  /** Returns a duration in milliseconds, with fractions. */
  static double millis(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("duration (" + duration + ") must not be negative");
    }
    return duration.getSeconds() * 1e3 + duration.getNano() / 1e6;
  }

  /**
   * Collects plain observations, treated as independent of each other, for a curve.
   *
   * <p>Not safe for use by several threads at once.
   */
  public static final class Builder {

    private final TreeMap<Long, Long> events = new TreeMap<>();
    private final TreeMap<Long, Long> censored = new TreeMap<>();

    private Builder() {}

    /**
     * Adds a wait that ended.
     *
     * @param millis the length of the wait, 0 or more
     * @return this builder
     * @throws IllegalArgumentException if {@code millis} is negative
     */
    public Builder event(long millis) {
      return event(millis, 1);
    }

    /**
     * Adds waits that ended after the same time.
     *
     * @param millis the length of the waits, 0 or more
     * @param count the number of waits, 0 or more
     * @return this builder
     * @throws IllegalArgumentException if an argument is negative
     */
    public Builder event(long millis, long count) {
      add(events, millis, count);
      return this;
    }

    /**
     * Adds a wait that had not ended when last seen.
     *
     * @param millis the length of the wait so far, 0 or more
     * @return this builder
     * @throws IllegalArgumentException if {@code millis} is negative
     */
    public Builder censored(long millis) {
      return censored(millis, 1);
    }

    /**
     * Adds waits that had not ended when last seen, after the same time.
     *
     * @param millis the length of the waits so far, 0 or more
     * @param count the number of waits, 0 or more
     * @return this builder
     * @throws IllegalArgumentException if an argument is negative
     */
    public Builder censored(long millis, long count) {
      add(censored, millis, count);
      return this;
    }

    /** {@return the curve of what was added so far, without groups} */
    public SurvivalCurve build() {
      RiskTable table =
          RiskTable.of(keys(events), values(events), keys(censored), values(censored));
      double largest = table.isEmpty() ? Double.NaN : table.times[table.rows() - 1];
      return new SurvivalCurve(table, new SurvivalError(table, null), largest, true);
    }

    /** Returns such as {@code 4 distinct times of events, 1 of censored}. */
    @Override
    public String toString() {
      return events.size() + " distinct times of events, " + censored.size() + " of censored";
    }

    private static void add(Map<Long, Long> counts, long millis, long count) {
      if (millis < 0 || count < 0) {
        throw new IllegalArgumentException(
            (millis < 0 ? "millis (" + millis : "count (" + count) + ") must not be negative");
      }
      if (count > 0) {
        counts.merge(millis, count, Math::addExact);
      }
    }

    private static long[] keys(Map<Long, Long> counts) {
      return counts.keySet().stream().mapToLong(Long::longValue).toArray();
    }

    private static long[] values(Map<Long, Long> counts) {
      return counts.values().stream().mapToLong(Long::longValue).toArray();
    }
  }
}
