package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.stats.DurationEstimate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PlainWordsTest {
  @Test
  void longTimesAreWholeDays() {
    assertEquals("42 min", PlainWords.time(Duration.ofMinutes(42)));
    assertEquals("2 h 50 min", PlainWords.time(Duration.ofMinutes(170)));
    assertEquals("1 day", PlainWords.time(Duration.ofDays(1)));
    assertEquals("1 day 5 h", PlainWords.time(Duration.ofHours(29)));
    assertEquals("1 min", PlainWords.time(Duration.ofMinutes(1)));
    assertEquals("364 days", PlainWords.time(Duration.ofHours(364 * 24 + 8)));
    assertEquals("2,912,345 days", PlainWords.time(Duration.ofDays(2_912_345)));
  }

  @Test
  void halfIsToldAlsoWhereItIsNotReached() {
    assertEquals("nobody waited", PlainWords.half(DurationEstimate.noData()));
    assertEquals(
        "fewer than half had one by the end", PlainWords.half(DurationEstimate.notReached("")));
    assertEquals(
        "half have one within 1 h (too few people for an interval)",
        PlainWords.half(DurationEstimate.withoutInterval(3_600_000, 1, "fewer than 2 groups")));
  }

  @Test
  void daysAreWrittenOut() {
    assertEquals("3 March 2026", PlainWords.day(LocalDate.of(2026, 3, 3)));
    assertEquals("31 December 9999", PlainWords.day(LocalDate.of(9999, 12, 31)));
    assertEquals(
        "1 July 2026, 11:05",
        PlainWords.minute(Instant.parse("2026-07-01T09:05:59Z"), ZoneId.of("Europe/Paris")));
  }

  /** A board has no prompt to type them at. */
  @Test
  void optionsAreLeftOutAndWhatIsWrongStays() {
    assertEquals(
        "Promises: none is given",
        PlainWords.withoutOptions(
            "Promises: none is given; --promise=\"90% answered within 1h\"."));
    assertEquals(
        "12 times have no offset and were set aside",
        PlainWords.withoutOptions(
            "12 times have no offset and were set aside; name their zone with --zone"));
    assertEquals("nobody wrote.", PlainWords.withoutOptions("nobody wrote."));
  }

  @Test
  void longNamesAreCut() {
    assertEquals("abc", PlainWords.brief("abc", 3));
    assertEquals("ab…", PlainWords.brief("abcd", 3));
    assertEquals("\uD83D\uDE00…", PlainWords.brief("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", 2));
  }
}
