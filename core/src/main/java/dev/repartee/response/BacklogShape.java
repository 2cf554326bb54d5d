package dev.repartee.response;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a backlog is told: where bands of age begin, how many are named, what was promised. */
record BacklogShape(List<Duration> bands, int shown, Optional<Duration> target) {
  /** The number of the band that an age lies in. */
  int band(long millis) {
    int band = 0;
    while (band < bands.size() && millis >= bands.get(band).toMillis()) {
      band++;
    }
    return band;
  }

  boolean isOverdue(long millis) {
    return target.isPresent() && millis >= target.get().toMillis();
  }

  @Override
  public String toString() {
    return ", bands "
        + bands.stream().map(Duration::toString).collect(Collectors.joining(" "))
        + ", longest "
        + shown
        + target.map(t -> ", target " + t).orElse("");
  }
}
