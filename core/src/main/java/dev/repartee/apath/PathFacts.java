package dev.repartee.apath;

import dev.repartee.internal.tally.CountArray;
import dev.repartee.internal.tally.StepTimes;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.measure.Unit;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.Proportion;
import java.util.function.Predicate;

/**
 * Counts and times of paths in replicate groups by person, each by its place. What a measure takes
 * down of a path is its own: this keeps it, adds it up and brings it into bytes.
 */
final class PathFacts implements Tally.Declared<PathFacts>, PathWalk.Counter {
  private static final TallyForm<PathFacts> FORM =
      TallyForm.of(PathFacts.class).part(t -> t.counts).part(t -> t.times);

  /** What a measure takes down of a path. */
  @FunctionalInterface
  interface Taker {
    /** Adds the facts of a path. */
    void take(Path path, Slice slice, PathFacts facts);
  }

  private final Taker taker;
  private final Groups<CountArray> counts;
  private final StepTimes times;
  private int groups;

  /** For a number of counts that satisfy a rule, and a number of kinds of times. */
  PathFacts(int counts, Predicate<CountArray> rule, int times, Taker taker) {
    this.taker = taker;
    this.counts = new Groups<>(Unit.PERSON, () -> new CountArray(counts, rule));
    this.times = new StepTimes(times);
  }

  @Override
  public void add(Path path, Slice slice) {
    groups = slice.groups(path.entry());
    taker.take(path, slice, this);
  }

  /** Counts the path that is being taken down. */
  void count(int place) {
    CountArray.add(counts, groups, place);
  }

  /** Adds a time of the path that is being taken down. */
  void time(int place, long millis) {
    times.add(place, millis, groups);
  }

  /** How many paths were counted at some places. */
  long total(int... places) {
    return counts.sum(tally -> tally.sum(places));
  }

  /** The share of the paths counted at some places among those counted at others. */
  Proportion share(int[] hits, int... trials) {
    return counts.share(tally -> tally.sum(hits), tally -> tally.sum(trials));
  }

  /** The times at some places. */
  LatencyGroups times(int... places) {
    LatencyGroups sum = LatencyGroups.ofPersons();
    for (int place : places) {
      times.addTo(sum, place);
    }
    return sum;
  }

  @Override
  public TallyForm<PathFacts> form() {
    return FORM;
  }
}
