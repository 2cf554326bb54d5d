package dev.repartee.funnel;

import dev.repartee.funnel.FunnelWitnesses.StopReason;
import dev.repartee.funnel.FunnelWitnesses.Story.Witness;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks the funnel of a few people once more, keeping how their chains came about. */
final class WitnessWalk {
  private final FunnelRules rules;
  private final Set<String> names;
  private final Slice slice;
  private final EventMasks events;
  private final @Nullable Chains chains;
  private final Attempts attempts;
  private final EventMatching matching;
  private int from;

  private WitnessWalk(FunnelRules rules, Set<String> names, Slice slice) {
    this.rules = rules;
    this.names = names;
    this.slice = slice;
    this.events = new EventMasks(rules);
    this.chains = rules.anyOrder() ? null : new Chains(rules, true);
    this.attempts = Attempts.of(rules, chains == null ? rules.engine() : chains);
    this.matching = new EventMatching(rules.steps(), rules.oneStepPerEvent());
  }

  static void sweep(FunnelRules rules, Set<String> names, Slice slice, Split<WitnessTally> split) {
    WitnessWalk walk = new WitnessWalk(rules, names, slice);
    for (int unit = 0; unit < slice.units(); unit++) {
      if (slice.from(unit) < FastSlice.of(slice).pathEnd(unit)) {
        walk.add(unit, split);
      }
    }
  }

  private void add(int unit, Split<WitnessTally> split) {
    from = slice.from(unit);
    int first = slice.row(from);
    String person = slice.personName(slice.person(first));
    if (!names.contains(person)
        || slice.isMember(first)
        || slice.isBot(first)
        || slice.isAnonymous(first)) {
      return;
    }
    events.read(slice, unit);
    if (!attempts.find(events, slice, from, FastSlice.of(slice).pathEnd(unit) - from)) {
      return;
    }
    int anchor = slice.row(from + attempts.entry());
    if (split.takes(anchor, Slice.NONE)) {
      split.at(anchor).add(story(person, slice.seenUntil(anchor)));
    }
  }

  private FunnelWitnesses.Story story(String person, long seenUntil) {
    attempts.walkDeepest(seenUntil);
    int level = attempts.level();
    List<Witness> witnesses =
        chains == null ? latest(attempts.reachedAt()[level - 1]) : chain(chains);
    if (level == rules.steps()) {
      return new FunnelWitnesses.Story(person, witnesses, StopReason.COMPLETED, Optional.empty());
    }
    if (attempts.isOpen()) {
      return new FunnelWitnesses.Story(
          person, witnesses, StopReason.STILL_IN_TIME, Optional.empty());
    }
    ChainEnds ends = chains == null ? null : chains.ends;
    StopReason ended = ends == null ? null : ends.by(level - 1);
    if (ends == null || ended == null) {
      return new FunnelWitnesses.Story(person, witnesses, StopReason.OUT_OF_TIME, Optional.empty());
    }
    return new FunnelWitnesses.Story(
        person, witnesses, ended, Optional.of(culprit(ends, ended, level - 1)));
  }

  /** The events of the deepest chain, instant by instant from the last. */
  private List<Witness> chain(Chains deepest) {
    ChainTrace trace = deepest.trace;
    List<Witness> witnesses = new ArrayList<>();
    int node = deepest.deepest();
    while (trace != null && node != ChainTrace.NONE) {
      int place = trace.event(node);
      List<Integer> together = new ArrayList<>();
      while (node != ChainTrace.NONE && isAt(trace.event(node), place)) {
        together.add(trace.step(node));
        node = trace.before(node);
      }
      matching.clear();
      for (int other = place; isAt(other, place); other++) {
        matching.add((int) attempts.masks()[other], other);
      }
      together.forEach(matching::fill);
      together.forEach(
          step -> witnesses.add(witness(rules.step(step).name(), matching.numberOf(step))));
    }
    Collections.reverse(witnesses);
    return witnesses;
  }

  private boolean isAt(int place, int instant) {
    return place < attempts.end() && attempts.times()[place] == attempts.times()[instant];
  }

  /** Without an order: the last events within the window that do the steps, in order of time. */
  private List<Witness> latest(long until) {
    matching.clear();
    for (int place = attempts.end() - 1; place >= attempts.first(); place--) {
      long at = attempts.times()[place];
      if (at <= until && until - at <= rules.window()) {
        matching.add((int) attempts.masks()[place], place);
      }
    }
    int filled = matching.fillAll();
    List<Witness> witnesses = new ArrayList<>();
    for (int left = filled; left != 0; left &= left - 1) {
      int step = Integer.numberOfTrailingZeros(left);
      witnesses.add(witness(rules.step(step).name(), matching.numberOf(step)));
    }
    witnesses.sort(Comparator.comparing(Witness::at));
    return witnesses;
  }

  /** Of the events of the instant at which a chain ended, the one that ended it. */
  private Witness culprit(ChainEnds ends, StopReason reason, int step) {
    int instant = ends.event(step);
    int found = instant;
    for (int place = instant; isAt(place, instant); place++) {
      long mask = attempts.masks()[place];
      boolean isIt =
          switch (reason) {
            case EXCLUDED -> (mask & rules.bit(rules.steps() + ends.exclusion(step))) != 0;
            case REPEATED -> (mask & rules.stepBits & ~1L) != 0;
            default -> (mask & rules.stepBits) == 0 || place == instant;
          };
      found = isIt ? place : found;
    }
    String name =
        reason == StopReason.EXCLUDED ? rules.exclusions().get(ends.exclusion(step)).name() : "";
    return witness(name, found);
  }

  private Witness witness(String step, int place) {
    int row = slice.row(from + attempts.event(place));
    return new Witness(
        step, slice.id(row).orElse(""), Instant.ofEpochMilli(attempts.times()[place]));
  }
}
