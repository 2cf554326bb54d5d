package dev.repartee.internal.text;

import dev.repartee.text.DurationText;

/** How funnels put names and durations into texts that distinguish measures. */
public final class OptionText {
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private OptionText() {}

  /** In quotes, so that no name reads like an option. */
  public static String quoted(String name) {
    return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** The name of an attribute of the caller's own; throws where it is blank. */
  public static String requireAttribute(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "name of an attribute (" + name + ") must not be blank; call it as the data does");
    }
    return name;
  }

  /** As people say it, and to the millisecond where they would round. */
  public static String exact(long millis) {
    long unit = millis < 10 * SECOND ? 1 : millis < HOUR ? SECOND : millis < DAY ? MINUTE : HOUR;
    String text = DurationText.ofMillis(millis);
    return millis % unit == 0 ? text : text + " (" + millis + " ms)";
  }
}
