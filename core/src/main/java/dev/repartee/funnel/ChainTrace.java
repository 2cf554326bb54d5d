package dev.repartee.funnel;

import java.util.Arrays;

/** How chains came where they are: kept only where somebody asks. */
final class ChainTrace {
  static final int NONE = -1;

  private int[] steps = new int[16];
  private int[] events = new int[16];
  private int[] before = new int[16];
  private int size;

  void clear() {
    size = 0;
  }

  /** Notes that a step was done at the instant that begins with an event. */
  int add(int step, int firstEvent, int cameFrom) {
    if (size == steps.length) {
      steps = Arrays.copyOf(steps, 2 * size);
      events = Arrays.copyOf(events, 2 * size);
      before = Arrays.copyOf(before, 2 * size);
    }
    steps[size] = step;
    events[size] = firstEvent;
    before[size] = cameFrom;
    return size++;
  }

  int step(int node) {
    return steps[node];
  }

  /** The first event of the instant. */
  int event(int node) {
    return events[node];
  }

  int before(int node) {
    return before[node];
  }
}
