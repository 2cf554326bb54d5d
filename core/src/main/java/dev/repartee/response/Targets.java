package dev.repartee.response;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What is promised to those who begin to wait: nothing, a time, or another time from a day on. */
final class Targets {
  static final Targets NONE = new Targets(new TreeMap<>());

  private static final long BEGINNING = Long.MIN_VALUE;

  /** The times in milliseconds, by when they come into force. */
  private final NavigableMap<Long, Long> byStart;

  private final long first;
  private final boolean isOne;

  private Targets(NavigableMap<Long, Long> byStart) {
    this.byStart = byStart;
    this.first = byStart.isEmpty() ? 0 : byStart.firstEntry().getValue();
    this.isOne = byStart.size() <= 1;
  }

  static Targets of(Duration target) {
    TreeMap<Long, Long> one = new TreeMap<>();
    one.put(BEGINNING, target.toMillis());
    return new Targets(one);
  }

  /** Another time for those who begin to wait from a change on; later changes are forgotten. */
  Targets from(Instant change, Duration target) {
    TreeMap<Long, Long> all = new TreeMap<>(byStart.headMap(change.toEpochMilli()));
    if (all.lastEntry().getValue() != target.toMillis()) {
      all.put(change.toEpochMilli(), target.toMillis());
    }
    return new Targets(all);
  }

  boolean isNone() {
    return byStart.isEmpty();
  }

  /** What is promised to who begins to wait at an instant. */
  long millis(long start) {
    return isOne ? first : byStart.floorEntry(start).getValue();
  }

  /** When they change, in epoch milliseconds. */
  Iterable<Long> changes() {
    return isNone() ? byStart.keySet() : byStart.tailMap(BEGINNING, false).keySet();
  }

  /** The targets as they are known before a change. */
  Targets before(long change) {
    return new Targets(new TreeMap<>(byStart.headMap(change)));
  }

  /** What is promised as of an instant. */
  Optional<Duration> latest(long instant) {
    Map.Entry<Long, Long> entry = byStart.floorEntry(instant);
    return entry == null ? Optional.empty() : Optional.of(Duration.ofMillis(entry.getValue()));
  }

  /** What the text of all options adds. */
  String text() {
    StringBuilder text = new StringBuilder();
    byStart.forEach(
        (start, millis) -> {
          text.append(start == BEGINNING ? ", target " : " and ").append(Duration.ofMillis(millis));
          text.append(start == BEGINNING ? "" : " from " + Instant.ofEpochMilli(start));
        });
    return text.toString();
  }

  @Override
  public String toString() {
    return "targets" + text();
  }
}
