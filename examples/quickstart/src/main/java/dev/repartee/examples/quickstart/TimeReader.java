package dev.repartee.examples.quickstart;

import dev.repartee.internal.time.EventTime;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads the times that exports have: ISO 8601 with an offset, seconds or milliseconds since 1970,
 * and, where the user has named a zone, local dates and times.
 */
final class TimeReader {
  private static final int LONGEST_SECONDS = 11;

  private final Optional<ZoneId> zone;
  private long local;
  private long epoch;

  TimeReader(Optional<ZoneId> zone) {
    this.zone = zone;
  }

  /** Epoch milliseconds, or a mark of {@link EventTime} where the text is no time. */
  long millis(String text) {
    String time = text.strip();
    if (isNumber(time)) {
      epoch++;
      return ofNumber(time);
    }
    long withOffset = EventTime.parse(time);
    if (withOffset != EventTime.UNPARSABLE) {
      return withOffset;
    }
    long asIfUtc = EventTime.parse(time.length() == 10 ? time + "T00:00Z" : time + "Z");
    if (!EventTime.isValid(asIfUtc)) {
      return asIfUtc;
    }
    local++;
    return zone.map(z -> inZone(asIfUtc, z)).orElse(EventTime.UNPARSABLE);
  }

  /** The zone of local times, or empty where the user has named none. */
  Optional<String> zoneText() {
    return zone.map(ZoneId::getId);
  }

  /** How many times had no offset. */
  long localTimes() {
    return local;
  }

  /** How many times were numbers. */
  long epochTimes() {
    return epoch;
  }

  private static boolean isNumber(String text) {
    boolean digit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digit |= c >= '0' && c <= '9';
      if ((c < '0' || c > '9') && c != '.' && !(c == '-' && i == 0)) {
        return false;
      }
    }
    return digit;
  }

  private static long ofNumber(String text) {
    int point = text.indexOf('.');
    int whole = point < 0 ? text.length() : point;
    try {
      return whole <= LONGEST_SECONDS
          ? EventTime.of(Math.round(Double.parseDouble(text) * 1_000))
          : EventTime.of(Long.parseLong(text, 0, whole, 10));
    } catch (NumberFormatException e) {
      return EventTime.UNPARSABLE;
    }
  }

  private static long inZone(long asIfUtc, ZoneId zone) {
    long second = Math.floorDiv(asIfUtc, 1_000L);
    int nano = Math.floorMod(asIfUtc, 1_000) * 1_000_000;
    return EventTime.of(
        LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC).atZone(zone).toInstant());
  }
}
