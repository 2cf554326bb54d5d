package dev.repartee.examples.exports;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Conversations of a chat in one stream: one ends where its channel is silent for so long. The rows
 * are gone through once to find the silences ({@link #see}), and once more to be written.
 */
final class Silences {
  private final long millis;
  private final Map<String, LongStream.Builder> seen = new HashMap<>();
  private final Map<String, long[]> starts = new HashMap<>();
  private boolean isFound;

  Silences(Duration silence) {
    this.millis = silence.toMillis();
  }

  /** Whether all rows have been seen. */
  boolean isFound() {
    return isFound;
  }

  void see(@Nullable String channel, long at) {
    seen.computeIfAbsent(channel == null ? "" : channel, key -> LongStream.builder()).add(at);
  }

  /** Ends the first pass. */
  void find() {
    seen.forEach(
        (channel, times) -> {
          long[] sorted = times.build().sorted().toArray();
          int count = 0;
          long before = 0;
          for (int i = 0; i < sorted.length; i++) {
            long time = sorted[i];
            if (i == 0 || time - before >= millis) {
              sorted[count++] = time; // never behind what is still to be looked at
            }
            before = time;
          }
          starts.put(channel, Arrays.copyOf(sorted, count));
        });
    seen.clear();
    isFound = true;
  }

  /** The conversation of a row, or null for one that was not seen before. */
  @Nullable String conversation(@Nullable String channel, long at) {
    String place = channel == null ? "" : channel;
    long[] begins = starts.get(place);
    if (begins == null) {
      return null;
    }
    int found = Arrays.binarySearch(begins, at);
    int number = found >= 0 ? found : -found - 2;
    return number < 0 ? null : place + " " + (number + 1);
  }
}
