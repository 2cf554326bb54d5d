package dev.repartee.response;

import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Facts.Unit;
import dev.repartee.response.ResponseSummary.Closing;
import dev.repartee.response.ResponseSummary.TargetAttainment;
import dev.repartee.stats.LatencyDistribution;
import dev.repartee.stats.SurvivalCurve;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What summaries of response times say, as rows. */
final class ResponseFacts {
  private static final Map<String, Duration> TIMES = new LinkedHashMap<>();
  private static final Map<String, Double> QUANTILES = new LinkedHashMap<>();

  static {
    TIMES.put("15min", Duration.ofMinutes(15));
    TIMES.put("1h", Duration.ofHours(1));
    TIMES.put("4h", Duration.ofHours(4));
    TIMES.put("24h", Duration.ofHours(24));
    QUANTILES.put("p25", 0.25);
    QUANTILES.put("p75", 0.75);
    QUANTILES.put("p90", 0.9);
    QUANTILES.put("p95", 0.95);
  }

  private static final List<String> TARGET_COUNTS =
      List.of("target_missed", "target_overdue", "target_met_early", "target_still_in_time");

  /** Short, because it stands in every cell of a column; the unanswered have no answerer. */
  private static final String CHOSEN = "chosen by who answered";

  private ResponseFacts() {}

  static Facts of(ResponseSummary summary, Clock clock, boolean hasTarget) {
    Facts.Builder facts =
        Facts.of(summary.origin())
            .count("waits", summary.exchanges())
            .count("answered", summary.answered());
    if (summary.origin().isOfAnswerers()) {
      rates(facts, Optional.empty());
    } else {
      rates(facts, Optional.of(summary));
    }
    facts.count("waiting", summary.waiting()).count("closed_unanswered", summary.closed());
    for (Closing by : Closing.values()) {
      facts.count("closed_unanswered", by, summary.closed(by));
    }
    if (clock == Clock.SESSION) {
      facts.count("still_in_session", summary.stillInTime());
    }
    if (hasTarget) {
      target(facts, summary);
    }
    ofTheAnswered(facts, summary);
    if (clock == Clock.HAND_OFF) {
      // Whether there is one depends on the data, so that it has a name where there is none.
      return facts.word("caution", summary.caution()).build();
    }
    return caution(facts, summary.caution()).build();
  }

  /** The curves, once each, as they take a while; without a summary that they are not there. */
  private static void rates(Facts.Builder facts, Optional<ResponseSummary> all) {
    if (all.isEmpty()) {
      missing(facts, "wait_median", Unit.MILLISECONDS);
      missing(facts, "answered_so_far", Unit.SHARE);
      facts.inDetail();
      QUANTILES.keySet().forEach(q -> missing(facts, "wait_" + q, Unit.MILLISECONDS));
      TIMES.keySet().forEach(time -> missing(facts, "answered_within_" + time, Unit.SHARE));
      TIMES.keySet().forEach(time -> missing(facts, "closed_within_" + time, Unit.SHARE));
      return;
    }
    ResponseSummary summary = all.get();
    SurvivalCurve curve = summary.curve();
    facts.time("wait_median", curve.median()).share("answered_so_far", summary.answeredSoFar());
    facts.inDetail();
    QUANTILES.forEach((name, q) -> facts.time("wait_" + name, curve.quantile(q)));
    TIMES.forEach((name, time) -> facts.share("answered_within_" + name, curve.within(time)));
    SurvivalCurve closed = summary.tally.closedCurve();
    TIMES.forEach((name, time) -> facts.share("closed_within_" + name, closed.within(time)));
  }

  private static void missing(Facts.Builder facts, String statistic, Unit unit) {
    facts.missing(statistic, unit, State.NOT_OBSERVED, CHOSEN);
  }

  private static void target(Facts.Builder facts, ResponseSummary summary) {
    if (summary.origin().isOfAnswerers()) {
      missing(facts, "target", Unit.MILLISECONDS);
      missing(facts, "target_met", Unit.SHARE);
      TARGET_COUNTS.forEach(name -> missing(facts, name, Unit.COUNT));
      return;
    }
    TargetAttainment target = summary.target();
    facts
        .time("target", Optional.of(target.target()))
        .share("target_met", target.attainment())
        .count(TARGET_COUNTS.get(0), target.missed())
        .count(TARGET_COUNTS.get(1), target.overdue())
        .count(TARGET_COUNTS.get(2), target.metEarly())
        .count(TARGET_COUNTS.get(3), target.stillInTime());
  }

  static Facts of(AnsweredTime.Latencies summary, Clock clock) {
    Facts.Builder facts =
        Facts.of(summary.origin())
            .count("answered", summary.answered())
            .count("unanswered", summary.unanswered())
            .inDetail();
    ofTheAnswered(facts, summary);
    return caution(facts, clock.caution()).build();
  }

  /** Where a clock is one to beware of. */
  private static Facts.Builder caution(Facts.Builder facts, String caution) {
    return caution.isEmpty() ? facts : facts.word("caution", caution);
  }

  private static void ofTheAnswered(Facts.Builder facts, Answered<?> summary) {
    facts
        .count("answered_directly", summary.answeredDirectly())
        .count("answered_by_inference", summary.answeredByInference())
        .count("began_as_replies_to_audience", summary.repliesToAudience());
    summary.excluded().forEach((reason, count) -> facts.count("excluded", reason, count));
    LatencyDistribution latencies = summary.answeredLatencies();
    facts
        .time("answered_only_mean", latencies.mean())
        .time("answered_only_median", latencies.quantileEstimate(0.5));
    QUANTILES.forEach(
        (name, q) -> facts.time("answered_only_" + name, latencies.quantileEstimate(q)));
  }
}
