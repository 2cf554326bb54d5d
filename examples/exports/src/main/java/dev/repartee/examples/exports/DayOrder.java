package dev.repartee.examples.exports;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates of which nobody knows whether the day or the month comes first, {@code 31/10/2017
 * 22:10}, once some of them have told: a first number above 12 is a day, a second above 12 makes
 * the first a month. Where none tells, or they disagree, none is read.
 */
final class DayOrder {
  private static final Pattern NUMBERS =
      Pattern.compile(
          "(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4}|\\d\\d)(?:,?\\s+(\\d{1,2})[:.](\\d\\d)(?:[:.](\\d\\d)(?:[.,](\\d{1,9}))?)?"
              + "\\s*([AaPp]\\.?\\s?[Mm]\\.?)?)?");

  private static final int MONTHS = 12;

  private boolean isSeen;
  private boolean isDayFirst;
  private boolean isMonthFirst;

  void look(String text) {
    Matcher found = NUMBERS.matcher(text);
    if (found.matches()) {
      isSeen = true;
      isDayFirst |= Integer.parseInt(found.group(1)) > MONTHS;
      isMonthFirst |= Integer.parseInt(found.group(2)) > MONTHS;
    }
  }

  boolean isDayFirst() {
    return isDayFirst;
  }

  boolean isUnknown() {
    return isSeen && isDayFirst == isMonthFirst;
  }

  @Nullable LocalDateTime read(String text) {
    if (isDayFirst == isMonthFirst) {
      return null;
    }
    Matcher found = NUMBERS.matcher(text);
    if (!found.matches()) {
      return null;
    }
    int first = Integer.parseInt(found.group(1));
    int second = Integer.parseInt(found.group(2));
    int year = Integer.parseInt(found.group(3));
    try {
      return LocalDateTime.of(
          year < 100 ? year + 2000 : year,
          isDayFirst ? second : first,
          isDayFirst ? first : second,
          NamedMonth.hour(found.group(4), found.group(8)),
          NamedMonth.number(found.group(5)),
          NamedMonth.number(found.group(6)),
          NamedMonth.nanos(found.group(7)));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
