package dev.repartee.response;

import dev.repartee.measure.Groups;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** A count in each replicate group by person, and again in each by conversation. */
final class GroupCounts {
  private static final int CELLS = 2 * Groups.COUNT;

  /** Empty until something is counted, so that a tally of few facts is small. */
  private long[] cells = new long[0];

  void add(int personGroup, int conversationGroup) {
    if (cells.length == 0) {
      cells = new long[CELLS];
    }
    cells[personGroup]++;
    cells[Groups.COUNT + conversationGroup]++;
  }

  void add(GroupCounts other) {
    if (other.cells.length == 0) {
      return;
    }
    if (cells.length == 0) {
      cells = new long[CELLS];
    }
    for (int i = 0; i < CELLS; i++) {
      cells[i] = Math.addExact(cells[i], other.cells[i]);
    }
  }

  long total() {
    long sum = 0;
    for (int i = 0; i < Groups.COUNT && cells.length > 0; i++) {
      sum = Math.addExact(sum, cells[i]);
    }
    return sum;
  }

  long[] byPerson() {
    return cells.length == 0 ? new long[Groups.COUNT] : Arrays.copyOf(cells, Groups.COUNT);
  }

  long[] byConversation() {
    return cells.length == 0
        ? new long[Groups.COUNT]
        : Arrays.copyOfRange(cells, Groups.COUNT, CELLS);
  }

  void write(DataOutput out) throws IOException {
    long filled = 0;
    for (int i = 0; i < cells.length; i++) {
      filled |= cells[i] == 0 ? 0 : 1L << i;
    }
    out.writeLong(filled);
    for (long cell : cells) {
      if (cell != 0) {
        out.writeLong(cell);
      }
    }
  }

  static GroupCounts read(DataInput in) throws IOException {
    GroupCounts result = new GroupCounts();
    long filled = in.readLong();
    if (filled != 0) {
      result.cells = new long[CELLS];
      for (int i = 0; i < CELLS; i++) {
        result.cells[i] = (filled >>> i & 1) == 0 ? 0 : in.readLong();
      }
    }
    return result;
  }

  @Override
  public String toString() {
    return total() + " in groups";
  }
}
