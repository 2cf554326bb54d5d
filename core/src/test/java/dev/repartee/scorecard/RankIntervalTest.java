package dev.repartee.scorecard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.internal.math.RandomWeights;
import dev.repartee.scorecard.Ranking.RankInterval;
import dev.repartee.stats.Replicated;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RankIntervalTest {
  /** A mean in 32 groups with a standard error of 0.05, scattered in a way of its own. */
  private static Replicated total(double value, int way) {
    Random random = new Random(way);
    double[] scatter = new double[32];
    Arrays.setAll(scatter, i -> random.nextGaussian());
    double mean = Arrays.stream(scatter).average().orElseThrow();
    double squares = Arrays.stream(scatter).map(s -> (s - mean) * (s - mean)).sum();
    double[] leftOut = new double[32];
    Arrays.setAll(leftOut, i -> value + (scatter[i] - mean) * 0.05 / Math.sqrt(squares * 31 / 32));
    return Replicated.of(value, leftOut, BitSet.valueOf(new long[] {0xFFFFFFFFL}));
  }

  @Test
  void whoIsShownToBeBetterStandsBefore() {
    List<Replicated> totals = List.of(total(0.9, 1), total(0.5, 2), total(0.48, 3), total(0.1, 4));
    assertEquals("[[1, 1], [2, 3], [2, 3], [4, 4]]", RankInterval.of(totals).toString());
    // Whatever the order they are told in.
    assertEquals(
        "[[3, 3], [2, 2], [1, 1]]",
        RankInterval.of(List.of(totals.get(3), totals.get(1), totals.get(0))).toString());
    assertTrue(RankInterval.of(totals).get(1).contains(2));
    assertTrue(RankInterval.of(totals).get(1).contains(3));
    assertFalse(RankInterval.of(totals).get(1).contains(1));
    assertFalse(RankInterval.of(totals).get(1).contains(4));
  }

  /** A difference with p between 2.5 % and 5 %: enough between two, and not among three. */
  @Test
  void moreComparisonsAskForMore() {
    Replicated one = total(0.64, 1);
    Replicated other = total(0.50, 2);
    double p = one.minus(other).pValue(0);
    assertTrue(p > 0.025 && p < 0.05, "p " + p);
    assertEquals("[[1, 1], [2, 2]]", RankInterval.of(List.of(one, other)).toString());
    assertEquals(
        "[[1, 2], [1, 2], [3, 3]]",
        RankInterval.of(List.of(one, other, total(0.01, 3))).toString());
  }

  @Test
  void whatMovesTogetherIsToldApart() {
    // 0.05 apart with errors of 0.05 each: nothing, unless the errors are the same.
    Replicated one = total(0.50, 1);
    Replicated other = total(0.55, 2);
    assertEquals("[[1, 2], [1, 2]]", RankInterval.of(List.of(one, other)).toString());
    Replicated same =
        Replicated.combine(
            List.of(one, total(0.001, 3)), numbers -> numbers[0] + 0.05 + numbers[1] / 50);
    assertEquals("[[2, 2], [1, 1]]", RankInterval.of(List.of(one, same)).toString());
  }

  /** Three people who were all treated alike do not show that everybody is. */
  @Test
  void fewGroupsShowNothing() {
    double[] leftOut = new double[32];
    Arrays.fill(leftOut, 0.9);
    assertEquals(
        "[[1, 2], [1, 2]]",
        RankInterval.of(
                List.of(
                    Replicated.of(0.9, leftOut, BitSet.valueOf(new long[] {0b111})), total(0.1, 1)))
            .toString());
    assertEquals(
        "[[1, 1], [2, 2]]",
        RankInterval.of(
                List.of(
                    Replicated.of(0.9, leftOut, BitSet.valueOf(new long[] {0x3FF})), total(0.1, 1)))
            .toString());
  }

  @Test
  void alonesAndUndefinedOnes() {
    assertEquals("[[1, 1]]", RankInterval.of(List.of(total(0.5, 1))).toString());
    assertEquals("[]", RankInterval.of(List.of()).toString());
    assertEquals(
        "totals (number 1 is not defined) must be defined; rank without it",
        assertThrows(
                IllegalArgumentException.class,
                () -> RankInterval.of(List.of(total(0.5, 1), Replicated.undefined())))
            .getMessage());
    assertEquals(
        "best (2) must be at least 1 and at most worst (1)",
        assertThrows(IllegalArgumentException.class, () -> new RankInterval(2, 1)).getMessage());
  }

  /** Mean and variance of Dirichlet(20 w): w and w (1 - w) / 21. */
  @Test
  void randomWeightsLieAboutThoseGiven() {
    double[] weights = {5, 3, 2};
    double[][] draws = RandomWeights.dirichlet(weights, 20, 4_000, 7);
    for (int i = 0; i < weights.length; i++) {
      int part = i;
      double mean = Stream.of(draws).mapToDouble(d -> d[part]).average().orElseThrow();
      double squares =
          Stream.of(draws).mapToDouble(d -> Math.pow(d[part] - mean, 2)).average().orElseThrow();
      double expected = weights[i] / 10;
      assertEquals(expected, mean, 0.01);
      assertEquals(expected * (1 - expected) / 21, squares, 0.0012);
    }
    for (double[] draw : draws) {
      assertEquals(1, Arrays.stream(draw).sum(), 1e-12);
    }
    assertArrayEquals(draws[9], RandomWeights.dirichlet(weights, 20, 10, 7)[9]);
    assertEquals(
        "weights (0.0) must be above 0; leave out what does not count",
        assertThrows(
                IllegalArgumentException.class,
                () -> RandomWeights.dirichlet(new double[] {0, 1}, 20, 1, 1))
            .getMessage());
  }
}
