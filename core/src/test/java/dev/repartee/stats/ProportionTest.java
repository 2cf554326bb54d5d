package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.stats.Proportion.IntervalMethod;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class ProportionTest {

  private static final long[] NONE = {};

  @Test
  void independentTrials() {
    Proportion share = Proportion.of(216, 366);
    assertEquals("0.59 [0.54, 0.64] 216/366", share.toString());
    assertEquals("0.0034 [0.00059, 0.02] 1/297", Proportion.of(1, 297).toString());
    assertEquals("0.00 [0.00, 0.01] 0/297", Proportion.of(0, 297).toString());
    assertEquals(216.0 / 366, share.value());
    assertEquals(1, share.deff());
    assertEquals(366, share.effectiveTrials());
    assertEquals(0, share.groups());
    assertEquals(Double.NaN, share.effectiveGroups());
    assertFalse(share.isClustered());
    assertFalse(share.hasFewGroups());
    assertEquals(Math.sqrt(216.0 / 366 * 150 / 366 / 366), share.standardError(), 1e-15);
  }

  @Test
  void noTrialIsNoZero() {
    for (Proportion share :
        new Proportion[] {
          Proportion.of(0, 0),
          Proportion.clustered(new long[][] {NONE, new long[32]}, new long[][] {NONE, new long[32]})
        }) {
      assertTrue(share.isEmpty());
      assertEquals("none 0/0", share.toString());
      assertEquals(Double.NaN, share.value());
      assertEquals(Double.NaN, share.low());
      assertEquals(Double.NaN, share.high());
      assertEquals(Double.NaN, share.standardError());
      assertEquals(Double.NaN, share.deff());
      assertEquals(Double.NaN, share.effectiveTrials());
      assertEquals(Optional.empty(), share.interval());
    }
  }

  /**
   * Two groups, 3 of 4 and 1 of 4: p = 1/2, p(-k) = 1/4 and 3/4, V = 1/2 (1/16 + 1/16) = 1/16, V0 =
   * 1/32, deff = 2, n_eff = 4, G* = 2, t with one degree of freedom.
   */
  @Test
  void twoGroupsByHand() {
    Proportion share = Proportion.clustered(new long[] {3, 1}, new long[] {4, 4});
    assertEquals(2, share.deff(), 1e-15);
    assertEquals(4, share.effectiveTrials(), 1e-15);
    assertEquals(2, share.effectiveGroups(), 1e-15);
    assertEquals(2, share.groups());
    assertEquals(0.25, share.standardError(), 1e-15);
    double t = Math.tan(Math.PI * 0.475);
    double half = t / (1 + t * t / 4) * Math.sqrt(1.0 / 16 + t * t / 64);
    assertEquals(0.5 - half, share.low(), 1e-9);
    assertEquals(0.5 + half, share.high(), 1e-9);
    assertTrue(share.hasFewGroups());
    assertEquals("0.50 [0.0061, 0.99] 4/8, deff 2.0", share.toString());
  }

  @Test
  void groupsThatAgreeGainNothing() {
    Proportion share = Proportion.clustered(new long[] {2, 2, 2}, new long[] {4, 4, 4});
    assertEquals(1, share.deff());
    assertEquals(12, share.effectiveTrials());
    // The t quantile of G* - 1 = 2 degrees of freedom stays.
    assertTrue(share.low() < share.asIndependent().low());
  }

  @Test
  void largerVarianceRules() {
    long[] hitsFar = {4, 0, 4, 0};
    long[] hitsNear = {2, 2, 2, 2};
    long[] trials = {4, 4, 4, 4};
    Proportion far = Proportion.clustered(hitsFar, trials);
    assertEquals(
        far, Proportion.clustered(new long[][] {hitsFar, hitsNear}, new long[][] {trials, trials}));
    assertEquals(
        far, Proportion.clustered(new long[][] {hitsNear, hitsFar}, new long[][] {trials, trials}));
    assertEquals(
        far, Proportion.clustered(new long[][] {NONE, hitsFar}, new long[][] {NONE, trials}));
    assertEquals(
        far,
        Proportion.clustered(
            new long[][] {new long[32], hitsFar}, new long[][] {new long[32], trials}));
    assertNotEquals(far, Proportion.clustered(hitsNear, trials));
  }

  @Test
  void atTheBordersTheSmallerEffectiveNumberOfPersonsCounts() {
    long[] even = {3, 3, 3, 3};
    long[] uneven = {9, 1, 1, 1};
    double effective = 144.0 / 84;
    Proportion all = Proportion.clustered(new long[][] {even, {8, 4}}, new long[][] {even, {8, 4}});
    assertEquals(144.0 / 80, all.effectiveGroups(), 1e-15);
    Proportion none =
        Proportion.clustered(new long[][] {new long[4], new long[4]}, new long[][] {even, uneven});
    assertEquals(effective, none.effectiveGroups(), 1e-15);
    assertEquals(Optional.empty(), none.interval());
    Proportion fine = Proportion.clustered(new long[4], even);
    // Even groups are as even as single persons make them: F is at least N.
    assertEquals(12, fine.effectiveTrials(), 1e-15);
    assertEquals(1, fine.deff(), 1e-15);
    assertEquals(0, fine.low());
    assertEquals(3.8415 / (12 + 3.8415), fine.high(), 1e-5);
    // sum n^2 = 30, F = (3 * 30 - 64) / 2 = 13, m = 64 / 13.
    assertEquals(
        64 / 13.0, Proportion.clustered(new long[3], new long[] {5, 2, 1}).effectiveTrials());
    assertEquals(1, Proportion.clustered(even, even).high());
  }

  @Test
  void aGroupThatStandsOutIsNamedByItsShare() {
    long[] trials = new long[32];
    Arrays.fill(trials, 10);
    long[] hits = new long[32];
    Arrays.fill(hits, 6);
    trials[7] = 200;
    hits[7] = 150;
    Proportion heavy = Proportion.clustered(hits, trials);
    // 200 of 31 * 10 + 200; the middle group holds 10 of them.
    assertEquals(200 / 510.0, heavy.heaviestShare().getAsDouble(), 1e-15);
    assertTrue(heavy.toString().endsWith(", 0.39 in one group"), heavy.toString());
    // One conversation may stand out where no person does.
    long[] people = new long[30];
    Arrays.fill(people, 17);
    long[] alike = new long[30];
    Arrays.fill(alike, 11);
    alike[0] = 17;
    Proportion both =
        Proportion.clustered(new long[][] {alike, hits}, new long[][] {people, trials});
    assertEquals(200 / 510.0, both.heaviestShare().getAsDouble(), 1e-15);
  }

  @Test
  void whereNobodyStandsOutNobodyIsNamed() {
    long[] trials = new long[32];
    Arrays.fill(trials, 10);
    trials[7] = 50; // 5 times the middle one, not more
    assertTrue(Proportion.clustered(new long[32], trials).heaviestShare().isEmpty());
    trials[7] = 51; // and 51 - 10 is more than a tenth of 361
    assertEquals(
        51 / 361.0,
        Proportion.clustered(new long[32], trials).heaviestShare().getAsDouble(),
        1e-15);
    // Three people of equal weight are few, and none of them is heavy.
    assertTrue(Proportion.clustered(new long[3], new long[] {5, 5, 5}).heaviestShare().isEmpty());
    assertTrue(Proportion.of(3, 5).heaviestShare().isEmpty());
    // That a week is busy says nothing of people.
    long[] week = new long[32];
    week[3] = 300;
    week[4] = 20;
    long[] people = new long[32];
    Arrays.fill(people, 10);
    assertTrue(
        Proportion.clustered(
                new long[][] {new long[32], new long[32], new long[32]},
                new long[][] {people, people, week})
            .heaviestShare()
            .isEmpty());
  }

  /** People of whom each does the same, in groups by chance, are not taken for heavy ones. */
  @Test
  void amongPeopleWhoAreAlikeHardlyAnybodyStandsOut() {
    Random random = new Random(7);
    for (int people : new int[] {3, 9, 20, 32, 50, 100, 1_000}) {
      int named = 0;
      for (int run = 0; run < 400; run++) {
        long[] trials = new long[32];
        for (int person = 0; person < people; person++) {
          trials[random.nextInt(32)] += 3;
        }
        boolean isNamed = Proportion.clustered(new long[32], trials).heaviestShare().isPresent();
        named += isNamed ? 1 : 0;
      }
      assertTrue(named <= 0.02 * 400, people + " people: " + named);
    }
  }

  @Test
  void withFewerThanTwoGroupsThereIsNoInterval() {
    long[] spread = {1, 2, 0, 1};
    long[] trials = {3, 3, 3, 3};
    long[] oneHits = {0, 4};
    long[] oneTrials = {0, 12};
    for (Proportion share :
        new Proportion[] {
          Proportion.clustered(oneHits, oneTrials),
          Proportion.clustered(new long[][] {spread, oneHits}, new long[][] {trials, oneTrials}),
          Proportion.clustered(new long[][] {oneHits, spread}, new long[][] {oneTrials, trials})
        }) {
      assertEquals(Optional.empty(), share.interval());
      assertEquals(1, share.groups());
      assertEquals(Double.NaN, share.standardError());
      assertEquals("0.33 4/12, fewer than 2 groups", share.toString());
      assertEquals("0.33 [0.14, 0.61] 4/12", share.asIndependent().toString());
    }
  }

  @Test
  void oneHugeGroupIsNearlyAlone() {
    Proportion share = Proportion.clustered(new long[] {50, 1, 0}, new long[] {100, 1, 1});
    assertTrue(share.effectiveGroups() < 2);
    assertEquals(Optional.empty(), share.interval());
    assertEquals(3, share.groups());
  }

  @Test
  void badArgumentsAreNamed() {
    assertEquals("successes (3) must lie in [0, trials (2)]", message(() -> Proportion.of(3, 2)));
    assertEquals("successes (-1) must lie in [0, trials (2)]", message(() -> Proportion.of(-1, 2)));
    assertEquals(
        "level (0.0) must lie between 0 and 1", message(() -> Proportion.of(1, 2).interval(0)));
    assertEquals(
        "level (NaN) must lie between 0 and 1",
        message(() -> Proportion.of(0, 0).interval(Double.NaN)));
    assertEquals(
        "successes[0] (1 groups) and trials[0] (2 groups) must have the same length",
        message(() -> Proportion.clustered(new long[1], new long[2])));
    assertEquals(
        "successes[1][1] (2) must lie in [0, trials[1][1] (1)]",
        message(
            () -> Proportion.clustered(new long[][] {NONE, {0, 2}}, new long[][] {NONE, {1, 1}})));
    assertEquals(
        "groupings (1/2 and 2/2) must have the same sums; pass empty arrays for a grouping that"
            + " is not used",
        message(
            () ->
                Proportion.clustered(
                    new long[][] {{1, 0}, {1, 1}}, new long[][] {{1, 1}, {1, 1}})));
  }

  @Test
  void otherMethodsKnowNoGroups() {
    Proportion share = Proportion.clustered(new long[] {3, 1}, new long[] {4, 4});
    var e =
        assertThrows(
            IllegalStateException.class, () -> share.interval(IntervalMethod.JEFFREYS, 0.95));
    assertEquals(
        "method (JEFFREYS) knows no groups: use WILSON, or asIndependent() to take every trial as"
            + " independent",
        e.getMessage());
    assertTrue(share.interval(IntervalMethod.WILSON, 0.9).isPresent());
  }

  /** statsmodels 0.15.0, proportion_confint, transcribed for the tests to need no data. */
  @Test
  void twoOfTwentyNine() {
    Proportion share = Proportion.of(2, 29);
    assertInterval(0.019121266169433354, 0.21964580150275695, share, IntervalMethod.WILSON, 0.95);
    assertInterval(
        0.008490954066221329, 0.23027611360596895, share, IntervalMethod.AGRESTI_COULL, 0.95);
    assertInterval(0.014608469346427844, 0.20331862045188037, share, IntervalMethod.JEFFREYS, 0.95);
    assertInterval(
        0.008463962253001828, 0.22766188994448616, share, IntervalMethod.CLOPPER_PEARSON, 0.95);
  }

  /** All of statsmodels' table. */
  @Test
  void agreesWithStatsmodels() {
    for (Map<String, String> row : TestData.rows("conformance/proportion_intervals.csv")) {
      Proportion share = Proportion.of(TestData.integer(row, "x"), TestData.integer(row, "n"));
      double level = TestData.number(row, "conf");
      for (IntervalMethod method : IntervalMethod.values()) {
        String name = method.name().toLowerCase(java.util.Locale.ROOT);
        assertInterval(
            TestData.number(row, name + "_lo"),
            TestData.number(row, name + "_hi"),
            share,
            method,
            level);
      }
    }
  }

  @Test
  void groupByGroupItIsTheShareOfTheOthers() {
    Proportion share = Proportion.clustered(new long[] {1, 0, 2}, new long[] {2, 0, 2});
    Replicated replicated = share.replicated();
    assertEquals(0.75, replicated.value());
    // Without the first 2 of 2, without the last 1 of 2: (1/16 + 1/16) / 2.
    assertEquals(0.0625, replicated.replicates().variance(), 1e-12);
    assertEquals(2, replicated.replicates().groups());
    assertEquals(4, share.trialsReplicated().value());
    assertEquals(2, share.trialsReplicated().effectiveGroups(), 1e-12);
  }

  @Test
  void whatDoesNotScatterBringsItsInterval() {
    long[] all = {3, 3, 3};
    Proportion every = Proportion.clustered(all, all);
    Estimate estimate = every.replicated().estimate();
    assertTrue(estimate.hasInterval());
    double width = every.interval().orElseThrow().high() - every.interval().orElseThrow().low();
    assertEquals(width / 1.959964, estimate.standardError(), 1e-6);
  }

  @Test
  void independentTrialsAreInOneGroup() {
    Proportion share = Proportion.of(3, 4);
    assertEquals(0.75, share.replicated().value());
    assertEquals("fewer than 2 groups", share.replicated().estimate().note());
    assertEquals(4, share.trialsReplicated().value());
    assertEquals(false, Proportion.of(0, 0).replicated().isDefined());
    assertEquals(0, Proportion.of(0, 0).trialsReplicated().value());
  }

  @Test
  void groupsBeyondTheLastFallInWithTheFirst() {
    long[] trials = new long[33];
    trials[0] = 2;
    trials[1] = 4;
    trials[32] = 3;
    Replicated count = Proportion.clustered(new long[33], trials).trialsReplicated();
    assertEquals(2, count.replicates().groups());
    // 81 / (5 * 5 + 4 * 4)
    assertEquals(81.0 / 41, count.effectiveGroups(), 1e-12);
  }

  private static void assertInterval(
      double low, double high, Proportion share, IntervalMethod method, double level) {
    Interval interval = share.interval(method, level).orElseThrow();
    assertEquals(low, interval.low(), 1e-9, () -> method + " " + share);
    assertEquals(high, interval.high(), 1e-9, () -> method + " " + share);
  }

  private static String message(Executable code) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, code).getMessage());
  }
}
