package dev.repartee.apath;

import dev.repartee.apath.EngagementEffect.Part;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Summary;
import dev.repartee.stats.Difference;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.time.Duration;

/** Whether people whom the organization speaks to go further than others: an association. */
public final class EngagementEffectSummary extends Summary.Backed<EngagementEffectSummary> {
  private static final Duration QUARTER = Duration.ofDays(90);

  private final Conditions conditions;
  private final Stage stage;
  private final Duration landmark;
  private final Evidence<PathFacts> evidence;
  private final Observed observed;

  EngagementEffectSummary(
      Conditions conditions, Stage stage, Duration landmark, Evidence<PathFacts> evidence) {
    super(evidence, merged -> new EngagementEffectSummary(conditions, stage, landmark, merged));
    this.conditions = conditions;
    this.stage = stage;
    this.landmark = landmark;
    this.evidence = evidence;
    this.observed = new Observed(conditions, evidence.seenKinds());
  }

  /**
   * Returns whether the log can show it: the stage and the next that people may go on to.
   *
   * @return false if one of them is not observed
   */
  public boolean isObserved() {
    return observed.has(stage) && observed.has(next());
  }

  /**
   * Returns the stage that people may go on to: the next that is observed, where a log can show a
   * later one without it, else the next.
   *
   * @return the stage
   */
  public Stage next() {
    return Stage.values()[conditions.after(observed.variant(), stage.ordinal())];
  }

  /**
   * Returns how long those who were addressed took to go on, from the landmark.
   *
   * @return the curve of still being on the way, by Kaplan-Meier
   * @throws IllegalStateException if it is not observed
   */
  public SurvivalCurve engaged() {
    return curve(Part.ENGAGED);
  }

  /**
   * Returns how long those who were not addressed took to go on, from the landmark.
   *
   * @return the curve of still being on the way, by Kaplan-Meier
   * @throws IllegalStateException if it is not observed
   */
  public SurvivalCurve notEngaged() {
    return curve(Part.NOT_ENGAGED);
  }

  private SurvivalCurve curve(Part part) {
    observed.needs(stage);
    observed.needs(next());
    int variant = observed.variant();
    return SurvivalCurve.of(
        evidence.tally().times(EngagementEffect.placeOfTimes(variant, part, true)),
        evidence.tally().times(EngagementEffect.placeOfTimes(variant, part, false)));
  }

  /**
   * Returns the chance to go on of those addressed less that of those not, by MOVER. It is an
   * association, no effect.
   *
   * @param time since the landmark
   * @return in [-1, 1]; undefined where one of the chances is
   * @throws IllegalStateException if it is not observed
   */
  public Estimate difference(Duration time) {
    return Difference.of(engaged().within(time), notEngaged().within(time));
  }

  /**
   * Returns how many had gone on by the landmark.
   *
   * @return at least 0; they are in neither curve
   */
  public long advanced() {
    return count(Part.ADVANCED);
  }

  /**
   * Returns how many had left by the landmark: unfollowed, unsubscribed or lapsed.
   *
   * @return at least 0; they are in neither curve
   */
  public long left() {
    return count(Part.LEFT);
  }

  /**
   * Returns how many were not watched up to the landmark.
   *
   * @return at least 0; they are in neither curve
   */
  public long notWatched() {
    return count(Part.NOT_WATCHED);
  }

  private long count(Part part) {
    return evidence.tally().total(EngagementEffect.place(observed.variant(), part));
  }

  @Override
  public String toString() {
    if (!isObserved()) {
      return "engaged after " + stage + ": not observed";
    }
    long engaged = count(Part.ENGAGED);
    long all = engaged + count(Part.NOT_ENGAGED);
    TextTable table =
        TextTable.of("", "people", "went on to " + next(), "within " + DurationText.of(QUARTER));
    row(table, "addressed", engaged());
    row(table, "not addressed", notEngaged());
    return "engaged after "
        + stage
        + ": "
        + NumberText.count(engaged)
        + " of "
        + NumberText.count(all)
        + "\n"
        + table
        + "\ndifference "
        + difference(QUARTER)
        + ", an association\nout at the landmark, "
        + DurationText.of(landmark)
        + " on: "
        + NumberText.count(advanced())
        + " had gone on, "
        + NumberText.count(left())
        + " had left, "
        + NumberText.count(notWatched())
        + " not watched so long";
  }

  private static void row(TextTable table, String who, SurvivalCurve curve) {
    table.row(who, curve.count(), curve.eventCount(), curve.within(QUARTER));
  }
}
