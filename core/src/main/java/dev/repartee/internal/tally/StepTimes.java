package dev.repartee.internal.tally;

import dev.repartee.measure.Tally;
import dev.repartee.stats.LatencyGroups;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Latencies by a small number. Each is made when its first value comes, because most keys of a
 * breakdown have few.
 */
public final class StepTimes implements Tally<StepTimes> {
  private final List<@Nullable LatencyGroups> cells = new ArrayList<>();

  public StepTimes(int size) {
    for (int i = 0; i < size; i++) {
      cells.add(null);
    }
  }

  public void add(int index, long millis, int groups) {
    cell(index).add(millis, groups);
  }

  private LatencyGroups cell(int index) {
    LatencyGroups cell = cells.get(index);
    if (cell == null) {
      cell = LatencyGroups.ofPersons();
      cells.set(index, cell);
    }
    return cell;
  }

  /** Adds the latencies of one number to a sum. */
  public void addTo(LatencyGroups sum, int index) {
    LatencyGroups cell = cells.get(index);
    if (cell != null) {
      sum.addAll(cell);
    }
  }

  @Override
  public void add(StepTimes other) {
    for (int i = 0; i < cells.size(); i++) {
      if (other.cells.get(i) != null) {
        other.addTo(cell(i), i);
      }
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    int filled = 0;
    for (LatencyGroups cell : cells) {
      filled += cell == null ? 0 : 1;
    }
    out.writeInt(filled);
    for (int i = 0; i < cells.size(); i++) {
      LatencyGroups cell = cells.get(i);
      if (cell != null) {
        out.writeInt(i);
        cell.write(out);
      }
    }
  }

  @Override
  public void read(Input in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      int index = in.readInt();
      if (!(index >= 0 && index < cells.size()) || cells.get(index) != null) {
        throw new IOException("latency " + index + " of " + cells.size() + " is out of place");
      }
      in.readTimes(cell(index));
    }
  }
}
