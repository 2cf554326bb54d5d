package dev.repartee.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.EventFilter;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.stats.LatencyDistribution;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.testing.RealData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Cases of ClickHouse, StarRocks and PostHog, and questions of a forum, by the public interface.
 */
class FunnelRealDataTest {
  private static final int SHUFFLES = 20;

  @Test
  void ordersFunnelsAsDatabasesDo() {
    Set<String> modes = new HashSet<>();
    for (List<String> row : RealData.cases("ordered_funnel.csv")) {
      modes.add(row.get(1));
      Funnel.Builder builder = Funnel.builder().within(seconds(row.get(2)));
      for (String step : row.get(3).split("\\|", -1)) {
        builder.step(step, EventFilter.anything().labelled(step.split("\\+", -1)));
      }
      assertLevels(row, mode(builder, row.get(1)).build());
    }
    assertEquals(Set.of("default", "strict_order", "strict_increase"), modes);
  }

  private static Funnel.Builder mode(Funnel.Builder builder, String mode) {
    return switch (mode) {
      case "default" -> builder;
      case "strict_order" -> builder.strictOrder();
      case "strict_increase" -> builder.strictlyIncreasing();
      default -> throw new IllegalArgumentException("mode (" + mode + ") must be known");
    };
  }

  private static Duration seconds(String text) {
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private static void assertLevels(List<String> row, Funnel funnel) {
    List<Act> acts = new ArrayList<>();
    for (String event : row.get(4).split(" ", -1)) {
      String[] parts = event.split(":", -1);
      Instant at = Instant.EPOCH.plus(seconds(parts[1]));
      acts.add(Act.of(ActKind.VIEW, parts[0], at).label(parts[2]));
    }
    for (int seed = 0; seed < SHUFFLES; seed++) {
      EngagementLog log = EngagementLog.builder().addAll(acts).build();
      FunnelSummary summary = log.measure(funnel);
      long[] reached = new long[summary.steps().size()];
      for (String user : row.get(5).split(" ", -1)) {
        int level = Integer.parseInt(user.split("=", -1)[1]);
        String name = user.split("=", -1)[0];
        FunnelWitnesses.Story story = log.measure(funnel.explaining(name)).of(name).orElseThrow();
        assertEquals(level, story.witnesses().size(), row.get(0) + " " + user);
        for (int step = 0; step < level; step++) {
          reached[step]++;
        }
      }
      for (int step = 0; step < reached.length; step++) {
        assertEquals(reached[step], summary.steps().get(step).reached(), row.get(0));
      }
      Collections.shuffle(acts, new Random(seed));
    }
  }

  @Test
  void countsAndTimesAsPostHogDoes() {
    int cases = 0;
    for (List<String> row : RealData.cases("product_funnel.csv")) {
      cases++;
      String[] window = row.get(2).split(" ", -1);
      Funnel.Builder builder =
          Funnel.builder()
              .within(
                  window[2].startsWith("day")
                      ? Duration.ofDays(Long.parseLong(window[1]))
                      : Duration.ofMinutes(Long.parseLong(window[1])));
      for (String step : row.get(3).split("\\|", -1)) {
        builder.step(step, EventFilter.anything().labelled(step));
      }
      List<Act> acts = new ArrayList<>();
      for (String event : row.get(4).split(" ", -1)) {
        int first = event.indexOf(':');
        int last = event.lastIndexOf(':');
        String at = event.substring(first + 1, last);
        acts.add(
            Act.of(
                    ActKind.VIEW,
                    event.substring(0, first),
                    at + (at.length() == 13 ? ":00:00Z" : ":00Z"))
                .label(event.substring(last + 1)));
      }
      for (int seed = 0; seed < SHUFFLES; seed++) {
        FunnelSummary summary =
            EngagementLog.builder().addAll(acts).build().measure(builder.build());
        String counts =
            summary.steps().stream()
                .map(step -> Long.toString(step.reached()))
                .collect(Collectors.joining(","));
        String expected = row.get(5);
        assertTrue(expected.startsWith("counts " + counts + " ;"), row.get(0) + " " + counts);
        FunnelSummary.StepResult second = summary.steps().get(1);
        assertTrue(
            expected.contains("avg step2 " + mean(second.timeFromPrevious()) / 1_000 + " s"),
            row.get(0));
        LatencyDistribution times = second.timesOfThoseWhoCame();
        assertTrue(
            !expected.contains("median")
                || expected.contains("median step2 " + times.quantile(0.5).get().toSeconds()),
            row.get(0));
        Collections.shuffle(acts, new Random(seed));
      }
    }
    assertEquals(3, cases);
  }

  private static long mean(SurvivalCurve curve) {
    long sum = 0;
    for (int i = 0; i < curve.size(); i++) {
      sum += curve.timeMillis(i) * curve.events(i);
    }
    return sum / curve.eventCount();
  }

  @Test
  void questionsAreAskedAnsweredAndAccepted() {
    Funnel funnel =
        Funnel.builder()
            .step("asked", EventFilter.anything().labelled("asked"))
            .step("answered", EventFilter.anything().labelled("answered"))
            .step("accepted", EventFilter.anything().labelled("accepted"))
            .build();
    FunnelSummary summary = RealData.stackExchangeQuestions().measure(funnel);
    assertEquals(612, summary.step("asked").reached());
    assertEquals(569, summary.step("answered").reached());
    assertEquals(389, summary.step("accepted").reached());
    assertEquals(
        "funnel: 612 began, 389 came through", summary.toString().lines().findFirst().get());
  }
}
