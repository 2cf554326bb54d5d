package dev.repartee.funnel;

import dev.repartee.measure.EventFilter;
import dev.repartee.measure.Slice;
import java.util.Arrays;

/**
 * What one person did in a funnel whose chains hold a property: the events of each value are walked
 * apart, those without a value not at all. The person came as far as the deepest of them, and to
 * each step when the first of them did.
 */
final class HeldAttempts extends Attempts {
  private final FunnelEngine engine;
  private final EventFilter.Property held;
  private final long[] reachedAt;

  /** The value in the upper half, the number of the event in the lower. */
  private long[] keys = new long[16];

  private long[] times = new long[16];
  private long[] masks = new long[16];
  private int size;
  private int level;
  private boolean isOpen;
  private long start;
  private int done;
  private boolean isExcluded;

  // The events of the value with the deepest chain.
  private int first;
  private int end;

  HeldAttempts(FunnelRules rules, FunnelEngine engine, EventFilter.Property held) {
    super(rules, engine);
    this.engine = engine;
    this.held = held;
    this.reachedAt = new long[rules.steps()];
  }

  @Override
  boolean find(EventMasks events, Slice slice, int from, int count) {
    if (keys.length < count) {
      int length = Math.max(count, 2 * keys.length);
      keys = new long[length];
      times = new long[length];
      masks = new long[length];
    }
    size = 0;
    for (int i = 0; i < count; i++) {
      int value = held.code(slice, slice.row(from + i));
      if (value != Slice.NONE) {
        keys[size++] = (long) value << Integer.SIZE | i;
      } else {
        events.masks()[i] = FunnelRules.NOT_SEEN;
      }
    }
    Arrays.sort(keys, 0, size);
    for (int i = 0; i < size; i++) {
      times[i] = events.times()[(int) keys[i]];
      masks[i] = events.masks()[(int) keys[i]];
    }
    return begin(events, count);
  }

  @Override
  void walk(long seenUntil) {
    level = 0;
    isOpen = false;
    done = 0;
    isExcluded = false;
    int groups = 0;
    for (int from = 0; from < size; from = endOf(from)) {
      walk(from, endOf(from), seenUntil);
      int reached = engine.level();
      note(reached);
      for (int step = 0; step < reached; step++) {
        long at = engine.reachedAt[step];
        reachedAt[step] = step < level ? Math.min(reachedAt[step], at) : at;
      }
      level = Math.max(level, reached);
      groups++;
    }
    if (groups == 1) {
      isOpen = engine.canDeepen(seenUntil, level);
      return;
    }
    // Whether a chain can still deepen is known only when it is known how deep that is.
    for (int from = 0; from < size && !isOpen && level < reachedAt.length; from = endOf(from)) {
      walk(from, endOf(from), seenUntil);
      isOpen = engine.canDeepen(seenUntil, level);
    }
  }

  /** Records the result of the walk of one value, before its level enters that of all. */
  private void note(int reached) {
    done |= engine.done();
    if (reached == 0 || reached < level) {
      return;
    }
    long at = engine.reachedAt[reached - 1];
    if (reached > level || at < reachedAt[level - 1]) {
      start = engine.start();
    } else if (at == reachedAt[level - 1]) {
      start = Math.max(start, engine.start());
    }
    isExcluded = (reached == level && isExcluded) || engine.isExcluded();
  }

  private void walk(int from, int to, long seenUntil) {
    int begin = from;
    while (begin < to && times[begin] < entryTime()) {
      begin++;
    }
    engine.walk(times, masks, begin, end(times, begin, to, seenUntil));
  }

  private int endOf(int from) {
    int to = from + 1;
    while (to < size && keys[to] >>> Integer.SIZE == keys[from] >>> Integer.SIZE) {
      to++;
    }
    return to;
  }

  @Override
  void walkDeepest(long seenUntil) {
    walk(seenUntil);
    for (first = 0; first < size; first = end) {
      end = endOf(first);
      walk(first, end, seenUntil);
      if (engine.level() == level && engine.reachedAt[level - 1] == reachedAt[level - 1]) {
        return;
      }
    }
  }

  @Override
  long[] times() {
    return times;
  }

  @Override
  long[] masks() {
    return masks;
  }

  @Override
  int first() {
    return first;
  }

  @Override
  int end() {
    return end;
  }

  @Override
  int event(int place) {
    return (int) keys[place];
  }

  @Override
  int level() {
    return level;
  }

  @Override
  boolean isOpen() {
    return isOpen;
  }

  @Override
  long[] reachedAt() {
    return reachedAt;
  }

  @Override
  long start() {
    return start;
  }

  @Override
  int done() {
    return done;
  }

  @Override
  boolean isExcluded() {
    return !isOpen && isExcluded;
  }
}
