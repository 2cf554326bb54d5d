package dev.repartee.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.EventFilter;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.Fact;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Measure;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What funnels and retention say as rows, by hand. */
class FunnelFactsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final double DAY = Duration.ofDays(1).toMillis();

  /**
   * As of day 20 five people: one comes through, one drops out at b, one began lately and can
   * still, one began early and again lately, one left.
   */
  private static EngagementLog log() {
    return EngagementLog.builder()
        .asOf(START.plus(Duration.ofDays(20)))
        .addAll(
            List.of(
                act("p1", 0, "a"),
                act("p1", 1, "b"),
                act("p1", 4, "c"),
                act("p2", 2, "a"),
                act("p2", 3, "b"),
                act("p3", 15, "a"),
                act("p4", 1, "a"),
                act("p4", 11, "a"),
                act("p5", 1, "a"),
                act("p5", 2, "left")))
        .add(Act.of(ActKind.VIEW, null, START))
        .build();
  }

  private static Act act(String person, int day, String label) {
    return Act.of(ActKind.VIEW, person, START.plus(Duration.ofDays(day))).label(label);
  }

  private static Funnel.Builder steps(String... labels) {
    Funnel.Builder funnel = Funnel.builder();
    for (String label : labels) {
      funnel.step("Step " + label, EventFilter.anything().labelled(label));
    }
    return funnel;
  }

  private static Funnel.Builder abc() {
    return steps("a", "b", "c");
  }

  private static Funnel limited() {
    return abc()
        .within(Duration.ofDays(10))
        .excluding("left", EventFilter.anything().labelled("left"))
        .build();
  }

  private static double value(Facts facts, String statistic, String... key) {
    Fact fact = facts.get(statistic, key);
    assertEquals(State.VALUE, fact.state(), fact::toString);
    return fact.value().orElseThrow();
  }

  private static String share(Facts facts, String statistic, String... key) {
    Fact fact = facts.get(statistic, key);
    return fact.numerator().getAsLong() + "/" + fact.denominator().getAsLong();
  }

  private static void assertMissing(String note, Facts facts, String statistic, String... key) {
    assertEquals(State.NOT_DEFINED, facts.get(statistic, key).state(), statistic);
    assertEquals(note, facts.get(statistic, key).note(), statistic);
  }

  @Test
  void aFunnel() {
    Facts facts = log().measure(limited()).facts();
    assertEquals(5, value(facts, "began"));
    assertEquals("1/5", share(facts, "came_through_so_far"));
    assertEquals("1/4", share(facts, "came_through_mature"));
    assertEquals(10 * DAY, value(facts, "horizon"));
    // After 4 days of p1; the others are watched for 18, 5, 19 and 19 days.
    assertEquals(0, value(facts, "came_through_within_1d"));
    assertEquals(0.2, value(facts, "came_through_within_7d"), 1e-12);
    assertEquals(State.TOO_SHORT, facts.get("came_through_within_30d").state());
    assertEquals(State.NOT_REACHED, facts.get("time_to_come_through_median").state());
    assertEquals(4 * DAY, value(facts, "time_of_chains_median"));
    assertEquals(4 * DAY, value(facts, "time_of_chains_mean"));
    assertEquals(1, value(facts, "rows_anonymous"));
    assertEquals(0, value(facts, "rows_automatic"));
  }

  @Test
  void theStepsOfAFunnel() {
    Facts facts = log().measure(limited()).facts();
    assertEquals(5, value(facts, "people", "Step a"));
    assertEquals(2, value(facts, "still_in_time", "Step a"));
    assertEquals(1, value(facts, "dropped", "Step a"));
    assertEquals(1, value(facts, "dropped_by_exclusion", "Step a"));
    assertTrue(facts.find("of_all_so_far", "Step a").isEmpty());
    assertEquals(2, value(facts, "people", "Step b"));
    assertEquals(2, value(facts, "people_who_did_it", "Step b"));
    assertEquals("2/5", share(facts, "of_the_step_before_so_far", "Step b"));
    assertEquals("2/4", share(facts, "of_all_mature", "Step b"));
    assertEquals(1, value(facts, "dropped", "Step b"));
    assertEquals("1/2", share(facts, "of_the_step_before_so_far", "Step c"));
    assertEquals("1/5", share(facts, "of_all_so_far", "Step c"));
    // p1 took 3 days, p2 is watched for 17: by day 3 half have come.
    assertEquals(3 * DAY, value(facts, "time_from_the_step_before_median", "Step c"));
    assertEquals(
        1 * DAY, value(facts, "time_from_the_step_before_median_of_those_who_came", "Step b"));
    assertEquals(State.NOT_REACHED, facts.get("time_from_the_first_step_median", "Step c").state());
  }

  @Test
  void aFunnelWithoutWindow() {
    Facts facts = log().measure(abc().build()).facts();
    assertEquals("1/5", share(facts, "came_through_so_far"));
    assertMissing("there is no window", facts, "came_through_mature");
    assertMissing("there is no window", facts, "horizon");
    assertMissing("there is no window", facts, "of_all_mature", "Step b");
    assertEquals(
        4, value(facts, "still_in_time", "Step a") + value(facts, "still_in_time", "Step b"));
  }

  @Test
  void aSingleStep() {
    Facts facts = log().measure(steps("a").within(Duration.ofDays(10)).build()).facts();
    assertEquals("5/5", share(facts, "came_through_so_far"));
    assertMissing("a single step takes no time", facts, "came_through_within_7d");
    assertMissing("a single step takes no time", facts, "time_to_come_through_median");
    assertMissing("a single step takes no time", facts, "time_of_chains_mean");
  }

  @Test
  void storiesOfPeople() {
    Facts facts = log().measure(limited().explaining("p1", "p2", "p3", "p5", "q")).facts();
    assertEquals(5, value(facts, "people_explained"));
    assertEquals(1, value(facts, "people_completed"));
    assertEquals(1, value(facts, "people_out_of_time"));
    assertEquals(1, value(facts, "people_still_in_time"));
    assertEquals(1, value(facts, "people_excluded"));
    assertEquals(1, value(facts, "people_never_began"));
    assertEquals(0, value(facts, "people_repeated"));
    assertEquals("COMPLETED", facts.get("stop", "p1").word());
    assertEquals(3, value(facts, "steps_done", "p1"));
    assertEquals("2026-01-05T00:00:00Z", facts.get("done_at", "p1", "Step c").word());
    assertEquals("Step b", facts.get("last_step", "p2").word());
    assertEquals("left 2026-01-03T00:00:00Z", facts.get("stopped_by", "p5").word());
    assertEquals("NEVER_BEGAN", facts.get("stop", "q").word());
    assertTrue(facts.find("last_step", "q").isEmpty());
  }

  /** Two begin on day 0, of whom one is active a day later; the third begins on day 2. */
  @Test
  void retentionByPeriods() {
    EngagementLog log =
        EngagementLog.builder()
            .asOf(START.plus(Duration.ofDays(3)).plusMillis(-1))
            .addAll(List.of(act("p1", 0, ""), act("p1", 1, ""), act("p2", 0, ""), act("p3", 2, "")))
            .build();
    Facts facts = log.measure(Retention.every(Duration.ofDays(1), 4)).facts();
    assertEquals(3, value(facts, "people"));
    assertEquals("1/2", share(facts, "active_in_period_1"));
    assertEquals("0/2", share(facts, "active_in_period_2"));
    assertEquals("0/0", share(facts, "active_in_period_3"));
    assertEquals(State.NO_DATA, facts.get("active_in_period_4").state());
    assertEquals(5, facts.rows().size());
    String table =
        log.measure(Retention.every(Duration.ofDays(1), 4).by(Dimension.CHANNEL)).table();
    assertTrue(table.contains("active in period 3"), table);
    assertTrue(!table.contains("active in period 4"), table);
  }

  static List<Measure<?>> all() {
    return List.of(
        limited(),
        abc().build(),
        abc().anyOrder().build(),
        steps("a").build(),
        limited().explaining("p1", "q"),
        Retention.every(Duration.ofDays(7), 2));
  }

  @ParameterizedTest
  @MethodSource("all")
  void namesHangOnTheOptionsAlone(Measure<?> measure) {
    List<String> names = names(EngagementLog.builder().build().measure(measure).facts());
    assertEquals(names.size(), new HashSet<>(names).size());
    assertEquals(names, names(log().measure(measure).facts()));
  }

  private static List<String> names(Facts facts) {
    List<String> names = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact.key().isEmpty()) {
        names.add(fact.statistic());
      }
    }
    return names;
  }
}
