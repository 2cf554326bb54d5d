package dev.repartee.funnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How far one person comes in a funnel, found by trying everything: every order of the events of
 * one instant, every choice of events for every chain. Of use for a handful of events.
 */
final class FunnelOracle {
  /** An event by its time and the steps and exclusions it matches. */
  record Event(long at, int steps, int exclusions) {}

  /** A step by its options. */
  record Step(long minimum, long maximum, boolean optional) {}

  /** Events that end chains which have come to a step and not yet to another. */
  record Ban(int from, int to) {}

  /** The options, as in {@link Funnel}. */
  record Options(
      List<Step> steps,
      List<Ban> bans,
      long window,
      boolean strictlyIncreasing,
      boolean oneStepPerEvent,
      boolean firstChainOnly,
      boolean strictOrder,
      boolean noRepeats,
      boolean anyOrder) {}

  /** Where a chain stands: the last step, when it began, and when it came there. */
  private record State(int step, long start, long at) {}

  private final Options options;
  private final long seenUntil;
  private final int steps;
  private final long[] reachedAt;
  private final long[] didAt;
  private final Set<State> alive = new HashSet<>();
  private final Set<List<Object>> tried = new HashSet<>();
  private final long opensFrom;
  private final long opensUntil;
  private int done;
  private long start = Long.MIN_VALUE;
  private boolean ended;

