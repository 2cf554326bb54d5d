package dev.repartee.funnel;

import dev.repartee.funnel.FunnelWitnesses.StopReason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What ended the chains that had come to a step and no further: of each step the last. */
final class ChainEnds {
  private final @Nullable StopReason[] reasons;
  private final int[] events;
  private final int[] exclusions;

  ChainEnds(int steps) {
    reasons = new StopReason[steps];
    events = new int[steps];
    exclusions = new int[steps];
  }

  void clear() {
    Arrays.fill(reasons, null);
  }

  /** Notes that chains which had come to a step, and no further, ended. */
  void end(int step, StopReason reason, int event, int exclusion) {
    reasons[step] = reason;
    events[step] = event;
    exclusions[step] = exclusion;
  }

  /** Notes that a chain stands at a step. */
  void live(int step) {
    reasons[step] = null;
  }

  @Nullable StopReason by(int step) {
    return reasons[step];
  }

  int event(int step) {
    return events[step];
  }

  int exclusion(int step) {
    return exclusions[step];
  }
}
