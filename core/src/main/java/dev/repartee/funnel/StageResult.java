package dev.repartee.funnel;

import dev.repartee.stats.Estimate;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What a log tells about one stage of the A-Path: whether it is observed at all, how many reached
 * it, from where, and how fast.
 *
 * <p>A stage that is not observed has no count: 0 would say that nobody came so far, and the log
 * cannot know. Everything but {@link #isObserved} and its like then throws.
 *
 * <p>Curves wait for those who have not come so far: people not yet there are counted up to the end
 * of their being watched, and no longer. Each is computed when asked for.
 */
public final class StageResult {
  private final Stage stage;
  private final Optional<Stage> from;
  private final Set<String> channels;
  private final boolean observed;
  private final Conditions conditions;
  private final int variant;
  private final PathTally tally;

  StageResult(
      Stage stage,
      Optional<Stage> from,
      Set<String> channels,
      boolean observed,
      Conditions conditions,
      int variant,
      PathTally tally) {
    this.stage = stage;
    this.from = from;
    this.channels = channels;
    this.observed = observed;
    this.conditions = conditions;
    this.variant = variant;
    this.tally = tally;
  }

  /**
   * Returns the stage.
   *
   * @return which one
   */
  public Stage stage() {
    return stage;
  }

  /**
   * Returns whether the log can show this stage, or the caller says it can.
   *
   * @return false if nothing can be said about it
   */
  public boolean isObserved() {
    return observed;
  }

  /**
   * Returns the channels on which the stage is observed.
   *
   * @return their names, sorted; the empty text stands for rows without a channel
   */
  public Set<String> observedOn() {
    return channels;
  }

  /**
   * Returns the stage from which people reach this one: the last observed before it. Stages between
   * are not observed.
   *
   * @return the stage, or empty for the first
   */
  public Optional<Stage> from() {
    return from;
  }

  /**
   * Returns how many people have reached the stage.
   *
   * @return at least 0 and at most the count of {@link #from}
   * @throws IllegalStateException if the stage is not observed
   */
  public long count() {
    return Arrays.stream(reached()).sum();
  }

  /**
   * Returns the share of those at {@link #from} who have come on to this stage so far. Those who
   * came lately are in it although they had little time: {@link #timeTo} allows for that.
   *
   * @return the share, with an interval that respects that people repeat; undefined where nobody
   *     reached the stage before
   * @throws IllegalStateException if the stage is not observed or is the first
   */
  public Proportion conversionSoFar() {
    Stage before = needsFrom();
    return Proportion.clustered(reached(), reached(before), new long[0], new long[0]);
  }

  /**
   * Returns the time from {@link #from} to this stage, by Kaplan-Meier: people who have not come so
   * far wait, up to the end of their being watched. The clock starts again at each stage: do not
   * multiply these, {@link #timeFromEntry} tells the whole way.
   *
   * @return the curve of still being on the way
   * @throws IllegalStateException if the stage is not observed or is the first
   */
  public SurvivalCurve timeTo() {
    Stage before = needsFrom();
    if (before == Stage.ATTENTION) {
      return timeFromEntry();
    }
    Step step = step();
    // Where a stage is passed over that no way leads past, nothing in the log leads on.
    return step.from() == before
        ? SurvivalCurve.of(tally.taken(step), tally.waiting(step))
        : SurvivalCurve.of(new LatencyGroups(1), new LatencyGroups(1));
  }

  /**
   * Returns the time from the entry to this stage, by Kaplan-Meier: the whole way.
   *
   * @return the curve of still being on the way
   * @throws IllegalStateException if the stage is not observed or is the first
   */
  public SurvivalCurve timeFromEntry() {
    needsFrom();
    Step step = step();
    return SurvivalCurve.of(tally.takenSinceEntry(step), tally.waitingSinceEntry(step));
  }

  /**
   * Returns the chance to reach this stage within a time after {@link #from}.
   *
   * @param limit the time, itself included
   * @return 1 - S(limit) of {@link #timeTo}
   * @throws IllegalStateException if the stage is not observed or is the first
   */
  public Estimate within(Duration limit) {
    return timeTo().within(limit);
  }

  /**
   * Returns the chance to reach this stage within a time after the entry.
   *
   * @param limit the time, itself included
   * @return 1 - S(limit) of {@link #timeFromEntry}
   * @throws IllegalStateException if the stage is not observed or is the first
   */
  public Estimate withinOfEntry(Duration limit) {
    return timeFromEntry().within(limit);
  }

  /**
   * Returns how many of those at {@link #from} have not come to this stage, but can still do so
   * within a time: it has not passed since they reached the stage before. They are no losses.
   *
   * @param limit the time, itself included
   * @return at least 0; where there are more than 65,536 distinct times, those at it to within 0.4
   *     %
   * @throws IllegalStateException if the stage is not observed or is the first
   */
  public long stillInTime(Duration limit) {
    SurvivalCurve curve = timeTo();
    long waiting = 0;
    for (int i = 0; i < curve.size() && curve.timeMillis(i) < limit.toMillis(); i++) {
      waiting += curve.censored(i);
    }
    return waiting;
  }

  private long[] reached() {
    needsObserved();
    return reached(stage);
  }

  private long[] reached(Stage of) {
    return of == Stage.ATTENTION ? tally.paths() : tally.took(conditions.step(of, variant));
  }

  private Step step() {
    return conditions.step(stage, variant);
  }

  private void needsObserved() {
    if (!observed) {
      throw new IllegalStateException(
          "stage ("
              + stage
              + ") is not observed: the log holds no kind of act that can prove it;"
              + " ask isObserved() first, or measure with APath.standard().observing(Stage."
              + stage
              + ") if such acts would be in the log");
    }
  }

  private Stage needsFrom() {
    needsObserved();
    return from.orElseThrow(
        () ->
            new IllegalStateException(
                "stage ("
                    + stage
                    + ") must not be the first that is observed: no earlier one leads"
                    + " to it; ask a later stage, or count()"));
  }

  @Override
  public String toString() {
    if (!observed) {
      return stage + ": not observed";
    }
    String count = stage + ": " + NumberText.count(count());
    if (from.isEmpty()) {
      return count;
    }
    Proportion soFar = conversionSoFar();
    String head = count + " of " + NumberText.count(soFar.trials()) + " from " + from.get();
    return (head.length() > 49 ? count : head)
        + "\nso far "
        + soFar
        + "\ntime from "
        + from.get()
        + ": median "
        + timeTo().median();
  }
}
