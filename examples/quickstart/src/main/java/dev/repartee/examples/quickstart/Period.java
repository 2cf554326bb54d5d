package dev.repartee.examples.quickstart;

import dev.repartee.examples.quickstart.ViewOptions.Stretch;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * A period that ends where the file ends, or just before.
 *
 * @param unit the calendar period
 * @param days how many days, for {@link Unit#DAYS}
 */
record Period(Unit unit, int days) {
  private static final Pattern DAYS = Pattern.compile("([1-9]\\d{0,4})d(?:ays?)?");

  /** What a period is made of. */
  enum Unit {
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    DAYS
  }

  /** Reads {@code week}, {@code month}, {@code quarter}, {@code year} or {@code 90d}. */
  static Period parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Matcher matcher = DAYS.matcher(lower);
    if (matcher.matches()) {
      return new Period(Unit.DAYS, Integer.parseInt(matcher.group(1)));
    }
    for (Unit unit : Unit.values()) {
      if (unit != Unit.DAYS && Choices.text(unit).equals(lower)) {
        return new Period(unit, 0);
      }
    }
    throw new TypeConversionException(
        "'" + text + "' must be week, month, quarter, year, or days as 90d");
  }

  /** Whether it begins and ends with days of the calendar. */
  boolean isCalendar() {
    return unit != Unit.DAYS;
  }

  /** The last such period that was over by an instant. */
  Stretch of(Instant end, ZoneId zone) {
    if (unit == Unit.DAYS) {
      return new Stretch(end.minus(Duration.ofDays(days)), end.plusMillis(1));
    }
    LocalDate day = end.atZone(zone).toLocalDate();
    LocalDate next = beginning(day);
    LocalDate first = beginning(next.minusDays(1));
    return new Stretch(first.atStartOfDay(zone).toInstant(), next.atStartOfDay(zone).toInstant());
  }

  /** The first day of the period that a day lies in. */
  private LocalDate beginning(LocalDate day) {
    return switch (unit) {
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
      case YEAR -> day.withDayOfYear(1);
      case DAYS -> day;
    };
  }
}
