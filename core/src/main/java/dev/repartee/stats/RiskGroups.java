package dev.repartee.stats;

import java.util.Arrays;

/**
 * Kaplan-Meier curves with one replicate group left out, and what their scatter tells.
 *
 * <p>Works on the times of events only: between them no curve moves. For each slot (group of a
 * grouping) it keeps which events were its own, and before which event its censored ones left.
 * Every array is written once, by the constructor.
 */
final class RiskGroups {

  private final RiskTable table;
  private final int groupings;
  private final double[] atRisk;
  private final double[] happened;
  private final SlotCounts events;
  private final SlotCounts censored;
  private final long[] sizes = new long[LatencyCells.SLOTS];

  RiskGroups(RiskTable table, LatencySnapshot events, LatencySnapshot censored) {
    this.table = table;
    this.groupings = events.groupings();
    int size = table.eventRows.length;
    this.atRisk = new double[size];
    this.happened = new double[size];
    for (int event = 0; event < size; event++) {
      atRisk[event] = table.atRisk[table.eventRows[event]];
      happened[event] = table.events[table.eventRows[event]];
    }
    int[] ofEvents = new int[events.rows()];
    for (int row = 0; row < ofEvents.length; row++) {
      ofEvents[row] = row;
    }
    int[] ofCensored = new int[censored.rows()];
    int next = 0;
    for (int row = 0; row < ofCensored.length; row++) {
      long time = censored.value(row);
      while (next < size && table.times[table.eventRows[next]] <= time) {
        next++;
      }
      ofCensored[row] = next;
    }
    this.events = new SlotCounts(events.cells(), ofEvents);
    this.censored = new SlotCounts(censored.cells(), ofCensored);
    for (int slot = 0; slot < sizes.length; slot++) {
      sizes[slot] = Math.addExact(this.events.total(slot), this.censored.total(slot));
    }
  }

  int groupings() {
    return groupings;
  }

  /** Returns how many observations each group of a grouping has, 0 or 1. */
  long[] sizes(int grouping) {
    int from = grouping * LatencyGroups.GROUPS;
    return Arrays.copyOfRange(sizes, from, from + LatencyGroups.GROUPS);
  }

  /** Returns V of the survival at each event, by one grouping. */
  double[] variances(int grouping) {
    double[] sums = new double[atRisk.length];
    double[] whole = table.survivalAtEvents();
    int groups =
        forEachLeftOut(
            grouping,
            curve -> {
              for (int event = 0; event < sums.length; event++) {
                double difference = curve[event] - whole[event];
                sums[event] += difference * difference;
              }
            });
    for (int event = 0; event < sums.length; event++) {
      sums[event] = Jackknife.variance(whole[event], sums[event], groups);
    }
    return sums;
  }

  /** Returns V of the area below the curve, by one grouping. */
  double areaVariance(int grouping, double horizon) {
    double whole = table.area(table.survivalAtEvents(), horizon);
    double[] sum = new double[1];
    int groups =
        forEachLeftOut(
            grouping,
            curve -> {
              double difference = table.area(curve, horizon) - whole;
              sum[0] += difference * difference;
            });
    return Jackknife.variance(whole, sum[0], groups);
  }

  /** Takes a curve, one value for each event; the array is used again for the next. */
  private interface CurveSink {
    void accept(double[] curve);
  }

  /** Hands out the curve without each non-empty group in turn; returns how many there are. */
  private int forEachLeftOut(int grouping, CurveSink sink) {
    double[] curve = new double[atRisk.length];
    double[] own = new double[atRisk.length + 1];
    double[] leaving = new double[atRisk.length + 1];
    int groups = 0;
    for (int group = 0; group < LatencyGroups.GROUPS; group++) {
      int slot = grouping * LatencyGroups.GROUPS + group;
      if (sizes[slot] > 0) {
        groups++;
        events.fill(slot, own);
        censored.fill(slot, leaving);
        leaveOut((double) sizes[slot], own, leaving, curve);
        events.clear(slot, own);
        censored.clear(slot, leaving);
        sink.accept(curve);
      }
    }
    return groups;
  }

  private void leaveOut(double size, double[] own, double[] leaving, double[] curve) {
    double ownAtRisk = size;
    double share = 1;
    for (int event = 0; event < curve.length; event++) {
      ownAtRisk -= leaving[event];
      double others = happened[event] - own[event];
      if (others != 0) {
        double n = atRisk[event] - ownAtRisk;
        share *= (n - others) / n;
      }
      curve[event] = share;
      ownAtRisk -= own[event];
    }
  }

  /** For each slot where it counts how much, by index of event. */
  private static final class SlotCounts {

    private final int[] starts = new int[LatencyCells.SLOTS + 1];
    private final int[] indexes;
    private final long[] counts;

    SlotCounts(LatencyCells cells, int[] indexOfRow) {
      for (byte slot : cells.slots) {
        starts[slot + 1]++;
      }
      for (int slot = 0; slot < LatencyCells.SLOTS; slot++) {
        starts[slot + 1] += starts[slot];
      }
      indexes = new int[cells.slots.length];
      counts = new long[cells.slots.length];
      int[] next = starts.clone();
      for (int row = 0; row < cells.rows(); row++) {
        for (int cell = cells.starts[row]; cell < cells.starts[row + 1]; cell++) {
          int at = next[cells.slots[cell]]++;
          indexes[at] = indexOfRow[row];
          counts[at] = cells.counts[cell];
        }
      }
    }

    long total(int slot) {
      long total = 0;
      for (int i = starts[slot]; i < starts[slot + 1]; i++) {
        total = Math.addExact(total, counts[i]);
      }
      return total;
    }

    void fill(int slot, double[] into) {
      for (int i = starts[slot]; i < starts[slot + 1]; i++) {
        into[indexes[i]] += counts[i];
      }
    }

    void clear(int slot, double[] from) {
      for (int i = starts[slot]; i < starts[slot + 1]; i++) {
        from[indexes[i]] = 0;
      }
    }
  }
}
