package dev.repartee.funnel;

import dev.repartee.internal.walk.FastSlice;
import dev.repartee.internal.walk.Traits;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import org.jspecify.annotations.Nullable;

/** Walks the funnel of every person of a slice: the working memory of one worker. */
final class FunnelWalk {
  private final FunnelRules rules;
  private final EventMasks events;
  private final Attempts attempts;

  /** Counts the periods in each of which a person begins anew; null where it begins once. */
  private final Periods.@Nullable Counter periods;

  private FunnelWalk(FunnelRules rules) {
    this.rules = rules;
    this.events = new EventMasks(rules);
    this.attempts = Attempts.of(rules, rules.engine());
    Periods entries = rules.entries();
    this.periods = entries == null ? null : entries.counter().get();
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
    if (attempts.find(events, slice, from, size)) {
      if (periods == null) {
        addEntry(slice, from, split);
      } else {
        addEntries(slice, from, size, periods, split);
      }
    }
  }

  /** Adds the person once for each period in which it begins, with the chains that begin there. */
  private void addEntries(
      Slice slice, int from, int size, Periods.Counter counter, Split<FunnelTally> split) {
    long[] times = events.times();
    int entry = attempts.entry();
    while (entry < size) {
      int next = attempts.nextEntry(events, entry + 1, size);
      while (next < size && counter.number(times[entry], times[next]) == 0) {
        next = attempts.nextEntry(events, next + 1, size);
      }
      attempts.begin(entry, times[entry], next < size ? times[next] : Long.MAX_VALUE);
      addEntry(slice, from, split);
      entry = next;
    }
  }

  private void addEntry(Slice slice, int from, Split<FunnelTally> split) {
    int entry = slice.row(from + attempts.entry());
    if (!split.takes(entry, Slice.NONE)) {
      return;
    }
    long seenUntil = slice.seenUntil(entry);
    attempts.walk(seenUntil);
    FunnelTally tally = split.at(entry);
    boolean isMature = seenUntil - attempts.entryTime() >= rules.horizon;
    tally.add(attempts, seenUntil, isMature, slice.groups(entry));
  }
}
