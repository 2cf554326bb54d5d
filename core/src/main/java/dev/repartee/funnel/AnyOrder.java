package dev.repartee.funnel;

import java.util.Arrays;

/**
 * The walk without an order: the most different steps that lie within one window. Of each step the
 * last event counts, because it is in every window that an earlier one shares with what follows.
 */
final class AnyOrder extends FunnelEngine {
  private final long window;
  private final long[] last;
  private long lastOfAll;

  AnyOrder(FunnelRules rules) {
    super(rules);
    this.window = rules.window();
    this.last = new long[rules.steps()];
  }

  @Override
  void walk(long[] times, long[] masks, int from, int to) {
    begin();
    Arrays.fill(last, NEVER);
    lastOfAll = NEVER;
    for (int i = from; i < to && !isComplete(); i++) {
      int steps = (int) masks[i];
      if (steps != 0) {
        for (int left = steps; left != 0; left &= left - 1) {
          last[Integer.numberOfTrailingZeros(left)] = times[i];
        }
        lastOfAll = times[i];
        reach(within(times[i]) - 1, times[i]);
      }
    }
  }

  private int within(long now) {
    int count = 0;
    for (long time : last) {
      count += time != NEVER && now - time <= window ? 1 : 0;
    }
    return count;
  }

  @Override
  boolean canDeepen(long instant, int deepest) {
    return deepest < last.length && lastOfAll != NEVER && instant - lastOfAll < window;
  }
}
