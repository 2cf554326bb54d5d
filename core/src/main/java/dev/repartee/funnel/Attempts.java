package dev.repartee.funnel;

import com.google.common.math.LongMath;
import dev.repartee.measure.EventFilter;
import dev.repartee.measure.Slice;

/**
 * What one person did in a funnel: where it began, and how far the person came. Without a property
 * to hold that is one walk through all events.
 */
class Attempts {
  private final FunnelEngine engine;
  private final int opening;
  private final long horizon;

  private long[] times = new long[0];
  private long[] masks = new long[0];
  private int size;
  private int entry;
  private long entryTime;
  private long openUntil = Long.MAX_VALUE;
  private int level;
  private boolean isOpen;

  Attempts(FunnelRules rules, FunnelEngine engine) {
    this.engine = engine;
    this.opening = (int) rules.opening();
    this.horizon = rules.horizon;
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
    return begin(events, count);
  }

  /** Begins with the first event that can begin a chain; returns false if there is none. */
  final boolean begin(EventMasks events, int count) {
    int first = nextEntry(events, 0, count);
    if (first < count) {
      begin(first, events.times()[first], Long.MAX_VALUE);
    }
    return first < count;
  }

  /** The first event that can begin a chain from a place on; how many there are where none can. */
  final int nextEntry(EventMasks events, int place, int count) {
    int next = place;
    while (next < count && !opens(events.masks()[next])) {
      next++;
    }
    return next;
  }

  /** Lets what is walked begin with an event, and chains begin before an instant only. */
  final void begin(int event, long time, long until) {
    entry = event;
    entryTime = time;
    openUntil = until;
    engine.openUntil(until);
  }

  /**
   * Where what matters of a range ends: what comes after is not seen, or too late for any chain.
   */
  final int end(long[] inOrder, int from, int to, long seenUntil) {
    long last = Math.min(seenUntil, LongMath.saturatedAdd(openUntil - 1, horizon));
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (inOrder[middle] <= last) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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
    engine.walk(times, masks, begin, end(times, begin, size, seenUntil));
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
  final int entry() {
    return entry;
  }

  final long entryTime() {
    return entryTime;
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

  /** When the chain began that first came to the deepest step. */
  long start() {
    return engine.start();
  }

  /** The steps that an event did, as bits. */
  int done() {
    return engine.done();
  }

  /** Whether the person is where it is because of what is excluded. */
  boolean isExcluded() {
    return !isOpen() && engine.isExcluded();
  }
}
