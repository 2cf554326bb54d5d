package dev.repartee.funnel;

import dev.repartee.stats.LatencyDistribution;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.NumberText;

/**
 * What is known of one step of a funnel: who came so far, who went on, and how long it took.
 *
 * <p>The clock of {@link #timeFromFirst} starts at a person's first event of the first step,
 * whichever chain came furthest: one picked by its outcome would make the funnel look faster. Who
 * has not reached the step counts as long as watched. Curves are computed when asked for.
 */
public final class FunnelStepResult {
  private final FunnelRules rules;
  private final FunnelTally tally;
  private final int step;

  FunnelStepResult(FunnelRules rules, FunnelTally tally, int step) {
    this.rules = rules;
    this.tally = tally;
    this.step = step;
  }

  /**
   * Returns what the step is called.
   *
   * @return its name; without an order, that of the step at this place
   */
  public String name() {
    return rules.step(step).name();
  }

  /**
   * Returns whether it is the first step, which has none before it.
   *
   * @return true for one of the steps
   */
  public boolean isFirst() {
    return step == 0;
  }

  /**
   * Returns how many people have come to this step, or past it where it is optional; without an
   * order, how many have done so many different steps.
   *
   * @return at most as many as came to the step before
   */
  public long reached() {
    return FunnelTally.sum(tally.reached(step));
  }

  /**
   * Returns how many people came to this step, no further, and have no chain left that could come
   * further. A later first step may open one.
   *
   * @return at least 0; 0 for the last step
   */
  public long dropped() {
    return isLast() ? 0 : tally.dropped(step);
  }

  /**
   * Returns how many people came to this step, no further so far, and still can: a chain is open
   * that could come further than they have.
   *
   * @return at least 0; {@code reached() - dropped() - stillInTime()} have gone on
   */
  public long stillInTime() {
    return tally.stillInTime(step);
  }

  private boolean isLast() {
    return step == rules.steps() - 1;
  }

  /**
   * Returns the share of those who came to the step before that have come on so far. Who came
   * lately had little time: {@link #timeFromPrevious} allows for that.
   *
   * @return the share, with an interval by persons; undefined where nobody came to the step before
   * @throws IllegalStateException if this is the first step
   */
  public Proportion conversionSoFar() {
    requireBefore();
    return share(tally.reached(step), tally.reached(step - 1));
  }

  /**
   * Returns the share of all who began that have come to this step so far.
   *
   * @return the share, with an interval by persons; undefined where nobody began
   */
  public Proportion shareSoFar() {
    return share(tally.reached(step), tally.reached(0));
  }

  /**
   * Returns the share that have come to this step among those who began at least a window before
   * the log ends, and so have had all the time there is. Those who began later are left out, on
   * both sides; of those in it, nobody is.
   *
   * @return the share, with an interval by persons; undefined where nobody began so long ago or the
   *     funnel has no window
   */
  public Proportion mature() {
    return share(tally.reachedMature(step), tally.reachedMature(0));
  }

  private static Proportion share(long[] hits, long[] trials) {
    return Proportion.clustered(hits, trials, new long[0], new long[0]);
  }

  /**
   * Returns the time from the step before to this one, by Kaplan-Meier: who has not come on is
   * waited for as long as watched. The clock starts again at each step, and only with those who
   * came that far: do not multiply these.
   *
   * @return the curve of not having come on
   * @throws IllegalStateException if this is the first step
   */
  public SurvivalCurve timeFromPrevious() {
    requireBefore();
    return SurvivalCurve.of(tally.sincePrevious(step), tally.waitingSincePrevious(step));
  }

  /**
   * Returns the time from a person's first event of the first step to this one, by Kaplan-Meier.
   *
   * @return the curve of not having come so far
   * @throws IllegalStateException if this is the first step
   */
  public SurvivalCurve timeFromFirst() {
    requireBefore();
    return SurvivalCurve.of(tally.sinceFirst(step), tally.waitingSinceFirst(step));
  }

  /**
   * Returns how long those who came to this step took from the one before it. It describes them
   * alone: who takes long is not in it yet.
   *
   * @return the times
   * @throws IllegalStateException if this is the first step
   */
  public LatencyDistribution timesOfThoseWhoCame() {
    requireBefore();
    return tally.sincePrevious(step).distribution();
  }

  private void requireBefore() {
    if (isFirst()) {
      throw new IllegalStateException(
          "step ("
              + name()
              + ") must not be the first: none is before it; ask a later one, or reached()");
    }
  }

  @Override
  public String toString() {
    String people = NumberText.count(reached()) + (reached() == 1 ? " person" : " people");
    StringBuilder text = new StringBuilder(people);
    text.append(isFirst() ? " began" : " came so far").append("\nstep ").append(name());
    if (!isFirst()) {
      text.append("\nof the step before, so far: ").append(conversionSoFar());
      text.append("\nof all, mature: ").append(mature());
      text.append("\nmedian from the first step: ").append(timeFromFirst().median());
    }
    if (!isLast()) {
      text.append("\ndropped ").append(NumberText.count(dropped()));
      text.append(", still in time ").append(NumberText.count(stillInTime()));
    }
    return text.toString();
  }
}
