package dev.repartee.stats;

import java.util.BitSet;

/** The successes and trials of a proportion group by group: what it takes to leave a group out. */
final class ProportionGroups {
  private static final int GROUPS = LatencyGroups.GROUPS;

  /** Of trials in no groups, of which nothing need be kept. */
  static final ProportionGroups NONE = new ProportionGroups(new long[0], new long[0]);

  /** Of each group, grouping by grouping, 32 to each. */
  private final long[] successes;

  private final long[] trials;

  private ProportionGroups(long[] successes, long[] trials) {
    this.successes = successes;
    this.trials = trials;
  }

  /** Groups beyond the 32nd fall in with those before, as groups of groups. */
  static ProportionGroups of(long[][] successes, long[][] trials) {
    return new ProportionGroups(inSlots(successes), inSlots(trials));
  }

  /** Trials in no groups are one group: no part of them can be left out. */
  static ProportionGroups inOneGroup(long successes, long trials) {
    return of(new long[][] {{successes}}, new long[][] {{trials}});
  }

  private static long[] inSlots(long[][] counts) {
    long[] slots = new long[Math.max(1, counts.length) * GROUPS];
    for (int grouping = 0; grouping < counts.length; grouping++) {
      for (int group = 0; group < counts[grouping].length; group++) {
        slots[grouping * GROUPS + group % GROUPS] += counts[grouping][group];
      }
    }
    return slots;
  }

  Replicated share(long allSuccesses, long allTrials) {
    double[] leftOut = new double[trials.length];
    for (int slot = 0; slot < leftOut.length; slot++) {
      leftOut[slot] = (double) (allSuccesses - successes[slot]) / (allTrials - trials[slot]);
    }
    return Replicated.of((double) allSuccesses / allTrials, leftOut, filled());
  }

  Replicated trials(long allTrials) {
    double[] leftOut = new double[trials.length];
    for (int slot = 0; slot < leftOut.length; slot++) {
      leftOut[slot] = (double) (allTrials - trials[slot]);
    }
    return Replicated.of((double) allTrials, leftOut, filled());
  }

  private BitSet filled() {
    BitSet filled = new BitSet();
    for (int slot = 0; slot < trials.length; slot++) {
      filled.set(slot, trials[slot] > 0);
    }
    return filled;
  }
}
