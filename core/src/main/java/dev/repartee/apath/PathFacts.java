package dev.repartee.apath;

import dev.repartee.internal.tally.StepTimes;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import dev.repartee.stats.LatencyGroups;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Counts and times of paths in replicate groups by person, each by its place. What a measure takes
 * down of a path is its own: this keeps it, adds it up and brings it into bytes.
 */
final class PathFacts implements Tally<PathFacts>, PathWalk.Counter {
  /** What a measure takes down of a path. */
  @FunctionalInterface
  interface Taker {
    /** Adds the facts of a path. */
    void take(Path path, Slice slice, PathFacts facts);
  }

  private final Taker taker;
  private final long[] counts;
  private final StepTimes times;
  private int group;

  /** For so many counts and so many kinds of times. */
  PathFacts(int counts, int times, Taker taker) {
    this.taker = taker;
    this.counts = new long[counts * Groups.COUNT];
    this.times = new StepTimes(times);
  }

  @Override
  public void add(Path path, Slice slice) {
    group = slice.personGroup(path.entry());
    taker.take(path, slice, this);
  }

  /** Counts the path that is being taken down. */
  void count(int place) {
    counts[place * Groups.COUNT + group]++;
  }

  /** Adds a time of the path that is being taken down. */
  void time(int place, long millis) {
    times.add(place, millis, group);
  }

  /** What was counted at a place, by replicate group. */
  long[] counts(int place) {
    return Arrays.copyOfRange(counts, place * Groups.COUNT, (place + 1) * Groups.COUNT);
  }

  long total(int... places) {
    long sum = 0;
    for (int place : places) {
      sum += Arrays.stream(counts(place)).sum();
    }
    return sum;
  }

  /** What was counted at several places, by replicate group. */
  long[] sums(int... places) {
    long[] sums = new long[Groups.COUNT];
    for (int place : places) {
      long[] more = counts(place);
      Arrays.setAll(sums, i -> Math.addExact(sums[i], more[i]));
    }
    return sums;
  }

  /** The times at a place. */
  LatencyGroups times(int place) {
    LatencyGroups sum = new LatencyGroups(1);
    times.addTo(sum, place);
    return sum;
  }

  @Override
  public void add(PathFacts other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = Math.addExact(counts[i], other.counts[i]);
    }
    times.addAll(other.times);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    Sparse.write(out, counts);
    times.write(out);
  }

  /** Reads what {@link #write} wrote into facts that hold none. */
  PathFacts read(DataInput in) throws IOException {
    Sparse.read(in, counts);
    times.read(in);
    return this;
  }

  @Override
  public String toString() {
    return counts.length / Groups.COUNT + " counts, " + times;
  }
}
