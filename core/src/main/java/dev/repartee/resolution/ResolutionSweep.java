package dev.repartee.resolution;

import dev.repartee.internal.exchange.Qualifier;
import dev.repartee.internal.exchange.StrandStates;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.resolution.Resolution.Options;
import dev.repartee.resolution.ResolutionSummary.Exclusion;
import dev.repartee.resolution.ResolutionSummary.State;
import dev.repartee.resolution.ResolutionTally.OpenCounts;

/** Tallies what became of each strand of a slice, at the message that opens it. */
final class ResolutionSweep {
  private final Options options;
  private final Slice slice;
  private final Split<ResolutionTally> split;
  private final Strands strands;
  private final StrandStates states;
  private final Qualifier qualifier;
  private final boolean canBeAnswered;

  // The strand at hand.
  private int from;
  private int to;
  private int opener;
  private int groups;
  private long seenUntil;

  /** The move that counts as the resolution, or how many moves there are. */
  private int settled;

  ResolutionSweep(Options options, Slice slice, Split<ResolutionTally> split) {
    this.options = options;
    this.slice = slice;
    this.split = split;
    this.strands = Strands.of(slice, options.rule());
    this.states =
        slice.scratch(
            new Key(options.text()),
            () -> new StrandStates(slice, options.rule(), options.reopensByMessage()));
    this.qualifier = new Qualifier(slice, options.rule());
    this.canBeAnswered = options.rule().canBeMetIn(slice.organizations());
  }

  private record Key(String text) {}

  void sweep() {
    int strand = 0;
    for (int unit = 0; unit < slice.units(); unit++) {
      from = slice.from(unit);
      to = slice.to(unit);
      while (strand < strands.strands() && strands.strandAnchor(strand) < to) {
        strand(strand++);
      }
    }
    for (int i = 0; i < strands.unaddressed(); i++) {
      split.at(strands.unaddressedRow(i)).exclude(Exclusion.UNADDRESSED);
    }
  }

  private void strand(int strand) {
    opener = strands.opener(strand);
    if (opener == Slice.NONE) {
      return; // machines wrote all of it
    }
    if (!strands.isAudienceOpened(strand)) {
      split.at(opener).exclude(Exclusion.OPENED_BY_ORGANIZATION);
    } else if (strands.isCut(strand)) {
      split.at(opener).exclude(Exclusion.CUT);
    } else {
      opened(strand);
    }
  }

  private void opened(int strand) {
    seenUntil = slice.seenUntil(opener);
    states.walk(from, to, opener, seenUntil);
    ResolutionTally tally = split.at(opener);
    tally.withoutEffect += states.withoutEffect();
    int first = states.next(StrandStates.RESOLVED, 0);
    if (states.size() == 0) {
      tally.exclude(Exclusion.EXPECTS_NO_RESPONSE);
    } else if (first < states.size() && states.ownAt(first) < states.ownAt(0)) {
      tally.exclude(Exclusion.CLOCK_SKEW);
    } else {
      groups = slice.groups(opener);
      settled = options.isLasting() ? lasting(first) : first;
      time(tally);
      moves(tally);
      if (first < states.size()) {
        reopening(tally, first);
        answers(tally, strand, first);
      }
      backlog(tally);
    }
  }

  /** The first resolution from one on that is known to last, or how many moves there are. */
  private int lasting(int first) {
    int resolution = first;
    while (resolution < states.size() && !isLasting(resolution)) {
      resolution = states.next(StrandStates.RESOLVED, resolution + 1);
    }
    return resolution;
  }

  private boolean isLasting(int resolution) {
    int reopening = resolution + 1;
    long until = states.at(resolution) + options.lastingMillis();
    return reopening < states.size() ? states.at(reopening) > until : isOver(resolution);
  }

  /** Whether the time is over for which a resolution has to last. */
  private boolean isOver(int resolution) {
    return states.at(resolution) + options.lastingMillis() <= seenUntil;
  }

