package dev.repartee.internal.tally;

import dev.repartee.internal.time.LocalDays;
import dev.repartee.measure.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * Which local days, and weeks from Monday to Sunday, a summary observed from end to end: those
 * within its windows, up to its as-of. A half day would look like a quiet one.
 *
 * <pre>{@code
 * Origin origin = log.between("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z").measure(Dialogue.standard()).origin();
 * WholeDays days = WholeDays.of(origin, ZoneOffset.UTC, 0);
 * days.count();         // 31
 * days.weeks().length;  // 3: from Monday the 5th to Sunday the 25th
 * }</pre>
 *
 * <p>Days are counted from 1970-01-01. Week w begins on the Monday {@code 7 w - 3}. Immutable.
 */
public final class WholeDays {
  private static final int WEEK = 7;

  /** From 1970-01-01, a Thursday, back to the Monday of its week. */
  private static final int THURSDAY = 3;

  /** First days of the ranges, in order, and the days after their ends. */
  private final long[] starts;

  private final long[] ends;

  private WholeDays(long[] starts, long[] ends) {
    this.starts = starts;
    this.ends = ends;
  }

  /** Returns no days. */
  public static WholeDays none() {
    return new WholeDays(new long[0], new long[0]);
  }

  /** Returns the days that a summary observed. */
  public static WholeDays of(Origin origin, ZoneId zone, long firstDay) {
    LocalDays days = new LocalDays(zone);
    long seen = origin.asOf().toEpochMilli() + 1;
    int n = origin.windows().size();
    long[] starts = new long[n];
    long[] ends = new long[n];
    for (int i = 0; i < n; i++) {
      Origin.Window window = origin.windows().get(i);
      starts[i] =
          window
              .startInclusive()
              .map(start -> days.of(start.toEpochMilli() - 1) + 1)
              .orElse(firstDay);
      long end = Math.min(seen, window.endExclusive().map(Instant::toEpochMilli).orElse(seen));
      ends[i] = Math.max(starts[i], days.of(end));
    }
    return new WholeDays(starts, ends);
  }

  /**
   * Returns the last instant at which facts of a summary were watched for. The as-of, or the end of
   * the last window where that is earlier.
   */
  public static Instant watchedUntil(Origin origin) {
    return origin
        .windows()
        .get(origin.windows().size() - 1)
        .endExclusive()
        .filter(end -> end.isBefore(origin.asOf()))
        .orElse(origin.asOf());
  }

  /** Returns the week of a day. */
  public static long weekOf(long day) {
    return Math.floorDiv(day + THURSDAY, WEEK);
  }

  /** Returns the day on which a week begins. */
  public static LocalDate mondayOf(long week) {
    return LocalDate.ofEpochDay(week * WEEK - THURSDAY);
  }

  /** Returns whether a day was observed from end to end. */
  public boolean contains(long day) {
    int low = 0;
    int high = ends.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      low = ends[middle] > day ? low : middle + 1;
      high = ends[middle] > day ? middle : high;
    }
    return low < ends.length && day >= starts[low];
  }

  /** Returns the first observed day, or the {@link #end} if there is none. */
  public long first() {
    return starts.length == 0 ? 0 : starts[0];
  }

  /** Returns the day after the last. At least {@link #first}. */
  public long end() {
    return ends.length == 0 ? 0 : ends[ends.length - 1];
  }

  /** Returns how many days were observed. At least 0. */
  public long count() {
    return Arrays.stream(ends).sum() - Arrays.stream(starts).sum();
  }

  /** Returns the weeks of which every day was observed. In order. */
  public long[] weeks() {
    long[] weeks = new long[(int) (count() / WEEK)];
    int size = 0;
    for (int i = 0; i < starts.length; i++) {
      long first = weekOf(starts[i] + WEEK - 1);
      for (long week = first; (week + 1) * WEEK - THURSDAY <= ends[i]; week++) {
        weeks[size++] = week;
      }
    }
    return Arrays.copyOf(weeks, size);
  }
}
