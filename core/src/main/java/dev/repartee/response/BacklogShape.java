package dev.repartee.response;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a backlog is reported: where bands of age begin, how many are named, what was promised and in
 * which hours.
 */
record BacklogShape(
    List<Duration> bands, int shown, Optional<Duration> target, Timekeeper timekeeper) {
  /** As many as wait. */
  static final int EVERYBODY = Integer.MAX_VALUE;

  /** The number of the band that an age lies in. */
  int band(long millis) {
    int band = 0;
    while (band < bands.size() && millis >= bands.get(band).toMillis()) {
      band++;
    }
    return band;
  }

  /** Whether the promised time is up at an instant. */
  boolean isOverdue(long since, long instant) {
    return target.isPresent() && timekeeper.elapsed(since, instant) >= target.get().toMillis();
  }

  @Override
  public String toString() {
    return ", bands "
        + bands.stream().map(Duration::toString).collect(Collectors.joining(" "))
        + ", longest "
        + (shown == EVERYBODY ? "all" : shown)
        + target.map(t -> ", target " + t).orElse("")
        + timekeeper.text();
  }
}
