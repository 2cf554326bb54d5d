package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.stats.DurationEstimate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Twenty-seven hours of work are more than three days at a desk, and never one. */
class WorkTimeTest {
  @Test
  void hoursAreNotMadeDays() {
    assertEquals("42 min", WorkTime.of(Duration.ofMinutes(42)));
    assertEquals("23 h 59 min", WorkTime.of(Duration.ofMinutes(1439)));
    assertEquals("24 h", WorkTime.of(Duration.ofDays(1)));
    assertEquals("27 h 30 min", WorkTime.of(Duration.ofMinutes(1650)));
    assertEquals("1,000 h", WorkTime.of(Duration.ofHours(1000)));
  }

  @Test
  void estimatesKeepTheirIntervalsAndTheirReasons() {
    double hour = 3_600_000;
    assertEquals(
        "27 h [20 h, 30 h]",
        WorkTime.of(DurationEstimate.ofMillis(27 * hour, 20 * hour, 30 * hour, 0.95, 32)));
    assertEquals("27 h (few)", WorkTime.of(DurationEstimate.withoutInterval(27 * hour, 1, "few")));
    assertEquals("no data", WorkTime.of(DurationEstimate.noData()));
  }
}
