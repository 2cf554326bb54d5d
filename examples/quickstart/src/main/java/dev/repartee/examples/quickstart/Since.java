package dev.repartee.examples.quickstart;

import dev.repartee.stats.LevelChanges.Change;

/** Since when something is at another level, in words. */
final class Since {
  private Since() {}

  /** Such as {@code since the week from 8 September 2025 (or one from … to …)}. */
  static String text(Change change) {
    return "since the week from "
        + PlainWords.day(change.first())
        + (change.earliest().equals(change.latest())
            ? ""
            : " (or one from "
                + PlainWords.day(change.earliest())
                + " to "
                + PlainWords.day(change.latest())
                + ")");
  }

  /** Whether two may have come at the same time. */
  static boolean isTogether(Change one, Change other) {
    return !one.earliest().isAfter(other.latest()) && !one.latest().isBefore(other.earliest());
  }
}
