package dev.repartee.funnel;

import dev.repartee.internal.tally.CountArray;
import dev.repartee.internal.tally.StepTimes;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Opened.Outcomes;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;
import dev.repartee.measure.Unit;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.Proportion;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * How many people came how far in a funnel, in replicate groups by person, and how long each step
 * took or has been waited for.
 *
 * <p>What the second step took from the one before it is what it took from the first; and how long
 * people have been watched since the first is kept once, by the deepest step.
 */
final class FunnelTally implements Tally.Declared<FunnelTally> {
  private static final TallyForm<FunnelTally> FORM =
      TallyForm.of(FunnelTally.class)
          .part(t -> t.people)
          .part(t -> t.optional)
          .part(t -> t.sinceFirst)
          .part(t -> t.sincePrevious)
          .part(t -> t.watchedSinceFirst)
          .part(t -> t.watchedSinceDeepest)
          .part(t -> t.inChain)
          .count(t -> t.anonymous, (t, n) -> t.anonymous = n)
          .count(t -> t.automatic, (t, n) -> t.automatic = n);

  private static final int OPEN = 1;
  private static final int MATURE = 2;
  private static final int EXCLUDED = 4;

  private final int steps;

  /** How many states there are: those ended by an exclusion only where there are exclusions. */
  private final int states;

  /** Which steps may be left out, as bits. */
  private final int mayBeLeftOut;

  /** By deepest step and state. */
  private final Groups<CountArray> people;

  /** The people who completed each optional step. */
  private final CountArray optional;

  private final StepTimes sinceFirst;
  private final StepTimes sincePrevious;
  private final StepTimes watchedSinceFirst;
  private final StepTimes watchedSinceDeepest;

  /** How long the chains took that came through. */
  private final StepTimes inChain;

  long anonymous;
  long automatic;

  FunnelTally(FunnelRules rules) {
    this.steps = rules.steps();
    this.states = rules.exclusions().isEmpty() ? EXCLUDED : 2 * EXCLUDED;
    int leftOut = 0;
    for (int step = 0; step < steps; step++) {
      leftOut |= rules.step(step).isOptional() ? 1 << step : 0;
    }
    this.mayBeLeftOut = leftOut;
    this.people = new Groups<>(Unit.PERSON, () -> new CountArray(steps * states));
    this.optional = new CountArray(steps);
    this.sinceFirst = new StepTimes(steps);
    this.sincePrevious = new StepTimes(steps);
    this.watchedSinceFirst = new StepTimes(steps);
    this.watchedSinceDeepest = new StepTimes(steps);
    this.inChain = new StepTimes(1);
  }

  /** What becomes of people, by the names of the facts that count it. */
  static Outcomes<FunnelTally> outcomes(FunnelRules rules) {
    Outcomes<FunnelTally> outcomes =
        Outcomes.<FunnelTally>none()
            .with("began", t -> t.reached(0))
            .with("rows_anonymous", t -> t.anonymous)
            .with("rows_automatic", t -> t.automatic);
    int last = rules.steps() - 1;
    for (int i = 0; i <= last; i++) {
      int step = i;
      String name = rules.step(step).name();
      outcomes =
          outcomes
              .withKey("people", name, t -> t.reached(step))
              .withKey("people_who_did_it", name, t -> t.did(step));
      if (step < last) {
        outcomes =
            outcomes
                .withKey("dropped", name, t -> t.dropped(step))
                .withKey("dropped_by_exclusion", name, t -> t.excluded(step))
                .withKey("still_in_time", name, t -> t.stillInTime(step));
      }
    }
    return outcomes;
  }

