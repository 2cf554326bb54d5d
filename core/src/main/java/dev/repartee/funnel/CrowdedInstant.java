package dev.repartee.funnel;

import dev.repartee.funnel.FunnelWitnesses.StopReason;
import java.util.Arrays;
import java.util.List;

/**
 * Several events at one instant, where their order decides: because an event fills one step only,
 * or something between steps ends a chain. For each chain the order is taken that favors it: what
 * would end it comes before it begins or after it has passed, where that can be.
 */
final class CrowdedInstant {
  /** Where a chain comes from that begins now. */
  private static final int NOWHERE = -1;

  private final FunnelRules rules;
  private final Chains chains;
  private final int steps;
  private final EventMatching matching;

  /** Of the chains that go on from each step after this instant, the latest beginning. */
  private final long[] starts;

  private final int[] nodes;

  // The instant at hand.
  private long now;
  private int first;
  private int lowest;
  private long excluded;

  CrowdedInstant(FunnelRules rules, Chains chains) {
    this.rules = rules;
    this.chains = chains;
    this.steps = rules.steps();
    this.matching = new EventMatching(steps, rules.oneStepPerEvent());
    this.starts = new long[steps];
    this.nodes = new int[steps];
  }

  /** Whether the events cannot simply be taken together. */
  boolean isNeeded(long[] masks, int from, int to, long together) {
    if (rules.strictOrder() || (together & ~FunnelRules.NOT_SEEN) >>> FunnelRules.MOST_STEPS != 0) {
      return true;
    }
    if (rules.oneStepPerEvent()) {
      for (int event = from; event < to; event++) {
        if (Integer.bitCount((int) masks[event]) > 1) {
          return true;
        }
      }
    }
    return false;
  }

  void take(long[] masks, int from, int to, long instant) {
    now = instant;
    first = from;
    boolean repeats = gather(masks, from, to);
    Arrays.fill(starts, FunnelEngine.NEVER);
    // All chains move from where they stood before, so nothing stands anywhere new until all have.
    if (chains.canOpen()) {
      move(NOWHERE, 0, now, ChainTrace.NONE);
    }
    for (int step = 0; step < steps; step++) {
      for (int next = step + 1; next <= chains.furthest(step); next++) {
        ChainQueue queue = chains.queue(step, next);
        if (queue.find(now) && now - queue.start() <= rules.window()) {
          move(step, next, queue.start(), queue.trace());
        }
      }
    }
    if (rules.strictOrder()) {
      chains.endBefore(lowest, first);
    }
    chains.endExcluded(excluded, first);
    for (int step = 0; step < steps; step++) {
      if (starts[step] != FunnelEngine.NEVER) {
        chains.stand(step, starts[step], now, nodes[step]);
      }
    }
    if (repeats && !chains.isComplete()) {
      chains.endAll(first);
    }
  }

  private boolean gather(long[] masks, int from, int to) {
    boolean repeats = false;
    lowest = 0;
    excluded = 0;
    matching.clear();
    for (int event = from; event < to; event++) {
      int matched = (int) masks[event];
      if (chains.isRepeat(matched)) {
        repeats = true;
      } else if (masks[event] != FunnelRules.NOT_SEEN) {
        lowest = Math.max(lowest, chains.lowest(matched));
        excluded |= masks[event] & -1L << FunnelRules.MOST_STEPS;
        matching.add(matched, event);
      }
    }
    return repeats;
  }

  /**
   * Moves a chain to a step, and from there as far as the events lead. An optional step on the way
   * takes no event from those after it: it is only tried.
   */
  private void move(int from, int to, long start, int trace) {
    matching.release();
    if (!matching.fill(to)) {
      return;
    }
    int node = chains.node(to, first, trace);
    land(from, to, start, node);
    for (int next = to + 1; next < steps; next++) {
      boolean isOptional = rules.step(next).isOptional();
      if (rules.minimum(next) == 0 && matching.fill(next)) {
        int there = chains.node(next, first, node);
        land(from, next, start, there);
        if (isOptional) {
          matching.empty(next);
        } else {
          node = there;
        }
      } else if (!isOptional) {
        return;
      }
    }
  }

  private void land(int from, int to, long start, int node) {
    chains.land(to, start, now, node);
    if (goesOn(from, to) && start > starts[to]) {
      starts[to] = start;
      nodes[to] = node;
    }
  }

  private boolean goesOn(int from, int to) {
    if (from == NOWHERE) {
      return true; // what would end it came before
    }
    if (rules.strictOrder() && chains.furthest(to) < lowest) {
      chains.note(to, StopReason.OUT_OF_ORDER, first, 0);
      return false;
    }
    List<FunnelRules.Exclusion> exclusions = rules.exclusions();
    for (int i = 0; i < exclusions.size(); i++) {
      FunnelRules.Exclusion exclusion = exclusions.get(i);
      if ((excluded & rules.bit(steps + i)) != 0
          && from >= exclusion.from()
          && to < exclusion.to()) {
        chains.note(to, StopReason.EXCLUDED, first, i);
        return false;
      }
    }
    return true;
  }
}
