package dev.repartee.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.change.Series.Reason;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.LevelChanges;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static final CalendarPeriods WEEKS = CalendarPeriods.weeks(ZoneOffset.UTC);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofHours(24);

  /** The Mondays are 5, 12, 19, 26 January and 2 February 2026. */
  private static Asks worked() {
    return new Asks()
        .add("blog", "2026-01-07T00:00:00Z", 4, 4, HOUR)
        .add("blog", "2026-01-12T00:00:00Z", 4, 3, HOUR)
        .add("blog", "2026-01-13T00:00:00Z", 1, 1, Duration.ofHours(25))
        .add("blog", "2026-01-26T00:00:00Z", 10, 4, HOUR)
        .add("blog", "2026-02-01T22:00:00Z", 1, 0, HOUR)
        .add("blog", "2026-02-02T00:00:00Z", 2, 2, HOUR);
  }

  private static Breakdown<ResponseSummary> byWeek(EngagementLog log) {
    return log.measure(ResponseTime.eachTurn().by(WEEKS.dimension()));
  }

  private static List<String> values(Series series) {
    return series.points().stream()
        .map(point -> point.first() + " " + point.count() + " " + point.value().value())
        .toList();
  }

  /**
   * By hand: the log begins within the first week and ends within the fifth. In the second 3 of 5
   * are answered within a day, in the third nobody asks, in the fourth 4 of 11 are; it ends on
   * Monday the 2nd and is settled a day later.
   */
  @Test
  void workedExample() {
    Series series = Series.within(byWeek(worked().log("2026-02-03T00:00:00Z")), WEEKS, DAY);
    assertEquals(
        List.of("2026-01-12 5 0.6", "2026-01-19 0 NaN", "2026-01-26 11 " + 4 / 11.0),
        values(series));
    assertEquals(1, series.gaps());
    assertEquals(
        List.of(
            new Series.LeftOut(LocalDate.parse("2026-01-05"), Reason.NOT_WHOLE),
            new Series.LeftOut(LocalDate.parse("2026-02-02"), Reason.NOT_WHOLE)),
        series.leftOut());
    Series earlier = Series.within(byWeek(worked().log("2026-02-02T23:59:59Z")), WEEKS, DAY);
    assertEquals(
        "[2026-01-05: not whole, 2026-01-26: not settled, 2026-02-02: not whole]",
        earlier.leftOut().toString());
    assertEquals(2, earlier.points().size());
    assertEquals(
        """
        answered within 1 d: 1 week
        too short, 1 period
        left out: 1 not settled, 2 not whole, 1 without a value""",
        earlier.toString());
  }

  @Test
  void aWindowSaysThatTheLogBeginsBefore() {
    EngagementLog log = worked().log("2026-02-03T00:00:00Z");
    Series series = Series.within(byWeek(log.between("2025-12-29", "2026-02-02")), WEEKS, DAY);
    assertEquals(
        List.of(
            "2025-12-29 0 NaN",
            "2026-01-05 4 1.0",
            "2026-01-12 5 0.6",
            "2026-01-19 0 NaN",
            "2026-01-26 11 " + 4 / 11.0),
        values(series));
    assertTrue(series.leftOut().isEmpty());
    Series counts =
        Series.counts(
            byWeek(log.between("2025-12-29", "2026-02-02").followedFor(HOUR)),
            WEEKS,
            ResponseSummary::exchanges);
    assertEquals(
        List.of(
            "2025-12-29 0 0.0",
            "2026-01-05 4 4.0",
            "2026-01-12 5 5.0",
            "2026-01-19 0 0.0",
            "2026-01-26 11 11.0"),
        values(counts));
    assertEquals(4, counts.levels(counts.changes()).get(0).value().value());
    String point = counts.points().get(1).toString();
    assertTrue(point.startsWith("2026-01-05: 4"), point);
    String level = counts.levels(counts.changes()).get(0).toString();
    assertTrue(level.startsWith("from 2025-12-29: 4"), level);
    assertEquals(
        "by week in Europe/Paris", CalendarPeriods.weeks(ZoneId.of("Europe/Paris")).toString());
  }

  /**
   * By hand: of the second week's waits, 1, 1, 1, 25 and never, half are answered by one hour; of
   * the fourth less than half ever are, so that it is the 24 hours they were followed for.
   */
  @Test
  void aMedianThatIsNotReachedIsNoGap() {
    Series series = Series.median(byWeek(worked().log("2026-02-03T00:00:00Z")), WEEKS, DAY);
    assertEquals(
        List.of("2026-01-12 5 1.0", "2026-01-19 0 NaN", "2026-01-26 11 24.0"), values(series));
    assertEquals("or longer", series.points().get(2).value().note());
    Asks late =
        new Asks()
            .add("blog", "2026-01-05T00:00:00Z", 1, 1, HOUR)
            .add("blog", "2026-01-12T00:00:00Z", 4, 4, Duration.ofHours(30));
    Breakdown<ResponseSummary> byWeek = byWeek(late.log("2026-01-24T00:00:00Z"));
    assertEquals(List.of("2026-01-12 4 24.0"), values(Series.median(byWeek, WEEKS, DAY)));
    assertEquals(
        List.of("2026-01-12 4 30.0"), values(Series.median(byWeek, WEEKS, Duration.ofDays(3))));
  }

  @Test
  void fewAreLeftOutAndNobodyIsAGap() {
    Series all = Series.within(byWeek(worked().log("2026-02-03T00:00:00Z")), WEEKS, DAY);
    assertEquals(all.points(), all.atLeast(1).points());
    assertEquals(all.leftOut(), all.atLeast(1).leftOut());
    Series series = all.atLeast(6);
    assertEquals(List.of("2026-01-19 0 NaN", "2026-01-26 11 " + 4 / 11.0), values(series));
    assertEquals(
        "[2026-01-05: not whole, 2026-01-12: too few, 2026-02-02: not whole]",
        series.leftOut().toString());
    assertEquals(4 / 11.0, series.levels(series.changes()).get(0).value().value(), 1e-12);
    assertEquals(7 / 16.0, all.levels(all.changes()).get(0).value().value(), 1e-12);
  }

  /** Two-way is what has an answer within the fourteen days; that after 25 hours is one. */
  @Test
  void sharesAreFollowedForTheSameTime() {
    EngagementLog log = worked().log("2026-03-03T00:00:00Z");
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Series.share(
                    log.measure(Dialogue.standard().by(WEEKS.dimension())),
                    WEEKS,
                    DialogueSummary::twoWay));
    assertEquals(
        "byPeriod (of a log followed up to its as-of) must follow each period for the same time;"
            + " measure log.followedFor(…)",
        e.getMessage());
    Series series =
        Series.share(
            log.followedFor(Duration.ofDays(14)).measure(Dialogue.standard().by(WEEKS.dimension())),
            WEEKS,
            DialogueSummary::twoWay);
    assertEquals(
        List.of(
            "2026-01-12 5 0.8",
            "2026-01-19 0 NaN",
            "2026-01-26 11 " + 4 / 11.0,
            "2026-02-02 2 1.0",
            "2026-02-09 0 NaN"),
        values(series));
  }

  @Test
  void saysWhatIsWrong() {
    EngagementLog log = worked().log("2026-02-03T00:00:00Z");
    assertMessage(
        "byPeriod (by channel) must be split by week in Z, last; use ….by(periods.dimension())",
        () ->
            Series.within(log.measure(ResponseTime.eachTurn().by(Dimension.CHANNEL)), WEEKS, DAY));
    assertMessage(
        "time (PT-1H) must not be negative",
        () -> Series.within(byWeek(log), WEEKS, HOUR.negated()));
    assertMessage(
        "time (PT24H) must not be longer than waits are followed (PT1H); measure a log"
            + " followedFor(…) at least as long",
        () -> Series.within(byWeek(log.followedFor(HOUR)), WEEKS, DAY));
    assertMessage(
        "key ([blog]) must have as many texts as there are before the period: 0, as in [2026-W02]",
        () -> Series.within(byWeek(log), WEEKS, DAY, "blog"));
    Series series = Series.within(byWeek(log), WEEKS, DAY);
    assertMessage("count (0) must be at least 1", () -> series.atLeast(0));
    Series counts = Series.counts(byWeek(log.followedFor(HOUR)), WEEKS, ResponseSummary::exchanges);
    assertMessage(
        "count (3) needs a series of shares or times: in a series of counts, low counts are results",
        () -> counts.atLeast(3));
  }

  private static void assertMessage(
      String message, org.junit.jupiter.api.function.Executable executable) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, executable).getMessage());
  }

  /** A year of weeks with some who ask, of whom a share is answered, another one from a week on. */
  private static Asks year(Random random, int[] asks, double[] shares) {
    Asks year = new Asks();
    Instant monday = Instant.parse("2025-01-06T00:00:00Z");
    for (int week = 0; week < asks.length; week++) {
      for (int i = 0; i < asks[week]; i++) {
        Instant at = monday.plusSeconds(week * 604_800L + random.nextInt(604_800));
        boolean isAnswered = random.nextDouble() < shares[week];
        year.add("blog", at, isAnswered ? Optional.of(HOUR) : Optional.empty());
      }
    }
    return year;
  }

  private static Series series(Asks year) {
    return Series.within(byWeek(year.log("2026-01-12T00:00:00Z")), WEEKS, DAY);
  }

  @Test
  void aFallIsDatedAndMeasured() {
    int[] asks = new int[52];
    double[] shares = new double[52];
    for (int week = 0; week < 52; week++) {
      asks[week] = 30;
      shares[week] = week < 36 ? 0.9 : 0.5;
    }
    Series series = series(year(new Random(1), asks, shares));
    LevelChanges changes = series.changes();
    assertEquals(1, changes.changes().size(), changes.toString());
    LevelChanges.Change change = changes.changes().get(0);
    assertTrue(change.isFall());
    assertEquals(LocalDate.parse("2025-09-15"), change.first());
    List<Series.Level> levels = series.levels(changes);
    assertEquals(LocalDate.parse("2025-09-15"), levels.get(0).endExclusive());
    assertEquals(0.9, levels.get(0).value().value(), 0.03);
    assertEquals(0.5, levels.get(1).value().value(), 0.06);
    assertTrue(levels.get(1).value().hasInterval());
    assertTrue(series.levels(changes.only(each -> false)).size() == 1);
  }

  /**
   * Nothing changes but how many ask: from 40 a week to 3. Of 3 who have 0.9 each, most often all
   * are answered, of 40 hardly ever.
   */
  @Test
  void moreWhoAskAreNoFall() {
    int[] asks = new int[52];
    double[] shares = new double[52];
    for (int week = 0; week < 52; week++) {
      asks[week] = week < 26 ? 3 : 40;
      shares[week] = 0.9;
    }
    int told = 0;
    int byWeeksAlone = 0;
    for (int seed = 0; seed < 40; seed++) {
      Series series = series(year(new Random(seed), asks, shares));
      told += series.changes().changes().isEmpty() ? 0 : 1;
      double[] values =
          series.points().stream().mapToDouble(point -> point.value().value()).toArray();
      LevelChanges alone =
          LevelChanges.of(LocalDate.EPOCH, java.time.temporal.ChronoUnit.WEEKS, values);
      byWeeksAlone += alone.changes().isEmpty() ? 0 : 1;
    }
    assertTrue(told <= 4, "told in " + told + " of 40");
    assertTrue(byWeeksAlone > told, "weeks alone tell in " + byWeeksAlone);
    assertFalse(byWeeksAlone < 10, "weeks alone tell in " + byWeeksAlone);
  }
}
