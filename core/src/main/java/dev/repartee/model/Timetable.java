package dev.repartee.model;

import com.google.common.collect.ImmutableSortedMap;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The hours of a week in one zone, and the dates on which they are others. An instant is open where
 * the clock on the wall shows a time within an interval: where the offset from UTC is constant the
 * wall is the line of time moved, so the openings are found stretch by stretch.
 */
final class Timetable {
  private static final int DAYS = 7;
  private static final long MARGIN = 3L * Shift.DAY;

  /** The final rules of a zone may begin in the year after the last change it lists. */
  private static final long YEARS = 2 * 366L * Shift.DAY;

  private final ZoneId zone;
  private final ZoneRules rules;
  private final List<DayHours> week;
  private final ImmutableSortedMap<LocalDate, DayHours> dates;

  Timetable(ZoneId zone, List<DayHours> week, Map<LocalDate, DayHours> named) {
    this.zone = zone;
    this.rules = zone.getRules();
    this.week = List.copyOf(week);
    ImmutableSortedMap.Builder<LocalDate, DayHours> others = ImmutableSortedMap.naturalOrder();
    named.forEach(
        (date, hours) -> {
          if (!hours.equals(week.get(date.getDayOfWeek().ordinal()))) {
            others.put(date, hours);
          }
        });
    this.dates = others.build();
    if (week.stream().allMatch(DayHours::isClosed)) {
      throw new IllegalArgumentException(
          "hours ("
              + text()
              + ") must be open on some day of the week, or a deadline would never come;"
              + " name hours with open(…)");
    }
    requireApart();
  }

  private void requireApart() {
    for (DayOfWeek day : DayOfWeek.values()) {
      DayOfWeek next = day.plus(1);
      week.get(day.ordinal()).requireEndBefore(week.get(next.ordinal()), name(day), name(next));
    }
    for (LocalDate date : dates.keySet()) {
      LocalDate before = date.minusDays(1);
      LocalDate after = date.plusDays(1);
      on(before).requireEndBefore(on(date), before.toString(), date.toString());
      on(date).requireEndBefore(on(after), date.toString(), after.toString());
    }
  }

  /** The three letters of a day: {@code Mon}. */
  static String name(DayOfWeek day) {
    return day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT);
  }

  private DayHours on(LocalDate date) {
    DayHours other = dates.get(date);
    return other != null ? other : week.get(date.getDayOfWeek().ordinal());
  }

  private DayHours on(long epochDay) {
    // 1970-01-01 was a Thursday.
    return dates.isEmpty()
        ? week.get(Math.floorMod(epochDay + DayOfWeek.THURSDAY.ordinal(), DAYS))
        : on(LocalDate.ofEpochDay(epochDay));
  }

  /** Returns an instant before which every week is like every other. */
  long irregularFrom() {
    List<ZoneOffsetTransition> changes = rules.getTransitions();
    long change = changes.isEmpty() ? 0 : changes.get(0).toEpochSecond() * 1000;
    return dates.isEmpty()
        ? change - MARGIN
        : Math.min(change, midnight(dates.firstKey())) - MARGIN;
  }

  /** Returns an instant after which all is regular as the calendar is. */
  long irregularTo() {
    List<ZoneOffsetTransition> changes = rules.getTransitions();
    long change = changes.isEmpty() ? 0 : changes.get(changes.size() - 1).toEpochSecond() * 1000;
    return (dates.isEmpty() ? change : Math.max(change, midnight(dates.lastKey()))) + YEARS;
  }

  private static long midnight(LocalDate date) {
    return date.toEpochDay() * Shift.DAY;
  }

  /** Lists the openings from one instant to another. */
  Openings openings(long from, long to) {
    Openings result = new Openings();
    long start = from;
    while (start < to) {
      Instant instant = Instant.ofEpochMilli(start);
      ZoneOffset offset = rules.getOffset(instant);
      ZoneOffsetTransition change = rules.nextTransition(instant);
      long end = change == null ? to : Math.min(to, change.toEpochSecond() * 1000);
      addStretch(result, start, end, offset.getTotalSeconds() * 1000L);
      start = end;
    }
    return result;
  }

  /** Adds the openings of a stretch of time within which the offset is constant. */
  private void addStretch(Openings result, long from, long to, long offset) {
    long lastDay = Math.floorDiv(to + offset, (long) Shift.DAY);
    // What starts on a day ends before the day after the next.
    long dayBefore = Math.floorDiv(from + offset, (long) Shift.DAY) - 1;
    for (long day = dayBefore; day <= lastDay; day++) {
      long midnight = day * Shift.DAY - offset;
      // After a day that the zone left out, the night of the day before that ends.
      boolean isNightBefore = day == dayBefore && isLeftOut(day);
      for (Shift shift : on(isNightBefore ? day - 1 : day).shifts()) {
        result.add(Math.max(from, midnight + shift.start()), Math.min(to, midnight + shift.end()));
      }
    }
  }

  /** Whether the clock jumps over a whole day. */
  private boolean isLeftOut(long epochDay) {
    LocalDateTime midnight = LocalDate.ofEpochDay(epochDay).atStartOfDay();
    ZoneOffsetTransition change = rules.getTransition(midnight);
    return change != null
        && change.isGap()
        && !change.getDateTimeAfter().isBefore(midnight.plusDays(1));
  }

  ZoneId zone() {
    return zone;
  }

  int otherDates() {
    return dates.size();
  }

  /** The week and the zone: {@code Mon-Fri 09:00-17:00 Europe/Paris}. */
  String weekText() {
    List<String> groups = new ArrayList<>();
    int first = 0;
    for (int next = 1; next <= DAYS; next++) {
      if (next == DAYS || !week.get(next).equals(week.get(first))) {
        if (!week.get(first).isClosed()) {
          String last = next - 1 == first ? "" : "-" + name(DayOfWeek.of(next));
          groups.add(name(DayOfWeek.of(first + 1)) + last + " " + week.get(first));
        }
        first = next;
      }
    }
    return (groups.isEmpty() ? "" : String.join(", ", groups) + " ") + zone.getId();
  }

  /** Everything, in the language that is parsed. */
  String text() {
    StringBuilder text = new StringBuilder(weekText());
    dates.forEach((date, hours) -> text.append(", ").append(date).append(' ').append(hours));
    return text.toString();
  }

  @Override
  public String toString() {
    return text();
  }
}
