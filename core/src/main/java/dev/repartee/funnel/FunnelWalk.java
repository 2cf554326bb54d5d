package dev.repartee.funnel;

import dev.repartee.internal.walk.FastSlice;
import dev.repartee.internal.walk.Traits;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;

/** Walks the funnel of every person of a slice: the working memory of one worker. */
final class FunnelWalk {
  private final FunnelRules rules;
  private final EventMasks events;
  private final Attempts attempts;

  private FunnelWalk(FunnelRules rules) {
    this.rules = rules;
    this.events = new EventMasks(rules);
    this.attempts = Attempts.of(rules, rules.engine());
  }

  /** Adds all persons of a slice. */
  static void sweep(FunnelRules rules, Slice slice, Split<FunnelTally> split) {
    FunnelWalk walk = slice.scratch(rules, () -> new FunnelWalk(rules));
    for (int unit = 0; unit < slice.units(); unit++) {
      walk.add(slice, unit, split);
    }
  }

  private void add(Slice slice, int unit, Split<FunnelTally> split) {
    int from = slice.from(unit);
    int size = FastSlice.of(slice).pathEnd(unit) - from;
    if (size == 0) {
      return;
    }
    int first = slice.row(from);
    // Membership is of the person; who joins later is audience until then.
    if (slice.isMember(first) || slice.isBot(first)) {
      return;
    }
    events.read(slice, unit);
    if ((events.traits(0) & Traits.ANONYMOUS) != 0) {
      split.at(slice.row(from)).anonymous++;
      return;
    }
    for (int i = 0; i < size; i++) {
      if ((events.traits(i) & Traits.AUTOMATIC) != 0) {
        split.at(slice.row(from + i)).automatic++;
      }
    }
    if (!attempts.find(events, slice, from, size)) {
      return;
    }
    int entry = slice.row(from + attempts.entry());
    if (!split.takes(entry, Slice.NONE)) {
      return;
    }
    long seenUntil = slice.seenUntil(entry);
    attempts.walk(seenUntil);
    FunnelTally tally = split.at(entry);
    boolean isMature = seenUntil - events.times()[attempts.entry()] >= rules.horizon;
    tally.add(attempts, seenUntil, isMature, slice.groups(entry));
  }
}
