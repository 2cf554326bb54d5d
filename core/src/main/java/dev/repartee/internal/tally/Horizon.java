package dev.repartee.internal.tally;

import dev.repartee.internal.time.WholeMillis;
import java.time.Duration;

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
    return WholeMillis.cut(horizon);
  }
}
