package dev.repartee.funnel;

import dev.repartee.measure.Evidence;
import dev.repartee.measure.Origin;
import dev.repartee.measure.Summary;
import dev.repartee.stats.Estimate;
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
 * faster the organization grows. {@link #within} and {@link FunnelStepResult#timeFromFirst} count
 * those people as long as they were watched and no longer; beyond the longest time that anybody was
 * watched they claim nothing. In a simulation of 20,000 people who begin evenly over 60 days, of
 * whom 30 % come through in the end after 15 days on average, the truth within 30 days is 0.259;
 * the share so far is 0.215, and {@code within(Duration.ofDays(30))} is right.
 */
public final class FunnelSummary implements Summary<FunnelSummary> {
  private static final int STEPS_SHOWN = 8;
  private static final int NAME_SHOWN = 24;

  private final FunnelRules rules;
  private final Evidence<FunnelTally> evidence;

  FunnelSummary(FunnelRules rules, Evidence<FunnelTally> evidence) {
    this.rules = rules;
    this.evidence = evidence;
  }

  /**
   * Returns how many people began: those who did the first step, without an order any step.
   *
   * @return at least 0
   */
  public long began() {
    return step(0).reached();
  }

  /**
   * Returns how many people came through to the last step.
   *
   * @return at most {@link #began}
   */
  public long cameThrough() {
    return last().reached();
  }

  private FunnelStepResult last() {
    return step(rules.steps() - 1);
  }

  /**
   * Returns what is known of each step.
   *
   * @return the results, in the order of the steps
   */
  public List<FunnelStepResult> steps() {
    return IntStream.range(0, rules.steps()).mapToObj(this::step).toList();
  }

  /**
   * Returns what is known of a step.
   *
   * @param name its name
   * @return the result
   * @throws IllegalArgumentException if there is no such step
   */
  public FunnelStepResult step(String name) {
    for (int step = 0; step < rules.steps(); step++) {
      if (rules.step(step).name().equals(name)) {
        return step(step);
      }
    }
    List<String> names =
        IntStream.range(0, rules.steps()).mapToObj(step -> rules.step(step).name()).toList();
    throw new IllegalArgumentException("step (" + name + ") must be one of " + names);
  }

  private FunnelStepResult step(int step) {
    return new FunnelStepResult(rules, evidence.tally(), step);
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
   * Returns the time from a person's first step to the last.
   *
   * @return the curve of not having come through
   * @throws IllegalStateException if the funnel has one step only
   */
  public SurvivalCurve timeToComeThrough() {
    return last().timeFromFirst();
  }

  /**
   * Returns the time after which nothing can follow a first step any more.
   *
   * @return the window, or the sum of the longest times of the steps; empty where there is no end:
   *     then nobody drops out for lack of time, and no conversion is mature
   */
  public Optional<Duration> horizon() {
    return rules.horizon();
  }

  /**
   * Returns the number of rows without an author: nobody can be followed through them.
   *
   * @return at least 0
   */
  public long anonymous() {
    return evidence.tally().anonymous();
  }

  /**
   * Returns how many rows of the audience a machine sent on its own: nobody did anything by them.
   *
   * @return at least 0; none of them is in {@link #anonymous}
   */
  public long automatic() {
    return evidence.tally().automatic();
  }

  @Override
  public Origin origin() {
    return evidence.origin();
  }

  @Override
  public FunnelSummary merge(FunnelSummary other) {
    return new FunnelSummary(rules, evidence.merge(other.evidence));
  }

  @Override
  public byte[] toBytes() {
    return evidence.toBytes();
  }

  /**
   * Returns everything as a table for people: by step the people, the share of the step before and
   * of all so far, the mature share of all, who has dropped out and who is still in time, and the
   * median times.
   *
   * @return lines of text
   */
  public String table() {
    TextTable table =
        TextTable.of(
            "step",
            "people",
            "of the step before",
            "of all so far",
            "of all, mature",
            "dropped",
            "still in time",
            "median from before",
            "median from first");
    for (FunnelStepResult step : steps()) {
      boolean isFirst = step.isFirst();
      table.row(
          step.name(),
          NumberText.count(step.reached()),
          isFirst ? "" : step.conversionSoFar(),
          isFirst ? "" : step.shareSoFar(),
          isFirst ? "" : step.mature(),
          NumberText.count(step.dropped()),
          NumberText.count(step.stillInTime()),
          isFirst ? "" : step.timeFromPrevious().median(),
          isFirst ? "" : step.timeFromFirst().median());
    }
    return table + "\n" + notes() + "clocks start again at each step: do not multiply\n" + origin();
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
      notes.append(NumberText.count(rows)).append(rows == 1 ? " row " : " rows ");
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
    for (FunnelStepResult step : steps().subList(0, Math.min(STEPS_SHOWN, rules.steps()))) {
      String name = step.name();
      table.row(
          name.length() <= NAME_SHOWN ? name : name.substring(0, NAME_SHOWN - 1) + "…",
          NumberText.count(step.reached()),
          step.isFirst() || began() == 0 ? "" : NumberText.share(step.shareSoFar().value()),
          NumberText.count(step.dropped()),
          NumberText.count(step.stillInTime()));
    }
    int more = rules.steps() - STEPS_SHOWN;
    String rest = (more > 0 ? "\n" + more + " more: table() shows all" : "") + "\n" + notes();
    return headline() + "\n" + table + rest.stripTrailing();
  }
}
