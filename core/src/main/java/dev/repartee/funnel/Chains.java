package dev.repartee.funnel;

import dev.repartee.funnel.FunnelWitnesses.StopReason;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The walk with every option but any order. For each step it keeps the chains that have come to it,
 * as far as one of them could still matter ({@link ChainQueue}), so that whatever choice between
 * events leads furthest is found: nothing is overwritten that could be needed.
 */
final class Chains extends FunnelEngine {
  private final FunnelRules rules;
  private final int steps;
  private final long window;

  /** Of each step, the chains on their way to each step that can be next. */
  private final ChainQueue[][] onward;

  /** Of each step, the last that can be next: the first that may not be left out. */
  private final int[] furthest;

  private final CrowdedInstant crowd;
  final @Nullable ChainTrace trace;

  /** What ended chains; null where nobody asks. */
  final @Nullable ChainEnds ends;

  private boolean opened;
  private boolean ended;
  private int done;

  /** The instant at hand. */
  private long instant;

  private int deepest = ChainTrace.NONE;

  Chains(FunnelRules rules, boolean tracing) {
    super(rules);
    this.rules = rules;
    this.steps = rules.steps();
    this.window = rules.window();
    this.onward = new ChainQueue[steps][];
    this.furthest = new int[steps];
    this.crowd = new CrowdedInstant(rules, this);
    this.trace = tracing ? new ChainTrace() : null;
    this.ends = tracing || !rules.exclusions().isEmpty() ? new ChainEnds(steps) : null;
    for (int step = 0; step < steps; step++) {
      int last = Math.min(step + 1, steps - 1);
      while (rules.step(last).isOptional()) {
        last++;
      }
      furthest[step] = last;
      onward[step] = new ChainQueue[last - step];
      for (int next = step + 1; next <= last; next++) {
        onward[step][next - step - 1] =
            new ChainQueue(rules.minimum(next), rules.step(next).maximum());
      }
    }
  }

  @Override
  void walk(long[] times, long[] masks, int from, int to) {
    clear();
    for (int i = from; i < to && !isComplete() && !ended; ) {
      long now = times[i];
      instant = now;
      int end = i + 1;
      long together = masks[i];
      while (end < to && times[end] == now) {
        together |= masks[end++];
      }
      if (end == i + 1) {
        takeOne(masks[i], now, i);
      } else if (crowd.isNeeded(masks, i, end, together)) {
        crowd.take(masks, i, end, now);
      } else {
        takeTogether(masks, i, end, now);
      }
      i = end;
    }
  }

  private void clear() {
    begin();
    opened = false;
    ended = false;
    done = 0;
    deepest = ChainTrace.NONE;
    for (ChainQueue[] queues : onward) {
      for (ChainQueue queue : queues) {
        queue.clear();
      }
    }
    if (trace != null) {
      trace.clear();
    }
    if (ends != null) {
      ends.clear();
    }
  }

  private void takeOne(long mask, long now, int event) {
    int matched = (int) mask;
    if (mask == FunnelRules.NOT_SEEN) {
      return;
    }
    if (isRepeat(matched)) {
      endAll(event);
      return;
    }
    if (rules.strictOrder()) {
      endBefore(lowest(matched), event);
    }
    endExcluded(mask, event);
    if (rules.oneStepPerEvent()) {
      for (int left = matched; left != 0; left ^= Integer.highestOneBit(left)) {
        take(Integer.numberOfTrailingZeros(Integer.highestOneBit(left)), now, event);
      }
    } else {
      takeAll(matched, now, event);
    }
  }

  /** The lower step first, so that what it leads to can follow at once. */
  private void takeAll(int matched, long now, int event) {
    for (int left = matched; left != 0; left &= left - 1) {
      take(Integer.numberOfTrailingZeros(left), now, event);
    }
  }

  private void takeTogether(long[] masks, int from, int to, long now) {
    int together = 0;
    boolean repeats = false;
    for (int event = from; event < to; event++) {
      boolean isRepeat = isRepeat((int) masks[event]);
      repeats |= isRepeat;
      together |= isRepeat ? 0 : (int) masks[event];
    }
    takeAll(together, now, from);
    if (repeats && !isComplete()) {
      endAll(from);
    }
  }

