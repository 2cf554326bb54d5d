package dev.repartee.resolution;

import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.measure.TallyMap;
import dev.repartee.resolution.ResolutionSummary.Exclusion;
import dev.repartee.resolution.ResolutionSummary.State;
import dev.repartee.stats.LatencyGroups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/** What became of the strands, with its times in replicate groups. */
final class ResolutionTally implements Tally.Declared<ResolutionTally> {
  private static final int STATES = State.values().length;
  private static final int GROUPINGS = 3;

  private static final TallyForm<ResolutionTally> FORM =
      TallyForm.of(ResolutionTally.class)
          .times(ResolutionTally::times)
          .counts(t -> t.excluded)
          .count(t -> t.overdue, (t, n) -> t.overdue = n)
          .count(t -> t.metEarly, (t, n) -> t.metEarly = n)
          .count(t -> t.notDue, (t, n) -> t.notDue = n)
          .count(t -> t.stillInTime, (t, n) -> t.stillInTime = n)
          .count(t -> t.reopenings, (t, n) -> t.reopenings = n)
          .count(t -> t.withoutEffect, (t, n) -> t.withoutEffect = n)
          .part(t -> t.backlog)
          .check(ResolutionTally::isConsistent, "counts of strands contradict each other");

  /** In place of a time: what is counted is so, or is not. */
  private static final long YES = 0;

  private static final long NO = 1;

  final LatencyGroups resolved = new LatencyGroups(GROUPINGS);
  final LatencyGroups unresolved = new LatencyGroups(GROUPINGS);

  /** Those that are due by the target: whether they met it. */
  final LatencyGroups judged = new LatencyGroups(GROUPINGS);

  /** From the first resolution to the first reopening. */
  final LatencyGroups reopened = new LatencyGroups(GROUPINGS);

  final LatencyGroups notReopened = new LatencyGroups(GROUPINGS);

  /** Those resolved at least once: whether without any answer. */
  final LatencyGroups unanswered = new LatencyGroups(GROUPINGS);

  /** Those resolved long enough ago: whether by one contact, and not opened again. */
  final LatencyGroups byOneContact = new LatencyGroups(GROUPINGS);

  /** Moves from a state to another, and to itself the ends of watching there. */
  private final LatencyGroups[] moves = new LatencyGroups[STATES * STATES];

  private final long[] excluded = new long[Exclusion.values().length];
  long overdue;
  long metEarly;
  long notDue;

  /** Resolved, and it is not known yet whether it lasts. */
  long stillInTime;

  long reopenings;
  long withoutEffect;
  final TallyMap<String, OpenCounts> backlog = TallyMap.ofTexts(OpenCounts::new);

  /** What of a department is not resolved. */
  static final class OpenCounts implements Tally.Declared<OpenCounts> {
    private static final TallyForm<OpenCounts> FORM =
        TallyForm.of(OpenCounts.class)
            .count(t -> t.open, (t, n) -> t.open = n)
            .count(t -> t.onHold, (t, n) -> t.onHold = n)
            .count(t -> t.unassigned, (t, n) -> t.unassigned = n)
            .check(
                t -> t.all() > 0 && t.unassigned <= t.all(),
                "counts of a backlog contradict each other");

    long open;
    long onHold;
    long unassigned;

    private long all() {
      return open + onHold;
    }

    @Override
    public TallyForm<OpenCounts> form() {
      return FORM;
    }
  }

  ResolutionTally() {
    Arrays.setAll(moves, i -> new LatencyGroups(GROUPINGS));
  }

  private List<LatencyGroups> times() {
    List<LatencyGroups> all =
        new ArrayList<>(
            List.of(resolved, unresolved, judged, reopened, notReopened, unanswered, byOneContact));
    all.addAll(Arrays.asList(moves));
    return all;
  }

  private boolean isConsistent() {
    long strands = strands();
    long resolvedOnce = reopened.total() + notReopened.total();
    return watched(State.OPEN) == openOf(counts -> counts.open)
        && watched(State.ON_HOLD) == openOf(counts -> counts.onHold)
        && watched(State.OPEN) + watched(State.ON_HOLD) + watched(State.RESOLVED) == strands
        && moves(State.RESOLVED, State.OPEN).total() <= reopenings
        && reopened.total() <= reopenings
        && resolvedOnce <= strands
        && unanswered.total() <= resolvedOnce
        && byOneContact.total() <= resolvedOnce
        && stillInTime <= unresolved.total()
        && areFlags(judged)
        && areFlags(unanswered)
        && areFlags(byOneContact)
        && overdue <= hitsAmong(judged, NO)
        && notDue + overdue <= unresolved.total()
        && judged.total() + metEarly + notDue <= strands;
  }

  private static boolean areFlags(LatencyGroups flags) {
    return flags.isEmpty() || flags.distribution().maxMillis() <= NO;
  }

  private static long hitsAmong(LatencyGroups flags, long flag) {
    long yes = flags.isEmpty() ? 0 : flags.distribution().countAtMost(YES);
    return flag == YES ? yes : flags.total() - yes;
  }

  private long openOf(ToLongFunction<OpenCounts> count) {
    return backlog.cells().values().stream().mapToLong(count).reduce(0, Math::addExact);
  }

  /** How many are so, of those a flag was set for. */
  static long countOf(LatencyGroups flags) {
    return hitsAmong(flags, YES);
  }

  /** Resolved, and later than promised. */
  long missed() {
    return hitsAmong(judged, NO) - overdue;
  }

  long strands() {
    return Math.addExact(resolved.total(), unresolved.total());
  }

  void exclude(Exclusion reason) {
    excluded[reason.place()]++;
  }

  long excluded(Exclusion reason) {
    return excluded[reason.place()];
  }

  /** Moves from a state to another; from one to itself the ends of watching there. */
  LatencyGroups moves(State from, State to) {
    return moves[from.place() * STATES + to.place()];
  }

  private long watched(State state) {
    return moves(state, state).total();
  }

  void flag(LatencyGroups flags, boolean isSo, int groups) {
    flags.add(isSo ? YES : NO, groups);
  }

  @Override
  public TallyForm<ResolutionTally> form() {
    return FORM;
  }
}