  /** How long it took, or has taken; of lasting resolutions as far as they can be known. */
  private void time(ResolutionTally tally) {
    boolean isSettled = settled < states.size();
    long known = options.isLasting() ? seenUntil - options.lastingMillis() : seenUntil;
    long watchedUntil = Math.max(known, states.at(0));
    long taken = clock(isSettled ? states.at(settled) : watchedUntil);
    (isSettled ? tally.resolved : tally.unresolved).add(taken, groups);
    if (!isSettled && states.state() == StrandStates.RESOLVED) {
      tally.stillInTime++;
    }
    if (options.target().isPresent()) {
      long rest = isSettled ? options.elapsed(states.at(settled), watchedUntil) : 0;
      judge(tally, isSettled, taken, taken + rest >= options.target().get().toMillis());
    }
  }

  /** How much time has passed from the opening to an instant, on the clock of the measure. */
  private long clock(long stop) {
    long elapsed = options.elapsed(states.at(0), stop);
    for (int i = 1; options.isPausedOnHold() && i < states.size() && states.at(i) < stop; i++) {
      if (states.state(i) == StrandStates.ON_HOLD) {
        long end = i + 1 < states.size() ? Math.min(stop, states.at(i + 1)) : stop;
        elapsed -= options.elapsed(states.at(i), end);
      }
    }
    return elapsed;
  }

  /** Due is what has had its time, also where it was resolved before. */
  private void judge(ResolutionTally tally, boolean isSettled, long taken, boolean isDue) {
    if (isDue) {
      boolean isInTime = isSettled && taken <= options.target().orElseThrow().toMillis();
      tally.flag(tally.judged, isInTime, groups);
      tally.overdue += isSettled ? 0 : 1;
    } else if (isSettled) {
      tally.metEarly++;
    } else {
      tally.notDue++;
    }
  }

  /** Where several acts are of one instant, nobody was in the states between: they are one move. */
  private void moves(ResolutionTally tally) {
    long start = states.at(0);
    State before = State.OPEN;
    for (int i = 1; i < states.size(); i++) {
      tally.reopenings += states.state(i - 1) == StrandStates.RESOLVED ? 1 : 0;
      State after = State.of(states.state(i));
      boolean isLastOfInstant = i + 1 == states.size() || states.at(i + 1) > states.at(i);
      if (isLastOfInstant && after != before) {
        tally.moves(before, after).add(states.at(i) - start, groups);
      }
      before = isLastOfInstant ? after : before;
    }
    State last = State.of(states.state());
    tally.moves(last, last).add(seenUntil - start, groups);
  }

  private void reopening(ResolutionTally tally, int first) {
    boolean isReopened = first + 1 < states.size();
    long until = isReopened ? states.at(first + 1) : seenUntil;
    (isReopened ? tally.reopened : tally.notReopened).add(until - states.at(first), groups);
  }

  private void answers(ResolutionTally tally, int strand, int first) {
    if (!canBeAnswered) {
      return;
    }
    int response = strands.firstResponse(strand);
    boolean isAnswered = response != Slice.NONE && response < states.nextMessage(first);
    tally.flag(tally.unanswered, !isAnswered, groups);
    if (isOver(first)) {
      boolean isOnce = contacts(states.nextMessage(first)) == 1 && isLasting(first);
      tally.flag(tally.byOneContact, isAnswered && isOnce, groups);
    }
  }

  /** How many times the answering side spoke before a message, a run of its messages being one. */
  private int contacts(int end) {
    int contacts = 0;
    boolean wasAnswerer = false;
    for (int row = from; row < Math.min(end, to); row++) {
      if (slice.organization(row) == slice.organization(opener) && !qualifier.isTransparent(row)) {
        boolean isAnswerer =
            options.rule().isByAnybodyElse()
                ? slice.person(row) != slice.person(opener)
                : slice.isMember(row);
        contacts += isAnswerer && !wasAnswerer ? 1 : 0;
        wasAnswerer = isAnswerer;
      }
    }
    return contacts;
  }

  private void backlog(ResolutionTally tally) {
    if (states.state() == StrandStates.RESOLVED) {
      return;
    }
    String assigned = states.department();
    int topic = slice.topic(opener);
    String owner = topic == Slice.NONE ? "" : slice.topicOwner(topic).orElse("");
    OpenCounts counts = tally.backlog.at(assigned.isEmpty() ? owner : assigned);
    boolean isOpen = states.state() == StrandStates.OPEN;
    counts.open += isOpen ? 1 : 0;
    counts.onHold += isOpen ? 0 : 1;
    counts.unassigned += assigned.isEmpty() ? 1 : 0;
  }
}
