package dev.repartee.stats;

import dev.repartee.internal.math.Jackknife;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The replicate groups under a Kaplan-Meier curve: what the scatter of the curves with one group
 * left out tells, and who belongs to which group, row by row.
 *
 * <p>All groups of all groupings are left out in one walk through the table: what is read of a row
 * serves 96 curves, and the steps of the 96 do not wait for each other. Nothing is written after
 * the constructor.
 */
final class RiskGroups {

  private final RiskTable table;
  private final int groupings;
  private final LatencyCells events;
  private final LatencyCells censored;

  /** Of the censored those that came to another end; null where there is none. */
  private final @Nullable LatencyCells competing;

  private final long[] sizes = new long[LatencyCells.SLOTS];

  RiskGroups(RiskTable table, LatencySnapshot events, LatencySnapshot censored) {
    this(table, events, censored, null);
  }

  RiskGroups(
      RiskTable table,
      LatencySnapshot events,
      LatencySnapshot censored,
      @Nullable LatencyCells competing) {
    this.table = table;
    this.competing = competing;
    this.groupings = events.groupings();
    this.events = events.cells();
    this.censored = censored.cells();
    this.events.addSizes(sizes);
    this.censored.addSizes(sizes);
  }

  int groupings() {
    return groupings;
  }

  /** Returns how many observations each group of a grouping has, 0 or 1. */
  long[] sizes(int grouping) {
    int from = grouping * LatencyGroups.GROUPS;
    return Arrays.copyOfRange(sizes, from, from + LatencyGroups.GROUPS);
  }

  /**
   * Returns as how many persons those at risk count at each row up to one: ever fewer, as they are
   * ever fewer who wait.
   */
  double[] personsAtRisk(int lastRow) {
    double[] persons = new double[lastRow + 1];
    double[] waiting = waiting();
    Cursor cursor = cursor();
    double least = Double.POSITIVE_INFINITY;
    for (int row = 0; row <= lastRow; row++) {
      least = Math.min(least, persons(waiting));
      persons[row] = least;
      pass(row, cursor, waiting);
    }
    return persons;
  }

  /** Returns as how many persons those at risk at a row count. */
  double personsAt(int row) {
    double[] waiting = waiting();
    Cursor cursor = cursor();
    for (int passed = 0; passed < row; passed++) {
      pass(passed, cursor, waiting);
    }
    return persons(waiting);
  }

  /** Takes out of those at risk who is not any more after a row. */
  private void pass(int row, Cursor cursor, double[] waiting) {
    if (table.events[row] > 0) {
      cursor.addEvents(-1, waiting);
      cursor.nextEvent();
    }
    if (table.censored[row] > 0) {
      cursor.addCensored(-1, waiting);
      cursor.nextCensored();
    }
  }

  private double persons(double[] waiting) {
    double least = Double.POSITIVE_INFINITY;
    for (int grouping = 0; grouping < Math.min(groupings, Jackknife.BY_WEEK); grouping++) {
      long[] sizes = new long[LatencyGroups.GROUPS];
      for (int group = 0; group < sizes.length; group++) {
        sizes[group] = Math.round(waiting[grouping * sizes.length + group]);
      }
      if (Jackknife.nonEmpty(sizes) > 0) {
        least = Math.min(least, Jackknife.effectivePersons(sizes));
      }
    }
    return least;
  }

  /** Returns how many observations there are. */
  long count() {
    return table.eventTotal + table.censoredTotal;
  }

  /** Returns how many observations each slot has, as doubles that a walk counts down. */
  double[] waiting() {
    double[] waiting = new double[LatencyCells.SLOTS];
    for (int slot = 0; slot < waiting.length; slot++) {
      waiting[slot] = sizes[slot];
    }
    return waiting;
  }

  /** Returns a cursor before the first row. */
  Cursor cursor() {
    return new Cursor(events, censored);
  }

  /** Returns the walk that leaves out each group, before the first row. */
  LeftOut leftOut() {
    return new LeftOut();
  }

  /** The runs that tell, by grouping. */
  List<List<Jackknife.Run>> runs() {
    return IntStream.range(0, groupings)
        .mapToObj(g -> Jackknife.runs(g, Jackknife.nonEmpty(sizes(g)), 1))
        .toList();
  }

  /** Returns for each slot the survival after a time, without the observations of the slot. */
  double[] survivalLeftOut(double millis) {
    LeftOut leftOut = new LeftOut();
    for (int row = 0; row < table.rows() && table.times[row] <= millis; row++) {
      leftOut.pass();
    }
    return leftOut.survival;
  }

  /** Returns for each grouping V of the area below the curve, from 0 to a horizon. */
  double[] areaVariances(double horizon) {
    double[] areas = new double[LatencyCells.SLOTS];
    LeftOut leftOut = new LeftOut();
    double from = 0;
    for (int row = 0; row < table.rows() && table.times[row] < horizon; row++) {
      if (table.events[row] > 0) {
        addAreas(areas, leftOut.survival, table.times[row] - from);
        from = table.times[row];
      }
      leftOut.pass();
    }
    addAreas(areas, leftOut.survival, horizon - from);
    double whole = table.area(table.survivalAtEvents(), horizon);
    double[] variances = new double[groupings];
    List<List<Jackknife.Run>> runs = runs();
    double[] moves = new double[LatencyGroups.GROUPS];
    for (int grouping = 0; grouping < groupings; grouping++) {
      variances[grouping] = variance(areas, whole, grouping, runs.get(grouping), moves);
    }
    return variances;
  }

