package dev.repartee.scorecard;

import dev.repartee.apath.APathSummary;
import dev.repartee.apath.APathSummary.StageResult;
import dev.repartee.apath.Stage;
import dev.repartee.consistency.ConsistencySummary;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.openness.OpennessSummary;
import dev.repartee.participation.Involvement;
import dev.repartee.participation.ParticipationSummary;
import dev.repartee.response.ResponseSummary;
import dev.repartee.scorecard.Scorecard.Component;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Interval;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.Replicated;
import dev.repartee.stats.SurvivalCurve;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/**
 * The score of one component, or why it is missing.
 *
 * <pre>{@code
 * ComponentScore evenness =
 *     ComponentScore.of(Scorecard.Component.PARTICIPATION, Estimate.of(0.4, 0.05, new Interval(0.3, 0.5), 0.95, 0));
 * // evenness ==> participation: 40 [30, 50]
 * ComponentScore.missing(Scorecard.Component.CONSISTENCY, "the series is too short");
 * }</pre>
 *
 * <p>Immutable.
 */
public final class ComponentScore {
  static final Duration DAY = Duration.ofHours(24);
  private static final Duration QUARTER = Duration.ofDays(90);
  private static final double HUNDRED = 100;

  private final Component component;
  private final Replicated share;
  private final Estimate estimate;
  private final String reason;

  private ComponentScore(Component component, Replicated share, Estimate estimate, String reason) {
    this.component = Objects.requireNonNull(component, "component");
    this.share = share;
    this.estimate = estimate;
    this.reason = reason;
  }

  /**
   * Returns the score of a share with its replicates.
   *
   * @param component the component
   * @param share from 0 to 1; if it is not defined, the component is missing
   * @return the score, with the interval of the replicates within [0, 100]
   */
  public static ComponentScore of(Component component, Replicated share) {
    return of(component, share, share.estimate());
  }

  /**
   * {@return the score of a share with an interval} In totals its error is treated as independent
   * of the others.
   *
   * @param component the component
   * @param share from 0 to 1; if it is not defined, the component is missing for the reason of its
   *     note
   */
  public static ComponentScore of(Component component, Estimate share) {
    return of(component, Replicated.of(share), share);
  }

  private static ComponentScore of(Component component, Replicated share, Estimate estimate) {
    if (!estimate.isDefined()) {
      return missing(component, estimate.note().isEmpty() ? "not defined" : estimate.note());
    }
    if (!(estimate.value() >= 0 && estimate.value() <= 1)) {
      throw new IllegalArgumentException(
          "share of " + component + " (" + estimate.value() + ") must lie in [0, 1]");
    }
    return new ComponentScore(component, share, scaled(estimate), "");
  }

  /** Monotone, so that the ends of the interval are mapped like the value. */
  private static Estimate scaled(Estimate share) {
    return share.hasInterval()
        ? Estimate.of(
            HUNDRED * share.value(),
            HUNDRED * share.standardError(),
            new Interval(HUNDRED * Math.max(0, share.low()), HUNDRED * Math.min(1, share.high())),
            share.level(),
            share.groups())
        : Estimate.withoutInterval(HUNDRED * share.value(), share.groups(), share.note());
  }

  /**
   * {@return the score of a component that the data cannot show}
   *
   * @param component the component
   * @param because the reason, as in "missing because ..."
   * @throws IllegalArgumentException if no reason is given
   */
  public static ComponentScore missing(Component component, String because) {
    if (because.isBlank()) {
      throw new IllegalArgumentException(
          "because ("
              + because
              + ") must not be blank: a missing component is named with a reason");
    }
    return new ComponentScore(
        component, Replicated.undefined(), Estimate.undefined(because), because);
  }

  static ComponentScore listening(DialogueSummary dialogue) {
    Proportion share = dialogue.messagesToAudience();
    DoubleUnaryOperator half = x -> Math.min(1, 2 * x);
    if (share.isEmpty()) {
      return missing(Component.LISTENING, "the organization wrote nothing");
    }
    Estimate estimate =
        share
            .interval()
            .map(
                interval ->
                    Estimate.of(
                        half.applyAsDouble(share.value()),
                        2 * share.standardError(),
                        new Interval(
                            half.applyAsDouble(interval.low()),
                            half.applyAsDouble(interval.high())),
                        0.95,
                        share.groups()))
            .orElseGet(
                () ->
                    Estimate.withoutInterval(
                        half.applyAsDouble(share.value()), share.groups(), "fewer than 2 groups"));
    return of(Component.LISTENING, dialogue.messagesToAudienceReplicated().map(half), estimate);
  }

