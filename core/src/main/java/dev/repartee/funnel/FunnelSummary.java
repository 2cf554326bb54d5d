package dev.repartee.funnel;

import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Summary;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.LatencyDistribution;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How many people came through a funnel, how far, and how fast.
 *
 * <pre>{@code
 * FunnelSummary summary = log.measure(Funnel.builder()
 *     .step("wrote", EventFilter.messages())
 *     .step("followed", ActKind.FOLLOW)
 *     .within(Duration.ofDays(30))
 *     .build());
 * // summary ==> funnel: 1 began, 1 came through
 * summary.within(Duration.ofDays(7));             // the chance, those who have time allowed for
 * summary.step("followed").timeFromFirst();       // the curve behind it
 * summary.step("wrote").stillInTime();            // 0
 * }</pre>
 *
 * <p>People who began recently have had little time, so the share so far is too low, and the faster
 * the organization grows the lower it is. {@link #within} and {@link StepResult#timeFromFirst}
 * count these people only for as long as they were watched, and say nothing beyond the longest time
 * that anybody was watched. In a simulation, 20,000 people begin evenly over 60 days, and 30 % of
 * them eventually come through, after 15 days on average. The truth within 30 days is 0.259; the
 * share so far is 0.215, and {@code within(Duration.ofDays(30))} is right.
 */
public final class FunnelSummary extends Summary.Backed<FunnelSummary> {
  private static final int STEPS_SHOWN = 8;
  private static final int NAME_SHOWN = 24;

  private final FunnelRules rules;
  private final Evidence<FunnelTally> evidence;

  FunnelSummary(FunnelRules rules, Evidence<FunnelTally> evidence) {
    super(evidence, merged -> new FunnelSummary(rules, merged));
    this.rules = rules;
    this.evidence = evidence;
  }

  /**
   * {@return the number of people who began, at least 0: those who completed the first step, or any
   * step if there is no order}
   */
  public long began() {
    return step(0).reached();
  }

  /** {@return the number of people who came through to the last step, at most {@link #began}} */
  public long cameThrough() {
    return last().reached();
  }

  private StepResult last() {
    return step(rules.steps() - 1);
  }

  /** {@return the results of all steps, in the order of the steps} */
  public List<StepResult> steps() {
    return IntStream.range(0, rules.steps()).mapToObj(this::step).toList();
  }

  /**
   * {@return the result of a step}
   *
   * @param name its name
   * @throws IllegalArgumentException if there is no such step
   */
  public StepResult step(String name) {
    for (int step = 0; step < rules.steps(); step++) {
      if (rules.step(step).name().equals(name)) {
        return step(step);
      }
    }
    List<String> names =
        IntStream.range(0, rules.steps()).mapToObj(step -> rules.step(step).name()).toList();
    throw new IllegalArgumentException("step (" + name + ") must be one of " + names);
  }

  private StepResult step(int step) {
    return new StepResult(rules, evidence.tally(), step);
  }

  /**
   * Returns the probability to come through within a time after a person's first step, allowing for
   * people who have not been watched that long.
   *
   * @param duration the time, inclusive
   * @return the probability; undefined beyond the longest time that anybody was watched
   * @throws IllegalStateException if the funnel has only one step
   */
  public Estimate within(Duration duration) {
    return timeToComeThrough().within(duration);
  }

  /**
   * {@return the curve of not having come through, by the time from a person's first step to the
   * last}
   *
   * @throws IllegalStateException if the funnel has only one step
   */
  public SurvivalCurve timeToComeThrough() {
    return last().timeFromFirst();
  }

  /**
   * {@return the durations of the chains that came through, each from its own first step to the
   * last, at the latest start that leads there; empty if nobody came through} They describe only
   * those chains, and are never longer than the window. {@link #timeToComeThrough} begins with a
   * person's first event of the first step, and counts people who have not come through.
   */
  public LatencyDistribution timesOfChains() {
    return evidence.tally().inChain().distribution();
  }

  /**
   * {@return the time after which nothing can follow a first step any more: the window, or the sum
   * of the maximum times of the steps; empty if there is no limit, in which case nobody drops out
   * for lack of time and no conversion is mature}
   */
  public Optional<Duration> horizon() {
    return rules.horizon();
  }

  /**
   * {@return the number of rows without an author, at least 0; nobody can be followed through them}
   */
  public long anonymous() {
    return evidence.tally().anonymous;
  }

  /**
   * {@return the number of automatic rows of the audience, at least 0, which nobody actually did;
   * {@link #anonymous} does not include them}
   */
  public long automatic() {
    return evidence.tally().automatic;
  }

  /** {@inheritDoc} Facts of a step have its name as key, because names of steps are free texts. */
  @Override
  public Facts facts() {
    return FunnelFacts.of(this);
  }

  private String notes() {
    StringBuilder notes = new StringBuilder();
    if (rules.horizon().isEmpty()) {
      notes.append("no window: nobody runs out of time, nothing is mature\n");
    }
    note(notes, anonymous(), "without author");
    note(notes, automatic(), "automatic");
    return notes.toString();
  }

  private static void note(StringBuilder notes, long rows, String what) {
    if (rows > 0) {
      notes.append(Brief.count(rows, "row") + " ");
      notes.append(what).append(", not looked at\n");
    }
  }

  private String headline() {
    return began() == 0
        ? "funnel: no data"
        : "funnel: "
            + NumberText.count(began())
            + " began, "
            + NumberText.count(cameThrough())
            + " came through";
  }

  @Override
  public String toString() {
    TextTable table = TextTable.of("step", "people", "so far", "dropped", "in time");
    for (StepResult step : steps().subList(0, Math.min(STEPS_SHOWN, rules.steps()))) {
      String name = step.name();
      table.row(
          Brief.cut(name, NAME_SHOWN),
          NumberText.count(step.reached()),
          step.isFirst() || began() == 0 ? "" : NumberText.share(step.shareSoFar().value()),
          NumberText.count(step.dropped()),
          NumberText.count(step.stillInTime()));
    }
    int more = rules.steps() - STEPS_SHOWN;
    String rest = (more > 0 ? "\n" + more + " more: table() shows all" : "") + "\n" + notes();
    return headline() + "\n" + table + rest.stripTrailing();
  }

  /**
   * The result of one step of a funnel: who came this far, who went on, and how long it took.
   *
   * <p>The clock of {@link #timeFromFirst} starts at a person's first event of the first step,
   * whichever chain came furthest; a chain selected by its outcome would make the funnel look
   * faster. People who have not reached the step are censored. Curves are computed on each call.
   */
  public static final class StepResult {
    private final FunnelRules rules;
    private final FunnelTally tally;
    private final int step;

    StepResult(FunnelRules rules, FunnelTally tally, int step) {
      this.rules = rules;
      this.tally = tally;
      this.step = step;
    }

    /** {@return the name of the step; without an order, that of the step at this position} */
    public String name() {
      return rules.step(step).name();
    }

    /** {@return whether it is the first step} */
    public boolean isFirst() {
      return step == 0;
    }

    /**
     * {@return the number of people who have come to this step, or past it if it is optional;
     * without an order, the number who completed at least this many different steps; never more
     * than came to the step before}
     */
    public long reached() {
      return tally.reached(step);
    }

    /**
     * {@return the number of people who completed this step by the time they came through: {@link
     * #reached}, unless the step is optional; otherwise the number who completed it in any of their
     * chains, which may be fewer, since chains may skip it}
     */
    public long did() {
      return tally.did(step);
    }

    /**
     * {@return the number of people who {@linkplain #dropped dropped out} here because of an
     * excluded event, at least 0; 0 without exclusions} A person who had no time left when it came
     * dropped out for lack of time.
     */
    public long stoppedByExclusion() {
      return isLast() ? 0 : tally.excluded(step);
    }

    /**
     * {@return the number of people who came to this step but no further, and have no chain left
     * that could; at least 0; 0 for the last step} A later first step may start a new chain.
     */
    public long dropped() {
      return isLast() ? 0 : tally.dropped(step);
    }

    /**
     * {@return the number of people who came to this step, no further so far, but have an open
     * chain that could still come further; at least 0; {@code reached() - dropped() -
     * stillInTime()} have gone on}
     */
    public long stillInTime() {
      return tally.stillInTime(step);
    }

    private boolean isLast() {
      return step == rules.steps() - 1;
    }

    /**
     * {@return the share of people who have come to this step so far, among those who came to the
     * step before, with an interval by persons; undefined if nobody came to the step before} Recent
     * arrivals have had little time; {@link #timeFromPrevious} allows for that.
     *
     * @throws IllegalStateException if this is the first step
     */
    public Proportion conversionSoFar() {
      requireBefore();
      return tally.share(step, step - 1);
    }

    /**
     * {@return the share of people who have come to this step so far, among all who began, with an
     * interval by persons; undefined if nobody began}
     */
    public Proportion shareSoFar() {
      return tally.share(step, 0);
    }

    /**
     * {@return the share of people who have come to this step among mature people, who began at
     * least a window before the log ends and so have had all their time; with an interval by
     * persons; undefined if nobody began that long ago or the funnel has no window} People who
     * began later are left out of both numerator and denominator; of the others everybody is
     * included.
     */
    public Proportion mature() {
      return tally.shareOfMature(step);
    }

    /**
     * {@return the Kaplan–Meier curve of not having come to this step, by the time from the step
     * before} The clock restarts at each step, and only for people who came that far, so these
     * curves must not be multiplied.
     *
     * @throws IllegalStateException if this is the first step
     */
    public SurvivalCurve timeFromPrevious() {
      requireBefore();
      return SurvivalCurve.of(tally.sincePrevious(step), tally.waitingSincePrevious(step));
    }

    /**
     * Returns the Kaplan–Meier curve by the time from a person's first event of the first step to
     * this step.
     *
     * @return the curve of not having come to this step
     * @throws IllegalStateException if this is the first step
     */
    public SurvivalCurve timeFromFirst() {
      requireBefore();
      return SurvivalCurve.of(tally.sinceFirst(step), tally.waitingSinceFirst(step));
    }

    /**
     * {@return the times that people who came to this step took from the one before it} It
     * describes only them; people who take long are not included yet.
     *
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
      String people = Brief.count(reached(), "person", "people");
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
}
