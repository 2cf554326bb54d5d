package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class SurvivalCurveTest {

  private static final long HOUR = 3_600_000;

  /** Four answered after 1 to 4 hours, six still waiting after 24. */
  private static SurvivalCurve fourOfTen() {
    return SurvivalCurve.builder()
        .event(HOUR)
        .event(2 * HOUR)
        .event(3 * HOUR)
        .event(4 * HOUR)
        .censored(24 * HOUR, 6)
        .build();
  }

  @Test
  void thoseWhoWaitAreNotForgotten() {
    SurvivalCurve curve = fourOfTen();
    assertEquals(0.6, curve.survivalAt(4 * HOUR).value(), 1e-15);
    assertEquals(0.6, curve.survivalAt(24 * HOUR).value(), 1e-15);
    assertEquals(DurationEstimate.State.NOT_REACHED, curve.median().state());
    assertEquals(Optional.empty(), curve.median().high());
    assertEquals("median not reached, 4/10 ended", curve.toString());
    LatencyDistribution answered = LatencyDistribution.of(HOUR, 2 * HOUR, 3 * HOUR, 4 * HOUR);
    assertEquals(Optional.of(Duration.ofMinutes(150)), answered.quantile(0.5));
    assertEquals(10, curve.count());
    assertEquals(4, curve.eventCount());
    assertEquals(6, curve.censoredCount());
    assertEquals(24.0 * HOUR, curve.largestMillis());
  }

  /** log-log band of S = 0.6 with Greenwood's error sqrt(0.6 0.4 / 10), by hand. */
  @Test
  void bandByHand() {
    Estimate estimate = fourOfTen().survivalAt(4 * HOUR);
    double error = Math.sqrt(0.024);
    assertEquals(error, estimate.standardError(), 1e-15);
    double width = 1.959963984540054 * error / (0.6 * Math.log(0.6));
    assertEquals(Math.pow(0.6, Math.exp(-width)), estimate.low(), 1e-12);
    assertEquals(Math.pow(0.6, Math.exp(width)), estimate.high(), 1e-12);
    Estimate within = fourOfTen().within(Duration.ofHours(4));
    assertEquals(1 - estimate.high(), within.low(), 1e-15);
    assertEquals(1 - estimate.low(), within.high(), 1e-15);
    assertEquals("0.40 [0.17, 0.75]", within.toString());
  }

  @Test
  void beforeTheFirstEventTheBandDependsOnWhoStillWaits() {
    SurvivalCurve curve = SurvivalCurve.builder().censored(5, 3).event(10, 7).build();
    assertInterval(new Interval(Math.pow(0.025, 0.1), 1), interval(curve.survivalAt(0)), 1e-12);
    assertInterval(new Interval(Math.pow(0.025, 0.1), 1), interval(curve.survivalAt(5)), 1e-12);
    assertInterval(new Interval(Math.pow(0.025, 1 / 7.0), 1), interval(curve.survivalAt(6)), 1e-12);
    assertEquals(0, curve.survivalAt(6).standardError());
  }

  @Test
  void curveThatReachedZeroStaysThere() {
    SurvivalCurve curve = SurvivalCurve.builder().event(10, 3).build();
    // 1 - 0.025^(1/3): all of three have ended.
    assertEquals("0.00 [0.00, 0.71]", curve.survivalAt(10).toString());
    assertEquals("0.00 [0.00, 0.71]", curve.survivalAt(1_000).toString());
    assertEquals("1.00 [0.29, 1.00]", curve.within(Duration.ofDays(1)).toString());
    assertEquals(Double.NaN, curve.greenwood(0));
    assertEquals(Double.NaN, curve.standardError(0));
    assertEquals("10 ms [open, open]", curve.median().toString());
    assertEquals(
        "10 ms [10 ms, 10 ms]", SurvivalCurve.builder().event(10, 30).build().median().toString());
    assertEquals("10 ms [10 ms, 10 ms]", curve.restrictedMean(Duration.ofDays(1)).toString());
  }

  @Test
  void nothingIsEstimatedBeyondTheLargestTime() {
    SurvivalCurve curve = fourOfTen();
    Estimate beyond = curve.survivalAt(24 * HOUR + 1);
    assertEquals("none (follow-up too short)", beyond.toString());
    assertEquals("none (follow-up too short)", curve.within(Duration.ofHours(25)).toString());
    assertEquals(
        "not reached (follow-up too short)", curve.restrictedMean(Duration.ofHours(25)).toString());
    assertTrue(curve.restrictedMean(Duration.ofHours(24)).isReached());
    assertFalse(curve.within(Duration.ofSeconds(Long.MAX_VALUE)).isDefined());
  }

  @Test
  void noDataIsNoZero() {
    SurvivalCurve none = SurvivalCurve.of(new LatencyGroups(2), new LatencyGroups(2));
    assertTrue(none.isEmpty());
    assertEquals("no data", none.toString());
    assertEquals("none (no data)", none.survivalAt(0).toString());
    assertEquals("none (no data)", none.within(Duration.ZERO).toString());
    assertEquals(DurationEstimate.noData(), none.median());
    assertEquals(DurationEstimate.noData(), none.restrictedMean(Duration.ZERO));
    assertEquals(Double.NaN, none.largestMillis());
    assertEquals(0, none.size());
    assertEquals("no data", SurvivalCurve.builder().event(3, 0).build().toString());
  }

  @Test
  void onlyCensored() {
    SurvivalCurve curve = SurvivalCurve.builder().censored(10, 9).censored(20).build();
    assertEquals(1, curve.survivalAt(20).value());
    assertInterval(new Interval(0.025, 1), interval(curve.survivalAt(20)), 1e-12);
    assertEquals(DurationEstimate.State.NOT_REACHED, curve.median().state());
    assertEquals(
        "20 ms (nothing had happened)", curve.restrictedMean(Duration.ofMillis(20)).toString());
    // From 10 on one waits, and its band [0.025, 1] holds one half.
    assertEquals(10, curve.median().lowMillis());
  }

  @Test
  void whereSIsExactlyTheGoalTheMidpointIsTaken() {
    SurvivalCurve curve =
        SurvivalCurve.builder().event(10).event(20).censored(25).event(31).event(40).build();
    SurvivalCurve half = SurvivalCurve.builder().event(10, 2).censored(15).event(31).build();
    assertEquals(
        25.5,
        SurvivalCurve.builder().event(10).event(20).event(31).event(40).build().median().millis());
    // The censored at 25 lies between and is no event; S is 3/5 until 31.
    assertEquals(31, curve.median().millis());
    assertEquals(20.5, half.median().millis());
    SurvivalCurve last = SurvivalCurve.builder().event(10, 2).censored(15, 2).build();
    assertEquals(10, last.median().millis());
  }

  /** In doubles the product of 1 - 1/7, 1 - 1/6, ... is not exactly one seventh. */
  @Test
  void goalsAreComparedWithTolerance() {
    for (int n = 2; n <= 60; n++) {
      SurvivalCurve.Builder builder = SurvivalCurve.builder();
      for (int i = 1; i <= n; i++) {
        builder.event(10L * i);
      }
      SurvivalCurve curve = builder.build();
      for (int k = 1; k < n; k++) {
        assertEquals(10 * k + 5, curve.quantile((double) k / n).millis(), k + " of " + n);
      }
    }
  }

  @Test
  void tiesPutEventsBeforeCensored() {
    SurvivalCurve curve = SurvivalCurve.builder().censored(5).event(5).build();
    assertEquals(1, curve.size());
    assertEquals(2, curve.atRisk(0));
    assertEquals(1, curve.events(0));
    assertEquals(1, curve.censored(0));
    assertEquals(0.5, curve.survival(0));
    assertEquals(5, curve.timeMillis(0));
  }

  /** 1 to 4 without censoring: mean 2.5, and the variance of a mean with divisor n, 5/16. */
  @Test
  void restrictedMeanOfAllIsTheMean() {
    SurvivalCurve curve = SurvivalCurve.builder().event(1).event(2).event(3).event(4).build();
    DurationEstimate mean = curve.restrictedMean(Duration.ofMillis(4));
    assertEquals(2.5, mean.millis());
    assertEquals(Math.sqrt(5.0 / 16), mean.standardErrorMillis(), 1e-15);
    assertEquals(2.5 - 1.959963984540054 * Math.sqrt(5.0 / 16), mean.lowMillis(), 1e-9);
    assertEquals(2.5 + 1.959963984540054 * Math.sqrt(5.0 / 16), mean.highMillis(), 1e-9);
    assertEquals(1.75, curve.restrictedMean(Duration.ofMillis(2)).millis());
    assertEquals(1.9, curve.restrictedMean(Duration.ofNanos(2_300_000)).millis(), 1e-12);
    assertEquals(0, curve.restrictedMean(Duration.ZERO).millis());
  }

  @Test
  void withOneGroupThereIsNoInterval() {
    LatencyGroups events = new LatencyGroups(2);
    LatencyGroups censored = new LatencyGroups(2);
    for (int i = 0; i < 10; i++) {
      (i < 6 ? events : censored).add(1_000L * i, i | 7 << 5);
    }
    SurvivalCurve curve = SurvivalCurve.of(events, censored);
    assertEquals("0.40 (fewer than 2 groups)", curve.survivalAt(6_000).toString());
    assertEquals("5 s (fewer than 2 groups)", curve.quantile(0.55).toString());
    assertEquals(
        "3 s 900 ms (fewer than 2 groups)", curve.restrictedMean(Duration.ofSeconds(6)).toString());
    assertEquals(Double.NaN, curve.standardError(3));
    assertTrue(curve.asIndependent().survivalAt(6_000).hasInterval());
  }

  @Test
  void fewGroupsAreFlagged() {
    LatencyGroups events = new LatencyGroups(1);
    for (int i = 0; i < 40; i++) {
      events.add(1_000L * i, i % 9);
    }
    SurvivalCurve curve = SurvivalCurve.of(events, new LatencyGroups(1));
    assertTrue(curve.survivalAt(9_000).hasFewGroups());
    assertEquals(9, curve.median().groups());
    assertFalse(curve.asIndependent().median().hasFewGroups());
  }

  @Test
  void bucketsAndExactValuesMix() {
    LatencyGroups exactEvents = new LatencyGroups(2, true);
    LatencyGroups events = new LatencyGroups(2);
    LatencyGroups exactCensored = new LatencyGroups(2, true);
    LatencyGroups censored = new LatencyGroups(2);
    Random random = new Random(11);
    for (int i = 0; i < 100_000; i++) {
      long millis = (long) Math.exp(14 + 1.5 * random.nextGaussian());
      int person = random.nextInt(32);
      int conversation = random.nextInt(32);
      boolean ends = i % 5 != 0;
      (ends ? exactEvents : exactCensored).add(millis, person | conversation << 5);
      (ends ? events : censored).add(millis, person | conversation << 5);
    }
    assertFalse(events.isExact());
    assertTrue(censored.isExact());
    SurvivalCurve truth = SurvivalCurve.of(exactEvents, exactCensored);
    SurvivalCurve curve = SurvivalCurve.of(events, censored);
    assertEquals(truth.largestMillis(), curve.largestMillis());
    assertEquals(truth.count(), curve.count());
    for (long at = 100_000; at < 10_000_000; at += 700_000) {
      Estimate expected = truth.survivalAt(at);
      Estimate actual = curve.survivalAt(at);
      assertEquals(expected.value(), actual.value(), 0.003);
      assertEquals(expected.standardError(), actual.standardError(), 0.0002);
    }
    assertEquals(truth.median().millis(), curve.median().millis(), 0.01 * truth.median().millis());
    assertTrue(curve.survivalAt((long) curve.largestMillis()).isDefined());
  }

  /** Most of the band is judged by a bound alone: the ends are those of the band itself. */
  @Test
  void endsOfQuantilesAreThoseOfTheBand() {
    LatencyGroups events = new LatencyGroups(2);
    LatencyGroups censored = new LatencyGroups(2);
    Random random = new Random(5);
    for (int i = 0; i < 4_000; i++) {
      int person = random.nextInt(32);
      long millis = (long) Math.exp(7 + 0.05 * person + random.nextGaussian());
      (random.nextInt(5) > 0 ? events : censored).add(millis, person | random.nextInt(32) << 5);
    }
    SurvivalCurve grouped = SurvivalCurve.of(events, censored);
    for (SurvivalCurve curve : List.of(grouped, grouped.asIndependent())) {
      for (double q : new double[] {0, 0.002, 0.1, 0.5, 0.8, 0.97, 0.995, 1}) {
        double goal = 1 - q;
        double low = Double.NaN;
        double high = Double.NaN;
        for (int i = 0; i < curve.size(); i++) {
          Estimate band = curve.survivalAt(curve.timeMillis(i));
          if (band.value() == 0) {
            low = Double.isNaN(low) ? curve.timeMillis(i) : low;
          } else if (curve.events(i) > 0) {
            low = Double.isNaN(low) && band.low() <= goal ? curve.timeMillis(i) : low;
            boolean isAbove = band.high() >= goal;
            high = isAbove ? Double.NaN : Double.isNaN(high) ? curve.timeMillis(i) : high;
          }
        }
        DurationEstimate actual = curve.quantile(q);
        // At q = 0 the band holds from before the first time.
        assertEquals(q == 0 ? Double.NaN : low, actual.lowMillis());
        assertEquals(high, actual.highMillis());
      }
    }
  }

  @Test
  void badArgumentsAreNamed() {
    SurvivalCurve curve = fourOfTen();
    assertEquals("millis (-1) must not be negative", message(() -> curve.survivalAt(-1)));
    assertEquals(
        "duration (PT-1S) must not be negative",
        message(() -> curve.within(Duration.ofSeconds(-1))));
    assertEquals(
        "duration (PT-1S) must not be negative",
        message(() -> curve.restrictedMean(Duration.ofSeconds(-1))));
    assertEquals("q (NaN) must lie in [0, 1]", message(() -> curve.quantile(Double.NaN)));
    assertEquals(
        "events (1 groupings) and censored (2) must have the same groupings",
        message(() -> SurvivalCurve.of(new LatencyGroups(1), new LatencyGroups(2))));
    assertEquals(
        "millis (-5) must not be negative", message(() -> SurvivalCurve.builder().event(-5)));
    assertEquals(
        "count (-5) must not be negative", message(() -> SurvivalCurve.builder().censored(5, -5)));
    assertThrows(IndexOutOfBoundsException.class, () -> curve.standardError(5));
    assertEquals(
        "2 distinct times of events, 1 of censored",
        SurvivalCurve.builder().event(5).event(6).censored(7).toString());
  }

  private static Interval interval(Estimate estimate) {
    return new Interval(estimate.low(), estimate.high());
  }

  private static void assertInterval(Interval expected, Interval actual, double tolerance) {
    assertEquals(expected.low(), actual.low(), tolerance);
    assertEquals(expected.high(), actual.high(), tolerance);
  }

  private static String message(Executable code) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, code).getMessage());
  }
}
