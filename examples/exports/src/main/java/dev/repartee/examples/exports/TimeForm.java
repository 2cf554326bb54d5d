package dev.repartee.examples.exports;

import java.util.Locale;

/** How a time is written. */
enum TimeForm {
  ISO_8601,
  LOCAL,
  WHOLE_DAY,
  EPOCH_SECONDS,
  EPOCH_MILLISECONDS,
  EPOCH_MICROSECONDS,
  EPOCH_NANOSECONDS,
  MAIL,
  DAY_MONTH_YEAR,
  MONTH_DAY_YEAR,
  DIGITS,
  SPREADSHEET_DAYS,
  PATTERN;

  /** As the data box says it. */
  String text() {
    return switch (this) {
      case ISO_8601 -> "ISO 8601";
      case LOCAL -> "local, without an offset";
      case WHOLE_DAY -> "whole days";
      case EPOCH_SECONDS -> "seconds since 1970";
      case EPOCH_MILLISECONDS -> "milliseconds since 1970";
      case EPOCH_MICROSECONDS -> "microseconds since 1970";
      case EPOCH_NANOSECONDS -> "nanoseconds since 1970";
      case MAIL -> "as in mail, Tue, 31 Oct 2017 22:10:47 +0000";
      case DAY_MONTH_YEAR -> "day, month, year";
      case MONTH_DAY_YEAR -> "month, day, year";
      case DIGITS -> "14 digits, yyyyMMddHHmmss";
      case SPREADSHEET_DAYS -> "days of a spreadsheet";
      case PATTERN -> "as --time-format says";
    };
  }

  /** As JSON says it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
