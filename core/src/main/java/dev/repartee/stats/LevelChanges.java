package dev.repartee.stats;

import static com.google.common.base.Preconditions.checkArgument;

import dev.repartee.internal.math.Distributions;
import dev.repartee.internal.math.LevelSearch;
import dev.repartee.internal.math.Seasons;
import dev.repartee.internal.math.SerialCorrelation;
import dev.repartee.internal.text.Brief;
import dev.repartee.text.NumberText;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where a series steps to another level and stays there: when, from what to what, and how likely
 * chance alone would show as much anywhere in it.
 *
 * <pre>{@code
 * long[] weekly = new long[52];
 * java.util.Arrays.fill(weekly, 0, 36, 48);
 * java.util.Arrays.fill(weekly, 36, 52, 16);
 * LevelChanges changes = LevelChanges.ofCounts(LocalDate.parse("2025-01-06"), java.time.temporal.ChronoUnit.WEEKS, weekly);
 * changes.changes().get(0).first();   // 2025-09-15
 * changes.toString();                 // 1 change: 48 to 16 since 2025-09-15
 * }</pre>
 *
 * <p>A value that is odd by itself, or a fortnight of them, is no change: values count by their
 * ranks, and none weighs more than any other in the outer third. Neighbours may resemble each
 * other, and what comes back is no change: a week in a series of days of four weeks and more, a
 * year in one of two years and more. In a shorter one a season cannot be told from a change. What
 * began with the last 3 periods is hardly ever seen; from the 4th on it is, where it lies below all
 * that was before, or above it, else later.
 *
 * <p>Of a series of more than 1,500 periods the last 1,500 are searched.
 *
 * <p>By simulation ({@code docs/changes.md}), a year of weeks in which nothing happens has a change
 * in about 5 of 100 cases or fewer, with a rhythm, with a correlation of 0.3 from week to week and
 * with a holiday fortnight; what falls by 40 % is found in most. It errs more often where weeks
 * resemble each other by 0.6, and where months of less than five years do and have a season, too. A
 * series that grows all the time has no level; it is told as steps. Where a change is so small that
 * it is hardly ever found, the levels of those that are lie too far apart.
 *
 * <p>Source: A. B. Olshen, E. S. Venkatraman, R. Lucito, M. Wigler, 2004, "Circular binary
 * segmentation"; A. N. Pettitt, 1979, for ranks; Y.-C. Yao, 1987, and Y. Eo, J. Morley, 2015, for
 * the interval of the date; F. H. C. Marriott, J. A. Pope, 1954, for the correlation of neighbours.
 *
 * <p>Immutable.
 */
public final class LevelChanges {
  private static final double LEVEL = 0.95;
  private static final double SIGNIFICANT = 0.05;
  private static final double MOST_CORRELATION = 0.7;
  private static final double LEAST_DEGREES = 2;

  /** Of a longer series the last are searched. */
  private static final int MOST = 1_500;

