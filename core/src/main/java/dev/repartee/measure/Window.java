package dev.repartee.measure;

import java.time.Instant;
import java.util.Optional;

/**
 * A half-open stretch of time.
 *
 * @param startInclusive its first instant, or empty without a beginning
 * @param endExclusive the first instant after it, or empty without an end
 */
public record Window(Optional<Instant> startInclusive, Optional<Instant> endExclusive) {
  @Override
  public String toString() {
    return "["
        + startInclusive.map(Instant::toString).orElse("…")
        + ", "
        + endExclusive.map(Instant::toString).orElse("…")
        + ")";
  }
}
