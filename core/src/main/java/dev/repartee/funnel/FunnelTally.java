package dev.repartee.funnel;

import dev.repartee.internal.tally.StepTimes;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Tally;
import dev.repartee.stats.LatencyGroups;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * How many people came how far in a funnel, in replicate groups by person, and how long each step
 * took or has been waited for.
 *
 * <p>What the second step took from the one before it is what it took from the first; and how long
 * people have been watched since the first is kept once, by the deepest step.
 */
final class FunnelTally implements Tally<FunnelTally> {
  private static final int OPEN = 1;
  private static final int MATURE = 2;
  private static final int STATES = 4;
  private static final long[] NOBODY = new long[0];

  private final int steps;

  /** By deepest step and state, the people of each group; empty where there are none. */
  private final long[][] people;

  private final StepTimes sinceFirst;
  private final StepTimes sincePrevious;
  private final StepTimes watchedSinceFirst;
  private final StepTimes watchedSinceDeepest;
  private long anonymous;
  private long automatic;

  FunnelTally(int steps) {
    this.steps = steps;
    this.people = new long[steps * STATES][];
    Arrays.fill(people, NOBODY);
    this.sinceFirst = new StepTimes(steps);
    this.sincePrevious = new StepTimes(steps);
    this.watchedSinceFirst = new StepTimes(steps);
    this.watchedSinceDeepest = new StepTimes(steps);
  }

  /** Counts a person who has begun. */
  void add(Attempts attempts, long seenUntil, boolean isMature, int group) {
    int deepest = attempts.level() - 1;
    long[] reachedAt = attempts.reachedAt();
    long first = reachedAt[0];
    for (int step = 1; step <= deepest; step++) {
      sinceFirst.add(step, reachedAt[step] - first, group);
      if (step > 1) {
        sincePrevious.add(step, reachedAt[step] - reachedAt[step - 1], group);
      }
    }
    if (deepest + 1 < steps) {
      watchedSinceFirst.add(deepest, seenUntil - first, group);
      if (deepest > 0) {
        watchedSinceDeepest.add(deepest, seenUntil - reachedAt[deepest], group);
      }
    }
    cell(deepest * STATES + (attempts.isOpen() ? OPEN : 0) + (isMature ? MATURE : 0))[group]++;
  }

  private long[] cell(int index) {
    long[] cell = people[index];
    if (cell == NOBODY) {
      cell = new long[Groups.COUNT];
      people[index] = cell;
    }
    return cell;
  }

  void addAnonymous() {
    anonymous++;
  }

  void addAutomatic() {
    automatic++;
  }

  long anonymous() {
    return anonymous;
  }

  long automatic() {
    return automatic;
  }

  /** The people who have reached a step, by group. */
  long[] reached(int step) {
    return people(step, steps, state -> true);
  }

  /** Of the people who began a window or more ago, those who have reached a step, by group. */
  long[] reachedMature(int step) {
    return people(step, steps, state -> (state & MATURE) != 0);
  }

  /** The people who have come to a step and no further, and with whom no chain is open. */
  long dropped(int step) {
    return sum(people(step, step + 1, state -> (state & OPEN) == 0));
  }

  /** The people who have come to a step and no further, and can still. */
  long stillInTime(int step) {
    return sum(people(step, step + 1, state -> (state & OPEN) != 0));
  }

  private long[] people(int fromStep, int toStep, IntPredicate states) {
    long[] sums = new long[Groups.COUNT];
    for (int index = fromStep * STATES; index < toStep * STATES; index++) {
      long[] cell = people[index];
      if (cell != NOBODY && states.test(index % STATES)) {
        for (int group = 0; group < Groups.COUNT; group++) {
          sums[group] += cell[group];
        }
      }
    }
    return sums;
  }

  static long sum(long[] byGroup) {
    long sum = 0;
    for (long count : byGroup) {
      sum += count;
    }
    return sum;
  }

  /** How long it took from the first step to one that was reached. */
  LatencyGroups sinceFirst(int step) {
    return copy(sinceFirst, step);
  }

  /** How long it took from the step before to one that was reached. */
  LatencyGroups sincePrevious(int step) {
    return copy(step == 1 ? sinceFirst : sincePrevious, step);
  }

  /** How long those who have not reached a step have been watched since their first. */
  LatencyGroups waitingSinceFirst(int step) {
    LatencyGroups sum = new LatencyGroups(1);
    for (int deepest = 0; deepest < step; deepest++) {
      watchedSinceFirst.addTo(sum, deepest);
    }
    return sum;
  }

  /** How long those at the step before one have been watched since they reached that. */
  LatencyGroups waitingSincePrevious(int step) {
    return copy(step == 1 ? watchedSinceFirst : watchedSinceDeepest, step - 1);
  }

  private static LatencyGroups copy(StepTimes times, int step) {
    LatencyGroups sum = new LatencyGroups(1);
    times.addTo(sum, step);
    return sum;
  }

  @Override
  public void add(FunnelTally other) {
    for (int index = 0; index < people.length; index++) {
      long[] theirs = other.people[index];
      if (theirs != NOBODY) {
        long[] cell = cell(index);
        for (int group = 0; group < Groups.COUNT; group++) {
          cell[group] = Math.addExact(cell[group], theirs[group]);
        }
      }
    }
    sinceFirst.addAll(other.sinceFirst);
    sincePrevious.addAll(other.sincePrevious);
    watchedSinceFirst.addAll(other.watchedSinceFirst);
    watchedSinceDeepest.addAll(other.watchedSinceDeepest);
    anonymous = Math.addExact(anonymous, other.anonymous);
    automatic = Math.addExact(automatic, other.automatic);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (long[] cell : people) {
      int filled = 0;
      for (int group = 0; group < Groups.COUNT; group++) {
        filled |= cell == NOBODY || cell[group] == 0 ? 0 : 1 << group;
      }
      out.writeInt(filled);
      for (int group = 0; group < cell.length; group++) {
        if (cell[group] != 0) {
          out.writeLong(cell[group]);
        }
      }
    }
    sinceFirst.write(out);
    sincePrevious.write(out);
    watchedSinceFirst.write(out);
    watchedSinceDeepest.write(out);
    out.writeLong(anonymous);
    out.writeLong(automatic);
  }

  static FunnelTally read(int steps, DataInput in) throws IOException {
    FunnelTally result = new FunnelTally(steps);
    for (int index = 0; index < result.people.length; index++) {
      int filled = in.readInt();
      for (int left = filled; left != 0; left &= left - 1) {
        result.cell(index)[Integer.numberOfTrailingZeros(left)] = in.readLong();
      }
    }
    result.sinceFirst.read(in);
    result.sincePrevious.read(in);
    result.watchedSinceFirst.read(in);
    result.watchedSinceDeepest.read(in);
    result.anonymous = in.readLong();
    result.automatic = in.readLong();
    return result;
  }

  @Override
  public String toString() {
    return sum(reached(0)) + " people";
  }
}
