package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.internal.stats.BoundTest;
import dev.repartee.internal.stats.Equivalence;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ReplicatedTest {
  /** Three groups: 0, 1 and 5 of the first grouping. */
  private static final BitSet THREE = BitSet.valueOf(new long[] {0b100011});

  private static Replicated three(double whole, double a, double b, double c) {
    double[] leftOut = new double[32];
    Arrays.fill(leftOut, 99);
    leftOut[0] = a;
    leftOut[1] = b;
    leftOut[5] = c;
    return Replicated.of(whole, leftOut, THREE);
  }

  /** The mean of 2, 3 and 4, as in ReplicatesTest. */
  @Test
  void theErrorIsThatOfReplicates() {
    Replicated mean = three(3, 3.5, 3, 2.5);
    assertEquals(Replicates.of(3, new double[] {3.5, 3, 2.5}).estimate(), mean.estimate());
    // t = 3 / sqrt(1/3), 2 degrees of freedom: SciPy 1.17.1, 2 * t.cdf(-3 * sqrt(3), 2).
    assertEquals(0.03509871864598465, mean.pValue(0), 1e-9);
    assertEquals(1, mean.pValue(3), 1e-12);
  }

  @Test
  void groupsAreLeftOutOfAllPartsAtOnce() {
    Replicated mean = three(3, 3.5, 3, 2.5);
    Replicated same = mean.minus(mean);
    assertEquals(0, same.value());
    assertFalse(same.estimate().hasInterval());
    assertEquals("0.00 (replicates do not differ)", same.toString());
    Replicated twice = Replicated.combine(List.of(mean, mean), n -> n[0] + n[1]);
    assertEquals(2 * mean.estimate().standardError(), twice.estimate().standardError(), 1e-12);
    assertEquals(6, mean.map(n -> 2 * n).value());
    Replicated least =
        Replicated.combine(List.of(mean, Replicated.constant(2.7)), n -> Math.min(n[0], n[1]));
    assertEquals(2.7, least.value());
    assertFalse(
        Replicated.combine(List.of(mean, Replicated.undefined()), n -> n[0] + n[1]).isDefined());
  }

  /** Two groupings of which one part has the first only. */
  @Test
  void partsMayHaveOneGroupingOrTwo() {
    double[] both = new double[64];
    both[0] = 1.2;
    both[1] = 0.8;
    both[32] = 1.5;
    both[33] = 0.5;
    Replicated two = Replicated.of(1, both, BitSet.valueOf(new long[] {0b11L | 0b11L << 32}));
    Replicated sum = Replicated.combine(List.of(two, three(3, 3.5, 3, 2.5)), n -> n[0] + n[1]);
    // First: 0.7, -0.2, -0.5: V = 2/3 * 0.78; second: 0.5, -0.5: V = 1/2 * 0.5.
    assertEquals(2 / 3.0 * 0.78, sum.replicates().variance(), 1e-12);
    assertEquals(3, sum.replicates().groups());
  }

  @Test
  void countsKnowTheirGroups() {
    Replicated count = three(10, 5, 7, 8);
    assertEquals(100 / (25.0 + 9 + 4), count.effectiveGroups(), 1e-12);
    assertEquals(5, count.groupSizes()[0][0]);
    assertEquals(1, count.groupSizes().length);
    assertEquals(0, Replicated.constant(0).effectiveGroups());
    assertEquals(
        "leftOut (3 values) must have 32 for each grouping",
        assertThrows(IllegalArgumentException.class, () -> Replicated.of(1, new double[3], THREE))
            .getMessage());
  }

  /** The difference of two curves by replicates is what Difference.within gives. */
  @Test
  void curvesAgreeWithTheDifferenceOfCurves() {
    Random random = new Random(5);
    LatencyGroups[] tallies = new LatencyGroups[4];
    Arrays.setAll(tallies, i -> new LatencyGroups(2));
    for (int i = 0; i < 800; i++) {
      tallies[random.nextInt(4)].add(
          random.nextInt(1_000), random.nextInt(32) | random.nextInt(32) << 5);
    }
    SurvivalCurve one = SurvivalCurve.of(tallies[0], tallies[1]);
    SurvivalCurve other = SurvivalCurve.of(tallies[2], tallies[3]);
    Duration time = Duration.ofMillis(400);
    Estimate expected = Difference.within(one, other, time);
    Estimate found = one.withinReplicated(time).minus(other.withinReplicated(time)).estimate();
    assertEquals(expected.value(), found.value(), 1e-12);
    assertEquals(expected.standardError(), found.standardError(), 1e-12);
    assertEquals(expected.groups(), found.groups());
    assertEquals((double) one.count(), one.countReplicated().value());
    assertTrue(one.countReplicated().effectiveGroups() > 25);
  }

  @Test
  void holmByHand() {
    assertEquals("[0.03, 0.06, 0.06]", rounded(Holm.adjust(0.01, 0.04, 0.03)));
    assertEquals("[NaN, 0.02, 1.0]", rounded(Holm.adjust(Double.NaN, 0.01, 1)));
    assertEquals("[]", rounded(Holm.adjust()));
    // 5 x 0.001, 4 x 0.01, 3 x 0.02, 2 x 0.04, 0.8
    assertEquals(
        "[0.005, 0.04, 0.06, 0.08, 0.8]", rounded(Holm.adjust(0.001, 0.01, 0.02, 0.04, 0.8)));
    assertEquals(
        "pValues (1.5) must lie in [0, 1], or be NaN",
        assertThrows(IllegalArgumentException.class, () -> Holm.adjust(1.5)).getMessage());
  }

  private static String rounded(double[] numbers) {
    return Arrays.toString(
        Arrays.stream(numbers).map(x -> Double.isNaN(x) ? x : Math.rint(x * 1e9) / 1e9).toArray());
  }

  /** The p value is 0.05 just where an end of the 95 % interval is the bound. */
  @Test
  void boundsAreJudgedAsTheIntervalsSay() {
    Proportion plain = Proportion.of(80, 100);
    assertEquals(0.05, BoundTest.pValue(plain, plain.low()), 1e-9);
    assertEquals(0.05, BoundTest.pValue(plain, plain.high()), 1e-9);
    // z = (0.8 - 0.9) / sqrt(0.09 / 100) = -3.3333; SciPy 1.17.1: 2 * norm.cdf(-10/3)
    assertEquals(0.0008581207, BoundTest.pValue(plain, 0.9), 1e-9);
    long[] trials = {10, 20, 30, 40};
    long[] hits = {9, 15, 20, 36};
    Proportion clustered = Proportion.clustered(hits, trials);
    assertEquals(0.05, BoundTest.pValue(clustered, clustered.low()), 1e-9);
    assertTrue(Double.isNaN(BoundTest.pValue(Proportion.of(0, 0), 0.9)));
    assertEquals(1, BoundTest.pValue(Proportion.of(5, 5), 1));
    assertEquals(0, BoundTest.pValue(Proportion.of(4, 5), 1));
  }

  @Test
  void boundsOfCurvesAreJudgedAsTheirBandsSay() {
    LatencyGroups answered = new LatencyGroups(1);
    LatencyGroups waiting = new LatencyGroups(1);
    for (int i = 0; i < 90; i++) {
      (i % 4 == 0 ? waiting : answered).add(100 + i * 37 % 500, i % 23);
    }
    SurvivalCurve curve = SurvivalCurve.of(answered, waiting);
    for (SurvivalCurve one : List.of(curve, curve.asIndependent())) {
      Estimate within = one.within(Duration.ofMillis(300));
      assertEquals(0.05, BoundTest.pValueWithin(within, within.low()), 1e-9);
      assertEquals(0.05, BoundTest.pValueWithin(within, within.high()), 1e-9);
      Estimate nobodyYet = one.within(Duration.ofMillis(50));
      assertEquals(0, nobodyYet.value());
      assertEquals(0.05, BoundTest.pValueWithin(nobodyYet, nobodyYet.high()), 1e-9);
    }
    assertTrue(Double.isNaN(BoundTest.pValueWithin(Estimate.undefined("no data"), 0.5)));
  }

  /** Means of 32 groups with a standard error of 0.05: 90 % t(31) 1.6955, 95 % 2.0395. */
  @Test
  void equivalenceIsShownByTheNarrowInterval() {
    assertEquals(Equivalence.Outcome.EQUIVALENT, outcome(0.01));
    assertEquals(Equivalence.Outcome.EQUIVALENT, outcome(-0.015));
    assertEquals(Equivalence.Outcome.UNPROVEN, outcome(0.02));
    assertEquals(Equivalence.Outcome.ABOVE, outcome(0.11));
    assertEquals(Equivalence.Outcome.BELOW, outcome(-0.11));
    Equivalence unproven = Equivalence.of(scattered(0.05), 0.10);
    // Toward the margin, 0.05 away: ((1.6955 + 0.8416) 0.05 / 0.05)^2; toward 0, the same way far.
    assertEquals(Math.pow(1.69551878 + 0.84162123, 2), unproven.observationsFactor(), 1e-6);
    assertEquals(1, Equivalence.of(scattered(0.2), 0.10).observationsFactor());
    assertEquals(
        "margin (0.0) must be above 0: no data show that a difference is exactly 0",
        assertThrows(IllegalArgumentException.class, () -> Equivalence.of(scattered(0), 0))
            .getMessage());
  }

  private static Equivalence.Outcome outcome(double difference) {
    return Equivalence.of(scattered(difference), 0.10).outcome();
  }

  private static Replicated scattered(double value) {
    double[] leftOut = new double[32];
    double step = 0.05 / Math.sqrt(31);
    Arrays.setAll(leftOut, i -> value + (i % 2 == 0 ? step : -step));
    return Replicated.of(value, leftOut, BitSet.valueOf(new long[] {0xFFFFFFFFL}));
  }
}
