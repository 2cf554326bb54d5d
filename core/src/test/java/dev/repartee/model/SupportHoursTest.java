package dev.repartee.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Office hours in the situations in which help desks got them wrong. */
final class SupportHoursTest {
  private static Instant at(String local, String zone) {
    return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
  }

  private static Duration between(String hours, String zone, String from, String to) {
    return OfficeHours.parse(hours + " " + zone).between(at(from, zone), at(to, zone));
  }

  private static Instant due(String hours, String zone, String from, int minutes) {
    return OfficeHours.parse(hours + " " + zone).dueAt(at(from, zone), Duration.ofMinutes(minutes));
  }

  @Test
  void aroundTheClockMidnightIsNoBreak() {
    String zone = "Europe/Vilnius";
    assertEquals(
        Duration.ofHours(1),
        between("Mon-Sun 00:00-24:00", zone, "2026-01-05T23:30", "2026-01-06T00:30"));
    assertEquals(
        Duration.ofMinutes(59),
        between("Mon-Sun 00:00-23:59", zone, "2026-01-05T23:30", "2026-01-06T00:30"));
    for (String unknown : new String[] {"24/7 UTC", "daily 9-17"}) {
      String message =
          String.valueOf(
              assertThrows(IllegalArgumentException.class, () -> OfficeHours.parse(unknown))
                  .getMessage());
      assertTrue(message.contains("write such as "), message);
    }
  }

  @Test
  void aDeadlineGoesOnTheNextMorning() {
    String zone = "Europe/Paris";
    assertEquals(
        at("2026-01-06T11:00", zone), due("Mon-Fri 08:00-18:00", zone, "2026-01-05T17:00", 240));
    assertEquals(
        at("2026-01-06T10:00", zone), due("Mon-Fri 08:00-18:00", zone, "2026-01-05T17:00", 180));
  }

  @Test
  void lunchIsNoWorkingTime() {
    String zone = "Asia/Kolkata";
    String hours = "Mon-Fri 10:00-13:00 14:00-18:00";
    assertEquals(at("2026-01-09T14:30", zone), due(hours, zone, "2026-01-09T13:30", 30));
    assertEquals(Duration.ofHours(1), between(hours, zone, "2026-01-09T12:30", "2026-01-09T14:30"));
  }

  @Test
  void aWeekendOnWhichTheClockChangesIsAWeekend() {
    assertEquals(
        Duration.ofHours(1),
        between("Mon-Fri 09:00-17:00", "America/New_York", "2021-03-12T16:30", "2021-03-15T09:30"));
  }

  @Test
  void aNightShiftLastsAsLongAsTheNight() {
    String zone = "Europe/Berlin";
    String hours = "Mon-Sun 22:00-06:00";
    assertEquals(Duration.ofHours(7), between(hours, zone, "2026-03-28T12:00", "2026-03-29T12:00"));
    assertEquals(Duration.ofHours(9), between(hours, zone, "2026-10-24T12:00", "2026-10-25T12:00"));
    // The shift that begins on the eve of a closed day ends on that day.
    OfficeHours closed = OfficeHours.parse("Mon-Sun 22:00-06:00 Europe/Berlin 2026-12-25 closed");
    assertEquals(
        Duration.ofHours(8),
        closed.between(at("2026-12-24T12:00", zone), at("2026-12-25T20:00", zone)));
    assertEquals(
        Duration.ZERO, closed.between(at("2026-12-25T20:00", zone), at("2026-12-26T12:00", zone)));
  }
}
