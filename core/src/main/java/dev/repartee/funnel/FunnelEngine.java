package dev.repartee.funnel;

import java.util.Arrays;

/** Walks the events of one person after another and tells how far each came, and when. */
abstract class FunnelEngine {
  static final long NEVER = Long.MIN_VALUE;

  /** When each step below the level was first reached. */
  final long[] reachedAt;

  private int level;

  FunnelEngine(FunnelRules rules) {
    this.reachedAt = new long[rules.steps()];
  }

  /**
   * Walks a range of events, in order of time; it begins with an instant at which a chain begins.
   *
   * @param times when they take effect
   * @param masks what they are, as {@link EventMasks} tells it
   */
  abstract void walk(long[] times, long[] masks, int from, int to);

  /**
   * Whether a chain that is open when the walk ends could still come deeper, with events later than
   * an instant.
   *
   * @param deepest how many steps the person has reached
   */
  abstract boolean canDeepen(long instant, int deepest);

  final void begin() {
    level = 0;
  }

  /** Notes that a step was reached now, and with it all before it. */
  final void reach(int step, long now) {
    if (step >= level) {
      Arrays.fill(reachedAt, level, step + 1, now);
      level = step + 1;
    }
  }

  final boolean isComplete() {
    return level == reachedAt.length;
  }

  /** How many steps the deepest chain has reached. */
  final int level() {
    return level;
  }
}
