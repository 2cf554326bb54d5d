package dev.repartee.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases worked by hand. */
final class OfficeHoursTest {
  private static final String OFFICE = "Mon-Fri 09:00-17:00 UTC";

  /** A wall time of a zone; the earlier offset where the wall shows it twice. */
  private static Instant at(String wall, String zone) {
    return LocalDateTime.parse(wall).atZone(ZoneId.of(zone)).toInstant();
  }

  private static Instant at(String text) {
    return Instant.parse(text.length() == 16 ? text + ":00Z" : text);
  }

  // 2026-01-05 is a Monday.
  @ParameterizedTest(name = "{0}: {1} to {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # one week
          Mon-Fri 09:00-17:00 UTC | 2026-01-05T10:00 | 2026-01-05T10:42 | PT42M
          Mon-Fri 09:00-17:00 UTC | 2026-01-05T07:00 | 2026-01-05T10:00 | PT1H
          Mon-Fri 09:00-17:00 UTC | 2026-01-05T16:00 | 2026-01-06T10:00 | PT2H
          Mon-Fri 09:00-17:00 UTC | 2026-01-09T16:00 | 2026-01-12T10:00 | PT2H
          Mon-Fri 09:00-17:00 UTC | 2026-01-10T08:00 | 2026-01-11T20:00 | PT0S
          Mon-Fri 09:00-17:00 UTC | 2026-01-05T17:00 | 2026-01-06T09:00 | PT0S
          Mon-Fri 09:00-17:00 UTC | 2026-01-12T10:00 | 2026-01-09T16:00 | PT-2H
          Mon-Fri 09:00-17:00 UTC | 2026-01-05T00:00 | 2026-01-12T00:00 | PT40H
          # split shifts, touching ones, short weeks, whole days
          Mon-Fri 08:30-12:00 13:30-18:00 UTC | 2026-01-05T11:00 | 2026-01-05T14:00 | PT1H30M
          Mon-Fri 08:30-12:00 13:30-18:00 UTC | 2026-01-05T12:15 | 2026-01-05T13:15 | PT0S
          Mon-Fri 09:00-12:00 12:00-17:00 UTC | 2026-01-05T11:00 | 2026-01-05T13:00 | PT2H
          Mon-Thu 09:00-17:00 Fri 09:00-15:00 UTC | 2026-01-05T00:00 | 2026-01-12T00:00 | PT38H
          Mon-Sun 00:00-24:00 UTC | 2026-01-05T00:00 | 2026-01-12T00:00 | PT168H
          # nights belong to the day on which they start
          Mon-Fri 22:00-06:00 UTC | 2026-01-05T20:00 | 2026-01-06T08:00 | PT8H
          Mon-Fri 22:00-06:00 UTC | 2026-01-09T20:00 | 2026-01-10T08:00 | PT8H
          Mon-Fri 22:00-06:00 UTC | 2026-01-11T20:00 | 2026-01-12T08:00 | PT0S
          Sun 22:00-06:00 UTC | 2026-01-05T00:00 | 2026-01-06T00:00 | PT6H
          Fri 18:00-18:00 UTC | 2026-01-09T00:00 | 2026-01-12T00:00 | PT24H
          # other hours from a Wednesday on
          Mon-Fri 9-17 UTC until 2026-01-07 then Mon-Fri 8-20 UTC | 2026-01-06T16:00 | 2026-01-07T09:00 | PT2H
          Mon-Fri 9-17 UTC until 2026-01-07 then Mon-Fri 8-20 UTC | 2026-01-05T00:00 | 2026-01-12T00:00 | PT52H
          Mon-Fri 9-17 UTC until 2026-01-07T12:00:00Z then Sat 9-17 UTC | 2026-01-05T00:00 | 2026-01-12T00:00 | PT27H
          Mon-Fri 9-17 UTC until 2026-01-06 then Tue 8-9 UTC until 2026-01-07 then Wed 7-9 UTC | 2026-01-05T00:00 | 2026-01-12T00:00 | PT11H
          # a night that the change cuts in two ends as the later hours say
          Mon-Fri 22-6 UTC until 2026-01-07 then Mon-Fri 9-17 UTC | 2026-01-06T21:00 | 2026-01-07T10:00 | PT3H
          Mon-Fri 9-17 UTC until 2026-01-07 then Mon-Fri 22-6 UTC | 2026-01-06T16:00 | 2026-01-07T23:00 | PT8H
          # where the clock changes on the day of the change, which begins at 23:00 UTC
          Mon-Sun 0-24 Europe/Paris until 2026-03-29 then Mon-Sun 1-4 Europe/Paris | 2026-03-28T22:00 | 2026-03-29T04:00 | PT3H
          # the office moves at noon
          Mon-Fri 9-17 Europe/Paris until 2026-01-07T12:00:00Z then Mon-Fri 9-17 America/New_York | 2026-01-07T08:00 | 2026-01-07T22:00 | PT12H
          # dates
          Mon-Fri 09:00-17:00 UTC 2026-12-25 closed | 2026-12-24T16:00 | 2026-12-28T10:00 | PT2H
          Mon-Fri 09:00-17:00 UTC 2026-12-26 closed | 2026-12-25T16:00 | 2026-12-28T10:00 | PT2H
          Mon-Fri 09:00-17:00 UTC 2026-01-10 10:00-12:00 | 2026-01-09T16:00 | 2026-01-12T10:00 | PT4H
          Mon-Fri 09:00-17:00 UTC 2026-01-06 10:00-12:00 | 2026-01-05T16:00 | 2026-01-07T10:00 | PT4H
          Mon-Fri 22:00-06:00 UTC 2026-01-06 closed | 2026-01-05T22:00 | 2026-01-07T22:00 | PT8H
          Mon-Fri 09:00-17:00 UTC 2026-01-05 20:00-02:00 | 2026-01-05T00:00 | 2026-01-06T10:00 | PT7H
          # a leap day is a day like others; 1900 and 2100 have none
          Mon-Sun 09:00-17:00 UTC | 2024-02-28T00:00 | 2024-03-01T00:00 | PT16H
          Mon-Sun 09:00-17:00 UTC | 2026-02-28T00:00 | 2026-03-01T00:00 | PT8H
          Mon-Sun 09:00-17:00 UTC | 2100-02-28T00:00 | 2100-03-01T00:00 | PT8H
          Mon-Sun 09:00-17:00 UTC | 2000-02-28T00:00 | 2000-03-01T00:00 | PT16H
          Mon-Fri 09:00-17:00 UTC 2024-02-29 closed | 2024-02-28T16:00 | 2024-03-01T10:00 | PT2H
          # a zone a quarter of an hour off: 09:00 is 03:15 UTC
          Sun-Fri 09:00-17:00 Asia/Kathmandu | 2026-01-05T03:15 | 2026-01-05T11:15 | PT8H
          Sun-Fri 09:00-17:00 Asia/Kathmandu | 2026-01-05T03:00 | 2026-01-05T03:30 | PT15M
          # both
          Mon-Fri 09:00-17:00 Europe/Paris and Mon-Fri 09:00-17:00 America/New_York \
          | 2026-01-05T00:00 | 2026-01-06T00:00 | PT2H
          """)
  void workingTimeIsWhatPassesWhileItIsOpen(String hours, String start, String end, String time) {
    OfficeHours office = OfficeHours.parse(hours);
    assertEquals(Duration.parse(time), office.between(at(start), at(end)));
    assertEquals(Duration.parse(time).negated(), office.between(at(end), at(start)));
  }

  /** Days on which the clock changes: of midnight to midnight, or as said, by the wall. */
  @ParameterizedTest(name = "{0}: {1} to {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Paris goes from 02:00 to 03:00 and back from 03:00 to 02:00
          00:00-24:00 | Europe/Paris | 2026-03-29T00:00 | 2026-03-30T00:00 | PT23H
          00:00-24:00 | Europe/Paris | 2026-10-25T00:00 | 2026-10-26T00:00 | PT25H
          09:00-17:00 | Europe/Paris | 2026-03-29T00:00 | 2026-03-30T00:00 | PT8H
          22:00-06:00 | Europe/Paris | 2026-03-28T12:00 | 2026-03-29T12:00 | PT7H
          22:00-06:00 | Europe/Paris | 2026-10-24T12:00 | 2026-10-25T12:00 | PT9H
          02:00-03:00 | Europe/Paris | 2026-03-29T00:00 | 2026-03-30T00:00 | PT0S
          02:00-03:00 | Europe/Paris | 2026-10-25T00:00 | 2026-10-26T00:00 | PT2H
          02:30-08:00 | Europe/Paris | 2026-03-29T00:00 | 2026-03-30T00:00 | PT5H
          00:00-02:30 | Europe/Paris | 2026-03-29T00:00 | 2026-03-30T00:00 | PT2H
          00:00-02:30 | Europe/Paris | 2026-10-25T00:00 | 2026-10-26T00:00 | PT3H
          02:30-08:00 | Europe/Paris | 2026-10-25T00:00 | 2026-10-26T00:00 | PT6H
          # New York from 02:00 to 03:00 and back from 02:00 to 01:00
          00:00-24:00 | America/New_York | 2026-03-08T00:00 | 2026-03-09T00:00 | PT23H
          00:00-24:00 | America/New_York | 2026-11-01T00:00 | 2026-11-02T00:00 | PT25H
          01:30-08:00 | America/New_York | 2026-03-08T00:00 | 2026-03-09T00:00 | PT5H30M
          01:00-02:00 | America/New_York | 2026-11-01T00:00 | 2026-11-02T00:00 | PT2H
          02:00-03:00 | America/New_York | 2026-11-01T00:00 | 2026-11-02T00:00 | PT1H
          # Sao Paulo at midnight: 2018-11-04 begins at 01:00, 2018-02-17 has its last hour twice
          00:00-24:00 | America/Sao_Paulo | 2018-11-03T12:00 | 2018-11-04T12:00 | PT23H
          00:00-24:00 | America/Sao_Paulo | 2018-02-17T00:00 | 2018-02-18T00:00 | PT25H
          00:00-08:00 | America/Sao_Paulo | 2018-11-03T12:00 | 2018-11-04T12:00 | PT7H
          22:00-06:00 | America/Sao_Paulo | 2018-11-03T12:00 | 2018-11-04T12:00 | PT7H
          22:00-06:00 | America/Sao_Paulo | 2018-02-17T12:00 | 2018-02-18T12:00 | PT9H
          18:00-24:00 | America/Sao_Paulo | 2018-02-17T12:00 | 2018-02-18T12:00 | PT7H
          # Lord Howe Island by half an hour: 02:00 to 02:30, and 02:00 to 01:30
          00:00-24:00 | Australia/Lord_Howe | 2026-10-04T00:00 | 2026-10-05T00:00 | PT23H30M
          00:00-24:00 | Australia/Lord_Howe | 2026-04-05T00:00 | 2026-04-06T00:00 | PT24H30M
          02:00-03:00 | Australia/Lord_Howe | 2026-10-04T00:00 | 2026-10-05T00:00 | PT30M
          # Samoa had no 2011-12-30; the night before it ends on the 31st
          09:00-17:00 | Pacific/Apia | 2011-12-29T00:00 | 2012-01-01T00:00 | PT16H
          00:00-24:00 | Pacific/Apia | 2011-12-29T00:00 | 2012-01-01T00:00 | PT48H
          22:00-06:00 | Pacific/Apia | 2011-12-29T12:00 | 2011-12-31T12:00 | PT8H
          # Paris before 1911 kept its own time, 9 min 21 s before Greenwich
          09:00-17:00 | Europe/Paris | 1905-01-01T00:00 | 1905-01-02T00:00 | PT8H
          00:00-24:00 | Europe/Paris | 1911-03-10T00:00 | 1911-03-12T00:00 | PT48H9M21S
          """)
  void onTheDaysOfAClockChangeTheWallDecides(
      String times, String zone, String start, String end, String time) {
    OfficeHours office = OfficeHours.builder(zone).open("Mon-Sun", times).build();
    assertEquals(Duration.parse(time), office.between(at(start, zone), at(end, zone)));
  }

