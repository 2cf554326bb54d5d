package dev.repartee.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The hours of a timetable while they are named. */
final class HoursDraft {
  private final ZoneId zone;
  private final Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
  private final Map<LocalDate, List<Shift>> dates = new TreeMap<>();
  private final Set<LocalDate> closed = new TreeSet<>();

  HoursDraft(ZoneId zone) {
    this.zone = Objects.requireNonNull(zone, "zone");
  }

  void add(DayOfWeek day, Shift shift) {
    week.computeIfAbsent(day, d -> new ArrayList<>()).add(shift);
  }

  void add(LocalDate date, Shift shift) {
    dates.computeIfAbsent(known(date), d -> new ArrayList<>()).add(shift);
  }

  void close(LocalDate date) {
    closed.add(known(date));
  }

  private static LocalDate known(LocalDate date) {
    if (!(date.getYear() >= 1 && date.getYear() <= 9999)) {
      throw new IllegalArgumentException("date (" + date + ") must lie in the years 1 to 9999");
    }
    return date;
  }

  Timetable build() {
    List<DayHours> hours = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      hours.add(DayHours.of(Timetable.name(day), week.getOrDefault(day, List.of())));
    }
    Map<LocalDate, DayHours> others = new TreeMap<>();
    dates.forEach((date, shifts) -> others.put(date, DayHours.of(date.toString(), shifts)));
    for (LocalDate date : closed) {
      DayHours open = others.put(date, DayHours.CLOSED);
      if (open != null) {
        throw new IllegalArgumentException(
            "date ("
                + date
                + ") must not be closed and open at "
                + open
                + "; name it in closedOn(…) or in openOn(…)");
      }
    }
    return new Timetable(zone, hours, others);
  }

  @Override
  public String toString() {
    return week.size()
        + " days of the week and "
        + (dates.size() + closed.size())
        + " dates in "
        + zone;
  }
}
