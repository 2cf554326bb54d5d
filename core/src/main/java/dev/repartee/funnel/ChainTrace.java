package dev.repartee.funnel;

import dev.repartee.funnel.FunnelWitnesses.StopReason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How chains came where they are, and what ended them: kept only where somebody asks. */
final class ChainTrace {
  static final int NONE = -1;

  private int[] steps = new int[16];
  private int[] events = new int[16];
  private int[] before = new int[16];
  private int size;

  private final @Nullable StopReason[] endedBy;
  private final int[] endedAt;
  private final int[] exclusions;

  ChainTrace(int steps) {
    endedBy = new StopReason[steps];
    endedAt = new int[steps];
    exclusions = new int[steps];
  }

  void clear() {
    size = 0;
    Arrays.fill(endedBy, null);
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

  /** Notes that chains which had come to a step, and no further, ended. */
  void end(int step, StopReason reason, int event, int exclusion) {
    endedBy[step] = reason;
    endedAt[step] = event;
    exclusions[step] = exclusion;
  }

  /** Notes that a chain stands at a step. */
  void live(int step) {
    endedBy[step] = null;
  }

  @Nullable StopReason endedBy(int step) {
    return endedBy[step];
  }

  int endedAt(int step) {
    return endedAt[step];
  }

  int exclusion(int step) {
    return exclusions[step];
  }
}
