package dev.repartee.funnel;

import java.util.Arrays;

/**
 * Which steps the events of one instant can fill. Where an event fills all it matches that is plain
 * to see; where it fills one, events are handed to steps one by one, and an event is taken from a
 * step that another can fill too (augmenting paths, Berge 1957).
 */
final class EventMatching {
  private static final int NONE = -1;

  private final int steps;
  private final boolean onePerEvent;
  private int union;

  /** Of each step no more events are kept than there are steps: more cannot be of use. */
  private final int[] kept;

  private int[] masks = new int[8];
  private int[] numbers = new int[8];
  private int[] stepOf = new int[8];
  private int[] cameFrom = new int[8];
  private int size;

  private final int[] eventOf;
  private final int[] queue;

  EventMatching(int steps, boolean onePerEvent) {
    this.steps = steps;
    this.onePerEvent = onePerEvent;
    this.kept = new int[steps];
    this.eventOf = new int[steps];
    this.queue = new int[steps];
  }

  void clear() {
    union = 0;
    size = 0;
    Arrays.fill(kept, 0);
    release();
  }

  /** Takes back all that was handed out. */
  void release() {
    Arrays.fill(stepOf, 0, size, NONE);
    Arrays.fill(eventOf, NONE);
  }

  /** Adds an event by the steps it matches; says no where those added before are enough. */
  boolean add(int mask, int number) {
    union |= mask;
    boolean isOfUse = false;
    for (int left = mask; left != 0; left &= left - 1) {
      isOfUse |= kept[Integer.numberOfTrailingZeros(left)] < steps;
    }
    if (!isOfUse) {
      return false;
    }
    for (int left = mask; left != 0; left &= left - 1) {
      kept[Integer.numberOfTrailingZeros(left)]++;
    }
    if (size == masks.length) {
      masks = Arrays.copyOf(masks, 2 * size);
      numbers = Arrays.copyOf(numbers, 2 * size);
      stepOf = Arrays.copyOf(stepOf, 2 * size);
      cameFrom = new int[2 * size];
    }
    masks[size] = mask;
    numbers[size] = number;
    stepOf[size++] = NONE;
    return true;
  }

  /** Fills as many steps as can be together: these steps, as bits. */
  int fillAll() {
    int filled = 0;
    for (int step = 0; step < steps; step++) {
      filled |= isFilled(step) || fill(step) ? 1 << step : 0;
    }
    return filled;
  }

  private boolean isFilled(int step) {
    return onePerEvent && eventOf[step] != NONE;
  }

  /**
   * Fills a step in addition to those filled; returns false, and leaves them, if that is
   * impossible.
   */
  boolean fill(int step) {
    return onePerEvent ? augment(step) : (union >>> step & 1) != 0;
  }

  /** Empties a step again. */
  void empty(int step) {
    if (onePerEvent) {
      stepOf[eventOf[step]] = NONE;
      eventOf[step] = NONE;
    }
  }

  private boolean augment(int step) {
    Arrays.fill(cameFrom, 0, size, NONE);
    int head = 0;
    int end = 0;
    queue[end++] = step;
    while (head < end) {
      int wanted = queue[head++];
      for (int event = 0; event < size; event++) {
        if ((masks[event] >>> wanted & 1) != 0 && cameFrom[event] == NONE) {
          cameFrom[event] = wanted;
          if (stepOf[event] == NONE) {
            handOver(event, step);
            return true;
          }
          queue[end++] = stepOf[event];
        }
      }
    }
    return false;
  }

  /** Along the path found each event goes to the step that asked for it. */
  private void handOver(int last, int step) {
    int event = last;
    while (true) {
      int to = cameFrom[event];
      int before = eventOf[to];
      stepOf[event] = to;
      eventOf[to] = event;
      if (to == step) {
        return;
      }
      event = before;
    }
  }

  /** The number of an event that fills a step. */
  int numberOf(int step) {
    if (onePerEvent) {
      return numbers[eventOf[step]];
    }
    int event = 0;
    while ((masks[event] >>> step & 1) == 0) {
      event++;
    }
    return numbers[event];
  }
}
