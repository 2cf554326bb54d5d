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
 * The steps of a series to another level that lasts: when, from what to what, and how likely chance
 * alone is to produce as much anywhere in the series.
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
 * <p>A single odd value, or two weeks of them, is not a change: values count by their ranks, and
 * none weighs more than any other in the outer third. Neighboring values may resemble each other.
 * Recurring patterns are not changes: the week in a series of days of at least four weeks, the year
 * in a series of at least two years. In a shorter series a season cannot be distinguished from a
 * change. A change that began within the last 3 periods is hardly ever found. From the 4th on it is
 * found if the new values lie below, or above, everything before; otherwise later.
 *
 * <p>In a series of more than 1,500 periods, only the last 1,500 are searched.
 *
 * <p>In simulations ({@code core/docs/changes.md}), a year of weeks in which nothing happens shows
 * a change in about 5 of 100 cases or fewer, even with a rhythm, with a correlation of 0.3 between
 * weeks, and with two weeks of holidays; a fall by 40 % is found in most cases. False changes are
 * more frequent if weeks are correlated by 0.6, and if months of less than five years are
 * correlated and have a season as well. A series that grows all the time has no level and is
 * described as steps. If a change is so small that it is hardly ever found, the levels in the cases
 * where it is found lie too far apart.
 *
 * <p>Source: A. B. Olshen, E. S. Venkatraman, R. Lucito, M. Wigler, 2004, "Circular binary
 * segmentation"; A. N. Pettitt, 1979, for ranks; Y.-C. Yao, 1987, and Y. Eo, J. Morley, 2015, for
 * the interval of the date; F. H. C. Marriott, J. A. Pope, 1954, for the correlation of neighbors.
 *
 * <p>Immutable.
 *
 * <p>Guide: {@code core/docs/guide/metrics/change.md}.
 */
public final class LevelChanges {
  private static final double LEVEL = 0.95;
  private static final double SIGNIFICANT = 0.05;
  private static final double MOST_CORRELATION = 0.7;
  private static final double LEAST_DEGREES = 2;

  /** In a longer series, the last periods are searched. */
  private static final int MOST = 1_500;

  private static final Set<ChronoUnit> UNITS =
      Set.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS);

  private final int observed;
  private final List<Change> changes;

  /**
   * A change of level.
   *
   * @param first the first day of the first period of the new level
   * @param earliest the earliest date that this may really have been, with 95 % confidence
   * @param latest the latest such date
   * @param before the mean of the level before, with its 95 % interval; without one if all values
   *     are equal
   * @param after the same for the level after
   * @param pValue an upper bound for the probability that chance shows as much anywhere in the
   *     series; adjusted for having searched all periods
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
   * Returns the changes of counts. A rhythm is removed from their logarithms, {@code ln(x + 1/2)},
   * since a season is proportional to the level.
   *
   * @param first the first day of the first period
   * @param unit the length of a period: days, weeks, months or years
   * @param counts the count of each completed period, at least 0; -1 for a period that was not
   *     observed
   * @return the changes; none with fewer than 12 periods. It takes O(n^2) times the number of
   *     shuffles needed: some milliseconds for a year of weeks
   * @throws IllegalArgumentException if a count is below -1, or the unit is another one
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
   * @param unit the length of a period: days, weeks, months or years
   * @param values the value of each completed period; NaN for a period without one, which is a gap
   *     and not 0
   * @return the changes; none with fewer than 12 periods that have a value
   * @throws IllegalArgumentException if a value is infinite, or the unit is another one
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
   * The mean, with Student's interval, which is wider if neighboring values resemble each other.
   * Their estimated correlation around a mean is too low by {@code (1 + 3 r) / n}.
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
   * Returns the same series, adjusted for being examined together: the smallest p value of each is
   * adjusted for their number (Holm), and the changes of series that are not significant at 0.05
   * are left out.
   *
   * @param series the series, each searched separately, including those without a change
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
   * {@return the same series with only some of its changes, which stay as they are}
   *
   * @param isKept decides which are kept
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

  /** {@return the number of searched periods that have a value, from 0 to 1,500} */
  public int observed() {
    return observed;
  }

  /** {@return whether there are too few periods, that is, fewer than 12} */
  public boolean isTooShort() {
    return observed < LevelSearch.LEAST;
  }

  /** {@return the changes, in order} */
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
