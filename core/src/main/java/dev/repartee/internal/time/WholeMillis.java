package dev.repartee.internal.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Checks the times that measures are given, and brings them to the millisecond. */
public final class WholeMillis {
  private static final Duration ONE = Duration.ofMillis(1);

  private WholeMillis() {}

  /**
   * {@return the time to the millisecond, the rest cut off; the longest that fits where it is
   * longer}
   *
   * @param name what the caller calls the time
   * @throws IllegalArgumentException if it is not at least a millisecond
   */
  public static Duration atLeastOne(String name, Duration time) {
    if (time.compareTo(ONE) < 0) {
      throw new IllegalArgumentException(name + " (" + time + ") must be at least a millisecond");
    }
    return cut(time);
  }

  /** {@return the time to the millisecond, the rest cut off} */
  public static Duration cut(Duration time) {
    return Duration.ofMillis(TimeUnit.MILLISECONDS.convert(time));
  }
}
