package dev.repartee.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.LevelChanges;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SeriesProperties {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  /** In these days clocks are put forward in Paris. */
  private static final Instant START = Instant.parse("2026-03-03T22:00:00Z");

  private static final int HOURS = 9 * 7 * 24;

  /** Some who ask within nine weeks, by hours. */
  @Provide
  Arbitrary<Asks> asks() {
    Arbitrary<Integer> at = Arbitraries.integers().between(0, HOURS);
    Arbitrary<Optional<Duration>> wait =
        Arbitraries.integers().between(0, 80).map(Duration::ofHours).optional(0.7);
    Arbitrary<String> channel = Arbitraries.of("blog", "chat");
    return Combinators.combine(at, wait, channel)
        .as((hour, time, name) -> new Asks.Ask(START.plus(Duration.ofHours(hour)), time, name))
        .list()
        .ofMaxSize(40)
        .map(
            list -> {
              Asks asks = new Asks();
              list.forEach(ask -> asks.add(ask.channel(), ask.at(), ask.lasted()));
              return asks;
            });
  }

  private static CalendarPeriods periods(String unit) {
    return switch (unit) {
      case "day" -> CalendarPeriods.days(PARIS);
      case "week" -> CalendarPeriods.weeks(PARIS);
      case "month" -> CalendarPeriods.months(PARIS);
      default -> CalendarPeriods.weeks(PARIS, DayOfWeek.SUNDAY);
    };
  }

  @Provide
  Arbitrary<String> units() {
    return Arbitraries.of("day", "week", "week from Sunday", "month");
  }

  private static List<String> lines(Series series) {
    return Stream.concat(
            series.leftOut().stream().map(Series.LeftOut::toString),
            series.points().stream()
                .map(
                    point ->
                        point.first()
                            + ": "
                            + (point.value().isDefined()
                                ? Math.round(point.value().value() * point.count())
                                    + "/"
                                    + point.count()
                                : "gap")))
        .sorted()
        .toList();
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void isWhatAPencilFinds(
      @ForAll("asks") Asks asks,
      @ForAll("units") String unit,
      @ForAll @IntRange(min = 0, max = HOURS + 100) int asOfHour,
      @ForAll @IntRange(min = -1, max = HOURS) int beginHour,
      @ForAll @IntRange(min = 0, max = 72) int hours) {
    Instant asOf = START.plus(Duration.ofHours(asOfHour));
    Optional<Instant> begins =
        beginHour < 0 ? Optional.empty() : Optional.of(START.plus(Duration.ofHours(beginHour)));
    EngagementLog whole = asks.log(asOf, 0, 1);
    EngagementLog log =
        begins.map(at -> whole.between(at, Instant.parse("2027-01-01T00:00:00Z"))).orElse(whole);
    CalendarPeriods periods = periods(unit);
    Duration time = Duration.ofHours(hours);
    Series series =
        Series.within(log.measure(ResponseTime.eachTurn().by(periods.dimension())), periods, time);
    assertEquals(NaiveSeries.within(asks.all(), unit, PARIS, begins, asOf, time), lines(series));
    for (Series.Point point : series.points()) {
      double value = point.value().value();
      assertTrue(Double.isNaN(value) || (value >= 0 && value <= 1), point.toString());
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void partsOfTheConversationsMergeToTheSame(
      @ForAll("asks") Asks asks,
      @ForAll("units") String unit,
      @ForAll @IntRange(min = 100, max = HOURS + 100) int asOfHour) {
    Instant asOf = START.plus(Duration.ofHours(asOfHour));
    CalendarPeriods periods = periods(unit);
    Breakdown<ResponseSummary> whole = byChannel(asks.log(asOf, 0, 1), periods);
    Breakdown<ResponseSummary> merged =
        byChannel(asks.log(asOf, 0, 3), periods)
            .merge(byChannel(asks.log(asOf, 2, 3), periods))
            .merge(byChannel(asks.log(asOf, 1, 3), periods));
    for (String channel : List.of("blog", "chat")) {
      assertSame(
          Series.within(whole, periods, Duration.ofHours(24), channel),
          Series.within(merged, periods, Duration.ofHours(24), channel));
      assertSame(
          Series.median(whole, periods, Duration.ofHours(24), channel),
          Series.median(merged, periods, Duration.ofHours(24), channel));
    }
  }

  private static Breakdown<ResponseSummary> byChannel(EngagementLog log, CalendarPeriods periods) {
    return log.measure(ResponseTime.eachTurn().by(Dimension.CHANNEL.and(periods.dimension())));
  }

  private static void assertSame(Series one, Series other) {
    assertEquals(one.points(), other.points());
    assertEquals(one.leftOut(), other.leftOut());
    LevelChanges changes = one.changes();
    assertEquals(changes.changes(), other.changes().changes());
    assertEquals(one.levels(changes), other.levels(changes));
  }

  /** What is only known later does not move what is settled. */
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void settledPeriodsStay(
      @ForAll("asks") Asks asks, @ForAll @IntRange(min = 100, max = HOURS) int asOfHour) {
    CalendarPeriods weeks = CalendarPeriods.weeks(PARIS);
    Instant asOf = START.plus(Duration.ofHours(asOfHour));
    EngagementLog log = asks.log(START.plus(Duration.ofHours(HOURS + 500)), 0, 1);
    for (boolean isMedian : new boolean[] {false, true}) {
      List<String> then = values(log.asOf(asOf), weeks, isMedian);
      List<String> later = values(log, weeks, isMedian);
      assertEquals(later.subList(0, Math.min(later.size(), then.size())), then);
    }
  }

  private static List<String> values(EngagementLog log, CalendarPeriods weeks, boolean isMedian) {
    Breakdown<ResponseSummary> byWeek = log.measure(ResponseTime.eachTurn().by(weeks.dimension()));
    Duration day = Duration.ofHours(24);
    Series series =
        isMedian ? Series.median(byWeek, weeks, day) : Series.within(byWeek, weeks, day);
    return series.points().stream()
        .map(point -> point.first() + " " + point.count() + " " + point.value().value())
        .toList();
  }
}
