package dev.repartee.internal.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * The local day of an instant, without an object per question. The changes of the clock are listed
 * once for the years asked about; times that follow each other mostly fall between the same two. It
 * belongs to one thread.
 */
public final class LocalDays {
  private static final long DAY = 86_400_000L;
  private static final long MARGIN = 10 * 366 * DAY;

  private final ZoneRules rules;
  private long coveredFrom;
  private long coveredTo;
  private long[] starts = new long[0];
  private long[] offsets = new long[0];
  private int last;

  /** Creates the days of a zone. */
  public LocalDays(ZoneId zone) {
    this.rules = zone.getRules();
  }

  /** Returns the local day of an instant. The day, counted from 1970-01-01. */
  public long of(long millis) {
    if (starts.length == 0 || millis < coveredFrom || millis >= coveredTo) {
      cover(millis);
    }
    if (millis < starts[last] || (last + 1 < starts.length && millis >= starts[last + 1])) {
      int found = Arrays.binarySearch(starts, millis);
      last = found >= 0 ? found : -found - 2;
    }
    return Math.floorDiv(millis + offsets[last], DAY);
  }

  /** Lists the changes anew, for at least twice the time, so that this is rare. */
  private void cover(long millis) {
    boolean first = starts.length == 0;
    long margin = MARGIN + coveredTo - coveredFrom;
    long from = first || millis < coveredFrom ? millis - margin : coveredFrom;
    long to = first || millis >= coveredTo ? millis + margin : coveredTo;
    long[] newStarts = new long[16];
    long[] newOffsets = new long[16];
    int size = 0;
    Instant start = Instant.ofEpochMilli(from);
    newStarts[size] = from;
    newOffsets[size++] = rules.getOffset(start).getTotalSeconds() * 1000L;
    ZoneOffsetTransition change = rules.nextTransition(start);
    while (change != null && change.toEpochSecond() * 1000 < to) {
      if (size == newStarts.length) {
        newStarts = Arrays.copyOf(newStarts, 2 * size);
        newOffsets = Arrays.copyOf(newOffsets, 2 * size);
      }
      newStarts[size] = change.toEpochSecond() * 1000;
      newOffsets[size++] = change.getOffsetAfter().getTotalSeconds() * 1000L;
      change = rules.nextTransition(change.getInstant());
    }
    starts = Arrays.copyOf(newStarts, size);
    offsets = Arrays.copyOf(newOffsets, size);
    coveredFrom = from;
    coveredTo = to;
    last = 0;
  }
}
