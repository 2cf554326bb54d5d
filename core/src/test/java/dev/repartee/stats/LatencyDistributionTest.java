package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class LatencyDistributionTest {

  @Test
  void threeValues() {
    LatencyDistribution seen = LatencyDistribution.of(4_000, 1_000, 2_000);
    assertEquals(3, seen.count());
    assertEquals(1_000, seen.minMillis());
    assertEquals(4_000, seen.maxMillis());
    assertEquals(Optional.of(Duration.ofSeconds(2)), seen.quantile(0.5));
    assertEquals(1_500, seen.quantileMillis(0.25));
    assertEquals("median 2 s, 3 values", seen.toString());
    assertEquals("2 s [open, open]", seen.median().toString());
    assertEquals(0, seen.countAtMost(999));
    assertEquals(1, seen.countAtMost(1_000));
    assertEquals(3, seen.countAtMost(Long.MAX_VALUE));
    assertEquals("0.33 [0.06, 0.79] 1/3", seen.within(Duration.ofMillis(1_999)).toString());
    assertTrue(seen.isExact());
  }

  /** Of 1, 2 and 4 s: deviation 1.5275 s, so 0.8819 s of error and 4.3027 of those to each side. */
  @Test
  void theMeanIsOfTheseValues() {
    DurationEstimate mean = LatencyDistribution.of(4_000, 1_000, 2_000).mean();
    assertEquals(7_000 / 3.0, mean.millis(), 1e-9);
    assertEquals(881.9171, mean.standardErrorMillis(), 1e-4);
    assertEquals(0, mean.lowMillis());
    assertEquals(7_000 / 3.0 + 4.3026527 * 881.9171, mean.highMillis(), 1e-2);
    assertEquals(0, mean.groups());
    assertEquals("1 s (fewer than 2 values)", LatencyDistribution.of(1_000).mean().toString());
    assertEquals(DurationEstimate.State.NO_DATA, LatencyDistribution.of().mean().state());
  }

  /** Without one group after the other the means are 3, 2.5 and 1.5 s. */
  @Test
  void groupsCarryTheErrorOfTheMean() {
    LatencyGroups groups = new LatencyGroups(2);
    groups.add(1_000, 0);
    groups.add(2_000, 1 | 1 << 5);
    groups.add(4_000, 2 | 1 << 5);
    DurationEstimate mean = groups.distribution().mean();
    double whole = 7_000 / 3.0;
    double people =
        Math.sqrt(
            2
                / 3.0
                * (Math.pow(3_000 - whole, 2)
                    + Math.pow(2_500 - whole, 2)
                    + Math.pow(1_500 - whole, 2)));
    double conversations = Math.sqrt((Math.pow(3_000 - whole, 2) + Math.pow(1_000 - whole, 2)) / 2);
    assertEquals(whole, mean.millis(), 1e-9);
    assertEquals(Math.max(people, conversations), mean.standardErrorMillis(), 1e-9);
    LatencyGroups one = new LatencyGroups(1);
    one.add(60_000, 3);
    one.add(120_000, 3);
    assertEquals("1 min 30 s (fewer than 2 groups)", one.distribution().mean().toString());
  }

  @Test
  void medianMayEndInHalfAMillisecond() {
    assertEquals(
        Optional.of(Duration.ofNanos(1_500_000)), LatencyDistribution.of(1, 2).quantile(0.5));
  }

  @Test
  void noValuesAreNoZero() {
    LatencyDistribution none = LatencyDistribution.of();
    assertTrue(none.isEmpty());
    assertEquals("no values", none.toString());
    assertEquals(Double.NaN, none.minMillis());
    assertEquals(Double.NaN, none.maxMillis());
    assertEquals(Double.NaN, none.quantileMillis(0.5));
    assertEquals(Optional.empty(), none.quantile(0.5));
    assertEquals(DurationEstimate.State.NO_DATA, none.median().state());
    assertEquals(0, none.countAtMost(5));
    assertTrue(none.within(Duration.ofDays(1)).isEmpty());
    var e = assertThrows(IllegalArgumentException.class, () -> none.quantile(Double.NaN));
    assertEquals("q (NaN) must lie in [0, 1]", e.getMessage());
  }

  /**
   * 1 to 100 ms: Wilson's interval of 50 of 100 is [0.4038, 0.5962] (statsmodels 0.15.0), so that
   * it goes from number 40 to number 60.
   */
  @Test
  void woodruffByHand() {
    long[] values = new long[100];
    for (int i = 0; i < 100; i++) {
      values[i] = i + 1L;
    }
    DurationEstimate median = LatencyDistribution.of(values).median();
    assertEquals(50.5, median.millis(), 1e-12);
    assertEquals(40, median.lowMillis()); // floor(100 * 0.4038315303659956)
    assertEquals(60, median.highMillis()); // ceil(100 * 0.5961684696340044)
    assertEquals(0, median.groups());
    DurationEstimate high = LatencyDistribution.of(values).quantileEstimate(0.99);
    assertTrue(high.low().isPresent());
    assertEquals(Optional.empty(), high.high());
  }

  @Test
  void groupsWidenTheInterval() {
    LatencyGroups groups = new LatencyGroups(2);
    Random random = new Random(7);
    for (int i = 0; i < 640; i++) {
      int person = i % 32;
      groups.add(1_000L * (1 + person) + random.nextInt(500), person | random.nextInt(32) << 5);
    }
    LatencyDistribution seen = groups.distribution();
    DurationEstimate clustered = seen.median();
    DurationEstimate independent = seen.asIndependent().median();
    assertEquals(independent.millis(), clustered.millis());
    assertTrue(clustered.lowMillis() < independent.lowMillis());
    assertTrue(clustered.highMillis() > independent.highMillis());
    assertEquals(32, clustered.groups());
    assertEquals(
        seen.within(Duration.ofSeconds(10)).asIndependent(),
        seen.asIndependent().within(Duration.ofSeconds(10)));
  }

  @Test
  void oneGroupGivesNoInterval() {
    LatencyGroups groups = new LatencyGroups(1);
    groups.add(60_000, 3);
    groups.add(120_000, 3);
    assertEquals("1 min 30 s (fewer than 2 groups)", groups.distribution().median().toString());
  }

  @Test
  void viewDoesNotFollowTheTally() {
    LatencyGroups groups = new LatencyGroups(1);
    groups.add(60_000, 3);
    LatencyDistribution seen = groups.distribution();
    groups.add(1, 3);
    assertEquals(1, seen.count());
  }

  @Test
  void bucketsAreNearAndEndsExact() {
    LatencyGroups exact = new LatencyGroups(1, true);
    LatencyGroups bucketed = new LatencyGroups(1);
    Random random = new Random(3);
    for (int i = 0; i < 80_000; i++) {
      long millis = (long) Math.exp(14 + 2 * random.nextGaussian());
      exact.add(millis, i & 31);
      bucketed.add(millis, i & 31);
    }
    LatencyDistribution truth = exact.distribution();
    LatencyDistribution seen = bucketed.distribution();
    assertTrue(truth.isExact());
    assertFalse(seen.isExact());
    assertEquals(truth.count(), seen.count());
    for (int percent = 0; percent <= 100; percent++) {
      double expected = truth.quantileMillis(percent / 100.0);
      assertEquals(expected, seen.quantileMillis(percent / 100.0), 0.0041 * expected);
    }
    assertEquals(truth.quantileMillis(0), seen.quantileMillis(0));
    assertEquals(truth.quantileMillis(1), seen.quantileMillis(1));
    assertEquals(seen.count(), seen.countAtMost((long) truth.maxMillis()));
    assertEquals(0, seen.countAtMost((long) truth.minMillis() - 1));
    DurationEstimate median = seen.median();
    assertEquals(truth.median().lowMillis(), median.lowMillis(), 0.01 * median.millis());
    assertEquals(truth.median().highMillis(), median.highMillis(), 0.01 * median.millis());
  }

  @Property
  void intervalsContainTheirQuantile(
      @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 40) Long> values,
      @ForAll @IntRange(max = 20) int twentieth) {
    LatencyGroups groups = new LatencyGroups(2);
    int i = 0;
    for (long value : values) {
      groups.add(value, (i % 32) | (i++ % 5) << 5);
    }
    for (LatencyDistribution seen :
        new LatencyDistribution[] {groups.distribution(), groups.distribution().asIndependent()}) {
      DurationEstimate estimate = seen.quantileEstimate(twentieth / 20.0);
      assertEquals(seen.quantileMillis(twentieth / 20.0), estimate.millis());
      assertFalse(estimate.lowMillis() > estimate.millis());
      assertFalse(estimate.highMillis() < estimate.millis());
    }
  }

  @Property
  void shiftAndScale(
      @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 1_000) Long> values,
      @ForAll @IntRange(min = 1, max = 9) int factor,
      @ForAll @IntRange(max = 1_000) int shift,
      @ForAll @IntRange(max = 100) int percent) {
    double q = percent / 100.0;
    double plain = LatencyDistribution.of(toArray(values, 1, 0)).quantileMillis(q);
    double moved = LatencyDistribution.of(toArray(values, factor, shift)).quantileMillis(q);
    assertEquals(factor * plain + shift, moved, 1e-9 * (1 + moved));
  }

  private static long[] toArray(List<Long> values, int factor, int shift) {
    return values.stream().mapToLong(value -> value * factor + shift).toArray();
  }
}