  @Test
  void aDayThatTheZoneLeftOutHasNoHours() {
    Instant from = at("2011-12-29T12:00", "Pacific/Apia");
    Instant to = at("2011-12-31T12:00", "Pacific/Apia");
    OfficeHours friday = OfficeHours.parse("Fri 22:00-06:00 Pacific/Apia");
    assertEquals(Duration.ZERO, friday.between(from, to));
    // The night of Thursday goes on: from 22:00 of the 29th to 06:00 of the next day there was.
    OfficeHours thursday = OfficeHours.parse("Thu 22:00-06:00 Pacific/Apia");
    assertEquals(Duration.ofHours(8), thursday.between(from, to));
    OfficeHours named = OfficeHours.parse("Mon 9-17 Pacific/Apia, 2011-12-30 22:00-06:00");
    assertEquals(Duration.ZERO, named.between(from, to));
    // The night of Thursday meets the hours of Saturday: open is open, and not twice.
    OfficeHours both = OfficeHours.parse("Thu 22:00-06:00, Sat 05:00-12:00 Pacific/Apia");
    assertEquals(Duration.ofHours(14), both.between(from, to));
  }

  @ParameterizedTest(name = "{0}: {1} + {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mon-Fri 09:00-17:00 UTC | 2026-01-09T16:00 | PT2H | 2026-01-12T10:00
          Mon-Fri 09:00-17:00 UTC | 2026-01-10T12:00 | PT2H | 2026-01-12T11:00
          Mon-Fri 09:00-17:00 UTC | 2026-01-05T16:00 | PT10H | 2026-01-07T10:00
          # closing time is the deadline, not the next opening
          Mon-Fri 09:00-17:00 UTC | 2026-01-05T16:00 | PT1H | 2026-01-05T17:00
          Mon-Fri 09:00-17:00 UTC | 2026-01-09T16:00 | PT1H | 2026-01-09T17:00
          Mon-Fri 09:00-17:00 UTC | 2026-01-05T09:00 | PT40H | 2026-01-09T17:00
          Mon-Fri 08:00-12:00 13:00-17:00 UTC | 2026-01-05T11:00 | PT1H | 2026-01-05T12:00
          # before opening, and at closing
          Mon-Fri 09:00-17:00 UTC | 2026-01-05T06:00 | PT2H | 2026-01-05T11:00
          Mon-Fri 09:00-17:00 UTC | 2026-01-05T17:00 | PT1M | 2026-01-06T09:01
          # no working time: now, or at the next opening
          Mon-Fri 09:00-17:00 UTC | 2026-01-05T10:00 | PT0S | 2026-01-05T10:00
          Mon-Fri 09:00-17:00 UTC | 2026-01-05T17:00 | PT0S | 2026-01-06T09:00
          Mon-Fri 09:00-17:00 UTC | 2026-01-09T20:00 | PT0S | 2026-01-12T09:00
          # a holiday beside a weekend: Friday 2026-12-25
          Mon-Fri 09:00-17:00 UTC 2026-12-25 closed | 2026-12-24T16:00 | PT2H | 2026-12-28T10:00
          Mon-Fri 09:00-17:00 UTC 2026-12-28 closed | 2026-12-25T16:00 | PT2H | 2026-12-29T10:00
          Mon-Fri 09:00-17:00 UTC 2026-12-26 12:00-13:00 | 2026-12-25T16:00 | PT2H | 2026-12-26T13:00
          # nights
          Mon-Fri 22:00-06:00 UTC | 2026-01-09T23:00 | PT8H | 2026-01-12T23:00
          Mon-Fri 22:00-06:00 UTC | 2026-01-09T23:00 | PT7H | 2026-01-10T06:00
          # the hour that Paris leaves out on 2026-03-29: 01:30 UTC is 03:30
          Mon-Sun 00:00-24:00 Europe/Paris | 2026-03-28T23:00 | PT2H30M | 2026-03-29T01:30
          Mon-Sun 02:00-03:00 Europe/Paris | 2026-03-28T01:30 | PT1H | 2026-03-30T00:30
          # many years, and far ahead: 40 hours a week, 20,871 weeks in 400 years
          Mon-Fri 09:00-17:00 UTC | 2026-01-05T09:00 | PT834840H | 2426-01-02T17:00
          Mon-Fri 09:00-17:00 UTC | 2026-01-05T09:00 | PT834841H | 2426-01-05T10:00
          """)
  void theDeadlineIsTheFirstInstantByWhichTheTimeHasPassed(
      String hours, String start, String time, String due) {
    OfficeHours office = OfficeHours.parse(hours);
    assertEquals(at(due), office.dueAt(at(start), Duration.parse(time)));
  }

  @Test
  void deadlinesGoOnAcrossAChangeOfHours() {
    OfficeHours office = OfficeHours.parse(OFFICE);
    OfficeHours longer = OfficeHours.parse("Mon-Fri 08:00-20:00 UTC");
    OfficeHours hours = office.from(LocalDate.of(2026, 1, 7), longer);
    assertEquals(at("2026-01-06T17:00"), hours.dueAt(at("2026-01-06T16:00"), Duration.ofHours(1)));
    assertEquals(at("2026-01-07T09:00"), hours.dueAt(at("2026-01-06T16:00"), Duration.ofHours(2)));
    assertEquals(at("2026-01-08T08:30"), hours.dueAt(at("2026-01-06T09:00"), hoursAndHalf(20)));
    assertEquals(hours, office.from(at("2026-01-07T00:00"), longer));
    assertEquals(
        "Mon-Fri 09:00-17:00 UTC until 2026-01-07T00:00:00Z then Mon-Fri 08:00-20:00 UTC",
        hours.text());
    assertEquals(hours, OfficeHours.parse(hours.text()));
    // For ever before, and for ever after.
    assertFalse(hours.isOpen(at("1926-01-04T08:30")));
    assertTrue(hours.isOpen(at("2826-01-05T08:30")));
    assertEquals(40 * 52L, hours.between(at("0900-01-01T00:00"), at("0900-12-31T00:00")).toHours());
  }

  private static Duration hoursAndHalf(int hours) {
    return Duration.ofHours(hours).plusMinutes(30);
  }

  @Test
  void aChangeThatChangesNothingIsNoneAndALaterOneReplacesWhatFollows() {
    OfficeHours office = OfficeHours.parse(OFFICE);
    OfficeHours longer = OfficeHours.parse("Mon-Fri 08:00-20:00 UTC");
    assertEquals(office, office.from(at("2026-01-07T00:00"), office));
    OfficeHours back =
        office.from(at("2026-01-07T00:00"), longer).from(at("2026-01-06T00:00"), office);
    assertEquals(office, back);
    OfficeHours twice =
        office.from(at("2026-01-05T00:00"), office.from(at("2026-01-07T00:00"), longer));
    assertEquals(office.from(at("2026-01-07T00:00"), longer), twice);
    assertEquals(
        "Mon-Fri 09:00-17:00 UTC until 2026-01-07T00:00:00Z then Mon-Fri 08:00-20:00 UTC and"
            + " Mon-Fri 09:00-17:00 UTC",
        twice.and(office).text());
  }

  @Test
  void changesThatCannotBeAreRefused() {
    OfficeHours office = OfficeHours.parse(OFFICE);
    assertEquals(
        "later hours (Mon-Fri 08:00-20:00 Europe/Paris and Mon-Fri 09:00-17:00 UTC) must be of one"
            + " zone, not [Europe/Paris, UTC], to know when a day begins; name the instant of"
            + " the change",
        refusal(
            () ->
                office.from(
                    LocalDate.of(2026, 1, 7),
                    office.and(OfficeHours.parse("Mon-Fri 08:00-20:00 Europe/Paris")))));
    assertEquals(
        "change (+1000000000-12-31T23:59:59.999999999Z) must lie in the years 1 to 9999; it is when"
            + " the hours change",
        refusal(() -> office.from(Instant.MAX, office)));
    assertEquals(
        "change (2026-01-06) must be after the one before it (2026-01-07T00:00:00Z) in (Mon 9-17"
            + " UTC until 2026-01-07 then Mon 8-9 UTC until 2026-01-06 then Mon 7-9 UTC); name"
            + " changes in order of time",
        refusal(
            () ->
                OfficeHours.parse(
                    "Mon 9-17 UTC until 2026-01-07 then Mon 8-9 UTC until 2026-01-06 then Mon 7-9"
                        + " UTC")));
    assertEquals(
        "change (soon) must be a day or an instant; write it like 2026-03-01 or"
            + " 2026-03-01T00:00:00Z",
        refusal(() -> OfficeHours.parse("Mon 9-17 UTC until soon then Mon 8-9 UTC")));
  }

  private static String refusal(Executable executable) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, executable).getMessage());
  }

  @Test
  void whatTouchesOnlyIsNotInBoth() {
    OfficeHours both =
        OfficeHours.parse("Mon 9-12 13-17 UTC").and(OfficeHours.parse("Mon 9-11 12-13 14-17 UTC"));
    for (int week = 0; week < 52; week++) {
      Instant nine = at("2026-01-05T09:00").plus(Duration.ofDays(7L * week));
      assertEquals(nine.plusSeconds(2 * 3_600), both.dueAt(nine, Duration.ofHours(2)));
      assertEquals(nine.plusSeconds(8 * 3_600), both.dueAt(nine, Duration.ofHours(5)));
    }
  }

  @Test
  void openingIsOpenAndClosingIsNot() {
    OfficeHours office = OfficeHours.parse(OFFICE);
    assertTrue(office.isOpen(at("2026-01-05T09:00")));
    assertTrue(office.isOpen(at("2026-01-05T16:59:59.999Z")));
    assertFalse(office.isOpen(at("2026-01-05T17:00")));
    assertFalse(office.isOpen(at("2026-01-05T08:59:59.999999999Z")));
    assertTrue(office.isOpen(at("2026-01-05T09:00").toEpochMilli()));
  }

  @Test
  void manyYearsAreExact() {
    OfficeHours office = OfficeHours.parse(OFFICE);
    Instant start = at("1970-01-01T00:00");
    // 47,482 days until 2100: 6,783 weeks from a Thursday on and a day that is a Thursday.
    assertEquals(6783 * 40 + 8, office.between(start, at("2100-01-01T00:00")).toHours());
    // Whole cycles of 400 years have the same weeks, however far ahead or back.
    // 20,871 weeks of 40 hours.
    Duration cycle = Duration.ofDays(34_785);
    for (int cycles : new int[] {1, 2, 25, 2_000}) {
      Duration days = Duration.ofDays(146_097L * cycles);
      assertEquals(cycle.multipliedBy(cycles), office.between(start, start.plus(days)));
      assertEquals(cycle.multipliedBy(cycles), office.between(start.minus(days), start));
      Instant monday = at("2026-01-05T10:00");
      assertEquals(
          Duration.ofHours(2),
          office.between(monday.minus(days), monday.minus(days).plusSeconds(7_200)));
      Instant far = monday.plus(days);
      assertEquals(far.plusSeconds(3_600), office.dueAt(far, Duration.ofHours(1)));
      assertEquals(far, office.dueAt(monday, cycle.multipliedBy(cycles)));
      assertEquals(monday, office.dueAt(monday.minus(days), cycle.multipliedBy(cycles)));
      assertTrue(office.isOpen(far));
      assertFalse(office.isOpen(far.minusSeconds(3_601)));
      assertTrue(office.isOpen(monday.minus(days)));
    }
  }

  @Test
  void aDeadlineMayFallWhereOneCompiledYearEnds() {
    // Near, in cycles to come, and from cycles gone by to the end of these.
    assertDeadlinesAtEnds(at("2010-05-05T10:00"), 41, 60);
    assertDeadlinesAtEnds(at("2010-05-05T10:00"), 795, 815);
    assertDeadlinesAtEnds(at("2490-05-05T10:00"), 795, 815);
    assertDeadlinesAtEnds(at("0990-05-05T10:00"), -810, -790);
    assertDeadlinesAtEnds(at("0990-05-05T10:00"), -410, -390);
  }

  private static void assertDeadlinesAtEnds(Instant start, int from, int to) {
    for (String text : List.of(OFFICE, "Mon-Sun 00:00-24:00 UTC")) {
      OfficeHours office = OfficeHours.parse(text);
      for (long year = from; year < to; year++) {
        Instant end = Instant.ofEpochMilli(year * OpenYear.LENGTH);
        Duration open = office.between(start, end);
        Instant due = office.dueAt(start, open);
        assertFalse(due.isAfter(end));
        assertEquals(Duration.ZERO, office.between(due, end));
        assertEquals(open.minusMillis(1), office.between(start, due.minusMillis(1)));
      }
    }
  }

  @Test
  void whatIsIrregularDoesNotComeAgain() {
    OfficeHours dated = OfficeHours.parse("Mon-Fri 09:00-17:00 UTC 2026-01-06 closed");
    assertFalse(dated.isOpen(at("2026-01-06T10:00")));
    for (String like : List.of("0826", "1226", "1626", "2426", "2826", "9626")) {
      OfficeHours fresh = OfficeHours.parse(dated.text());
      assertTrue(fresh.isOpen(at(like + "-01-06T10:00")), like);
      assertTrue(fresh.isOpen(at(like + "-01-06T09:00")), like);
      assertFalse(fresh.isOpen(at(like + "-01-06T08:00")), like);
    }
    // Before 1891 Paris was 9 min 21 s before Greenwich, in all years like those of the wars.
    for (String early : List.of("1140", "1311", "1516", "1540", "1545", "1600", "1880")) {
      OfficeHours paris = OfficeHours.parse("Mon-Sun 09:00-17:00 Europe/Paris");
      assertTrue(paris.isOpen(at(early + "-07-01T08:50:39Z")), early);
      assertFalse(paris.isOpen(at(early + "-07-01T08:50:38Z")), early);
    }
    // The rules of today go on: summer time, whatever was in the years like these.
    for (String late :
        List.of("2311", "2345", "2371", "2376", "2390", "2395", "2396", "2397", "2745")) {
      OfficeHours paris = OfficeHours.parse("Mon-Sun 09:00-17:00 Europe/Paris");
      assertTrue(paris.isOpen(at(late + "-07-01T07:00:00Z")), late);
      assertFalse(paris.isOpen(at(late + "-07-01T06:59:59Z")), late);
      assertTrue(paris.isOpen(at(late + "-12-01T08:00:00Z")), late);
      assertFalse(paris.isOpen(at(late + "-12-01T07:59:59Z")), late);
    }
  }

  @Test
  void whatIsCompiledFirstChangesNothing() {
    Instant near = at("2026-05-05T10:00");
    for (String first : List.of("0001-01-01T00:00", "9999-12-31T00:00", "1911-01-01T00:00")) {
      OfficeHours office = OfficeHours.parse("Mon-Fri 09:00-17:00 Europe/Paris");
      office.isOpen(at(first));
      OfficeHours other = OfficeHours.parse("Mon-Fri 09:00-17:00 Europe/Paris");
      assertEquals(other.between(near, at(first)), office.between(near, at(first)));
      assertEquals(other.dueAt(near, Duration.ofHours(5)), office.dueAt(near, Duration.ofHours(5)));
      assertEquals(
          other.dueAt(at(first), Duration.ofHours(4000)),
          office.dueAt(at(first), Duration.ofHours(4000)));
    }
  }

  @Test
  void equalHoursHaveEqualTexts() {
    OfficeHours office = OfficeHours.parse("Mon-Fri 09:00-17:00 Europe/Paris");
    OfficeHours.Builder days = OfficeHours.builder(ZoneId.of("Europe/Paris"));
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.getValue() < 6) {
        days.open(day, LocalTime.NOON, LocalTime.of(17, 0))
            .open(day, LocalTime.of(9, 0), LocalTime.NOON);
      }
    }
    // A Saturday that is closed anyway changes nothing, nor does a date with the hours of its day.
    OfficeHours other = days.closedOn("2026-12-26").openOn("2026-01-05", "9-17").build();
    assertSame(office, other);
    assertSame(office, office.and(other));
    assertSame(office, OfficeHours.parse(office.text()));
    OfficeHours tokyo = OfficeHours.parse("Mon-Fri 09:00-19:00 Asia/Tokyo");
    OfficeHours dated = OfficeHours.parse(office.text() + ", 2026-05-01 closed");
    assertSame(tokyo.and(dated), dated.and(tokyo));
    assertSame(tokyo.and(dated), OfficeHours.parse(tokyo.and(dated).text()));
  }

  private static void assertSame(OfficeHours a, OfficeHours b) {
    assertEquals(a, b);
    assertEquals(a.hashCode(), b.hashCode());
    assertEquals(a.text(), b.text());
    assertEquals(a.contentHash(), b.contentHash());
  }

  @Test
  void differentHoursHaveDifferentTexts() {
    OfficeHours.Builder many = OfficeHours.builder("UTC").open("Mon-Fri", "09:00-17:00");
    OfficeHours.Builder more = OfficeHours.builder("UTC").open("Mon-Fri", "09:00-17:00");
    for (int year = 2000; year < 2020; year++) {
      many.closedOn(year + "-05-01");
      more.closedOn(year + "-05-01");
    }
    List<OfficeHours> all =
        List.of(
            OfficeHours.parse(OFFICE),
            OfficeHours.parse("Mon-Fri 09:00-17:00 Z"),
            OfficeHours.parse("Mon-Fri 09:00-17:00:01 UTC"),
            OfficeHours.parse("Mon-Fri 09:00-17:00:00.001 UTC"),
            OfficeHours.parse("Mon-Sat 09:00-17:00 UTC"),
            OfficeHours.parse("Mon-Thu 09:00-17:00 UTC"),
            OfficeHours.parse("Mon-Fri 09:00-17:00 UTC 2026-12-25 closed"),
            OfficeHours.parse("Mon-Fri 09:00-17:00 UTC 2026-12-25 09:00-12:00"),
            OfficeHours.parse("Sun 22:00-24:00 Mon 00:00-06:00 UTC"),
            OfficeHours.parse("Sun 22:00-06:00 UTC"),
            OfficeHours.parse(OFFICE + " and Mon-Fri 09:00-17:00 Europe/Paris"),
            many.build(),
            many.closedOn("2030-05-01").build(),
            more.closedOn("2031-05-01").build());
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertFalse(all.get(i).equals(all.get(j)));
        assertFalse(all.get(i).text().equals(all.get(j).text()), all.get(i).text());
        assertFalse(all.get(i).contentHash() == all.get(j).contentHash());
      }
      assertTrue(all.get(i).text().length() <= 160);
    }
  }

  @Test
  void textsAreAsPeopleWriteThem() {
    assertEquals("Mon-Fri 09:00-17:00 UTC", OfficeHours.parse("mon-FRIDAY 9-17, UTC").text());
    assertEquals(
        "Mon 09:00-12:00 13:00-17:00, Wed 09:00-24:00, Sat-Sun 00:00-24:00 +05:45, 2026-12-23"
            + " closed, 2026-12-24 22:00-02:00:30",
        OfficeHours.parse(
                "+05:45 2026-12-23 closed Sat-Sun 0-24 Wed 9-12 12-24 Mon 13-17 9-12"
                    + " 2026-12-24 22:00-02:00:30")
            .text());
    // Wednesdays open for 36 hours: the second interval has the day that one may have.
    assertEquals(
        "Wed 00:00-12:00 12:00-12:00 UTC", OfficeHours.parse("Wed 0-10 10-12 12-12 UTC").text());
    assertEquals("Sat-Mon 10:00-11:00 UTC", weekend("Sat-Mon"));
    assertEquals(
        "Mon-Fri 09:00-17:00 Europe/Paris",
        OfficeHours.parse("Europe/Paris Mon Tue Wed Thu Fri 09:00-17:00").toString());
  }

  private static String weekend(String days) {
    OfficeHours hours = OfficeHours.builder("UTC").open(days, "10:00-11:00").build();
    assertEquals("Mon 10:00-11:00, Sat-Sun 10:00-11:00 UTC", hours.text());
    return days + " 10:00-11:00 UTC";
  }

  @Test
  void headlinesAreShort() {
    OfficeHours.Builder many = OfficeHours.builder("Europe/Paris").open("Mon-Fri", "09:00-17:00");
    for (int year = 2000; year < 2100; year++) {
      many.closedOn(year + "-05-01", year + "-12-25");
    }
    String text = many.build().toString();
    assertTrue(text.startsWith("Mon-Fri 09:00-17:00 Europe/Paris, 144 dates\n"), text);
    assertEquals(1000, text.length());
    assertTrue(
        many.build().text().matches("Mon-Fri 09:00-17:00 Europe/Paris, 144 dates #[0-9a-f]{16}"));
    String long1 =
        OfficeHours.parse("Mon 9-12 13-17 Tue 9-13 14-17 Wed 9-14 15-17 Pacific/Auckland")
            .toString();
    assertEquals(49, long1.lines().findFirst().orElse("").length());
    assertEquals(
        "office hours builder: 5 days of the week and 200 dates in Europe/Paris", many.toString());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mon-Fri 09:00-17:00 Europe/Pariss | zone (Europe/Pariss) must be a zone that java.time \
          knows; write such as Europe/Paris, UTC or +05:45
          Mon-Fri 09:00-17:00 | hours (Mon-Fri 09:00-17:00) must name one zone, not []; anything \
          other than a day, date or time is read as a zone, so check the spelling, and write such \
          as Mon-Fri 09:00-17:00 Europe/Paris, 2026-12-25 closed
          Mno-Fri 09:00-17:00 UTC | hours (Mno-Fri 09:00-17:00 UTC) must name one zone, not \
          [Mno-Fri, UTC]; anything other than a day, date or time is read as a zone, so check the \
          spelling, and write such as Mon-Fri 09:00-17:00 Europe/Paris, 2026-12-25 closed
          Mon 09:00-12:00 11:00-17:00 UTC | hours (Mon 09:00-12:00) must not overlap (Mon \
          11:00-17:00); name every time once, and the other hours of a date with openOn(…)
          Mon-Fri 09:00-17:00 Fri 09:00-15:00 UTC | hours (Fri 09:00-15:00) must not overlap (Fri \
          09:00-17:00); name every time once, and the other hours of a date with openOn(…)
          Mon 22:00-06:00 Tue 05:00-09:00 UTC | hours (Mon 22:00-06:00) must not overlap (Tue \
          05:00-09:00); name every time once, and the other hours of a date with openOn(…)
          Sun 22:00-06:00 Mon 05:00-09:00 UTC | hours (Sun 22:00-06:00) must not overlap (Mon \
          05:00-09:00); name every time once, and the other hours of a date with openOn(…)
          Mon 22:00-06:00 UTC 2026-01-06 05:00-07:00 | hours (2026-01-05 22:00-06:00) must not \
          overlap (2026-01-06 05:00-07:00); name every time once, and the other hours of a date \
          with openOn(…)
          Mon 08:00-17:00 UTC 2026-01-04 20:00-09:00 | hours (2026-01-04 20:00-09:00) must not \
          overlap (2026-01-05 08:00-17:00); name every time once, and the other hours of a date \
          with openOn(…)
          2026-01-06 09:00-17:00 UTC | hours (UTC, 2026-01-06 09:00-17:00) must be open on some day \
          of the week, or a deadline would never come; name hours with open(…)
          UTC | hours (UTC) must be open on some day of the week, or a deadline would never come; \
          name hours with open(…)
          Mon 09:00-17:00 UTC and Tue 09:00-17:00 UTC | hours (Mon 09:00-17:00 UTC and Tue \
          09:00-17:00 UTC) must have open time in common forever, or a deadline would never come; \
          mind the zones, and combine hours that meet
          Mon 09:00-17:00 UTC 2026-01-06 closed 2026-01-06 09:00-12:00 | date (2026-01-06) must not \
          be closed and open at 09:00-12:00; name it in closedOn(…) or in openOn(…)
          Mon 09:00-17:61 UTC | times (09:00-17:61) must be two times of day from 00:00 to 24:00 \
          with a hyphen between; write 09:00-17:00, or 22:00-06:00 for a night
          Mon 24:00-06:00 UTC | times (24:00-06:00) must be two times of day from 00:00 to 24:00 \
          with a hyphen between; write 09:00-17:00, or 22:00-06:00 for a night
          Mon 09:00-24:01 UTC | times (09:00-24:01) must be two times of day from 00:00 to 24:00 \
          with a hyphen between; write 09:00-17:00, or 22:00-06:00 for a night
          09:00-17:00 Mon UTC | times (09:00-17:00) must follow days or a date; write Mon-Fri \
          09:00-17:00
          Mon 09:00-17:00 Tue UTC | hours (Mon 09:00-17:00 Tue UTC) must name times after its days; \
          write Mon-Fri 09:00-17:00
          Mon 09:00-17:00 UTC 2026-02-29 closed | date (2026-02-29) must be a day of the calendar; \
          write it like 2026-12-25
          Mon 09:00-17:00 UTC 0000-02-29 closed | date (0000-02-29) must lie in the years 1 to 9999
          Mon-Fri 09:00-17:00, Wed closed UTC | day (Wed) must not be closed and open in (Mon-Fri \
          09:00-17:00, Wed closed UTC); name times for the days that are open, and close dates
          closed Mon-Fri 09:00-17:00 UTC | word (closed) must follow a day or a date; write \
          2026-12-25 closed
          Mon-Wed-Fri 09:00-17:00 UTC | days (Mon-Wed-Fri) must be a day of the week or two with a \
          hyphen between; write Mon, Monday or Mon-Fri
          """)
  void whatDoesNotFitIsSaidAtBuildTime(String text, String message) {
    assertEquals(message, messageOf(() -> OfficeHours.parse(text)));
  }

