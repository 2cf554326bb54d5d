package dev.repartee.change;

import static com.google.common.base.Preconditions.checkArgument;

import dev.repartee.change.Series.Point;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Summary;
import dev.repartee.stats.Estimate;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The summaries of a breakdown by period, by the first day of each, and what a statistic tells of
 * them.
 *
 * @param <S> the summary of a period
 */
final class PeriodSummaries<S extends Summary<S>> {
  private final NavigableMap<LocalDate, S> byFirst;
  private final Statistic<S> statistic;

  private PeriodSummaries(NavigableMap<LocalDate, S> byFirst, Statistic<S> statistic) {
    this.byFirst = byFirst;
    this.statistic = statistic;
  }

  /** Those of a breakdown whose keys are texts and a period. */
  static <S extends Summary<S>> PeriodSummaries<S> of(
      Breakdown<S> byPeriod, CalendarPeriods periods, Statistic<S> statistic, String... key) {
    List<String> before = Arrays.asList(key);
    String ofPeriod = periods.dimension().name();
    String name = byPeriod.dimensionName();
    checkArgument(
        name.equals(ofPeriod) || name.endsWith(" and " + ofPeriod),
        "byPeriod (by %s) must be split by %s, last; use ….by(periods.dimension())",
        name,
        ofPeriod);
    NavigableMap<LocalDate, S> byFirst = new TreeMap<>();
    for (Breakdown.Part<S> part : byPeriod.parts()) {
      int last = part.key().size() - 1;
      checkArgument(
          before.size() == last,
          "key (%s) must have as many texts as there are before the period: %s, as in %s",
          before,
          last,
          part.key());
      if (part.key().subList(0, last).equals(before)) {
        byFirst.put(periods.parse(part.key().get(last)), part.summary());
      }
    }
    return new PeriodSummaries<>(byFirst, statistic);
  }

  boolean isEmpty() {
    return byFirst.isEmpty();
  }

  /** The first period with facts, of some. */
  LocalDate first() {
    return byFirst.firstKey();
  }

  /** The statistic of a period, with or without facts. */
  Point point(LocalDate first) {
    @Nullable S summary = byFirst.get(first);
    if (summary != null) {
      return new Point(
          first, statistic.size().applyAsLong(summary), statistic.value().apply(summary));
    }
    return new Point(
        first,
        0,
        statistic.kind() == Statistic.Kind.COUNT
            ? Estimate.withoutInterval(0, 0, "counted")
            : Estimate.undefined("no data"));
  }

  /** The statistic of some periods together. */
  Estimate together(List<LocalDate> firsts) {
    return firsts.stream()
        .map(byFirst::get)
        .filter(Objects::nonNull)
        .reduce(Summary::merge)
        .map(statistic.value())
        .orElseGet(() -> Estimate.undefined("no data"));
  }
}
