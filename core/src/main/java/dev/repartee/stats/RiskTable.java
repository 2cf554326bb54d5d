package dev.repartee.stats;

import java.util.Arrays;

/**
 * Who was at risk when, and the share that survived: the table under a Kaplan-Meier curve.
 *
 * <p>Rows are the distinct times, ascending. Every array is written once, by the constructor.
 */
final class RiskTable {

  final long[] times;
  final long[] events;
  final long[] censored;

  /** How many were still waiting just before each time. */
  final long[] atRisk;

  /**
   * How many of the censored of a row are at risk no more at its events: none, since events come
   * first, but half of those that were censored somewhere in the bucket of the events.
   */
  final double censoredBefore;

  final double[] survival;

  /** Running sums of {@code d / (n (n - d))}; infinite from where nobody is left. */
  final double[] hazardVariance;

  /** The rows at which something happened. */
  final int[] eventRows;

  final long eventTotal;
  final long censoredTotal;

  private RiskTable(long[] times, long[] events, long[] censored, double censoredBefore) {
    this.censoredBefore = censoredBefore;
    int rows = times.length;
    this.times = times;
    this.events = events;
    this.censored = censored;
    this.atRisk = new long[rows];
    this.survival = new double[rows];
    this.hazardVariance = new double[rows];
    this.eventTotal = sum(events);
    this.censoredTotal = sum(censored);
    int[] found = new int[rows];
    int size = 0;
    long left = Math.addExact(eventTotal, censoredTotal);
    double share = 1;
    double variance = 0;
    for (int row = 0; row < rows; row++) {
      double n = left - censoredBefore * censored[row];
      double d = events[row];
      atRisk[row] = left;
      if (events[row] > 0) {
        share *= (n - d) / n;
        variance += d / (n * (n - d));
        found[size++] = row;
      }
      survival[row] = share;
      hazardVariance[row] = variance;
      left -= events[row] + censored[row];
    }
    this.eventRows = Arrays.copyOf(found, size);
  }

  /** Returns the table of what was found; of buckets it is an actuary's. */
  static RiskTable of(LatencySnapshot events, LatencySnapshot censored) {
    return of(
        events.values(),
        events.totals(),
        censored.values(),
        censored.totals(),
        events.isBucketed() || censored.isBucketed() ? 0.5 : 0);
  }

  /** Returns the table of counts at ascending times; the same time may be in both. */
  static RiskTable of(
      long[] eventTimes, long[] eventCounts, long[] censoredTimes, long[] censoredCounts) {
    return of(eventTimes, eventCounts, censoredTimes, censoredCounts, 0);
  }

  private static RiskTable of(
      long[] eventTimes,
      long[] eventCounts,
      long[] censoredTimes,
      long[] censoredCounts,
      double censoredBefore) {
    int most = eventTimes.length + censoredTimes.length;
    long[] times = new long[most];
    long[] events = new long[most];
    long[] censored = new long[most];
    int rows = 0;
    int i = 0;
    int j = 0;
    while (i < eventTimes.length || j < censoredTimes.length) {
      long time =
          j == censoredTimes.length || (i < eventTimes.length && eventTimes[i] <= censoredTimes[j])
              ? eventTimes[i]
              : censoredTimes[j];
      times[rows] = time;
      if (i < eventTimes.length && eventTimes[i] == time) {
        events[rows] = eventCounts[i++];
      }
      if (j < censoredTimes.length && censoredTimes[j] == time) {
        censored[rows] = censoredCounts[j++];
      }
      rows++;
    }
    return new RiskTable(
        Arrays.copyOf(times, rows),
        Arrays.copyOf(events, rows),
        Arrays.copyOf(censored, rows),
        censoredBefore);
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum = Math.addExact(sum, count);
    }
    return sum;
  }

  int rows() {
    return times.length;
  }

  boolean isEmpty() {
    return times.length == 0;
  }

  /** Returns the last row whose time is at most the given one, or -1. */
  int rowAt(long millis) {
    int low = 0;
    int high = times.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle] <= millis) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** Returns the index of the last event at or before a row, -1 if there is none. */
  int eventOfRow(int row) {
    int found = Arrays.binarySearch(eventRows, row);
    return found < 0 ? -found - 2 : found;
  }

  /** Returns the share that survived an event, by its index; 1 before the first. */
  double survivalAfter(int event) {
    return event < 0 ? 1 : survival[eventRows[event]];
  }

  /** Returns the time of an event, by its index. */
  double timeOf(int event) {
    return times[eventRows[event]];
  }

  /** Returns the first row whose time is not before the given one, or the last row. */
  int rowFrom(long millis) {
    int row = rowAt(millis);
    boolean isAt = row >= 0 && times[row] == millis;
    return Math.min(isAt ? row : row + 1, rows() - 1);
  }

  /** Returns Greenwood's standard error at a row, NaN where nobody is left. */
  double greenwood(int row) {
    return survival[row] > 0 ? survival[row] * Math.sqrt(hazardVariance[row]) : Double.NaN;
  }

  /** Returns the share at which the whole curve ends. */
  double lastSurvival() {
    return isEmpty() ? 1 : survival[rows() - 1];
  }

  /**
   * Returns the area below a curve from 0 to a horizon.
   *
   * @param curve its value from each event on; 1 before the first, kept after the last
   */
  double area(double[] curve, double horizon) {
    double area = 0;
    double height = 1;
    double from = 0;
    for (int event = 0; event < eventRows.length && times[eventRows[event]] < horizon; event++) {
      double to = times[eventRows[event]];
      area += height * (to - from);
      height = curve[event];
      from = to;
    }
    return area + height * (horizon - from);
  }

  /** Returns the curve at the events, one value for each. */
  double[] survivalAtEvents() {
    double[] curve = new double[eventRows.length];
    for (int event = 0; event < curve.length; event++) {
      curve[event] = survival[eventRows[event]];
    }
    return curve;
  }

  /** Returns the variance of the area below the curve, by Greenwood's reasoning. */
  double areaVariance(double horizon) {
    double variance = 0;
    double areaAfter = 0;
    double to = horizon;
    for (int event = eventRows.length - 1; event >= 0; event--) {
      int row = eventRows[event];
      if (times[row] >= horizon) {
        continue;
      }
      areaAfter += survival[row] * (to - times[row]);
      to = times[row];
      double n = atRisk[row];
      double d = events[row];
      // Where nobody is left there is no area after, and nothing to add.
      variance += n == d ? 0 : areaAfter * areaAfter * d / (n * (n - d));
    }
    return variance;
  }
}
