package dev.repartee.change;

import dev.repartee.measure.Dimension;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The calendar periods of a {@link Series}: days, weeks or months in some time zone.
 *
 * <pre>{@code
 * CalendarPeriods weeks = CalendarPeriods.weeks(ZoneOffset.UTC);
 * weeks.dimension().name();                         // week in Z
 * log.measure(ResponseTime.eachTurn().by(weeks.dimension())).keys();   // [[2026-W02]]
 * weeks.beginning(LocalDate.parse("2026-01-07"));   // 2026-01-05
 * }</pre>
 *
 * <p>Immutable.
 */
public final class CalendarPeriods {
  private final ChronoUnit unit;
  private final ZoneId zone;
  private final Dimension dimension;
  private final UnaryOperator<LocalDate> beginning;
  private final Function<String, LocalDate> parser;

  private CalendarPeriods(
      ChronoUnit unit,
      ZoneId zone,
      Dimension dimension,
      UnaryOperator<LocalDate> beginning,
      Function<String, LocalDate> parser) {
    this.unit = unit;
    this.zone = zone;
    this.dimension = dimension;
    this.beginning = beginning;
    this.parser = parser;
  }

  /**
   * {@return days}
   *
   * @param zone the time zone
   */
  public static CalendarPeriods days(ZoneId zone) {
    return new CalendarPeriods(
        ChronoUnit.DAYS, zone, Dimension.day(zone), day -> day, LocalDate::parse);
  }

  /**
   * {@return weeks from Monday to Sunday}
   *
   * @param zone the time zone
   */
  public static CalendarPeriods weeks(ZoneId zone) {
    return new CalendarPeriods(
        ChronoUnit.WEEKS,
        zone,
        Dimension.week(zone),
        day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
        week -> LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE));
  }

  /**
   * {@return weeks that begin on a day of your choice}
   *
   * @param zone the time zone
   * @param firstDay the day on which weeks begin
   */
  public static CalendarPeriods weeks(ZoneId zone, DayOfWeek firstDay) {
    Objects.requireNonNull(firstDay, "firstDay");
    return new CalendarPeriods(
        ChronoUnit.WEEKS,
        zone,
        Dimension.week(zone, firstDay),
        day -> day.with(TemporalAdjusters.previousOrSame(firstDay)),
        LocalDate::parse);
  }

  /**
   * {@return months}
   *
   * @param zone the time zone
   */
  public static CalendarPeriods months(ZoneId zone) {
    return new CalendarPeriods(
        ChronoUnit.MONTHS,
        zone,
        Dimension.month(zone),
        day -> day.withDayOfMonth(1),
        month -> YearMonth.parse(month).atDay(1));
  }

  /** {@return the dimension that splits a measure into a summary for each period} */
  public Dimension dimension() {
    return dimension;
  }

  /** {@return the unit: days, weeks or months} */
  public ChronoUnit unit() {
    return unit;
  }

  /**
   * {@return the first day of the period that contains a day}
   *
   * @param day any day
   */
  public LocalDate beginning(LocalDate day) {
    return beginning.apply(day);
  }

  /** The first day of the period of a key. */
  LocalDate parse(String key) {
    return parser.apply(key);
  }

  /** The first day of the period after one. */
  LocalDate after(LocalDate first) {
    return first.plus(1, unit);
  }

  LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  ZoneId zone() {
    return zone;
  }

  /** The name of a period: day, week or month. */
  String word() {
    return switch (unit) {
      case DAYS -> "day";
      case WEEKS -> "week";
      default -> "month";
    };
  }

  /** Returns such as {@code by week in Europe/Paris}. */
  @Override
  public String toString() {
    return "by " + dimension.name();
  }
}
