package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How often 95 % intervals contain the truth when people repeat; seeded, so always the same. */
final class CoverageTest {

  private static final int RUNS = 300;
  private static final int PEOPLE = 150;

  /** Half of the people are answered within the hour three times out of four, half once. */
  @Test
  void intervalsKeepTheirWordWhereIndependentOnesDoNot() {
    Random random = new Random(20);
    int rate = 0;
    int independentRate = 0;
    int curve = 0;
    int independentCurve = 0;
    for (int run = 0; run < RUNS; run++) {
      LatencyGroups answered = new LatencyGroups(2);
      LatencyGroups waiting = new LatencyGroups(2);
      long[] hits = new long[32];
      long[] trials = new long[32];
      for (int person = 0; person < PEOPLE; person++) {
        int group = random.nextInt(32);
        double ease = random.nextBoolean() ? 0.75 : 0.25;
        for (int i = 0; i < 5; i++) {
          boolean hit = random.nextDouble() < ease;
          trials[group]++;
          hits[group] += hit ? 1 : 0;
          long millis = hit ? 1_000 + random.nextInt(3_000_000) : 4_000_000;
          (hit ? answered : waiting).add(millis, group, random.nextInt(32));
        }
      }
      Proportion share = Proportion.clustered(hits, trials, new long[0], new long[0]);
      rate += contains(share.low(), share.high());
      Proportion plain = share.asIndependent();
      independentRate += contains(plain.low(), plain.high());
      SurvivalCurve clustered = SurvivalCurve.of(answered, waiting);
      Estimate within = clustered.within(Duration.ofHours(1));
      curve += contains(within.low(), within.high());
      Estimate greenwood = clustered.asIndependent().within(Duration.ofHours(1));
      independentCurve += contains(greenwood.low(), greenwood.high());
    }
    assertTrue(rate >= 0.92 * RUNS, "rate " + rate);
    assertTrue(independentRate < 0.9 * RUNS, "independent rate " + independentRate);
    assertTrue(curve >= 0.92 * RUNS, "curve " + curve);
    assertTrue(independentCurve < 0.9 * RUNS, "independent curve " + independentCurve);
  }

  private static int contains(double low, double high) {
    return low <= 0.5 && high >= 0.5 ? 1 : 0;
  }
}
