package dev.repartee.examples.quickstart;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Counts;
import dev.repartee.measure.Dimension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * The last stretch of a log and the one before it, equally long: its last two full quarters, or
 * else the halves of its whole weeks. Each is seen as it was known at its end, so that the older
 * has no more time to be answered in than the newer.
 *
 * @param before the older
 * @param now the newer, which begins where the older ends
 */
record Periods(Period before, Period now) {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);

  /**
   * Some days.
   *
   * @param from the first
   * @param until the day after the last
   * @param name what they are called
   */
  record Period(LocalDate from, LocalDate until, String name) {
    /** The part of a log that begins on these days, as it was known at their end. */
    EngagementLog of(EngagementLog log, ZoneId zone) {
      Instant start = from.atStartOfDay(zone).toInstant();
      Instant end = until.atStartOfDay(zone).toInstant();
      Instant known = end.isAfter(log.asOf()) ? log.asOf() : end;
      return log.asOf(known).between(start, end);
    }
  }

  /** The periods of a log; empty where it has fewer than two whole weeks. */
  static Optional<Periods> of(EngagementLog log, ZoneId zone) {
    Optional<LocalDate> first =
        log.measure(Counts.ofMessages("any", row -> true).by(Dimension.day(zone))).keys().stream()
            .map(key -> LocalDate.parse(key.get(0)))
            .min(Comparator.naturalOrder());
    // Where the last row stands for the end, its day is taken to be whole.
    LocalDate asOf = log.asOf().atZone(zone).toLocalDate();
    LocalDate end = log.isAsOfAssumed() ? asOf.plusDays(1) : asOf;
    return first.flatMap(day -> between(day, end));
  }

  /** The periods of days, from the first to the one after the last. */
  static Optional<Periods> between(LocalDate first, LocalDate end) {
    LocalDate quarter = end.withDayOfMonth(1).minusMonths((end.getMonthValue() - 1) % 3);
    if (!first.isAfter(quarter.minusMonths(6))) {
      return Optional.of(
          new Periods(quarter(quarter.minusMonths(6)), quarter(quarter.minusMonths(3))));
    }
    long weeks = ChronoUnit.WEEKS.between(first, end) / 2;
    return weeks == 0
        ? Optional.empty()
        : Optional.of(
            new Periods(
                weeks(end.minusWeeks(2 * weeks), weeks), weeks(end.minusWeeks(weeks), weeks)));
  }

  private static Period quarter(LocalDate from) {
    LocalDate until = from.plusMonths(3);
    return new Period(
        from,
        until,
        MONTH.format(from) + " to " + MONTH.format(until.minusDays(1)) + " " + from.getYear());
  }

  private static Period weeks(LocalDate from, long weeks) {
    LocalDate until = from.plusWeeks(weeks);
    return new Period(
        from, until, PlainWords.day(from) + " to " + PlainWords.day(until.minusDays(1)));
  }
}