  static ComponentScore responding(ResponseSummary response) {
    if (response.exchanges() == 0) {
      return missing(Component.RESPONDING, "nobody waited for a response");
    }
    return ofCurve(Component.RESPONDING, response.curve(), DAY);
  }

  private static ComponentScore ofCurve(Component component, SurvivalCurve curve, Duration limit) {
    return of(component, curve.withinReplicated(limit), curve.within(limit));
  }

  static ComponentScore dialogue(DialogueSummary dialogue) {
    if (dialogue.twoWay().isEmpty()) {
      return missing(Component.DIALOGUE, "no mature strand has a message of the audience");
    }
    if (dialogue.returned().isEmpty()) {
      return missing(Component.DIALOGUE, "nobody was answered, so that nobody could return");
    }
    return of(
        Component.DIALOGUE,
        Replicated.combine(
            List.of(dialogue.twoWayReplicated(), dialogue.returnedReplicated()),
            both -> (both[0] + both[1]) / 2));
  }

  static ComponentScore openness(OpennessSummary openness) {
    if (openness.praiseTurns() == 0 || openness.criticismTurns() == 0) {
      return missing(
          Component.OPENNESS,
          openness.praiseTurns() + openness.criticismTurns() == 0
              ? "no turn is labelled as praise or criticism"
              : openness.praiseTurns() == 0 ? "no turn praises" : "no turn criticizes");
    }
    Replicated lower = openness.lower();
    return lower.isDefined()
        ? of(Component.OPENNESS, lower)
        : missing(Component.OPENNESS, "follow-up too short");
  }

  static ComponentScore advocacy(APathSummary path) {
    StageResult affinity = path.stage(Stage.AFFINITY);
    if (!affinity.isObserved() || !path.stage(Stage.ATTRACTION).isObserved()) {
      return missing(Component.ADVOCACY, "no act of will is in the log");
    }
    return ofCurve(Component.ADVOCACY, affinity.timeTo(), QUARTER);
  }

  /** How evenly the departments take part: 0 if one does everything, 1 if all do the same. */
  static ComponentScore participation(ParticipationSummary participation, String organization) {
    if (!participation.organizations().contains(organization)) {
      return missing(Component.PARTICIPATION, "the directory names no members");
    }
    Involvement involved = participation.organization(organization);
    int departments = involved.departments().size();
    if (departments < 2) {
      return missing(Component.PARTICIPATION, "the directory names one department only");
    }
    Estimate effective = involved.effectiveDepartments();
    return effective.isDefined()
        ? of(
            Component.PARTICIPATION,
            Replicated.of(effective)
                .map(n -> Math.min(1, Math.max(0, (n - 1) / (departments - 1)))))
        : missing(Component.PARTICIPATION, "no member wrote");
  }

  static ComponentScore consistency(ConsistencySummary consistency, String organization) {
    if (!consistency.organizations().contains(organization)) {
      return missing(Component.CONSISTENCY, "nobody wrote");
    }
    Proportion weeks = consistency.organization(organization).answeringWeeks();
    return weeks.isEmpty()
        ? missing(Component.CONSISTENCY, "no whole week has a message of the audience")
        // Beside other brands and times all weeks are a sample of more.
        : of(Component.CONSISTENCY, estimate(weeks.hasInterval() ? weeks : weeks.asIndependent()));
  }

  private static Estimate estimate(Proportion share) {
    return share
        .interval()
        .map(
            interval ->
                Estimate.of(share.value(), share.standardError(), interval, 0.95, share.groups()))
        .orElseGet(
            () -> Estimate.withoutInterval(share.value(), share.groups(), "fewer than 2 groups"));
  }

  /** {@return the component} */
  public Component component() {
    return component;
  }

  /** {@return whether the component is missing, that is, has no score} */
  public boolean isMissing() {
    return !reason.isEmpty();
  }

  /** {@return the reason why it is missing; empty if it is not} */
  public String reason() {
    return reason;
  }

  /** {@return the score with its 95 % interval, from 0 to 100; undefined if it is missing} */
  public Estimate score() {
    return estimate;
  }

  /**
   * {@return the share with its replicates, from 0 to 1, for further computation; undefined if it
   * is missing}
   */
  public Replicated share() {
    return share;
  }

  /** The score as it is printed. */
  String text() {
    return isMissing() ? "missing because " + reason : ScoreText.of(estimate);
  }

  @Override
  public String toString() {
    return component.label() + ": " + text();
  }
}
