package dev.repartee.internal.time;

import org.jspecify.annotations.Nullable;

/**
 * Reads one ISO 8601 date and time with an offset. Written by hand because it runs once per row of
 * an import and java.time's parser on named fields takes several times as long as all the rest.
 */
public final class IsoTimeParser {
  private static final int FAILED = -1;

  private final CharSequence text;
  private int next;
  private int end;

  IsoTimeParser(@Nullable CharSequence text) {
    this.text = text == null ? "" : text;
    this.end = this.text.length();
    while (end > 0 && this.text.charAt(end - 1) <= ' ') {
      end--;
    }
    while (next < end && this.text.charAt(next) <= ' ') {
      next++;
    }
  }

  long parse() {
    if (next >= end) {
      return EventTime.MISSING;
    }
    int year = digits(4);
    int month = skip('-') ? digits(2) : FAILED;
    int day = skip('-') ? digits(2) : FAILED;
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
      return EventTime.UNPARSABLE;
    }
    if (!skip('T') && !skip('t') && !skip(' ')) {
      return EventTime.UNPARSABLE;
    }
    int hour = digits(2);
    int minute = skip(':') ? digits(2) : FAILED;
    int second = 0;
    int millis = 0;
    if (skip(':')) {
      second = digits(2);
      if (skip('.') || skip(',')) {
        millis = fraction();
      }
    }
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      return EventTime.UNPARSABLE;
    }
    if (millis < 0) {
      return EventTime.UNPARSABLE;
    }
    skip(' ');
    int offsetMinutes = offset();
    if (offsetMinutes == Integer.MIN_VALUE || next != end) {
      return EventTime.UNPARSABLE;
    }
    long seconds = epochDay(year, month, day) * 86_400L + hour * 3_600L + minute * 60L + second;
    long result = (seconds - offsetMinutes * 60L) * 1_000L + millis;
    return EventTime.isValid(result) ? result : EventTime.OUT_OF_RANGE;
  }

  private boolean skip(char expected) {
    if (next < end && text.charAt(next) == expected) {
      next++;
      return true;
    }
    return false;
  }

  private int digits(int count) {
    if (next + count > end) {
      return FAILED;
    }
    int value = 0;
    for (int i = 0; i < count; i++) {
      int digit = text.charAt(next + i) - '0';
      if (digit < 0 || digit > 9) {
        return FAILED;
      }
      value = value * 10 + digit;
    }
    next += count;
    return value;
  }

  /** One to nine digits after the point; beyond the third they are cut off. */
  private int fraction() {
    int value = 0;
    int count = 0;
    while (next < end && count < 9 && text.charAt(next) >= '0' && text.charAt(next) <= '9') {
      if (count < 3) {
        value = value * 10 + text.charAt(next) - '0';
      }
      next++;
      count++;
    }
    if (count == 0) {
      return FAILED;
    }
    for (int i = count; i < 3; i++) {
      value *= 10;
    }
    return value;
  }

  /** Minutes east of UTC, or {@code Integer.MIN_VALUE}. */
  private int offset() {
    if (skip('Z') || skip('z')) {
      return 0;
    }
    int sign = skip('+') ? 1 : skip('-') ? -1 : 0;
    if (sign == 0) {
      return Integer.MIN_VALUE;
    }
    int hours = digits(2);
    skip(':');
    int minutes = next == end ? 0 : digits(2);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return Integer.MIN_VALUE;
    }
    return sign * (hours * 60 + minutes);
  }

  private static int daysIn(int year, int month) {
    return switch (month) {
      case 2 -> isLeap(year) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  private static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  /** Days since 1970-01-01 in the proleptic Gregorian calendar; years are counted from March. */
  private static long epochDay(int year, int month, int day) {
    int marchYear = month > 2 ? year : year - 1;
    int era = Math.floorDiv(marchYear, 400);
    int yearOfEra = marchYear - era * 400;
    int dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468L;
  }
}
