package dev.repartee.resolution;

import com.google.common.collect.ImmutableMap;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Facts;
import dev.repartee.resolution.Resolution.Options;
import dev.repartee.resolution.ResolutionSummary.Backlog;
import dev.repartee.resolution.ResolutionSummary.State;
import dev.repartee.resolution.ResolutionSummary.Target;
import dev.repartee.stats.StateChances;
import dev.repartee.stats.SurvivalCurve;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a summary of resolutions says, as rows. */
final class ResolutionFacts {
  private static final Duration MONTH = Duration.ofDays(30);

  private static final ImmutableMap<String, Duration> TIMES =
      ImmutableMap.of(
          "4h",
          Duration.ofHours(4),
          "1d",
          Duration.ofDays(1),
          "7d",
          Duration.ofDays(7),
          "30d",
          MONTH);

  private static final ImmutableMap<String, Double> QUANTILES =
      ImmutableMap.of("p25", 0.25, "p75", 0.75, "p90", 0.9);

  private ResolutionFacts() {}

  /** Asks a summary that answers all, even where nothing is observed. */
  static Facts of(ResolutionSummary summary, Options options, boolean isObserved) {
    Facts.Builder facts = Facts.of(summary.origin()).count("strands", summary.strands());
    Facts.Builder observed =
        isObserved
            ? facts
            : facts.notObserved("no act resolves, reopens, holds, resumes or assigns");
    SurvivalCurve curve = summary.curve();
    observed
        .time("resolution_median", curve.median())
        .share("resolved_so_far", summary.resolvedSoFar())
        .share("by_one_contact", summary.byOneContact())
        .inDetail();
    QUANTILES.forEach((name, q) -> observed.time("resolution_" + name, curve.quantile(q)));
    TIMES.forEach((name, time) -> observed.share("resolved_within_" + name, curve.within(time)));
    observed
        .count("resolved", summary.resolved())
        .count("unresolved", summary.unresolved())
        .count("resolved_not_known_to_last", summary.stillInTime());
    if (options.target().isPresent()) {
      target(observed, summary.target());
    }
    observed
        .time("time_to_last", Optional.of(options.lasting()))
        .share("reopened_within_time_to_last", summary.reopenedWithin(options.lasting()))
        .count("strands_reopened", summary.reopened())
        .count("reopenings", summary.reopenings())
        .share("resolved_unanswered", summary.resolvedUnanswered())
        .count("acts_without_effect", summary.withoutEffect());
    states(observed, summary.chances());
    summary.excluded().forEach((why, n) -> facts.inDetail().count("excluded", why, n));
    if (isObserved) {
      backlog(facts, summary.backlog());
    }
    return facts.build();
  }

  private static void target(Facts.Builder facts, Target target) {
    facts
        .time("target", Optional.of(target.promised()))
        .share("target_met", target.attainment())
        .count("target_missed", target.missed())
        .count("target_overdue", target.overdue())
        .count("target_met_early", target.metEarly())
        .count("target_still_in_time", target.stillInTime());
  }

  private static void states(Facts.Builder facts, StateChances chances) {
    for (State state : State.values()) {
      String name = state.name().toLowerCase(Locale.ROOT);
      for (Map.Entry<String, Duration> time : TIMES.entrySet()) {
        facts.share(name + "_after_" + time.getKey(), chances.at(state.place(), time.getValue()));
      }
      facts.time(name + "_time_within_30d", chances.timeIn(state.place(), MONTH));
    }
  }

  private static void backlog(Facts.Builder facts, List<Backlog> departments) {
    for (Backlog of : departments) {
      facts
          .about("department", of.department().isEmpty() ? Dimension.NONE : of.department())
          .count("open", of.open())
          .count("on_hold", of.onHold())
          .count("unassigned", of.unassigned());
    }
  }
}
