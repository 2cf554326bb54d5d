package dev.repartee.funnel;

import com.google.common.collect.ImmutableMap;
import dev.repartee.funnel.FunnelSummary.StepResult;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Facts.Unit;
import dev.repartee.stats.LatencyDistribution;
import dev.repartee.stats.SurvivalCurve;
import java.time.Duration;
import java.util.List;

/** What a summary of a funnel says, as rows. */
final class FunnelFacts {
  private static final ImmutableMap<String, Duration> TIMES =
      ImmutableMap.of(
          "1d", Duration.ofDays(1), "7d", Duration.ofDays(7), "30d", Duration.ofDays(30));
  private static final String WITHOUT_TIMES = "a single step takes no time";
  private static final String WITHOUT_END = "there is no window";

  private FunnelFacts() {}

  static Facts of(FunnelSummary summary) {
    List<StepResult> steps = summary.steps();
    StepResult last = steps.get(steps.size() - 1);
    Facts.Builder facts =
        Facts.of(summary.origin())
            .count("began", summary.began())
            .share("came_through_so_far", last.shareSoFar());
    if (summary.horizon().isPresent()) {
      facts.share("came_through_mature", last.mature()).inDetail();
      facts.time("horizon", summary.horizon());
    } else {
      facts.missing("came_through_mature", Unit.SHARE, State.NOT_DEFINED, WITHOUT_END).inDetail();
      facts.missing("horizon", Unit.MILLISECONDS, State.NOT_DEFINED, WITHOUT_END);
    }
    if (last.isFirst()) {
      TIMES.keySet().forEach(time -> withoutTime(facts, "came_through_within_" + time, Unit.SHARE));
      withoutTime(facts, "time_to_come_through_median", Unit.MILLISECONDS);
      withoutTime(facts, "time_of_chains_median", Unit.MILLISECONDS);
      withoutTime(facts, "time_of_chains_mean", Unit.MILLISECONDS);
    } else {
      SurvivalCurve through = summary.timeToComeThrough();
      TIMES.forEach(
          (name, time) -> facts.share("came_through_within_" + name, through.within(time)));
      LatencyDistribution chains = summary.timesOfChains();
      facts
          .time("time_to_come_through_median", through.median())
          .time("time_of_chains_median", chains.median())
          .time("time_of_chains_mean", chains.mean());
    }
    facts.count("rows_anonymous", summary.anonymous()).count("rows_automatic", summary.automatic());
    steps.forEach(step -> add(facts.about("step", step.name()), step, summary));
    return facts.build();
  }

  private static void withoutTime(Facts.Builder facts, String statistic, Unit unit) {
    facts.missing(statistic, unit, State.NOT_DEFINED, WITHOUT_TIMES);
  }

  private static void add(Facts.Builder facts, StepResult step, FunnelSummary summary) {
    facts.count("people", step.reached()).count("people_who_did_it", step.did());
    if (!step.isFirst()) {
      facts
          .share("of_the_step_before_so_far", step.conversionSoFar())
          .share("of_all_so_far", step.shareSoFar());
      if (summary.horizon().isPresent()) {
        facts.share("of_all_mature", step.mature());
      } else {
        facts.missing("of_all_mature", Unit.SHARE, State.NOT_DEFINED, WITHOUT_END);
      }
    }
    facts
        .count("dropped", step.dropped())
        .count("dropped_by_exclusion", step.stoppedByExclusion())
        .count("still_in_time", step.stillInTime());
    if (!step.isFirst()) {
      facts
          .time("time_from_the_step_before_median", step.timeFromPrevious().median())
          .time(
              "time_from_the_step_before_median_of_those_who_came",
              step.timesOfThoseWhoCame().median())
          .time("time_from_the_first_step_median", step.timeFromFirst().median());
    }
  }
}
