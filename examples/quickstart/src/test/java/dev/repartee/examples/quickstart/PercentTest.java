package dev.repartee.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.stats.Estimate;
import dev.repartee.stats.Interval;
import dev.repartee.stats.Proportion;
import org.junit.jupiter.api.Test;

/** Shares as a board reads them. */
class PercentTest {
  private static Estimate estimate(double value, double low, double high) {
    return Estimate.of(value, 0.01, new Interval(low, high), 0.95, 32);
  }

  @Test
  void sharesAreWholePercentWithTheirInterval() {
    assertEquals("69 % (67 to 71)", Percent.of(estimate(0.694, 0.667, 0.714)));
    assertEquals("0 %", Percent.of(0));
    assertEquals("100 %", Percent.of(1));
    assertEquals("unknown", Percent.of(Double.NaN));
  }

  /** 0 % would say that there is none, and 100 % that there is no other. */
  @Test
  void whatIsNearlyNoneOrNearlyAllHasADecimal() {
    assertEquals("0.4 % (0.1 to 1.2)", Percent.of(estimate(0.004, 0.001, 0.012)));
    assertEquals("99.6 %", Percent.of(0.996));
    assertEquals("below 0.1 %", Percent.of(0.0004));
  }

  @Test
  void whyThereIsNoIntervalIsSaidInWords() {
    assertEquals(
        "50 % (too few people for an interval)",
        Percent.of(Estimate.withoutInterval(0.5, 1, "fewer than 2 groups")));
    assertEquals(
        "unknown (not watched for long enough)",
        Percent.of(Estimate.undefined("follow-up too short")));
    assertEquals(
        "50 % (too few people for an interval)",
        Percent.of(Proportion.clustered(new long[] {1}, new long[] {2})));
    assertEquals("unknown (nothing to count)", Percent.of(Proportion.of(0, 0)));
    assertEquals(
        "100 %, 5 of 5 departments", Percent.counted(Proportion.ofAll(5, 5), "departments"));
  }

  /** By Wilson, worked out by hand elsewhere: 1,386 of 1,937 are 0.7155 [0.6950, 0.7352]. */
  @Test
  void whatWasCountedStandsBehind() {
    assertEquals(
        "72 % (70 to 74), 1,386 of 1,937 conversations",
        Percent.counted(Proportion.of(1386, 1937), "conversations"));
  }

  @Test
  void differencesAreToldBySize() {
    assertEquals("31 points (26 to 36)", Percent.points(estimate(0.31, 0.26, 0.36)));
    assertEquals("31 points (26 to 36)", Percent.points(estimate(-0.31, -0.36, -0.26)));
    assertEquals("1 points (-2 to 3)", Percent.points(estimate(-0.01, -0.03, 0.02)));
    assertEquals("unknown (nothing to count)", Percent.points(Estimate.undefined("no data")));
  }
}
