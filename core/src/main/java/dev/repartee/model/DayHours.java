package dev.repartee.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The intervals that start on one day, in order and apart from each other: those that touch are
 * one. Equal where the same times are open.
 *
 * @param shifts none for a day on which nothing starts; where touching intervals are longer than a
 *     day together, they stay two, of which the second has a day
 */
record DayHours(List<Shift> shifts) {
  static final DayHours CLOSED = new DayHours(List.of());

  DayHours {
    shifts = List.copyOf(shifts);
  }

  /**
   * Returns the hours of a day.
   *
   * @param day what messages call the day
   * @param named the intervals as they were named, in any order
   */
  static DayHours of(String day, List<Shift> named) {
    List<Shift> joined = new ArrayList<>();
    for (Shift shift : named.stream().sorted().toList()) {
      Shift last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && shift.start() < last.end()) {
        throw overlap(day, last, day, shift);
      }
      if (last != null && shift.start() == last.end()) {
        joined.remove(joined.size() - 1);
        joined.addAll(join(last.start(), shift.end()));
      } else {
        joined.add(shift);
      }
    }
    return new DayHours(joined);
  }

  private static List<Shift> join(int start, int end) {
    int cut = end - Shift.DAY;
    return cut <= start
        ? List.of(new Shift(start, end))
        : List.of(new Shift(start, cut), new Shift(cut, end));
  }

  /** Throws where an interval of this day runs into the first of the next. */
  void requireEndBefore(DayHours next, String day, String nextDay) {
    if (shifts.isEmpty() || next.shifts.isEmpty()) {
      return;
    }
    Shift last = shifts.get(shifts.size() - 1);
    Shift first = next.shifts.get(0);
    if (last.end() > first.start() + Shift.DAY) {
      throw overlap(day, last, nextDay, first);
    }
  }

  private static IllegalArgumentException overlap(String day, Shift a, String nextDay, Shift b) {
    return new IllegalArgumentException(
        "hours ("
            + day
            + " "
            + a
            + ") must not overlap ("
            + nextDay
            + " "
            + b
            + "); name every time once, and the other hours of a date with openOn(…)");
  }

  boolean isClosed() {
    return shifts.isEmpty();
  }

  @Override
  public String toString() {
    return isClosed()
        ? "closed"
        : shifts.stream().map(Shift::toString).collect(Collectors.joining(" "));
  }
}