  /** Counts a person who has begun. */
  void add(Attempts attempts, long seenUntil, boolean isMature, int groups) {
    int deepest = attempts.level() - 1;
    long[] reachedAt = attempts.reachedAt();
    long first = reachedAt[0];
    for (int step = 1; step <= deepest; step++) {
      sinceFirst.add(step, reachedAt[step] - first, groups);
      if (step > 1) {
        sincePrevious.add(step, reachedAt[step] - reachedAt[step - 1], groups);
      }
    }
    if (deepest + 1 < steps) {
      watchedSinceFirst.add(deepest, seenUntil - first, groups);
      if (deepest > 0) {
        watchedSinceDeepest.add(deepest, seenUntil - reachedAt[deepest], groups);
      }
    }
    if (deepest > 0 && deepest + 1 == steps) {
      inChain.add(0, reachedAt[deepest] - attempts.start(), groups);
    }
    for (int left = attempts.done() & mayBeLeftOut; left != 0; left &= left - 1) {
      optional.add(Integer.numberOfTrailingZeros(left));
    }
    int state = (attempts.isOpen() ? OPEN : 0) + (isMature ? MATURE : 0);
    state += states > EXCLUDED && deepest + 1 < steps && attempts.isExcluded() ? EXCLUDED : 0;
    CountArray.add(people, groups, deepest * states + state);
  }

  /** How many people did a step: where it may be left out, not all who came past it. */
  long did(int step) {
    return (mayBeLeftOut >>> step & 1) == 0 ? reached(step) : optional.sum(step);
  }

  /** How many people have reached a step. */
  long reached(int step) {
    return people.sum(people(step, steps, state -> true));
  }

  /** Of the people who have reached a step, those who have reached another. */
  Proportion share(int step, int of) {
    return people.share(people(step, steps, state -> true), people(of, steps, state -> true));
  }

  /** Of the people who began a window or more ago, those who have reached a step. */
  Proportion shareOfMature(int step) {
    IntPredicate isMature = state -> (state & MATURE) != 0;
    return people.share(people(step, steps, isMature), people(0, steps, isMature));
  }

  /** The people who have come to a step and no further, and have no open chain. */
  long dropped(int step) {
    return people.sum(people(step, step + 1, state -> (state & OPEN) == 0));
  }

  /** Those of them whose deepest chains were ended by an excluded event. */
  long excluded(int step) {
    return people.sum(people(step, step + 1, state -> (state & EXCLUDED) != 0));
  }

  /** The people who have come to a step and no further, and can still. */
  long stillInTime(int step) {
    return people.sum(people(step, step + 1, state -> (state & OPEN) != 0));
  }

  private ToLongFunction<CountArray> people(int from, int to, IntPredicate chosen) {
    int[] places =
        IntStream.range(from * states, to * states)
            .filter(place -> chosen.test(place % states))
            .toArray();
    return counts -> counts.sum(places);
  }

  /** How long it took from the first step to one that was reached. */
  LatencyGroups sinceFirst(int step) {
    return copy(sinceFirst, step);
  }

  /** How long it took from the step before to one that was reached. */
  LatencyGroups sincePrevious(int step) {
    return copy(step == 1 ? sinceFirst : sincePrevious, step);
  }

  /** How long those who have not reached a step have been watched since their first. */
  LatencyGroups waitingSinceFirst(int step) {
    LatencyGroups sum = LatencyGroups.ofPersons();
    for (int deepest = 0; deepest < step; deepest++) {
      watchedSinceFirst.addTo(sum, deepest);
    }
    return sum;
  }

  /** How long those at the step before one have been watched since they reached that. */
  LatencyGroups waitingSincePrevious(int step) {
    return copy(step == 1 ? watchedSinceFirst : watchedSinceDeepest, step - 1);
  }

  /** How long the chains took that came through. */
  LatencyGroups inChain() {
    return copy(inChain, 0);
  }

  private static LatencyGroups copy(StepTimes times, int step) {
    LatencyGroups sum = LatencyGroups.ofPersons();
    times.addTo(sum, step);
    return sum;
  }

  @Override
  public TallyForm<FunnelTally> form() {
    return FORM;
  }
}
