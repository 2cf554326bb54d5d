package dev.repartee.live;

import dev.repartee.log.EngagementLog;
import dev.repartee.response.BacklogSummary;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * When each wait in some conversations began, and when it is due, in order of time. A wait that
 * begins earlier is due no later, so one order serves both.
 */
final class Waits {
  private final long[] since;
  private final long[] due;

  private Waits(long[] since, long[] due) {
    this.since = since;
    this.due = due;
  }

  /** Returns the waits of a log at an instant. */
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

  /** When each began, in epoch milliseconds, ascending. */
  long[] since() {
    return since;
  }

  /** When each is due, in epoch milliseconds, ascending; empty if nothing is promised. */
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
