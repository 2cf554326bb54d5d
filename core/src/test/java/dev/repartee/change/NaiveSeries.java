package dev.repartee.change;

import dev.repartee.change.Asks.Ask;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The share answered within a time by period, as one would do it with a pencil. */
final class NaiveSeries {
  private NaiveSeries() {}

  /** Such as {@code 2026-01-05: 3/4}, {@code 2026-01-12: gap} or {@code 2026-01-19: not whole}. */
  static List<String> within(
      List<Ask> asks,
      String unit,
      ZoneId zone,
      Optional<Instant> begins,
      Instant asOf,
      Duration time) {
    TreeMap<LocalDate, int[]> counts = new TreeMap<>();
    for (Ask ask : asks) {
      if (ask.at().isAfter(asOf) || begins.filter(ask.at()::isBefore).isPresent()) {
        continue;
      }
      int[] count =
          counts.computeIfAbsent(
              first(unit, ask.at().atZone(zone).toLocalDate()), day -> new int[2]);
      count[1]++;
      boolean isInTime =
          ask.lasted().isPresent()
              && ask.lasted().get().compareTo(time) <= 0
              && !ask.at().plus(ask.lasted().get()).isAfter(asOf);
      count[0] += isInTime ? 1 : 0;
    }
    List<String> lines = new ArrayList<>();
    if (counts.isEmpty()) {
      return lines;
    }
    LocalDate day =
        begins.map(at -> first(unit, at.atZone(zone).toLocalDate())).orElse(counts.firstKey());
    for (LocalDate first = day;
        !first.atStartOfDay(zone).toInstant().isAfter(asOf.minusMillis(1));
        first = next(unit, first)) {
      Instant start = first.atStartOfDay(zone).toInstant();
      Instant end = next(unit, first).atStartOfDay(zone).toInstant();
      boolean isBegun =
          begins.isPresent() ? !start.isBefore(begins.get()) : first.isAfter(counts.firstKey());
      int[] count = counts.getOrDefault(first, new int[2]);
      lines.add(
          first
              + ": "
              + (!isBegun || end.isAfter(asOf.plusMillis(1))
                  ? "not whole"
                  : end.plus(time).isAfter(asOf)
                      ? "not settled"
                      : count[1] == 0 ? "gap" : count[0] + "/" + count[1]));
    }
    return lines;
  }

  private static LocalDate first(String unit, LocalDate day) {
    LocalDate first = day;
    while (!(unit.equals("day")
        || (unit.equals("week") && first.getDayOfWeek() == DayOfWeek.MONDAY)
        || (unit.equals("week from Sunday") && first.getDayOfWeek() == DayOfWeek.SUNDAY)
        || (unit.equals("month") && first.getDayOfMonth() == 1))) {
      first = first.minusDays(1);
    }
    return first;
  }

  private static LocalDate next(String unit, LocalDate first) {
    LocalDate next = first.plusDays(1);
    while (!first(unit, next).equals(next)) {
      next = next.plusDays(1);
    }
    return next;
  }
}