  private void take(int step, long now, int event) {
    if (step == 0) {
      if (canOpen()) {
        arrive(0, now, now, node(0, event, ChainTrace.NONE));
      }
      return;
    }
    long start = NEVER;
    int from = ChainTrace.NONE;
    for (int last = step - 1; last >= 0 && furthest[last] >= step; last--) {
      ChainQueue queue = queue(last, step);
      if (queue.find(now) && queue.start() > start) {
        start = queue.start();
        from = queue.trace();
      }
    }
    if (start != NEVER && now - start <= window) {
      arrive(step, start, now, node(step, event, from));
    }
  }

  boolean canOpen() {
    return opensAt(instant) && (!opened || !rules.firstChainOnly());
  }

  ChainQueue queue(int from, int to) {
    return onward[from][to - from - 1];
  }

  int furthest(int step) {
    return furthest[step];
  }

  int node(int step, int event, int before) {
    return trace == null ? ChainTrace.NONE : trace.add(step, event, before);
  }

  /** Notes that a chain has come to a step. */
  void land(int step, long start, long now, int node) {
    opened = true;
    done |= 1 << step;
    if (step >= level()) {
      deepest = node;
    }
    reach(step, start, now);
  }

  /** Lets a chain stand at a step, to go on from there. */
  void stand(int step, long start, long now, int node) {
    for (ChainQueue queue : onward[step]) {
      queue.add(start, now, node);
    }
    if (ends != null) {
      ends.live(step);
    }
  }

  private void arrive(int step, long start, long now, int node) {
    land(step, start, now, node);
    stand(step, start, now, node);
  }

  /** Whether an event does a step again, from the second on. */
  boolean isRepeat(int matched) {
    return rules.noRepeats() && (matched & done & ~1) != 0;
  }

  /** The first step an event matches; past the last where it matches none. */
  int lowest(int matched) {
    return Math.min(Integer.numberOfTrailingZeros(matched), steps);
  }

  /** Ends the person's scan. */
  void endAll(int event) {
    ended = true;
    if (ends != null) {
      ends.end(Math.max(level() - 1, 0), StopReason.REPEATED, event, 0);
    }
  }

  /** Ends the chains for which a step comes too early. */
  void endBefore(int lowest, int event) {
    for (int step = 0; step < steps && furthest[step] < lowest; step++) {
      end(step, StopReason.OUT_OF_ORDER, event, 0);
    }
  }

  /** Ends the chains that stand where something of a mask is excluded. */
  void endExcluded(long mask, int event) {
    List<FunnelRules.Exclusion> exclusions = rules.exclusions();
    for (int i = 0; i < exclusions.size(); i++) {
      if ((mask & rules.bit(steps + i)) != 0) {
        FunnelRules.Exclusion exclusion = exclusions.get(i);
        for (int step = exclusion.from(); step < exclusion.to(); step++) {
          end(step, StopReason.EXCLUDED, event, i);
        }
      }
    }
  }

  private void end(int step, StopReason reason, int event, int exclusion) {
    if (ends != null && isInTime(step)) {
      note(step, reason, event, exclusion);
    }
    for (ChainQueue queue : onward[step]) {
      queue.clear();
    }
  }

  private boolean isInTime(int step) {
    boolean isInTime = false;
    for (ChainQueue queue : onward[step]) {
      isInTime |= queue.canGoOn(instant - 1, 0, window);
    }
    return isInTime;
  }

  /** Notes what ended chains, unless something else had before. */
  void note(int step, StopReason reason, int event, int exclusion) {
    if (ends != null && ends.by(step) == null) {
      ends.end(step, reason, event, exclusion);
    }
  }

  @Override
  boolean canDeepen(long seenUntil, int reached) {
    if (ended || reached >= steps) {
      return false;
    }
    long[] rest = new long[steps];
    Arrays.fill(rest, 0, reached, Long.MAX_VALUE / 2);
    for (int step = reached - 1; step > 0; step--) {
      for (int next = step + 1; next <= furthest[step]; next++) {
        rest[step] = Math.min(rest[step], rules.minimum(next) + rest[next]);
      }
    }
    for (int step = 0; step < steps; step++) {
      for (int next = step + 1; next <= furthest[step]; next++) {
        if (queue(step, next).canGoOn(seenUntil, rest[next], window)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  int done() {
    return done;
  }

  @Override
  boolean isExcluded() {
    return ends != null && level() > 0 && ends.by(level() - 1) == StopReason.EXCLUDED;
  }

  /** How the deepest chain came there, the last step first; {@link ChainTrace#NONE} for none. */
  int deepest() {
    return deepest;
  }
}
