package dev.repartee.internal.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Local days against java.time. */
final class LocalDaysProperties {
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneOffset.UTC,
          ZoneId.of("+05:45"),
          ZoneId.of("America/St_Johns"),
          ZoneId.of("America/Sao_Paulo"),
          ZoneId.of("Pacific/Apia"),
          ZoneId.of("Europe/Berlin"));

  private static void check(LocalDays days, ZoneId zone, long millis) {
    long expected = LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone).toEpochDay();
    assertEquals(expected, days.of(millis), () -> Instant.ofEpochMilli(millis) + " " + zone);
  }

  @Property(tries = 100)
  void anyTimesInAnyOrder(
      @ForAll @Size(max = 30) List<@LongRange(min = 0, max = 2_000_000_000_000L) Long> times) {
    for (ZoneId zone : ZONES) {
      LocalDays days = new LocalDays(zone);
      times.forEach(t -> check(days, zone, t));
    }
  }

  @Property(tries = 20, edgeCases = EdgeCasesMode.FIRST)
  void timesFarApart(
      @ForAll @Size(max = 5)
          List<@LongRange(min = EventTime.MIN, max = EventTime.MAX) Long> times) {
    for (ZoneId zone : ZONES) {
      LocalDays days = new LocalDays(zone);
      times.forEach(t -> check(days, zone, t));
    }
  }

  @Example
  void everyQuarterOfAnHourOfAYear() {
    for (ZoneId zone : ZONES) {
      LocalDays days = new LocalDays(zone);
      long start = Instant.parse("2011-01-01T00:00:00Z").toEpochMilli();
      for (long t = start; t < start + 365L * 86_400_000; t += 900_000) {
        check(days, zone, t - 1);
        check(days, zone, t);
      }
    }
  }
}