  @Test
  void aDayWithoutHoursMaySaySo() {
    assertEquals(
        OfficeHours.parse("Mon-Fri 09:00-17:00 UTC"),
        OfficeHours.parse("Mon-Fri 09:00-17:00, Sat-Sun closed UTC"));
  }

  private static String messageOf(Runnable what) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, what::run).getMessage());
  }

  @Test
  void theBuilderChecksToo() {
    OfficeHours.Builder utc = OfficeHours.builder("UTC");
    assertEquals(
        "days (Mom) must be a day of the week or two with a hyphen between; write Mon, Monday or"
            + " Mon-Fri",
        messageOf(() -> utc.open("Mom", "09:00-17:00")));
    assertEquals(
        "times of (Mon) must not be empty; name such as 09:00-17:00",
        messageOf(() -> utc.open("Mon")));
    assertEquals(
        "times of (2026-12-24) must not be empty; name such as 09:00-17:00",
        messageOf(() -> utc.openOn("2026-12-24")));
    assertEquals(
        "end (23:59:59.999999999) must be whole milliseconds; the end of a day is"
            + " LocalTime.MIDNIGHT or 24:00",
        messageOf(() -> utc.open(DayOfWeek.MONDAY, LocalTime.NOON, LocalTime.MAX)));
    OfficeHours day =
        utc.open(DayOfWeek.MONDAY, LocalTime.NOON, LocalTime.MIDNIGHT)
            .openOn(LocalDate.of(2026, 1, 6), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)
            .build();
    assertEquals("Mon 12:00-24:00 UTC, 2026-01-06 00:00-24:00", day.text());
    assertEquals(Duration.ofHours(36), day.between(at("2026-01-05T00:00"), at("2026-01-08T00:00")));
  }

  @Test
  void questionsHaveBounds() {
    OfficeHours office = OfficeHours.parse(OFFICE);
    assertEquals(
        "workingTime (PT-1H) must not be negative",
        messageOf(() -> office.dueAt(at("2026-01-05T09:00"), Duration.ofHours(-1))));
    assertEquals(
        "start (-1000000000-01-01T00:00:00Z) must lie within a million years of 1970",
        messageOf(() -> office.between(Instant.MIN, Instant.MAX)));
    assertEquals(
        "instant (+292278994-08-17T07:12:55.807Z) must lie within a million years of 1970",
        messageOf(() -> office.workingMillis(0, Long.MAX_VALUE)));
    for (Duration far : List.of(Duration.ofSeconds(Long.MAX_VALUE), Duration.ofDays(300_000_000))) {
      assertTrue(
          messageOf(() -> office.dueAt(at("2026-01-05T09:00"), far))
              .endsWith("from (2026-01-05T09:00:00Z) must be over within a million years of 1970"));
    }
  }

  /**
   * Three hundred changes, and a hundred hours in common: in all, parts are not copied each time.
   */
  @Test
  void longTextsTakeMemoryByTheirLength() {
    StringBuilder changes = new StringBuilder(OFFICE);
    for (int day = 0; day < 300; day++) {
      String from = LocalDate.of(2020, 1, 1).plusDays(day).toString();
      changes.append(" until " + from + " then Mon 09:00-1" + (1 + day % 8) + ":00 UTC");
    }
    StringBuilder common = new StringBuilder(OFFICE);
    for (int part = 0; part < 100; part++) {
      common.append(" and Mon 09:%02d-17:%02d UTC".formatted(part % 60, part % 59));
    }
    for (String text : List.of(changes.toString(), common.toString())) {
      OfficeHours.parse(text);
      long before = allocated();
      OfficeHours hours = OfficeHours.parse(text);
      long taken = allocated() - before;
      assertTrue(taken < 1_000_000 + 10_000L * text.length(), taken + " for " + text.length());
      assertTrue(hours.isOpen(at("2019-12-30T12:00")), "a Monday");
    }
    assertEquals(300, OfficeHours.parse(changes.toString()).changes().size());
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