  /**
   * Returns V of a grouping from what is without each group. A group without observations adds 0:
   * leaving it out leaves everything as it is.
   */
  static double variance(
      double[] without, double whole, int grouping, List<Jackknife.Run> runs, double[] moves) {
    for (int group = 0; group < moves.length; group++) {
      moves[group] = without[grouping * moves.length + group] - whole;
    }
    return Jackknife.variance(runs, whole, moves);
  }

  private static void addAreas(double[] areas, double[] heights, double width) {
    for (int slot = 0; slot < LatencyCells.SLOTS; slot++) {
      areas[slot] += heights[slot] * width;
    }
  }

  /** The curves without each of the groups, as far as the walk has come. */
  final class LeftOut {

    final double[] survival;
    private final double[] waiting;
    private final double[] ended = new double[LatencyCells.SLOTS];
    private final Cursor cursor;

    /** Where there are other ends: the curves of waiting, and where the walk is among them. */
    private final double[] free;

    private final double[] gone;
    private int end;
    private int row;

    private LeftOut() {
      survival = new double[LatencyCells.SLOTS];
      waiting = waiting();
      cursor = cursor();
      free = new double[competing == null ? 0 : LatencyCells.SLOTS];
      gone = new double[free.length];
      Arrays.fill(survival, 1);
      Arrays.fill(free, 1);
    }

    private LeftOut(LeftOut other) {
      survival = other.survival.clone();
      waiting = other.waiting.clone();
      cursor = new Cursor(other.cursor);
      free = other.free.clone();
      gone = other.gone.clone();
      end = other.end;
      row = other.row;
    }

    /** A walk that goes on from here. */
    LeftOut copy() {
      return new LeftOut(this);
    }

    /** Passes rows up to the next at which something happens; there is one. */
    void passEvent() {
      boolean happened = false;
      while (!happened) {
        happened = pass();
      }
    }

    /** Passes a row; returns whether something happened there. */
    boolean pass() {
      boolean happened = pass(row);
      row++;
      return happened;
    }

    private boolean pass(int row) {
      if (competing != null && table.competing != null) {
        return pass(row, competing, table.competing[row]);
      }
      boolean happened = table.events[row] > 0;
      double before = table.censored[row] > 0 ? table.censoredBefore : 0;
      if (before > 0) {
        cursor.addCensored(-before, waiting);
      }
      if (happened) {
        cursor.addEvents(1, ended);
        double atRisk = table.atRisk[row] - before * table.censored[row];
        step(atRisk, (double) table.events[row], waiting, ended, survival);
        cursor.addEvents(-1, waiting);
        cursor.addEvents(-1, ended);
        cursor.nextEvent();
      }
      if (table.censored[row] > 0) {
        cursor.addCensored(before - 1, waiting);
        cursor.nextCensored();
      }
      return happened;
    }

    /** The same where some of the censored of a row came to another end. */
    private boolean pass(int row, LatencyCells ends, long others) {
      boolean happened = table.events[row] > 0;
      double before = table.censoredBefore * (table.censored[row] - others);
      if (table.censored[row] > 0) {
        cursor.addCensored(-table.censoredBefore, waiting);
      }
      if (others > 0) {
        ends.addRowTo(end, table.censoredBefore, waiting);
        ends.addRowTo(end, 1, gone);
      }
      if (happened) {
        cursor.addEvents(1, ended);
      }
      if (happened || others > 0) {
        step(table.atRisk[row] - before, (double) table.events[row], (double) others);
      }
      if (happened) {
        cursor.addEvents(-1, waiting);
        cursor.addEvents(-1, ended);
        cursor.nextEvent();
      }
      if (others > 0) {
        ends.addRowTo(end, -table.censoredBefore, waiting);
        ends.addRowTo(end++, -1, gone);
      }
      if (table.censored[row] > 0) {
        cursor.addCensored(table.censoredBefore - 1, waiting);
        cursor.nextCensored();
      }
      return happened;
    }

    private void step(double atRisk, double events, double others) {
      for (int slot = 0; slot < LatencyCells.SLOTS; slot++) {
        double left = Math.max(1, atRisk - waiting[slot]);
        double happening = events - ended[slot];
        survival[slot] -= free[slot] * happening / left;
        free[slot] *= (left - happening - (others - gone[slot])) / left;
      }
    }

    private static void step(
        double atRisk, double events, double[] waiting, double[] ended, double[] survival) {
      for (int slot = 0; slot < LatencyCells.SLOTS; slot++) {
        // Where nobody else is at risk nothing happens to others: 1 keeps the curve where it is.
        double others = Math.max(1, atRisk - waiting[slot]);
        survival[slot] *= (others - (events - ended[slot])) / others;
      }
    }
  }

  /** Tells row by row, events and censored apart, which groups the observations belong to. */
  static final class Cursor {

    private final LatencyCells events;
    private final LatencyCells censored;
    private int event;
    private int wait;

    private Cursor(LatencyCells events, LatencyCells censored) {
      this.events = events;
      this.censored = censored;
    }

    private Cursor(Cursor other) {
      this(other.events, other.censored);
      this.event = other.event;
      this.wait = other.wait;
    }

    /** Adds how many events of the row each slot has, times a factor. */
    void addEvents(double factor, double[] bySlot) {
      events.addRowTo(event, factor, bySlot);
    }

    void nextEvent() {
      event++;
    }

    /** Adds how many censored of the row each slot has, times a factor. */
    void addCensored(double factor, double[] bySlot) {
      censored.addRowTo(wait, factor, bySlot);
    }

    void nextCensored() {
      wait++;
    }
  }
}
