package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LogRankTest {

  private static final SurvivalCurve NONE = SurvivalCurve.builder().build();
  private static final SurvivalCurve NONE_IN_GROUPS =
      SurvivalCurve.of(new LatencyGroups(1), new LatencyGroups(1));

  /**
   * Of those who wait 4/10, 3/9, 2/8, 2/7 and 1/6 are of the first when something happens, three
   * times to one of them.
   */
  @Test
  void twoCurvesByHand() {
    SurvivalCurve first = SurvivalCurve.builder().event(1).event(2).event(4).censored(9).build();
    SurvivalCurve second = SurvivalCurve.builder().event(3).event(8).censored(9, 4).build();
    LogRank test = LogRank.of(first, second);
    double expected = 4 / 10.0 + 3 / 9.0 + 2 / 8.0 + 2 / 7.0 + 1 / 6.0;
    double variance = 24 / 100.0 + 18 / 81.0 + 12 / 64.0 + 10 / 49.0 + 5 / 36.0;
    assertEquals(3, test.observed(0));
    assertEquals(2, test.observed(1));
    assertEquals(expected, test.expected(0), 1e-14);
    assertEquals(5 - expected, test.expected(1), 1e-14);
    assertEquals(3 - expected, test.score(), 1e-14);
    assertEquals(variance, test.variance(), 1e-14);
    assertEquals((3 - expected) * (3 - expected) / variance, test.chiSquared(), 1e-13);
    assertEquals("chi2 2.47, p 0.12", test.toString());
    assertTrue(test.isIndependent());
    assertFalse(test.hasFewGroups());
    assertEquals(2, test.size());
  }

  /** Two of three at once: 2 (3 - 2) / (3 - 1) times the spread of the scores 0, 1, 2. */
  @Test
  void tiesByHand() {
    SurvivalCurve one = SurvivalCurve.builder().event(1).build();
    SurvivalCurve other = SurvivalCurve.builder().censored(2).build();
    LogRank test = LogRank.trend(List.of(one, one, other));
    assertEquals(-1, test.score(), 1e-15);
    assertEquals(2 / 3.0, test.variance(), 1e-15);
    assertEquals(1.5, test.chiSquared(), 1e-14);
    for (int curve = 0; curve < 3; curve++) {
      assertEquals(2 / 3.0, test.expected(curve), 1e-15);
    }
  }

  /** Events one after the other: scores expected are 1 of (0, 1, 2), then 1.5 of (1, 2), then 2. */
  @Test
  void trendByHand() {
    List<SurvivalCurve> curves =
        List.of(
            SurvivalCurve.builder().event(1).build(),
            SurvivalCurve.builder().event(2).build(),
            SurvivalCurve.builder().event(3).build());
    LogRank test = LogRank.trend(curves);
    assertEquals(-1.5, test.score(), 1e-15);
    assertEquals(2 / 3.0 + 1 / 4.0, test.variance(), 1e-15);
    assertEquals(27 / 11.0, test.chiSquared(), 1e-14);
    assertEquals("chi2 2.45, p 0.12", test.toString());
  }

  /** Known to readers of R: survdiff(Surv(time, status) ~ x, data = aml). */
  @Test
  void leukemia() {
    LogRank test =
        LogRank.of(
            curve("data_aml.csv", "time", "status", "x", "Maintained"),
            curve("data_aml.csv", "time", "status", "x", "Nonmaintained"));
    assertEquals(3.39638869897760, test.chiSquared(), 1e-12);
    assertEquals(0.0653393220405049, test.pValue(), 1e-12);
    assertEquals(7, test.observed(0));
    assertEquals(11, test.observed(1));
    assertEquals(10.69, test.expected(0), 0.005);
    assertEquals(7.31, test.expected(1), 0.005);
  }

  @Test
  void waltons() {
    SurvivalCurve control = curve("waltons_dataset.csv", "T", "E", "group", "control");
    SurvivalCurve treated = curve("waltons_dataset.csv", "T", "E", "group", "miR-137");
    LogRank test = LogRank.of(control, treated);
    assertEquals(122.24912557300620, test.chiSquared(), 1e-10);
    assertEquals(2.0e-28, test.pValue(), 0.1e-28);
    assertTrue(test.score() < 0);
    assertEquals(test.chiSquared(), LogRank.trend(List.of(control, treated)).chiSquared(), 1e-10);
  }

  /** Ten alike on either side, each person a group: replicates tell what independence tells. */
  @Test
  void withoutLikenessReplicatesAgreeWithIndependence() {
    LatencyGroups quick = new LatencyGroups(1);
    LatencyGroups slow = new LatencyGroups(1);
    for (int person = 0; person < 32; person++) {
      (person % 2 == 0 ? quick : slow).add(1_000L + 37L * ((person * 11) % 32), person);
    }
    LogRank test =
        LogRank.of(
            SurvivalCurve.of(quick, new LatencyGroups(1)),
            SurvivalCurve.of(slow, new LatencyGroups(1)));
    assertEquals(32, test.groups());
    assertEquals(1, test.variance() / test.asIndependent().variance(), 0.3);
    assertEquals(test.score(), test.asIndependent().score());
    assertFalse(test.isIndependent());
    assertTrue(test.toString().endsWith(", 32 groups"));
  }

  /** Everybody writes on both sides and is answered as fast on both: nothing is left to differ. */
  @Test
  void peopleOnBothSidesCancelOut() {
    LatencyGroups one = new LatencyGroups(1);
    LatencyGroups other = new LatencyGroups(1);
    for (int person = 0; person < 20; person++) {
      one.add(1_000L * (1 + person), person);
      other.add(1_000L * (1 + person) + (person % 2 == 0 ? -1 : 1), person);
    }
    LatencyGroups none = new LatencyGroups(1);
    LogRank test = LogRank.of(SurvivalCurve.of(one, none), SurvivalCurve.of(other, none));
    assertTrue(test.variance() < 0.2 * test.asIndependent().variance());
    SurvivalCurve same = SurvivalCurve.of(one, none);
    LogRank itself = LogRank.of(same, same);
    assertEquals(0, itself.score());
    assertEquals("none (replicates do not differ)", itself.toString());
    assertEquals(1, itself.asIndependent().pValue());
  }

  /** Every cohort waits a fifth longer than the one before; or goes up and comes back. */
  @Test
  void trendSeesDriftAndNothingElse() {
    double[] drift = {1, 1.2, 1.44, 1.73, 2.07, 2.49};
    double[] hill = {1, 1.3, 1.7, 1.7, 1.3, 1};
    LogRank drifting = cohorts(drift);
    assertTrue(drifting.pValue() < 0.001, drifting.toString());
    assertTrue(drifting.score() < 0);
    assertEquals(6, drifting.size());
    assertEquals(0, cohorts(hill).score(), 1e-9);
    List<SurvivalCurve> ends = List.of(cohort(1), NONE_IN_GROUPS, cohort(2.5));
    assertEquals(
        LogRank.trend(ends).chiSquared(),
        LogRank.of(ends.get(0), ends.get(2)).chiSquared(),
        1e-9,
        "a cohort without anybody changes nothing");
  }

  private static LogRank cohorts(double[] slowness) {
    return LogRank.trend(Arrays.stream(slowness).mapToObj(LogRankTest::cohort).toList());
  }

  /** Sixty exchanges at even steps of chance, every fifth of which is still waiting. */
  private static SurvivalCurve cohort(double slowness) {
    LatencyGroups answered = new LatencyGroups(1);
    LatencyGroups waiting = new LatencyGroups(1);
    for (int i = 0; i < 60; i++) {
      long millis = (long) (slowness * 100_000 * -Math.log((i + 0.5) / 60));
      (i % 5 == 0 ? waiting : answered).add(millis, i * 7 % 32);
    }
    return SurvivalCurve.of(answered, waiting);
  }

  @Test
  void whatCannotBeComparedSaysWhy() {
    SurvivalCurve answered = SurvivalCurve.builder().event(5, 3).build();
    SurvivalCurve waiting = SurvivalCurve.builder().censored(4, 3).build();
    for (LogRank test :
        List.of(
            LogRank.of(answered, NONE),
            LogRank.of(NONE, NONE),
            LogRank.trend(List.of()),
            LogRank.trend(List.of(answered)),
            LogRank.trend(List.of(NONE, answered, NONE)))) {
      assertEquals("none (no data)", test.toString());
      assertEquals(Double.NaN, test.score());
      assertEquals(Double.NaN, test.chiSquared());
      assertEquals(Double.NaN, test.pValue());
      assertEquals(Double.NaN, test.variance());
      assertFalse(test.isDefined());
    }
    assertEquals("none (nothing had happened)", LogRank.of(waiting, waiting).toString());
    assertEquals("none (no event while both wait)", LogRank.of(answered, waiting).toString());
    assertEquals(3, LogRank.of(answered, waiting).observed(0));
    assertEquals(3, LogRank.of(answered, waiting).expected(0));
    assertEquals(0, LogRank.of(answered, waiting).expected(1));
  }

  /** Replicates differ by rounding alone: that is no variance to divide by. */
  @Test
  void groupsThatAreAllAlikeShowNoScatter() {
    LatencyGroups one = new LatencyGroups(1);
    LatencyGroups other = new LatencyGroups(1);
    for (int person = 0; person < 7; person++) {
      for (long millis : new long[] {1, 4, 9}) {
        one.add(millis, person);
        other.add(millis * millis + 1, person);
      }
    }
    LatencyGroups none = new LatencyGroups(1);
    LogRank test = LogRank.of(SurvivalCurve.of(one, none), SurvivalCurve.of(other, none));
    assertEquals("none (replicates do not differ)", test.toString());
    assertTrue(test.score() > 1);
    assertTrue(test.asIndependent().isDefined());
  }

  @Test
  void fewGroupsGiveNoTest() {
    assertEquals("none (fewer than 3 groups)", people(1, 1).toString());
    assertEquals("none (undefined when a group is left out)", people(5, 1).toString());
    LogRank few = people(5, 4);
    assertTrue(few.isDefined());
    assertTrue(few.hasFewGroups());
    assertEquals(5, few.groups());
    assertFalse(people(12, 12).hasFewGroups());
  }

  /** Two curves, each with an event of every one of so many people. */
  private static LogRank people(int first, int second) {
    LatencyGroups one = new LatencyGroups(1);
    LatencyGroups other = new LatencyGroups(1);
    for (int person = 0; person < first; person++) {
      one.add(10L + 7 * person % 5, person);
    }
    for (int person = 0; person < second; person++) {
      other.add(9L + 11 * person % 7, person);
    }
    LatencyGroups none = new LatencyGroups(1);
    return LogRank.of(SurvivalCurve.of(one, none), SurvivalCurve.of(other, none));
  }

  @Test
  void curvesMustBeGroupedAlike() {
    SurvivalCurve grouped = SurvivalCurve.of(new LatencyGroups(2), new LatencyGroups(2));
    var e = assertThrows(IllegalArgumentException.class, () -> LogRank.of(grouped, NONE));
    assertEquals(
        "curves (2 and 0 groupings) must be grouped in as many ways; take asIndependent() of each"
            + " to compare without groups",
        e.getMessage());
    assertThrows(IndexOutOfBoundsException.class, () -> LogRank.of(NONE, NONE).expected(2));
  }

  static SurvivalCurve curve(String data, String time, String status, String column, String value) {
    SurvivalCurve.Builder builder = SurvivalCurve.builder();
    for (Map<String, String> row : TestData.rows("survival/" + data)) {
      if (value.equals(row.get(column))) {
        long at = TestData.integer(row, time);
        if (TestData.number(row, status) == 1) {
          builder.event(at);
        } else {
          builder.censored(at);
        }
      }
    }
    return builder.build();
  }
}
