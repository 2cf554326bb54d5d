package dev.repartee.change;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalDate;

/**
 * The counts of a settled day.
 *
 * @param epochDay its number since 1970-01-01
 * @param met the number of its exchanges that count toward the share
 * @param all how many exchanges it had
 */
record SettledDay(long epochDay, long met, long all) {
  /** No sum of as many days as there may be exceeds the range of long. */
  static final long MOST = Integer.MAX_VALUE;

  SettledDay {
    checkArgument(
        all >= 0 && all <= MOST, "all (%s) must lie in [0, %s]: those of one day", all, MOST);
    checkArgument(
        met >= 0 && met <= all, "met (%s) must lie in [0, all (%s)]: it is a part of it", met, all);
  }

  LocalDate date() {
    return LocalDate.ofEpochDay(epochDay);
  }
}
