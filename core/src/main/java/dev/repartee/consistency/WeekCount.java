package dev.repartee.consistency;

import java.time.LocalDate;

/**
 * How much happened in one week.
 *
 * @param monday the day on which the week begins
 * @param count how much, at least 0
 */
public record WeekCount(LocalDate monday, long count) {
  /** Returns such as {@code week of 2026-03-02: 17}. */
  @Override
  public String toString() {
    return "week of " + monday + ": " + count;
  }
}
