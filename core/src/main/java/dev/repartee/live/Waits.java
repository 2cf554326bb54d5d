package dev.repartee.live;

import dev.repartee.log.EngagementLog;
import dev.repartee.response.BacklogSummary;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Since when those wait who wait in some conversations, and when they are due: in order of time.
 * Who begins to wait earlier is due no later, so that one order serves both.
 *
 * @param since epoch milliseconds, ascending
 * @param due epoch milliseconds, ascending; as long as the other, or empty where nothing is promised
 */
record Waits(long[] since, long[] due) {
  /** Those of a log at an instant. */
  static Waits of(EngagementLog log, long now, Rules rules) {
    List<BacklogSummary.Waiting> all =
        log.asOf(Instant.ofEpochMilli(now)).measure(rules.backlog()).longest();
    long[] since = all.stream().mapToLong(one -> one.since().toEpochMilli()).toArray();
    long[] due =
        all.stream()
            .flatMap(one -> one.due().stream())
            .mapToLong(Instant::toEpochMilli)
            .toArray();
    Arrays.sort(since);
    Arrays.sort(due);
    return new Waits(since, due);
  }

  int size() {
    return since.length;
  }

  /** The number of times before an instant. */
  static int before(long[] times, long instant) {
    int low = 0;
    int high = times.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle] < instant) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
