package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Counts;
import dev.repartee.model.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeriodsTest {
  private static Periods between(String first, String end) {
    return Periods.between(LocalDate.parse(first), LocalDate.parse(end)).orElseThrow();
  }

  @Test
  void theLastTwoFullQuartersAreCompared() {
    Periods year = between("2025-01-01", "2026-01-01");
    assertEquals("October to December 2025", year.now().name());
    assertEquals("July to September 2025", year.before().name());
    assertEquals(LocalDate.parse("2025-10-01"), year.before().until());
    // The quarter that has begun is none.
    assertEquals("July to September 2025", between("2025-04-01", "2025-12-31").now().name());
    assertEquals("October to December 2024", between("2023-01-01", "2025-05-05").before().name());
  }

  @Test
  void aShorterLogIsCutIntoHalvesOfWholeWeeks() {
    Periods twelve = between("2025-01-06", "2025-03-31");
    assertEquals(LocalDate.parse("2025-01-06"), twelve.before().from());
    assertEquals(LocalDate.parse("2025-02-17"), twelve.now().from());
    assertEquals("17 February 2025 to 30 March 2025", twelve.now().name());
    // Of an odd number of weeks the first is left out.
    assertEquals(
        LocalDate.parse("2025-01-13"), between("2025-01-06", "2025-01-27").before().from());
  }

  @Test
  void lessThanTwoWeeksAreNotCompared() {
    assertEquals(
        Optional.empty(),
        Periods.between(LocalDate.parse("2025-01-06"), LocalDate.parse("2025-01-19")));
    assertEquals(Optional.empty(), Periods.of(EngagementLog.builder().build(), ZoneOffset.UTC));
  }

  /** With a last row on New Year's Eve the year is over. */
  @Test
  void theDayOfTheLastRowIsTakenToBeWhole() {
    EngagementLog log = year().build();
    Periods periods = Periods.of(log, ZoneOffset.UTC).orElseThrow();
    assertEquals("October to December 2025", periods.now().name());
    assertEquals(1, periods.now().of(log, ZoneOffset.UTC).measure(all()).messages());
    assertEquals(0, periods.before().of(log, ZoneOffset.UTC).measure(all()).messages());
    // Who says that it ends before the evening is believed.
    EngagementLog said = year().asOf(Instant.parse("2025-12-31T12:00:00Z")).build();
    assertTrue(
        Periods.of(said, ZoneOffset.UTC).orElseThrow().now().name().startsWith("July"), "as said");
  }

  private static EngagementLog.Builder year() {
    return EngagementLog.builder()
        .add(Post.of("a", "carl", Instant.parse("2025-01-01T12:00:00Z")))
        .add(Post.of("b", "carl", Instant.parse("2025-12-31T12:00:00Z")));
  }

  private static Counts all() {
    return Counts.ofMessages("any", row -> true);
  }
}
