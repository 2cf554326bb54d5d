package dev.repartee.funnel;

import java.util.Arrays;

/** The walk without an order: the most different steps that lie within one window. */
abstract class AnyOrder extends FunnelEngine {
  final int steps;
  final long window;
  private long lastOfAll;

  private AnyOrder(FunnelRules rules) {
    super(rules);
    this.steps = rules.steps();
    this.window = rules.window();
  }

  static AnyOrder of(FunnelRules rules) {
    return rules.oneStepPerEvent() ? new EventsApart(rules) : new LastOfEach(rules);
  }

  @Override
  void walk(long[] times, long[] masks, int from, int to) {
    begin();
    clear();
    lastOfAll = NEVER;
    for (int i = from; i < to && !(isComplete() && times[i] > reachedAt[steps - 1]); i++) {
      int matched = (int) masks[i];
      if (matched != 0) {
        lastOfAll = times[i];
        take(matched, times[i]);
      }
    }
  }

  abstract void clear();

  /** Takes an event by the steps it matches. */
  abstract void take(int matched, long now);

  @Override
  boolean canDeepen(long instant, int deepest) {
    return deepest < steps && lastOfAll != NEVER && instant - lastOfAll < window;
  }

  /**
   * An event does all steps it matches. Of each step the last event counts, because it is in every
   * window that an earlier one shares with what follows.
   */
  private static final class LastOfEach extends AnyOrder {
    private final long[] last;

    LastOfEach(FunnelRules rules) {
      super(rules);
      this.last = new long[steps];
    }

    @Override
    void clear() {
      Arrays.fill(last, NEVER);
    }

    @Override
    void take(int matched, long now) {
      for (int left = matched; left != 0; left &= left - 1) {
        last[Integer.numberOfTrailingZeros(left)] = now;
      }
      int count = 0;
      long first = now;
      for (long time : last) {
        if (time != NEVER && now - time <= window) {
          count++;
          first = Math.min(first, time);
        }
      }
      reach(count - 1, first, now);
    }
  }

  /**
   * An event does one of the steps it matches. Of each step as many of the last events count as
   * there are steps: no more can be taken by others. The latest are handed out first, so that the
   * first event that is needed is the beginning.
   */
  private static final class EventsApart extends AnyOrder {
    private final EventMatching matching;
    private long[] times = new long[8];
    private int[] masks = new int[8];
    private int size;

    EventsApart(FunnelRules rules) {
      super(rules);
      this.matching = new EventMatching(steps, true);
    }

    @Override
    void clear() {
      size = 0;
    }

    @Override
    void take(int matched, long now) {
      if (size == times.length) {
        times = Arrays.copyOf(times, 2 * size);
        masks = Arrays.copyOf(masks, 2 * size);
      }
      times[size] = now;
      masks[size++] = matched;
      matching.clear();
      int filled = 0;
      long first = now;
      int kept = size;
      for (int event = size - 1; event >= 0 && now - times[event] <= window; event--) {
        if (matching.add(masks[event], event)) {
          int more = matching.fillAll();
          first = more == filled ? first : times[event];
          filled = more;
          times[--kept] = times[event];
          masks[kept] = masks[event];
        }
      }
      size -= kept;
      System.arraycopy(times, kept, times, 0, size);
      System.arraycopy(masks, kept, masks, 0, size);
      reach(Integer.bitCount(filled) - 1, first, now);
    }
  }
}
