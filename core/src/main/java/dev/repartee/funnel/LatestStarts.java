package dev.repartee.funnel;

import java.util.Arrays;

/**
 * The walk of the default mode: for each step it remembers the latest first step from which it was
 * reached within the window. The later a chain began, the longer it has left, so no other chain can
 * come further.
 */
final class LatestStarts extends FunnelEngine {
  private final long window;
  private final boolean firstChainOnly;

  /** Where each step is reached: the latest first step that leads to it, or {@link #NEVER}. */
  private final long[] starts;

  LatestStarts(FunnelRules rules) {
    super(rules);
    this.window = rules.window();
    this.firstChainOnly = rules.firstChainOnly();
    this.starts = new long[rules.steps()];
  }

  @Override
  void walk(long[] times, long[] masks, int from, int to) {
    begin();
    Arrays.fill(starts, NEVER);
    for (int i = from; i < to && !isComplete(); i++) {
      long now = times[i];
      int together = (int) masks[i];
      while (i + 1 < to && times[i + 1] == now) {
        together |= (int) masks[++i];
      }
      advance(together, now);
    }
  }

  /** Takes the events of one instant: the lower step first, as favors progress. */
  private void advance(int together, long now) {
    for (int left = together; left != 0; left &= left - 1) {
      int step = Integer.numberOfTrailingZeros(left);
      if (step == 0) {
        if (opensAt(now)) {
          starts[0] = firstChainOnly && starts[0] != NEVER ? starts[0] : now;
          reach(0, starts[0], now);
        }
      } else {
        long start = starts[step - 1];
        if (start != NEVER && now - start <= window) {
          starts[step] = start;
          reach(step, start, now);
        }
      }
    }
  }

  @Override
  boolean canDeepen(long instant, int deepest) {
    return deepest < starts.length && starts[0] != NEVER && instant - starts[0] < window;
  }
}
