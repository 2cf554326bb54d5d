package dev.repartee.stats;

import com.google.common.base.Suppliers;
import dev.repartee.internal.math.Distributions;
import dev.repartee.internal.math.Notes;
import java.util.Arrays;
import java.util.function.Supplier;

/** The band about a Kaplan-Meier curve, and the quantiles that are read from both. */
final class SurvivalBand {

  /** S is compared with this relative tolerance, because products of shares are rounded. */
  private static final double TOLERANCE = 1e-9;

  /** How far rounding may shift an end of the band, with much to spare. */
  private static final double ROUNDING = 1e-9;

  private static final double TAIL = (1 - Distributions.DEFAULT_LEVEL) / 2;

  private final RiskTable table;
  private final SurvivalError error;

  /** As how many persons those at risk count, at each row up to the first event. */
  private final Supplier<double[]> personsBefore = Suppliers.memoize(this::newPersonsBefore);

  SurvivalBand(RiskTable table, SurvivalError error) {
    this.table = table;
    this.error = error;
  }

  /** Returns the band after an event, by its index; not where nobody is left. */
  Interval after(int event) {
    double share = table.survivalAfter(event);
    double log = StrictMath.log(share);
    double width = error.factorAfter(event) * error.standardError(event) / (share * -log);
    return new Interval(
        StrictMath.exp(log * StrictMath.exp(width)), StrictMath.exp(log * StrictMath.exp(-width)));
  }

  private double[] newPersonsBefore() {
    int lastRow = table.eventRows.length == 0 ? table.rows() - 1 : table.eventRows[0];
    RiskGroups groups = error.groups();
    return groups == null
        ? Arrays.stream(table.atRisk).limit(lastRow + 1L).asDoubleStream().toArray()
        : groups.personsAtRisk(lastRow);
  }

  private double personsAt(int row) {
    RiskGroups groups = error.groups();
    return groups == null ? table.atRisk[row] : groups.personsAt(row);
  }

  /** Returns the band before any event, while those of a row or later are at risk. */
  Interval before(int row) {
    return new Interval(endOf(personsBefore.get()[row]), 1);
  }

  /**
   * Returns the band where nobody is left: those at risk at the last event were few, and of all who
   * were due not one was seen to wait longer.
   */
  Interval atEnd() {
    int last = table.eventRows.length - 1;
    double before = last == 0 ? 1 : after(last - 1).high();
    double ofLast = before * (1 - endOf(personsAt(table.eventRows[last])));
    return new Interval(0, Math.max(ofLast, 1 - endOf(personsAt(0))));
  }

  /** Returns how small a chance can be if all of some persons came out so. */
  private static double endOf(double persons) {
    return StrictMath.pow(TAIL, 1 / persons);
  }

  /** Returns the time until a share have come to an end; there is at least one observation. */
  DurationEstimate quantile(double q) {
    double goal = 1 - q;
    int last = table.eventRows.length - 1;
    int event = firstAtOrBelow(goal * (1 + TOLERANCE));
    boolean isReached = event <= last;
    double time = isReached ? table.timeOf(event) : Double.NaN;
    if (isReached && event < last && table.survivalAfter(event) >= goal * (1 - TOLERANCE)) {
      time += (table.timeOf(event + 1) - time) / 2;
    }
    if (!error.hasIntervals()) {
      return isReached
          ? DurationEstimate.withoutInterval(time, error.groupsAfter(event), Notes.FEW_GROUPS)
          : DurationEstimate.notReached(Notes.NONE);
    }
    Ends ends = new Ends(goal);
    int groups = error.groupsAfter(isReached ? event : last);
    return isReached
        ? DurationEstimate.ofMillis(time, ends.low, ends.high, Distributions.DEFAULT_LEVEL, groups)
        : DurationEstimate.notReached(ends.low, Distributions.DEFAULT_LEVEL, groups);
  }

  /** Returns the first event after which the curve is not above a share, or how many there are. */
  private int firstAtOrBelow(double share) {
    int low = 0;
    int high = table.eventRows.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (table.survivalAfter(middle) > share) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Both ends of the interval of a quantile, NaN where open. */
  private final class Ends {

    private final double mostLow;
    private final double leastHigh;
    private boolean hasLow;
    private double low = Double.NaN;
    private double high = Double.NaN;

    Ends(double goal) {
      this.mostLow = goal * (1 + TOLERANCE);
      this.leastHigh = goal * (1 - TOLERANCE);
      this.hasLow = startBeforeEvents();
      int events = table.eventRows.length;
      for (int first = 0; first < events; first += SurvivalVariances.BLOCK) {
        int end = Math.min(first + SurvivalVariances.BLOCK, events);
        if (!passBlock(first, end)) {
          for (int event = first; event < end; event++) {
            pass(event);
          }
        }
      }
    }

    /** Passes a block of events where the band is on one side of the goal; returns whether so. */
    private boolean passBlock(int first, int end) {
      double most = table.survivalAfter(first);
      double least = table.survivalAfter(end - 1);
      double half = error.mostHalfWidth(first, end);
      double width = half / Math.min(most * (1 - most), least * (1 - least));
      double slack = slack(width);
      boolean isAbove = least - half - slack > mostLow;
      boolean isBelow = hasLow && most + half + slack < leastHigh;
      if (isAbove) {
        high = Double.NaN;
      } else if (isBelow && Double.isNaN(high)) {
        high = table.timeOf(first);
      }
      return isAbove || isBelow;
    }

    private void pass(int event) {
      double share = table.survivalAfter(event);
      double start = table.timeOf(event);
      if (share == 0) { // and nothing comes after
        low = hasLow ? low : start;
        hasLow = true;
        boolean isOpen = atEnd().high() >= leastHigh;
        high = isOpen ? Double.NaN : Double.isNaN(high) ? start : high;
        return;
      }
      double half = error.factorAfter(event) * error.standardError(event);
      double slack = slack(half / (share * (1 - share)));
      if (!hasLow && !(share - half - slack > mostLow) && after(event).low() <= mostLow) {
        low = start;
        hasLow = true;
      }
      if (share + half - slack >= leastHigh
          || (!(share + half + slack < leastHigh) && after(event).high() >= leastHigh)) {
        high = Double.NaN;
      } else if (Double.isNaN(high)) {
        high = start;
      }
    }

    /**
     * How far an end of the band is from S -+ half at most, by Taylor: the second derivative of
     * exp(-a exp(w)) is within 0.31 everywhere. Where that settles it, exp and log are spared.
     */
    private static double slack(double width) {
      return 0.155 * width * width + ROUNDING;
    }

    /** Looks for the lower end where nothing has happened yet; returns whether it is there. */
    private boolean startBeforeEvents() {
      int end = table.eventRows.length == 0 ? table.rows() - 1 : table.eventRows[0];
      // Ever fewer wait, so the band only comes down: row -1 stands for the time before any.
      int from = -1;
      int to = end;
      while (from < to) {
        int middle = (from + to) >> 1;
        if (before(middle + 1).low() <= mostLow) {
          to = middle;
        } else {
          from = middle + 1;
        }
      }
      if (from == end) {
        return false;
      }
      low = from < 0 ? Double.NaN : table.times[from];
      return true;
    }
  }
}
