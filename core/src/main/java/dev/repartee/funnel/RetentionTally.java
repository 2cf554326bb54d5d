package dev.repartee.funnel;

import dev.repartee.measure.Groups;
import dev.repartee.measure.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** How many people were watched through each period and active in it, by replicate group. */
final class RetentionTally implements Tally<RetentionTally> {
  private final int periods;

  /** By the last period a person was watched through, 0 for none after the first. */
  private final long[] watched;

  private final long[] active;

  RetentionTally(int periods) {
    this.periods = periods;
    this.watched = new long[(periods + 1) * Groups.COUNT];
    this.active = new long[(periods + 1) * Groups.COUNT];
  }

  void addPerson(int lastWatched, int group) {
    watched[Math.max(lastWatched, 0) * Groups.COUNT + group]++;
  }

  void addActive(int period, int group) {
    active[period * Groups.COUNT + group]++;
  }

  /** The people watched through a period, by group; all people for 0. */
  long[] watched(int period) {
    long[] sums = new long[Groups.COUNT];
    for (int last = period; last <= periods; last++) {
      for (int group = 0; group < Groups.COUNT; group++) {
        sums[group] += watched[last * Groups.COUNT + group];
      }
    }
    return sums;
  }

  /** Of them, those active in it. */
  long[] active(int period) {
    return Arrays.copyOfRange(active, period * Groups.COUNT, (period + 1) * Groups.COUNT);
  }

  @Override
  public void add(RetentionTally other) {
    for (int i = 0; i < watched.length; i++) {
      watched[i] = Math.addExact(watched[i], other.watched[i]);
      active[i] = Math.addExact(active[i], other.active[i]);
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (int i = 0; i < watched.length; i++) {
      out.writeLong(watched[i]);
      out.writeLong(active[i]);
    }
  }

  static RetentionTally read(int periods, DataInput in) throws IOException {
    RetentionTally result = new RetentionTally(periods);
    for (int i = 0; i < result.watched.length; i++) {
      result.watched[i] = in.readLong();
      result.active[i] = in.readLong();
    }
    return result;
  }

  @Override
  public String toString() {
    return FunnelTally.sum(watched) + " people";
  }
}