  private static final Set<ChronoUnit> UNITS =
      Set.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS);

  private final int observed;
  private final List<Change> changes;

  /**
   * A change of level.
   *
   * @param first the first day of the first period of the new level
   * @param earliest the first of the days that may be that, with 95 % confidence
   * @param latest the last of them
   * @param before the mean of the level before, with its 95 % interval; without one where all
   *     values are equal
   * @param after that of the level after
   * @param pValue how often chance shows as much anywhere in the series, at most; adjusted for
   *     having searched all periods
   */
  public record Change(
      LocalDate first,
      LocalDate earliest,
      LocalDate latest,
      Estimate before,
      Estimate after,
      double pValue) {
    /** {@return whether the new level is lower} */
    public boolean isFall() {
      return after.value() < before.value();
    }

    /** Returns such as {@code 48 to 16 since 2025-09-15}. */
    @Override
    public String toString() {
      return number(before.value()) + " to " + number(after.value()) + " since " + first;
    }
  }

  private LevelChanges(int observed, List<Change> changes) {
    this.observed = observed;
    this.changes = List.copyOf(changes);
  }

  /**
   * Returns the changes of counts. A rhythm is taken out of their logarithms, {@code ln(x + 1/2)},
   * since a season takes its share of whatever the level is.
   *
   * @param first the first day of the first period
   * @param unit how long a period is: days, weeks, months or years
   * @param counts how much happened in each period that is over, at least 0; -1 for one that was
   *     not observed
   * @return the changes; none where there are fewer than 12 periods. O(n^2) times the shuffles
   *     needed: some milliseconds for a year of weeks
   * @throws IllegalArgumentException if a count is below -1, or the unit another
   */
  public static LevelChanges ofCounts(LocalDate first, ChronoUnit unit, long... counts) {
    Objects.requireNonNull(counts, "counts");
    for (long count : counts) {
      checkArgument(
          count >= -1, "count (%s) must be at least 0, or -1 for what was not observed", count);
    }
    double[] values = Arrays.stream(counts).mapToDouble(x -> x < 0 ? Double.NaN : x).toArray();
    double[] logarithms = Arrays.stream(values).map(x -> Math.log(x + 0.5)).toArray();
    return of(first, unit, values, logarithms);
  }

  /**
   * Returns the changes of other values, such as shares or medians.
   *
   * @param first the first day of the first period
   * @param unit how long a period is: days, weeks, months or years
   * @param values the value of each period that is over; NaN where it has none, which is a gap and
   *     not 0
   * @return the changes; none where there are fewer than 12 periods with a value
   * @throws IllegalArgumentException if a value is infinite, or the unit another
   */
  public static LevelChanges of(LocalDate first, ChronoUnit unit, double... values) {
    Objects.requireNonNull(values, "values");
    for (double value : values) {
      checkArgument(
          !Double.isInfinite(value), "value (%s) must be finite, or NaN for a gap", value);
    }
    return of(first, unit, values, values);
  }

  private static LevelChanges of(
      LocalDate first, ChronoUnit unit, double[] all, double[] allOfRhythm) {
    checkArgument(
        UNITS.contains(unit), "unit (%s) must be days, weeks, months or years", unit.name());
    int[] places =
        IntStream.range(Math.max(0, all.length - MOST), all.length)
            .filter(i -> !Double.isNaN(all[i]))
            .toArray();
    double[] values = Arrays.stream(places).mapToDouble(i -> all[i]).toArray();
    double[] plain =
        Seasons.without(
            Arrays.stream(places).mapToDouble(i -> allOfRhythm[i]).toArray(), places, unit);
    List<LevelSearch.Found> found = LevelSearch.of(plain);
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      LevelSearch.Found one = found.get(i);
      int start = i == 0 ? 0 : found.get(i - 1).at();
      int end = i + 1 == found.size() ? values.length : found.get(i + 1).at();
      changes.add(
          new Change(
              date(first, unit, places[one.at()]),
              date(first, unit, places[one.earliest()]),
              date(first, unit, places[one.latest()]),
              level(values, start, one.at()),
              level(values, one.at(), end),
              one.pValue()));
    }
    return new LevelChanges(values.length, changes);
  }

  private static LocalDate date(LocalDate first, ChronoUnit unit, int periods) {
    return first.plus(periods, unit);
  }

  /**
   * The mean, with Student's interval, wider where neighbours resemble each other: their
   * correlation beside a mean is found too low by {@code (1 + 3 r) / n}.
   */
  private static Estimate level(double[] values, int from, int to) {
    int n = to - from;
    double mean = Arrays.stream(values, from, to).average().orElseThrow();
    double[] residuals = Arrays.stream(values, from, to).map(x -> x - mean).toArray();
    double squares = Arrays.stream(residuals).map(x -> x * x).sum();
    if (squares == 0) {
      return Estimate.withoutInterval(mean, n, "all alike");
    }
    double found = (SerialCorrelation.of(residuals) + 1.0 / n) / Math.max(0.5, 1 - 3.0 / n);
    double inflation = SerialCorrelation.inflation(Math.max(0, Math.min(MOST_CORRELATION, found)));
    double error = Math.sqrt(squares / (n - 1) / n * inflation);
    double half =
        error * Distributions.studentFactor(LEVEL, Math.max(LEAST_DEGREES, n / inflation - 1));
    return Estimate.of(mean, error, new Interval(mean - half, mean + half), LEVEL, n);
  }

  /**
   * Returns the same series with what holds where they are looked at together: the smallest p value
   * of each is adjusted for their number (Holm), and changes of those that do not hold at 0.05 are
   * left out.
   *
   * @param series each searched by itself, those without a change among them
   * @return the same series in the same order
   */
  public static List<LevelChanges> together(List<LevelChanges> series) {
    double[] smallest =
        series.stream()
            .mapToDouble(s -> s.changes.stream().mapToDouble(Change::pValue).min().orElse(1))
            .toArray();
    double[] adjusted = Holm.adjust(smallest);
    return IntStream.range(0, smallest.length)
        .mapToObj(i -> series.get(i).holding(adjusted[i] / smallest[i]))
        .toList();
  }

  /**
   * {@return the same series with some of its changes only, as they are}
   *
   * @param isKept says which
   */
  public LevelChanges only(Predicate<? super Change> isKept) {
    return new LevelChanges(observed, changes.stream().filter(isKept).toList());
  }

  private LevelChanges holding(double factor) {
    return new LevelChanges(
        observed,
        changes.stream()
            .filter(change -> change.pValue * factor <= SIGNIFICANT)
            .map(
                change ->
                    new Change(
                        change.first,
                        change.earliest,
                        change.latest,
                        change.before,
                        change.after,
                        change.pValue * factor))
            .toList());
  }

  /** {@return how many of the periods searched have a value, from 0 to 1,500} */
  public int observed() {
    return observed;
  }

  /** {@return whether there are too few periods to tell; true for fewer than 12} */
  public boolean isTooShort() {
    return observed < LevelSearch.LEAST;
  }

  /** {@return the changes, in order; empty where there is none} */
  public List<Change> changes() {
    return changes;
  }

  private static String number(double value) {
    return value >= 10 || value == Math.rint(value)
        ? NumberText.count(Math.round(value))
        : NumberText.decimal(value);
  }

  /**
   * Returns such as {@code 1 change: 48 to 16 since 2025-09-15}, or {@code too short, 3 periods}.
   */
  @Override
  public String toString() {
    if (isTooShort()) {
      return "too short, " + Brief.count(observed, "period");
    }
    return changes.isEmpty()
        ? "no change in " + Brief.count(observed, "period")
        : Brief.cut(
            Brief.count(changes.size(), "change")
                + ": "
                + changes.stream().map(Change::toString).collect(Collectors.joining(", ")));
  }
}
