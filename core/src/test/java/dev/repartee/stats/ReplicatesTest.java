package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class ReplicatesTest {

  private static final double[] NONE = {};

  /** The mean of 2, 3 and 4: t interval with 2 degrees of freedom, t = 4.302652729911275. */
  @Test
  void meanOfThree() {
    Replicates replicates = Replicates.of(3, new double[] {3.5, 3, 2.5});
    assertEquals(1.0 / 3, replicates.variance(), 1e-15);
    Estimate estimate = replicates.estimate();
    assertEquals(3 - 4.302652729911275 / Math.sqrt(3), estimate.low(), 1e-9);
    assertEquals(3 + 4.302652729911275 / Math.sqrt(3), estimate.high(), 1e-9);
    assertEquals(3, estimate.groups());
    assertEquals("3.00 [0.52, 5.48], 3 groups", replicates.toString());
  }

  @Test
  void largerVarianceRulesAndBringsItsGroups() {
    double[] narrow = {3.1, 3, 2.9, 3};
    double[] wide = {3.5, 3, 2.5};
    assertEquals(3, Replicates.of(3, narrow, wide).groups());
    assertEquals(3, Replicates.of(3, wide, narrow).groups());
    assertEquals(Replicates.of(3, wide).estimate(), Replicates.of(3, narrow, wide).estimate());
  }

  @Test
  void ofEqualVariancesTheOneWithFewerGroupsRules() {
    double[] two = {3, 3};
    double[] four = {3, 3, 3, 3};
    assertEquals(2, Replicates.of(3, two, four).groups());
    assertEquals(2, Replicates.of(3, four, two).groups());
  }

  @Test
  void withoutVarianceThereIsNoInterval() {
    double[] fine = {3.5, 3, 2.5};
    assertEquals(
        "3.00 (undefined when a group is left out)",
        Replicates.of(3, new double[] {3, Double.NaN, 3}).estimate().toString());
    assertEquals(
        "3.00 (undefined when a group is left out)",
        Replicates.of(3, fine, new double[] {3, Double.NEGATIVE_INFINITY}).estimate().toString());
    assertEquals(
        "3.00 (fewer than 2 groups)", Replicates.of(3, new double[] {3}).estimate().toString());
    assertEquals(
        "3.00 (fewer than 2 groups)",
        Replicates.of(3, fine, new double[] {3}).estimate().toString());
    assertEquals("3.00 (fewer than 2 groups)", Replicates.of(3, NONE).estimate().toString());
    assertEquals("none (not defined)", Replicates.of(Double.NaN, fine).estimate().toString());
    assertEquals(Double.NaN, Replicates.of(3, NONE).standardError());
  }

  /**
   * Three weeks up, three weeks down. Week by week V = 5/6 * 6 = 5. Runs of two move by 1, 2, 2, 0,
   * -2, -2, -1, which makes 1/2 * 18 = 9, times 5/6 and 5/4. Six weeks are too few for runs of
   * four.
   */
  @Test
  void weeksThatReachOverIntoTheNextTellLess() {
    double[] weeks = {1, 1, 1, -1, -1, -1};
    assertEquals(9.375, Replicates.of(0, NONE, NONE, weeks).variance(), 1e-12);
    assertEquals(5, Replicates.of(0, NONE, weeks).variance(), 1e-12);
    double[] apart = {1, -1, 1, -1, 1, -1};
    assertEquals(5, Replicates.of(0, NONE, NONE, apart).variance(), 1e-12);
  }

  /**
   * Six weeks up, six weeks down: runs of four move by 1, 2, 3, 4, 4, 4, 2, 0 and back, which makes
   * 1/4 (2 (1 + 4 + 9 + 16 + 16 + 16 + 4)) = 33, times 11/12 and 11/8.
   */
  @Test
  void runsAreUpToFourWeeksLong() {
    double[] weeks = {1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1};
    assertEquals(33 * 121.0 / 96, Replicates.of(0, NONE, NONE, weeks).variance(), 1e-12);
  }

  /** The 0.95 quantile of F(5, 31) is 2.523, so 9.375 is more than chance beside up to 3.716. */
  @Test
  void weeksRuleWhereTheyScatterMoreThanByChance() {
    double[] weeks = {1, 1, 1, -1, -1, -1};
    Replicates below = Replicates.of(0, persons(3.71), NONE, weeks);
    assertTrue(below.isByWeek());
    assertEquals(6, below.groups());
    assertEquals(9.375, below.variance(), 1e-12);
    Replicates above = Replicates.of(0, persons(3.72), NONE, weeks);
    assertFalse(above.isByWeek());
    assertEquals(32, above.groups());
    assertEquals(3.72, above.variance(), 1e-12);
    assertEquals(6, above.weeks());
  }

  private static double[] persons(double variance) {
    double move = Math.sqrt(variance / 31);
    return IntStream.range(0, 32).mapToDouble(i -> i % 2 == 0 ? move : -move).toArray();
  }

  @Test
  void levelIsChecked() {
    Replicates replicates = Replicates.of(3, new double[] {3.5, 3, 2.5});
    var e = assertThrows(IllegalArgumentException.class, () -> replicates.estimate(1));
    assertEquals("level (1.0) must lie between 0 and 1", e.getMessage());
    assertEquals(0.9, replicates.estimate(0.9).level());
    assertFalse(replicates.estimate(0.9).high() >= replicates.estimate(0.95).high());
  }

  /** For a mean of one value a group, V is the textbook variance of a mean, s^2 / n. */
  @Property
  void meanHasItsTextbookError(
      @ForAll @Size(min = 2, max = 32) List<@DoubleRange(min = -100, max = 100) Double> drawn) {
    double[] values = drawn.stream().mapToDouble(Double::doubleValue).toArray();
    double sum = Arrays.stream(values).sum();
    int n = values.length;
    double[] leftOut = Arrays.stream(values).map(x -> (sum - x) / (n - 1)).toArray();
    double mean = sum / n;
    double expected = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / (n - 1) / n;
    assertEquals(expected, Replicates.of(mean, leftOut).variance(), 1e-9 * (1 + expected));
  }
}
