package dev.repartee.examples.exports;

import dev.repartee.internal.time.EventTime;
import org.jspecify.annotations.Nullable;

/** What one row of an export holds, by position. */
@FunctionalInterface
interface RowTexts {
  /** The text at a position; null where there is none. */
  @Nullable String text(int position);

  /** Whether a text is known to be a plain whole number, for which no text need be made. */
  default boolean isNumber(int position) {
    return false;
  }

  /** When it was, in milliseconds, where its reader has seen that beforehand; else a mark. */
  default long time() {
    return EventTime.UNPARSABLE;
  }

  /** The number at a position where there is one. */
  default long number(int position) {
    throw new IllegalStateException("no number at position " + position);
  }
}
