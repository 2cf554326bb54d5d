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
 * How many people came how far in a funnel, and how fast.
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
 * <p>Who began lately has had little time: the share so far is too low, and would be the lower the
 * faster the organization grows. {@link #within} and {@link StepResult#timeFromFirst} count those
 * people as long as they were watched and no longer; beyond the longest time that anybody was
 * watched they claim nothing. In a simulation of 20,000 people who begin evenly over 60 days, of
 * whom 30 % come through in the end after 15 days on average, the truth within 30 days is 0.259;
 * the share so far is 0.215, and {@code within(Duration.ofDays(30))} is right.
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
   * {@return how many people began: those who did the first step, without an order any step; at
   * least 0}
   */
  public long began() {
    return step(0).reached();
  }

  /** {@return how many people came through to the last step, at most {@link #began}} */
  public long cameThrough() {
    return last().reached();
  }

  private StepResult last() {
    return step(rules.steps() - 1);
  }

  /** {@return what is known of each step: the results, in the order of the steps} */
  public List<StepResult> steps() {
    return IntStream.range(0, rules.steps()).mapToObj(this::step).toList();
  }

  /**
   * {@return what is known of a step: the result}
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
   * Returns the chance to come through within a time after a person's first step, with those who
   * have not been watched so long allowed for.
   *
   * @param duration the time, its end included
   * @return the chance; undefined beyond the longest time that anybody was watched
   * @throws IllegalStateException if the funnel has one step only
   */
  public Estimate within(Duration duration) {
    return timeToComeThrough().within(duration);
  }

  /**
   * {@return the time from a person's first step to the last: the curve of not having come through}
   *
   * @throws IllegalStateException if the funnel has one step only
   */
  public SurvivalCurve timeToComeThrough() {
    return last().timeFromFirst();
  }

  /**
   * {@return how long the chains took that came through, from their own first step to the last, at
   * the latest start that leads there; empty where nobody came through} It describes those chains
   * alone, and is never longer than the window. {@link #timeToComeThrough} begins with a person's
   * first event of the first step, and counts those who have not come through.
   */
  public LatencyDistribution timesOfChains() {
    return evidence.tally().inChain().distribution();
  }

  /**
   * {@return the time after which nothing can follow a first step any more: the window, or the sum
   * of the longest times of the steps; empty where there is no end: then nobody drops out for lack
   * of time, and no conversion is mature}
   */
  public Optional<Duration> horizon() {
    return rules.horizon();
  }

  /**
   * {@return the number of rows without an author: nobody can be followed through them; at least 0}
   */
  public long anonymous() {
    return evidence.tally().anonymous;
  }

  /**
   * {@return how many rows of the audience a machine sent on its own: nobody did anything by them;
   * at least 0; none of them is in {@link #anonymous}}
   */
  public long automatic() {
    return evidence.tally().automatic;
  }

  /** {@inheritDoc} Those of a step have its name as key, because names of steps are free texts. */
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
   * What is known of one step of a funnel: who came so far, who went on, and how long it took.
   *
   * <p>The clock of {@link #timeFromFirst} starts at a person's first event of the first step,
   * whichever chain came furthest: one picked by its outcome would make the funnel look faster. Who
   * has not reached the step counts as long as watched. Curves are computed when asked for.
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

    /**
     * {@return what the step is called: its name; without an order, that of the step at this place}
     */
    public String name() {
      return rules.step(step).name();
    }

    /**
     * {@return whether it is the first step, which has none before it; true for one of the steps}
     */
    public boolean isFirst() {
      return step == 0;
    }

    /**
     * {@return how many people have come to this step, or past it where it is optional; without an
     * order, how many have done so many different steps; at most as many as came to the step
     * before}
     */
    public long reached() {
      return tally.reached(step);
    }

    /**
     * {@return how many people did this step, at the latest when they came through: {@link
     * #reached}, unless it is optional; else as many as did it in any of their chains, which may be
     * fewer, where chains went past it}
     */
    public long did() {
      return tally.did(step);
    }

    /**
     * {@return how many of those who {@linkplain #dropped dropped out} here did so because
     * something excluded came; at least 0; 0 without exclusions} Who had no time left when it came
     * dropped out for lack of time.
     */
    public long stoppedByExclusion() {
      return isLast() ? 0 : tally.excluded(step);
    }

    /**
     * {@return how many people came to this step, no further, and have no chain left that could
     * come further; at least 0; 0 for the last step} A later first step may open one.
     */
    public long dropped() {
      return isLast() ? 0 : tally.dropped(step);
    }

    /**
     * {@return how many people came to this step, no further so far, and still can: a chain is open
     * that could come further than they have; at least 0; {@code reached() - dropped() -
     * stillInTime()} have gone on}
     */
    public long stillInTime() {
      return tally.stillInTime(step);
    }

    private boolean isLast() {
      return step == rules.steps() - 1;
    }

    /**
     * {@return the share of those who came to the step before that have come on so far, with an
     * interval by persons; undefined where nobody came to the step before} Who came lately had
     * little time: {@link #timeFromPrevious} allows for that.
     *
     * @throws IllegalStateException if this is the first step
     */
    public Proportion conversionSoFar() {
      requireBefore();
      return tally.share(step, step - 1);
    }

    /**
     * {@return the share of all who began that have come to this step so far, with an interval by
     * persons; undefined where nobody began}
     */
    public Proportion shareSoFar() {
      return tally.share(step, 0);
    }

    /**
     * {@return the share that have come to this step among those who began at least a window before
     * the log ends, and so have had all the time there is; with an interval by persons; undefined
     * where nobody began so long ago or the funnel has no window} Those who began later are left
     * out, on both sides; of those in it, nobody is.
     */
    public Proportion mature() {
      return tally.shareOfMature(step);
    }

    /**
     * {@return the time from the step before to this one, by Kaplan-Meier: who has not come on is
     * waited for as long as watched; the curve of not having come on} The clock starts again at
     * each step, and only with those who came that far: do not multiply these.
     *
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
     * {@return how long those who came to this step took from the one before it: the times} It
     * describes them alone: who takes long is not in it yet.
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
