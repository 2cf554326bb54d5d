package dev.repartee.internal.tally;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Checks how long conversations and strands are taken to change. */
public final class Horizon {
  private Horizon() {}

  /** Returns a horizon to the millisecond. */
  public static Duration check(Duration horizon) {
    if (horizon.isNegative()) {
      throw new IllegalArgumentException(
          "horizon ("
              + horizon
              + ") must not be negative; Duration.ZERO makes all strands mature at once");
    }
    return Duration.ofMillis(TimeUnit.MILLISECONDS.convert(horizon));
  }
}
