package dev.repartee.funnel;

import java.util.Arrays;

/** Walks the events of one person after another and finds how far each came, and when. */
abstract class FunnelEngine {
  static final long NEVER = Long.MIN_VALUE;

  /** When each step below the level was first reached. */
  final long[] reachedAt;

  /** Chains begin before this instant only. */
  private long opensUntil = Long.MAX_VALUE;

  private int level;
  private long start;

  FunnelEngine(FunnelRules rules) {
    this.reachedAt = new long[rules.steps()];
  }

  /**
   * Walks a range of events, in order of time; it begins with an instant at which a chain begins.
   *
   * @param times when they take effect
   * @param masks what they are, as encoded by {@link EventMasks}
   */
  abstract void walk(long[] times, long[] masks, int from, int to);

  /**
   * Whether a chain that is open when the walk ends could still come deeper, with events later than
   * an instant.
   *
   * @param deepest how many steps the person has reached
   */
  abstract boolean canDeepen(long instant, int deepest);

  /**
   * The steps that an event did in some chain, as bits: all that were reached, if none is optional.
   */
  int done() {
    return level == 0 ? 0 : -1 >>> (Integer.SIZE - level);
  }

  /** Whether the deepest chains were ended by what is excluded. */
  boolean isExcluded() {
    return false;
  }

  final void begin() {
    level = 0;
  }

  /** Lets chains of the walks to come begin before an instant only. */
  final void openUntil(long instant) {
    opensUntil = instant;
  }

  /** Whether a chain may begin now. */
  final boolean opensAt(long now) {
    return now < opensUntil;
  }

  /** Notes that a chain which began at some time has reached a step now, and with it all before. */
  final void reach(int step, long began, long now) {
    if (step >= level) {
      Arrays.fill(reachedAt, level, step + 1, now);
      level = step + 1;
      start = began;
    } else if (step == level - 1 && reachedAt[step] == now) {
      start = Math.max(start, began);
    }
  }

  /** When the chain began that first came to the deepest step: of several the latest. */
  final long start() {
    return start;
  }

  final boolean isComplete() {
    return level == reachedAt.length;
  }

  /** How many steps the deepest chain has reached. */
  final int level() {
    return level;
  }
}
