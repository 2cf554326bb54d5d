package dev.repartee.examples.quickstart;

import dev.repartee.stats.LevelChanges.Change;
import java.time.LocalDate;

/** Since when something is at another level, in words. */
final class Since {
  private Since() {}

  /** Such as {@code since the week from 8 September 2025 (or one from … to …)}. */
  static String text(Change change) {
    return week(change)
        + (change.earliest().equals(change.latest())
            ? ""
            : " (or one from "
                + PlainWords.day(change.earliest())
                + " to "
                + PlainWords.day(change.latest())
                + ")");
  }

  /** Such as {@code since the week from 8 September 2025}. */
  static String week(Change change) {
    return "since the week from " + PlainWords.day(change.first());
  }

  /** Whether two may have come at the same time: each lies where the other may be. */
  static boolean isTogether(Change one, Change other) {
    return mayBe(one, other.first()) && mayBe(other, one.first());
  }

  private static boolean mayBe(Change change, LocalDate first) {
    return !first.isBefore(change.earliest()) && !first.isAfter(change.latest());
  }
}
