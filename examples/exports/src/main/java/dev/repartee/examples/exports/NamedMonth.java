package dev.repartee.examples.exports;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time whose month has an English name, so that nothing has to be guessed: as in mail (RFC 5322),
 * as Twitter and C write it, and as people do.
 *
 * @param time date and time
 * @param offset from UTC, where it is said
 */
record NamedMonth(LocalDateTime time, Optional<ZoneOffset> offset) {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** The zones that RFC 5322 names. */
  private static final Map<String, Integer> ZONES =
      Map.of(
          "UT", 0, "UTC", 0, "GMT", 0, "Z", 0, "EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST",
          -7, "MDT", -6);

  private static final String CLOCK =
      "(\\d{1,2}):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)?\\s*([AaPp]\\.?[Mm]\\.?)?";
  private static final String DAY_NAME = "(?:[A-Za-z]{3,9},?\\s+)?";
  private static final String ZONE = "(?:\\s*([+-]\\d\\d:?\\d\\d|[A-Z]{1,4}))?(?:\\s*\\(.*\\))?";

  /** {@code Tue, 31 Oct 2017 22:10:47 +0000}. */
  private static final Pattern MAIL =
      Pattern.compile(
          DAY_NAME
              + "(\\d{1,2})[ -]([A-Za-z]{3,9})\\.?[ -](\\d{4}|\\d\\d),?(?:\\s+(?:at\\s+)?"
              + CLOCK
              + ZONE
              + ")?");

  /** {@code Tue Oct 31 22:10:47 +0000 2017}. */
  private static final Pattern TWITTER =
      Pattern.compile(
          DAY_NAME + "([A-Za-z]{3,9})\\s+(\\d{1,2})\\s+" + CLOCK + ZONE + "\\s+(\\d{4})");

  /** {@code Oct 31, 2017, 10:10 PM}. */
  private static final Pattern AMERICAN =
      Pattern.compile(
          DAY_NAME
              + "([A-Za-z]{3,9})\\.?\\s+(\\d{1,2}),?\\s+(\\d{4}),?(?:\\s+(?:at\\s+)?"
              + CLOCK
              + ZONE
              + ")?");

  static @Nullable NamedMonth parse(String text) {
    try {
      Matcher mail = MAIL.matcher(text);
      if (mail.matches()) {
        return of(mail, mail.group(3), mail.group(2), mail.group(1), 4, mail.group(9));
      }
      Matcher twitter = TWITTER.matcher(text);
      if (twitter.matches()) {
        return of(
            twitter, twitter.group(9), twitter.group(1), twitter.group(2), 3, twitter.group(8));
      }
      Matcher american = AMERICAN.matcher(text);
      if (american.matches()) {
        return of(
            american,
            american.group(3),
            american.group(1),
            american.group(2),
            4,
            american.group(9));
      }
      return null;
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable NamedMonth of(
      Matcher found, String year, String month, String day, int clock, @Nullable String zone) {
    int number =
        month.length() < 3 ? -1 : MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT));
    if (number < 0) {
      return null;
    }
    int shortYear = Integer.parseInt(year);
    // RFC 5322: two digits below 50 are of this century.
    int fullYear = year.length() > 2 ? shortYear : shortYear + (shortYear < 50 ? 2000 : 1900);
    LocalDateTime time =
        LocalDateTime.of(
            fullYear,
            number + 1,
            Integer.parseInt(day),
            hour(found.group(clock), found.group(clock + 4)),
            number(found.group(clock + 1)),
            number(found.group(clock + 2)),
            nanos(found.group(clock + 3)));
    if (zone == null) {
      return new NamedMonth(time, Optional.empty());
    }
    Integer hours = ZONES.get(zone);
    if (hours != null) {
      return new NamedMonth(time, Optional.of(ZoneOffset.ofHours(hours)));
    }
    return zone.startsWith("+") || zone.startsWith("-")
        ? new NamedMonth(time, Optional.of(ZoneOffset.of(zone)))
        : null;
  }

  /** The hour of 24, by half of the day where that is said. */
  static int hour(@Nullable String hour, @Nullable String half) {
    int number = number(hour);
    if (half == null) {
      return number;
    }
    if (number < 1 || number > 12) {
      throw new DateTimeException("hour " + number);
    }
    return number % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
  }

  static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  static int nanos(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt((digits + "00000000").substring(0, 9));
  }
}
