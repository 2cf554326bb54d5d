package dev.repartee.examples.quickstart;

import dev.repartee.consistency.ConsistencySummary;
import dev.repartee.participation.Involvement;
import dev.repartee.participation.ParticipationSummary;
import dev.repartee.scorecard.ComponentScore;
import dev.repartee.scorecard.Scorecard.Component;
import dev.repartee.scorecard.Scorecards;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.Replicated;

/** Puts into the scorecards what they do not measure themselves. */
final class CultureScores {
  private CultureScores() {}

  static Scorecards complete(
      Scorecards cards, ConsistencySummary consistency, ParticipationSummary participation) {
    Scorecards complete = cards;
    for (String name : cards.organizations()) {
      complete =
          complete
              .with(name, participation(participation, name))
              .with(name, consistency(consistency, name));
    }
    return complete;
  }

  /** How evenly the departments take part: 0 where one does it all, 1 where all do as much. */
  private static ComponentScore participation(ParticipationSummary summary, String name) {
    if (!summary.organizations().contains(name)) {
      return ComponentScore.missing(Component.PARTICIPATION, "the directory names no members");
    }
    Involvement involved = summary.organization(name);
    int departments = involved.departments().size();
    if (departments < 2) {
      return ComponentScore.missing(
          Component.PARTICIPATION, "the directory names one department only");
    }
    Estimate effective = involved.effectiveDepartments();
    return effective.isDefined()
        ? ComponentScore.of(
            Component.PARTICIPATION,
            Replicated.of(effective)
                .map(n -> Math.min(1, Math.max(0, (n - 1) / (departments - 1)))))
        : ComponentScore.missing(Component.PARTICIPATION, "no member wrote");
  }

  private static ComponentScore consistency(ConsistencySummary summary, String name) {
    if (!summary.organizations().contains(name)) {
      return ComponentScore.missing(Component.CONSISTENCY, "nobody wrote");
    }
    Proportion weeks = summary.organization(name).answeringWeeks();
    if (weeks.isEmpty()) {
      return ComponentScore.missing(
          Component.CONSISTENCY, "no whole week has a message of the audience");
    }
    return ComponentScore.of(
        Component.CONSISTENCY,
        weeks
            .interval()
            .map(
                interval ->
                    Estimate.of(
                        weeks.value(), weeks.standardError(), interval, 0.95, weeks.groups()))
            .orElseGet(
                () ->
                    Estimate.withoutInterval(
                        weeks.value(), weeks.groups(), "fewer than 2 groups")));
  }
}
