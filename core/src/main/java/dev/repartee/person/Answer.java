package dev.repartee.person;

import dev.repartee.text.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The answer to what a person said or did.
 *
 * @param by who answered
 * @param at when
 * @param after how long the person had waited, on the wall clock; empty where the clocks of the two
 *     disagree, so that the answer bears the earlier time
 * @param isDirect whether the answer says itself whom it answers; otherwise the order of the
 *     conversation tells
 */
public record Answer(String by, Instant at, Optional<Duration> after, boolean isDirect) {
  @Override
  public String toString() {
    return by + after.map(d -> " after " + DurationText.of(d)).orElse(" (clocks disagree)");
  }
}
