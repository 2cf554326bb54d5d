package dev.repartee.live;

import dev.repartee.log.EngagementLog;
import dev.repartee.response.BacklogSummary;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Since when those wait who wait in some conversations, and when they are due: in order of time.
 * Who begins to wait earlier is due no later, so that one order serves both.
 */
final class Waits {
  private final long[] since;
  private final long[] due;

  private Waits(long[] since, long[] due) {
    this.since = since;
    this.due = due;
  }

  /** Those of a log at an instant. */
  static Waits of(EngagementLog log, long now, Rules rules) {
    List<BacklogSummary.Waiting> all =
        log.asOf(Instant.ofEpochMilli(now)).measure(rules.backlog()).longest();
    long[] since = all.stream().mapToLong(one -> one.since().toEpochMilli()).toArray();
    long[] due =
        all.stream().flatMap(one -> one.due().stream()).mapToLong(Instant::toEpochMilli).toArray();
    Arrays.sort(since);
    Arrays.sort(due);
    return new Waits(since, due);
  }

  /** Since when, in epoch milliseconds, ascending. */
  long[] since() {
    return since;
  }

  /** When due, in epoch milliseconds, ascending; empty where nothing is promised. */
  long[] due() {
    return due;
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