  FunnelOracle(Options options, List<Event> events, long seenUntil) {
    this(options, events, seenUntil, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** As if only events of a span, without its end, could begin a chain. */
  FunnelOracle(
      Options options, List<Event> events, long seenUntil, long opensFrom, long opensUntil) {
    this.options = options;
    this.seenUntil = seenUntil;
    this.opensFrom = opensFrom;
    this.opensUntil = opensUntil;
    this.steps = options.steps().size();
    this.reachedAt = new long[steps];
    Arrays.fill(reachedAt, Long.MAX_VALUE);
    this.didAt = reachedAt.clone();
    if (options.anyOrder()) {
      walkAnyOrder(events);
    } else {
      tryAll(usable(events));
    }
  }

  int level() {
    int level = 0;
    while (level < steps && reachedAt[level] != Long.MAX_VALUE) {
      level++;
    }
    return level;
  }

  /** Whether an event did the step in a chain, at the latest when the person came through. */
  boolean did(int step) {
    return didAt[step] < Long.MAX_VALUE && didAt[step] <= reachedAt[steps - 1];
  }

  /** When the chain began, at the latest, that came through first. */
  long start() {
    return start;
  }

  long reachedAt(int step) {
    return reachedAt[step];
  }

  boolean isOpen() {
    return level() < steps && !ended && alive.stream().anyMatch(this::canDeepen);
  }

  // ---- any order

  private void walkAnyOrder(List<Event> events) {
    List<Event> matching = events.stream().filter(e -> e.steps() != 0).toList();
    for (Event last : matching) {
      for (Event first : matching) {
        if (first.at() > last.at() || last.at() - first.at() > options.window()) {
          continue;
        }
        List<Event> within =
            matching.stream().filter(e -> e.at() >= first.at() && e.at() <= last.at()).toList();
        int together = ofOne() ? mostSteps(within, 0) : steps(within);
        for (int step = 0; step < together; step++) {
          reachedAt[step] = Math.min(reachedAt[step], last.at());
        }
        if (together == steps && last.at() == reachedAt[steps - 1]) {
          start = Math.max(start, first.at());
        }
      }
    }
    for (Event e : matching) {
      alive.add(new State(0, e.at(), e.at()));
    }
  }

  private static int steps(List<Event> events) {
    return Integer.bitCount(events.stream().mapToInt(Event::steps).reduce(0, (a, b) -> a | b));
  }

  /** The most steps that events can do if each does one, by trying. */
  private int mostSteps(List<Event> events, int taken) {
    if (events.isEmpty()) {
      return Integer.bitCount(taken);
    }
    List<Event> others = events.subList(1, events.size());
    int most = mostSteps(others, taken);
    for (int step = 0; step < steps; step++) {
      if ((events.get(0).steps() >> step & 1) != 0) {
        most = Math.max(most, mostSteps(others, taken | 1 << step));
      }
    }
    return most;
  }

  // ---- in order

  /** Without repeats: what does no step again, instant by instant, up to the first that does. */
  private List<Event> usable(List<Event> events) {
    List<Event> usable = new ArrayList<>();
    for (int i = 0; i < events.size(); ) {
      int to = i;
      while (to < events.size() && events.get(to).at() == events.get(i).at()) {
        to++;
      }
      boolean repeats = false;
      for (Event event : events.subList(i, to)) {
        if (options.noRepeats() && (event.steps() & done & ~1) != 0) {
          repeats = true;
        } else {
          usable.add(event);
        }
      }
      if (options.noRepeats()) {
        tryAll(usable);
        ended = repeats;
        if (repeats) {
          return usable;
        }
      }
      i = to;
    }
    return usable;
  }

  private void tryAll(List<Event> events) {
    alive.clear();
    permute(new ArrayList<>(events), 0);
  }

  /** Every order of the events that goes with their times. */
  private void permute(List<Event> events, int from) {
    if (from == events.size()) {
      tryChains(events);
      return;
    }
    for (int i = from; i < events.size() && events.get(i).at() == events.get(from).at(); i++) {
      List<Event> swapped = new ArrayList<>(events);
      swapped.set(from, events.get(i));
      swapped.set(i, events.get(from));
      permute(swapped, from + 1);
    }
  }

  private void tryChains(List<Event> events) {
    tried.clear();
    long first = Long.MAX_VALUE;
    for (int i = 0; i < events.size(); i++) {
      long at = events.get(i).at();
      if (at < opensFrom || at >= opensUntil) {
        continue;
      }
      boolean isFurther = options.firstChainOnly() && first != Long.MAX_VALUE;
      if ((matched(events, i) & 1) != 0 && !(isFurther && (at > first || ofOne()))) {
        first = Math.min(first, at);
        State begun = new State(0, at, at);
        reach(begun);
        follow(events, i, begun, true);
        if (!ofOne()) {
          follow(events, i, begun, false);
        }
      }
    }
  }

  private boolean ofOne() {
    return options.oneStepPerEvent();
  }

  /** An event of several steps does all, and each at any moment of its instant. */
  private int matched(List<Event> events, int i) {
    if (ofOne()) {
      return events.get(i).steps();
    }
    return events.stream()
        .filter(e -> e.at() == events.get(i).at())
        .mapToInt(Event::steps)
        .reduce(0, (a, b) -> a | b);
  }

  private void reach(State state) {
    done |= 1 << state.step();
    didAt[state.step()] = Math.min(didAt[state.step()], state.at());
    if (state.step() == steps - 1 && state.at() <= reachedAt[steps - 1]) {
      start = state.at() < reachedAt[steps - 1] ? state.start() : Math.max(start, state.start());
    }
    for (int step = 0; step <= state.step(); step++) {
      reachedAt[step] = Math.min(reachedAt[step], state.at());
    }
  }

  /** What can become of a chain from an event on, or from just after it. */
  private void follow(List<Event> events, int i, State state, boolean after) {
    if (!tried.add(List.of(i, state, after))) {
      return;
    }
    if (i == events.size()) {
      alive.add(state);
      return;
    }
    Event event = events.get(i);
    boolean isEnd = !after && ends(event, state);
    if (!(ofOne() && (after || isEnd))) {
      for (int next = state.step() + 1; next < steps && next <= furthest(state.step()); next++) {
        if ((matched(events, i) >> next & 1) != 0 && fits(event.at(), next, state)) {
          State there = new State(next, state.start(), event.at());
          reach(there);
          follow(events, i, there, ofOne() || after);
        }
      }
    }
    if (!isEnd) {
      follow(events, after ? i + 1 : i, state, !after);
    }
  }

  private boolean ends(Event event, State state) {
    for (int ban = 0; ban < options.bans().size(); ban++) {
      if ((event.exclusions() >> ban & 1) != 0
          && state.step() >= options.bans().get(ban).from()
          && state.step() < options.bans().get(ban).to()) {
        return true;
      }
    }
    int lowest = event.steps() == 0 ? steps : Integer.numberOfTrailingZeros(event.steps());
    return options.strictOrder() && lowest > furthest(state.step());
  }

  private int furthest(int step) {
    int next = Math.min(step + 1, steps - 1);
    while (options.steps().get(next).optional()) {
      next++;
    }
    return next;
  }

  private long minimum(int step) {
    return Math.max(options.steps().get(step).minimum(), options.strictlyIncreasing() ? 1 : 0);
  }

  private boolean fits(long at, int next, State state) {
    return at - state.at() >= minimum(next)
        && at - state.at() <= options.steps().get(next).maximum()
        && at - state.start() <= options.window();
  }

  /** Whether events later than what is seen could take a chain further than any came. */
  private boolean canDeepen(State state) {
    if (options.anyOrder()) {
      return seenUntil - state.at() < options.window();
    }
    for (int next = state.step() + 1; next < steps && next <= furthest(state.step()); next++) {
      long at = Math.max(seenUntil + 1, state.at() + minimum(next));
      if (fits(at, next, state)
          && (next >= level() || canDeepen(new State(next, state.start(), at)))) {
        return true;
      }
    }
    return false;
  }
}
