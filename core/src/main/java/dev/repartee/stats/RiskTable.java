package dev.repartee.stats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who was at risk when, and the share that survived: the table under a Kaplan-Meier curve.
 *
 * <p>Rows are the distinct times, ascending. Every array is written once, by the constructor.
 */
final class RiskTable {

  final long[] times;
  final long[] events;
  final long[] censored;

  /**
   * Of the censored, those that came to another end, after which there is no event for them; null
   * where there is no such end.
   */
  final long @Nullable [] competing;

  /** How many were still waiting just before each time. */
  final long[] atRisk;

  /**
   * How many of the censored of a row are at risk no more at its events: none, since events come
   * first, but half of those that were censored somewhere in the bucket of the events.
   */
  final double censoredBefore;

  /** The share for which nothing happened: they wait, or have come to another end. */
  final double[] survival;

  /** The variance of that share where observations are independent, over its square. */
  final double[] hazardVariance;

  /** The share that still waits at the end. */
  final double lastWaiting;

  /** The rows at which something happened. */
  final int[] eventRows;

  final long eventTotal;
  final long censoredTotal;

  private RiskTable(
      long[] times,
      long[] events,
      long[] censored,
      long @Nullable [] competing,
      double censoredBefore) {
    this.competing = competing;
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
    CompetingShare other = competing == null ? null : new CompetingShare();
    for (int row = 0; row < rows; row++) {
      long ended = competing == null ? 0 : competing[row];
      double n = left - censoredBefore * (censored[row] - ended);
      double d = events[row];
      atRisk[row] = left;
      if (other != null) {
        other.pass(n, d, (double) ended);
        share = 1 - other.happened;
        variance = other.variance() / (share * share);
      } else if (events[row] > 0) {
        share *= (n - d) / n;
        variance += d / (n * (n - d));
      }
      if (events[row] > 0) {
        found[size++] = row;
      }
      survival[row] = share;
      hazardVariance[row] = variance;
      left -= events[row] + censored[row];
    }
    this.eventRows = Arrays.copyOf(found, size);
    this.lastWaiting = other == null ? share : other.waiting;
  }

  /**
   * The chance that something has happened where there are other ends (Aalen and Johansen), with
   * the variance of independent observations by the delta method, in running sums.
   */
  private static final class CompetingShare {
    double waiting = 1;
    double happened;
    private double hazards;
    private double hazardsByShare;
    private double hazardsBySquare;
    private double own;
    private double both;
    private double bothByShare;

    void pass(double n, double d, double ended) {
      double leaving = d + ended;
      if (leaving == 0) {
        return;
      }
      double before = waiting;
      happened += before * d / n;
      waiting = leaving == n ? 0 : before * ((n - leaving) / n);
      own += before * before * (n - d) * d / (n * n * n);
      both += before * d / (n * n);
      bothByShare += happened * before * d / (n * n);
      if (leaving < n) { // else nothing comes after, and nothing is added
        double hazard = leaving / (n * (n - leaving));
        hazards += hazard;
        hazardsByShare += happened * hazard;
        hazardsBySquare += happened * happened * hazard;
      }
    }

    double variance() {
      return Math.max(
          0,
          happened * happened * hazards
              - 2 * happened * hazardsByShare
              + hazardsBySquare
              + own
              - 2 * (happened * both - bothByShare));
    }
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

  /** Returns the same of which some of the censored came to another end. */
  RiskTable withCompeting(LatencySnapshot ends) {
    long[] competing = new long[rows()];
    for (int i = 0; i < ends.rows(); i++) {
      competing[Arrays.binarySearch(times, ends.value(i))] += ends.cells().rowTotal(i);
    }
    return new RiskTable(times, events, censored, competing, censoredBefore);
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
        null,
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

  /** Returns Greenwood's standard error at a row, or its like; NaN where nobody is left. */
  double greenwood(int row) {
    return survival[row] > 0 ? survival[row] * Math.sqrt(hazardVariance[row]) : Double.NaN;
  }

  /** Returns whether more can happen after the last time: somebody still waits. */
  boolean isOpen() {
    return isEmpty() || lastWaiting > 0;
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
