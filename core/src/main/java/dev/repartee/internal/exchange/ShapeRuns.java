package dev.repartee.internal.exchange;

import dev.repartee.measure.Slice;
import java.util.Arrays;

/**
 * The conversations of a slice shape by shape: what is done for one of a run is done for the next,
 * so the processor need not guess. Conversations without a shape are left out.
 */
public final class ShapeRuns {
  private final IntList shapes = new IntList();

  /** By the number of a shape the end of its run; 0 where the slice has none of it. */
  private int[] endOf = new int[64];

  private int[] firstRows = new int[0];

  /** What was read ahead, lest the compiler should find that nobody needs it. */
  @SuppressWarnings("UnusedVariable")
  private long readAhead;

  ShapeRuns() {}

  /** Sorts the conversations of a slice by shape, by counting; each run is in their order. */
  void fill(Slice slice, int[] shapeOf) {
    int units = slice.units();
    for (int i = 0; i < shapes.size(); i++) {
      endOf[shapes.get(i)] = 0;
    }
    shapes.clear();
    for (int unit = 0; unit < units; unit++) {
      count(shapeOf[unit]);
    }
    int begin = 0;
    for (int i = 0; i < shapes.size(); i++) {
      int count = endOf[shapes.get(i)];
      endOf[shapes.get(i)] = begin;
      begin += count;
    }
    firstRows =
        firstRows.length < begin ? new int[Math.max(begin, 2 * firstRows.length)] : firstRows;
    for (int unit = 0; unit < units; unit++) {
      if (shapeOf[unit] != Slice.NONE) {
        firstRows[endOf[shapeOf[unit]]++] = slice.from(unit);
      }
    }
    readAhead(slice, units);
  }

  private void count(int shape) {
    if (shape == Slice.NONE) {
      return;
    }
    if (shape >= endOf.length) {
      endOf = Arrays.copyOf(endOf, 2 * shape);
    }
    if (endOf[shape]++ == 0) {
      shapes.add(shape);
    }
  }

  /**
   * Reads the times and groups of the slice in order, an element for each line of the cache. Run by
   * run they are read with gaps, for which the processor does not fetch ahead; this takes a tenth
   * of the time that it saves.
   */
  private void readAhead(Slice slice, int units) {
    if (units > 0) {
      long sum = 0;
      int end = slice.to(units - 1);
      for (int row = slice.from(0); row < end; row += 8) {
        sum += slice.at(row) + slice.groups(row);
      }
      readAhead = sum;
    }
  }

  /**
   * Returns the number of runs, one for each shape that conversations of the slice have. At least
   * 0.
   */
  public int size() {
    return shapes.size();
  }

  /** Returns the shape of a run. */
  public int shape(int run) {
    return shapes.get(run);
  }

  /** Returns where a run begins. */
  public int begin(int run) {
    return run == 0 ? 0 : end(run - 1);
  }

  /** Returns where a run ends. */
  public int end(int run) {
    return endOf[shapes.get(run)];
  }

  /** Returns the first row of a conversation. Its message 0. */
  public int firstRow(int conversation) {
    return firstRows[conversation];
  }
}
