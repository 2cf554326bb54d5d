package dev.repartee.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.EventFilter;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Retention by hand: periods of a day. */
class RetentionTest {
  private static final Retention DAYS = Retention.every(Duration.ofDays(1), 3);

  private static Act act(String person, String at) {
    return Act.of(ActKind.VIEW, person, at + ":00Z");
  }

  /** Of three people one comes on day 1 and 3, one at the last moment of day 2, one is young. */
  @Test
  void aPersonCountsInPeriodsThatTheLogCovers() {
    EngagementLog log =
        EngagementLog.builder()
            .asOf(Instant.parse("2026-01-05T23:59:59.999Z"))
            .addAll(
                List.of(
                    act("p1", "2026-01-01T00:00"),
                    act("p1", "2026-01-02T00:00"),
                    act("p1", "2026-01-02T05:00"),
                    act("p1", "2026-01-04T05:00"),
                    act("p2", "2026-01-01T12:00"),
                    act("p2", "2026-01-01T18:00"),
                    act("p2", "2026-01-04T11:59"),
                    act("p3", "2026-01-04T00:00"),
                    act("p3", "2026-01-05T01:00")))
            .build();
    RetentionSummary summary = log.measure(DAYS);
    assertEquals(3, summary.people());
    assertEquals("2/3", share(summary, 1));
    assertEquals("1/2", share(summary, 2)); // the third day of p3 is not over
    assertEquals("1/2", share(summary, 3));
    assertEquals("retention: 3 people, period 1 d", summary.toString().lines().findFirst().get());
    // One millisecond earlier, day 1 of p3 is not covered: what happened in it does not count.
    assertEquals("1/2", share(log.asOf("2026-01-05T23:59:59.998Z").measure(DAYS), 1));
    Breakdown<RetentionSummary> cohorts = log.measure(DAYS.by(Dimension.day(ZoneOffset.UTC)));
    assertEquals("1/1", share(cohorts.get("2026-01-04"), 1));
    assertEquals("1/2", share(cohorts.get("2026-01-01"), 1));
    assertEquals(
        "retention: no data", log.measure(DAYS.countingOnly(EventFilter.messages())).toString());
  }

  private static String share(RetentionSummary summary, int period) {
    return summary.period(period).successes() + "/" + summary.period(period).trials();
  }

  /** After two minutes, a day, a millisecond less than two days, and two days. */
  @Test
  void aPeriodBeginsADayAfterTheFirstTimeAndNotAtMidnight() {
    Instant last = Instant.parse("2026-01-02T23:58:59.999Z");
    EngagementLog log =
        EngagementLog.builder()
            .asOf("2026-02-01T00:00:00Z")
            .addAll(
                List.of(
                    act("p1", "2026-01-01T23:59"),
                    act("p1", "2026-01-02T00:01"),
                    act("p2", "2026-01-01T10:00"),
                    act("p2", "2026-01-02T10:00"),
                    Act.of(ActKind.VIEW, "p3", last.minus(Duration.ofDays(2))),
                    Act.of(ActKind.VIEW, "p3", last.minusMillis(1)),
                    act("p4", "2026-01-01T10:00"),
                    act("p4", "2026-01-03T10:00")))
            .build();
    RetentionSummary summary = log.measure(Retention.every(Duration.ofDays(1), 3));
    assertEquals("2/4", share(summary, 1));
    assertEquals("1/4", share(summary, 2));
  }

  /** February has 28 days, March 31; in Berlin a month begins at 23:00 or 22:00 UTC. */
  @Test
  void periodsMayBeThoseOfTheCalendar() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    EngagementLog log =
        EngagementLog.builder()
            .asOf("2026-03-31T21:59:59.999Z")
            .addAll(
                List.of(
                    act("p1", "2026-01-31T22:59"), // still January there
                    act("p1", "2026-01-31T23:00"), // a minute later, in February
                    act("p2", "2026-02-01T00:00"),
                    act("p2", "2026-02-28T22:59"), // the same month
                    act("p2", "2026-03-31T21:59"), // the last minute of March
                    act("p3", "2026-03-01T12:00")))
            .build();
    RetentionSummary months = log.measure(Retention.everyMonth(berlin, 2));
    assertEquals("2/2", share(months, 1)); // p3's month has just ended, and none after it
    assertEquals("0/1", share(months, 2));
    assertEquals(
        "retention: 3 people, period calendar month in Europe/Berlin",
        months.toString().lines().findFirst().get());
    assertEquals(
        "1/1",
        share(log.asOf("2026-03-31T21:59:59.998Z").measure(Retention.everyMonth(berlin, 2)), 1));
    RetentionSummary days = log.measure(Retention.everyDay(berlin, 1));
    assertEquals("1/3", share(days, 1));
    // The first of February is a Sunday.
    assertEquals("1/3", share(log.measure(Retention.everyWeek(berlin, DayOfWeek.SUNDAY, 4)), 1));
    assertEquals("0/3", share(log.measure(Retention.everyWeek(berlin, DayOfWeek.MONDAY, 4)), 1));
  }

  @Test
  void whatBeginsAndWhatComesBackMayDiffer() {
    EngagementLog log =
        EngagementLog.builder()
            .asOf("2026-01-10T00:00:00Z")
            .addAll(
                List.of(
                    Act.of(ActKind.SUBSCRIBE, "p1", "2026-01-01T00:00:00Z"),
                    act("p1", "2026-01-02T00:00"),
                    Act.of(ActKind.SUBSCRIBE, "p2", "2026-01-01T00:00:00Z"),
                    Act.of(ActKind.SHARE, "p2", "2026-01-02T00:00:00Z"),
                    Act.of(ActKind.SHARE, "p3", "2026-01-01T00:00:00Z")))
            .build();
    Retention shares =
        DAYS.countingOnly(EventFilter.acts(ActKind.SUBSCRIBE))
            .returningBy(EventFilter.acts(ActKind.SHARE));
    assertEquals("1/2", share(log.measure(shares), 1));
    assertEquals("retention of subscribe, returning by share, 3 periods of 1 d", shares.toString());
  }

  @Test
  void whatIsOutOfRangeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Retention.every(Duration.ZERO, 1));
    assertThrows(IllegalArgumentException.class, () -> Retention.every(Duration.ofDays(1), 1_001));
    RetentionSummary empty = EngagementLog.builder().build().measure(DAYS);
    assertTrue(Double.isNaN(empty.period(1).value()));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> empty.period(4));
    assertEquals("number (4) must be 1 to 3", e.getMessage());
  }
}
