package dev.repartee.funnel;

import dev.repartee.stats.LatencyGroups;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Latencies by a small number. Each is made when its first value comes, because most keys of a
 * breakdown have few.
 */
final class StepTimes {
  private final List<@Nullable LatencyGroups> cells = new ArrayList<>();

  /** At most 32. */
  StepTimes(int size) {
    for (int i = 0; i < size; i++) {
      cells.add(null);
    }
  }

  void add(int index, long millis, int group) {
    cell(index).add(millis, group, 0);
  }

  private LatencyGroups cell(int index) {
    LatencyGroups cell = cells.get(index);
    if (cell == null) {
      cell = new LatencyGroups(1);
      cells.set(index, cell);
    }
    return cell;
  }

  /** Adds the latencies of one number to a sum. */
  void addTo(LatencyGroups sum, int index) {
    LatencyGroups cell = cells.get(index);
    if (cell != null) {
      sum.addAll(cell);
    }
  }

  void addAll(StepTimes other) {
    for (int i = 0; i < cells.size(); i++) {
      if (other.cells.get(i) != null) {
        other.addTo(cell(i), i);
      }
    }
  }

  void write(DataOutput out) throws IOException {
    int filled = 0;
    for (int i = 0; i < cells.size(); i++) {
      filled |= cells.get(i) == null ? 0 : 1 << i;
    }
    out.writeInt(filled);
    for (LatencyGroups cell : cells) {
      if (cell != null) {
        cell.write(out);
      }
    }
  }

  void read(DataInput in) throws IOException {
    int filled = in.readInt();
    if (cells.size() < Integer.SIZE && filled >>> cells.size() != 0) {
      throw new IOException("more than " + cells.size() + " latencies");
    }
    for (int i = 0; i < cells.size(); i++) {
      if ((filled >>> i & 1) != 0) {
        cells.set(i, LatencyGroups.read(in));
      }
    }
  }

  @Override
  public String toString() {
    return cells.size() + " latencies";
  }
}
