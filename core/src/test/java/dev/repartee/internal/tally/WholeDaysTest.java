package dev.repartee.internal.tally;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Counts;
import dev.repartee.measure.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class WholeDaysTest {
  private static final EngagementLog LOG =
      EngagementLog.builder().asOf("2026-03-01T00:00:00Z").build();

  private static Origin origin(EngagementLog log) {
    return log.measure(Counts.ofMessages("all", row -> true)).origin();
  }

  private static long day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }

  @Test
  void weeksBeginOnMondays() {
    assertEquals(LocalDate.parse("2026-01-05"), WholeDays.mondayOf(WholeDays.weekOf(20_458)));
    assertEquals(LocalDate.parse("2026-01-05"), WholeDays.mondayOf(WholeDays.weekOf(20_464)));
    assertEquals(LocalDate.parse("1969-12-29"), WholeDays.mondayOf(WholeDays.weekOf(-3)));
  }

  @Test
  void aWindowHasTheDaysThatLieInIt() {
    Origin january = origin(LOG.between("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"));
    WholeDays utc = WholeDays.of(january, ZoneOffset.UTC, 0);
    assertEquals(31, utc.count());
    assertEquals(day("2026-01-01"), utc.first());
    assertEquals(day("2026-02-01"), utc.end());
    assertArrayEquals(
        new long[] {
          WholeDays.weekOf(day("2026-01-05")),
          WholeDays.weekOf(day("2026-01-12")),
          WholeDays.weekOf(day("2026-01-19"))
        },
        utc.weeks(),
        "the last week ends on the Sunday that is not in the window");
    // In another zone the first and the last are not whole.
    WholeDays auckland = WholeDays.of(january, ZoneId.of("Pacific/Auckland"), 0);
    assertEquals(30, auckland.count());
    assertFalse(auckland.contains(day("2026-01-01")));
    assertTrue(auckland.contains(day("2026-01-31")));
  }

  @Test
  void withoutAWindowTheFirstFactBeginsAndTheAsOfEnds() {
    WholeDays days = WholeDays.of(origin(LOG), ZoneOffset.UTC, day("2026-02-27"));
    assertEquals(2, days.count());
    assertFalse(days.contains(day("2026-03-01")), "the as-of is in it");
    EngagementLog lastMoment = LOG.asOf("2026-02-28T23:59:59.999Z");
    assertEquals(2, WholeDays.of(origin(lastMoment), ZoneOffset.UTC, day("2026-02-27")).count());
    EngagementLog justBefore = LOG.asOf("2026-02-28T23:59:59.998Z");
    assertEquals(1, WholeDays.of(origin(justBefore), ZoneOffset.UTC, day("2026-02-27")).count());
    assertEquals(0, WholeDays.of(origin(LOG), ZoneOffset.UTC, day("2026-05-01")).count());
    assertEquals(0, WholeDays.none().count());
    assertEquals(0, WholeDays.none().weeks().length);
  }

  @Test
  void daysBetweenMergedWindowsAreNotObserved() {
    EngagementLog followed = LOG.followedFor(Duration.ofDays(1));
    Origin both =
        origin(followed.between("2026-01-05T00:00:00Z", "2026-01-12T00:00:00Z"))
            .merge(origin(followed.between("2026-01-20T00:00:00Z", "2026-02-09T00:00:00Z")));
    WholeDays days = WholeDays.of(both, ZoneOffset.UTC, 0);
    assertEquals(27, days.count());
    assertFalse(days.contains(day("2026-01-12")));
    assertEquals(3, days.weeks().length);
    assertEquals(Instant.parse("2026-02-09T00:00:00Z"), WholeDays.watchedUntil(both));
    assertEquals(Instant.parse("2026-03-01T00:00:00Z"), WholeDays.watchedUntil(origin(LOG)));
  }
}
