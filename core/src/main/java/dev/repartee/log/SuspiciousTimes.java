package dev.repartee.log;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;

/** Finds times that can hardly be meant, as where seconds were handed over as milliseconds. */
final class SuspiciousTimes {
  /** Before 1995 nobody kept such logs. */
  private static final long FIRST_USUAL = Instant.parse("1995-01-01T00:00:00Z").toEpochMilli();

  private static final long LONGEST_GAP = Duration.ofDays(366).toMillis();

  private SuspiciousTimes() {}

  /** Counts them; a last row far off matters where it decides up to when the log is complete. */
  static void count(Staging staging, BitSet dropped, boolean isAsOfAssumed, Audit.Tally audit) {
    long rows = 0;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    long beforeLast = Long.MIN_VALUE;
    for (int row = 0; row < staging.size(); row++) {
      if (!dropped.get(row)) {
        long at = staging.at.get(row);
        rows++;
        first = Math.min(first, at);
        beforeLast = Math.max(beforeLast, Math.min(at, last));
        last = Math.max(last, at);
      }
    }
    if (rows > 0 && last < FIRST_USUAL) {
      audit.count(Audit.Reason.SUSPICIOUS_TIME, rows, "all from " + at(first) + " to " + at(last));
    } else if (rows > 1 && isAsOfAssumed && last - beforeLast > LONGEST_GAP) {
      audit.count(
          Audit.Reason.SUSPICIOUS_TIME, 1, at(last) + ", and " + at(beforeLast) + " before it");
    }
  }

  private static Instant at(long millis) {
    return Instant.ofEpochMilli(millis);
  }
}
