package dev.repartee.funnel;

import dev.repartee.internal.text.OptionText;
import dev.repartee.internal.time.LocalDays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;

/**
 * How the time since something began is cut into periods.
 *
 * @param text what a period is, as results print it
 * @param counter makes what counts periods for one worker
 */
record Periods(String text, Supplier<Counter> counter) {
  /** Counts periods. */
  interface Counter {
    /** The number of the period in which something happens, 0 being that of the start. */
    long number(long start, long time);

    /** The number of the last period that is over by an instant, which is seen itself. */
    default long watched(long start, long seenUntil) {
      return number(start, seenUntil + 1) - 1;
    }
  }

  /** Periods that begin with the first contact and last the same time. */
  static Periods of(Duration period) {
    long length = FunnelStep.millis("period", period);
    return new Periods(OptionText.exact(length), () -> (start, time) -> (time - start) / length);
  }

  static Periods days(ZoneId zone) {
    return ofCalendar("day", zone, day -> day);
  }

  static Periods weeks(ZoneId zone, DayOfWeek firstDay) {
    String first = firstDay.getDisplayName(TextStyle.SHORT, Locale.ROOT);
    // Day 0 is a Thursday, the fourth of a week.
    return ofCalendar(
        "week from " + first, zone, day -> Math.floorDiv(day + 4 - firstDay.getValue(), 7L));
  }

  static Periods months(ZoneId zone) {
    return ofCalendar(
        "month", zone, day -> LocalDate.ofEpochDay(day).getLong(ChronoField.PROLEPTIC_MONTH));
  }

  private static Periods ofCalendar(String what, ZoneId zone, LongUnaryOperator ofDay) {
    return new Periods(
        "calendar " + what + " in " + zone.getId(),
        () -> {
          LocalDays days = new LocalDays(zone);
          return (start, time) ->
              ofDay.applyAsLong(days.of(time)) - ofDay.applyAsLong(days.of(start));
        });
  }
}
