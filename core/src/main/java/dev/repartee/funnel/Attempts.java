package dev.repartee.funnel;

import dev.repartee.measure.EventFilter;
import dev.repartee.measure.Slice;

/**
 * What one person did in a funnel: where it began, and how far the person came. Without a property
 * to hold that is one walk through all events.
 */
class Attempts {
  private final FunnelEngine engine;
  private final int opening;

  private long[] times = new long[0];
  private long[] masks = new long[0];
  private int size;
  private int entry;
  private int level;
  private boolean isOpen;

  Attempts(FunnelRules rules, FunnelEngine engine) {
    this.engine = engine;
    this.opening = (int) rules.opening();
  }

  static Attempts of(FunnelRules rules, FunnelEngine engine) {
    EventFilter.Property held = rules.held();
    return held == null ? new Attempts(rules, engine) : new HeldAttempts(rules, engine, held);
  }

  /** Finds where a person begins; says no where that is nowhere. */
  boolean find(EventMasks events, Slice slice, int from, int count) {
    times = events.times();
    masks = events.masks();
    size = count;
    entry = 0;
    while (entry < size && !opens(masks[entry])) {
      entry++;
    }
    return entry < size;
  }

  final boolean opens(long mask) {
    return ((int) mask & opening) != 0;
  }

  /** Walks what is seen up to an instant. */
  void walk(long seenUntil) {
    int begin = entry;
    while (begin > 0 && times[begin - 1] == times[entry]) {
      begin--; // what happens at the instant of the entry may follow it
    }
    int end = size;
    while (times[end - 1] > seenUntil) {
      end--;
    }
    engine.walk(times, masks, begin, end);
    level = engine.level();
    isOpen = engine.canDeepen(seenUntil, level);
  }

  /** Walks again, so that the engine stands as it did with the deepest chain. */
  void walkDeepest(long seenUntil) {
    walk(seenUntil);
  }

  /** The times of the events in the order of the walk. */
  long[] times() {
    return times;
  }

  /** The masks of the events in the order of the walk. */
  long[] masks() {
    return masks;
  }

  /** Where the events begin that {@link #walkDeepest} walked last. */
  int first() {
    return 0;
  }

  /** Where they end. */
  int end() {
    return size;
  }

  /** The number among the events of the person of one at a place of the walk. */
  int event(int place) {
    return place;
  }

  /** The number of the event that begins, among the events of the person. */
  int entry() {
    return entry;
  }

  int level() {
    return level;
  }

  boolean isOpen() {
    return isOpen;
  }

  /** When each step below the level was first reached. */
  long[] reachedAt() {
    return engine.reachedAt;
  }
}
