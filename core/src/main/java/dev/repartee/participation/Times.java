package dev.repartee.participation;

import dev.repartee.measure.Tally;
import dev.repartee.stats.LatencyGroups;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Latencies by the number of a department, or of an organization, in replicate groups. */
final class Times implements Tally<Times> {
  private static final int GROUPINGS = 3;

  private final int departments;
  private final TreeMap<Integer, LatencyGroups> byDepartment = new TreeMap<>();

  /** The same, where they were asked for: the short way for a walk. */
  private @Nullable LatencyGroups[] byNumber = new @Nullable LatencyGroups[0];

  Times(int departments) {
    this.departments = departments;
  }

  void add(int department, long millis, int groups) {
    of(department).add(millis, groups);
  }

  private LatencyGroups of(int department) {
    LatencyGroups known = department < byNumber.length ? byNumber[department] : null;
    return known != null ? known : first(department);
  }

  private LatencyGroups first(int department) {
    if (department >= byNumber.length) {
      byNumber = Arrays.copyOf(byNumber, department + 1);
    }
    LatencyGroups own = byDepartment.computeIfAbsent(department, d -> new LatencyGroups(GROUPINGS));
    byNumber[department] = own;
    return own;
  }

  /** Adds the latencies of a department to a sum. */
  void addTo(LatencyGroups sum, int department) {
    LatencyGroups own = byDepartment.get(department);
    if (own != null) {
      sum.addAll(own);
    }
  }

  static LatencyGroups none() {
    return new LatencyGroups(GROUPINGS);
  }

  @Override
  public void add(Times other) {
    other.byDepartment.forEach((department, times) -> of(department).addAll(times));
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(byDepartment.size());
    for (Map.Entry<Integer, LatencyGroups> entry : byDepartment.entrySet()) {
      out.writeInt(entry.getKey());
      entry.getValue().write(out);
    }
  }

  @Override
  public void read(Input in) throws IOException {
    int before = -1;
    for (int left = in.readInt(); left > 0; left--) {
      int department = in.readInt();
      if (!(department > before && department < departments)) {
        throw new IOException("times of department " + department + " are out of place");
      }
      LatencyGroups times = none();
      in.readTimes(times);
      byDepartment.put(department, times);
      before = department;
    }
  }
}
