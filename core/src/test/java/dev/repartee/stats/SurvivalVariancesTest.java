package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.internal.math.Jackknife;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables so long that their variances are found in many blocks, most of which a bound spares. */
final class SurvivalVariancesTest {
  private static final double TOLERANCE = 1e-9;

  @ParameterizedTest
  @CsvSource({
    "1, 1500, 0, 0, 1", "2, 4000, 0.3, 0, 1", "3, 4000, 0.9, 0, 1", "4, 6000, 0.2, 0, 40",
    "5, 3000, 0, 0.4, 1", "6, 3000, 0.3, 0.3, 20", "7, 700, 0.02, 0, 300", "8, 256, 0, 0, 1",
    "9, 2500, 0.99, 0, 5", "10, 5000, 0.1, 0, 3000"
  })
  void intervalsEndWhereTheBandMeetsTheGoal(
      long seed, int n, double censored, double competing, int cluster) {
    SurvivalCurve curve = curve(new Random(seed), n, censored, competing, cluster);
    for (SurvivalCurve each : new SurvivalCurve[] {curve, curve.asIndependent()}) {
      for (double q : new double[] {0.02, 0.1, 0.3, 0.5, 0.75, 0.95, 0.999}) {
        double[] ends = ends(each, 1 - q);
        DurationEstimate found = each.quantile(q);
        if (!isLowBeforeEvents(each, 1 - q)) {
          assertEquals(ends[0], found.lowMillis(), "low of " + q + " " + each);
        }
        assertEquals(ends[1], found.highMillis(), "high of " + q + " " + each);
      }
    }
  }

  /** Whether so few are at risk that the band is as low as the goal before anything happens. */
  private static boolean isLowBeforeEvents(SurvivalCurve curve, double goal) {
    RiskTable table = curve.table();
    long first = table.times[table.eventRows[0]];
    return curve.survivalAt(first - 1).low() <= goal * (1 + TOLERANCE);
  }

  /** By the band after every single event. */
  private static double[] ends(SurvivalCurve curve, double goal) {
    double low = Double.NaN;
    double high = Double.NaN;
    for (int i = 0; i < curve.size(); i++) {
      if (curve.events(i) == 0) {
        continue;
      }
      Estimate band = curve.survivalAt(curve.timeMillis(i));
      if (Double.isNaN(low) && band.low() <= goal * (1 + TOLERANCE)) {
        low = curve.timeMillis(i);
      }
      if (band.high() >= goal * (1 - TOLERANCE)) {
        high = Double.NaN;
      } else if (Double.isNaN(high)) {
        high = curve.timeMillis(i);
      }
    }
    return new double[] {low, high};
  }

  @ParameterizedTest
  @CsvSource({"1, 3000, 0.3, 0, 1", "2, 3000, 0.6, 0, 200", "3, 3000, 0.3, 0.3, 1"})
  void noVarianceExceedsTheBoundOfItsBlock(
      long seed, int n, double censored, double competing, int cluster) {
    SurvivalCurve curve = curve(new Random(seed), n, censored, competing, cluster);
    RiskTable table = curve.table();
    RiskGroups groups = Objects.requireNonNull(curve.groups());
    Jackknife[] groupings =
        IntStream.range(0, groups.groupings())
            .mapToObj(g -> new Jackknife(g, Jackknife.nonEmpty(groups.sizes(g)), 30, 0))
            .toArray(Jackknife[]::new);
    SurvivalVariances variances = new SurvivalVariances(table, groups, groupings);
    int events = table.eventRows.length;
    assertTrue(events > 2 * SurvivalVariances.BLOCK);
    for (int event = 0; event < events; event++) {
      double bound = variances.mostOfBlock(event / SurvivalVariances.BLOCK);
      assertTrue(variances.variance(event) <= bound, "event " + event + " exceeds " + bound);
    }
  }

  /** Waits that persons and weeks have in common, the more the larger a cluster. */
  private static SurvivalCurve curve(
      Random random, int n, double censored, double competing, int cluster) {
    LatencyGroups events = new LatencyGroups(3, true);
    LatencyGroups waiting = new LatencyGroups(3, true);
    LatencyGroups others = new LatencyGroups(3, true);
    double scale = 1;
    int groups = 0;
    for (int i = 0; i < n; i++) {
      if (i % cluster == 0) {
        scale = Math.exp(random.nextGaussian());
        groups = random.nextInt(1 << (3 * LatencyGroups.GROUP_BITS));
      }
      int own = cluster == 1 ? groups : groups ^ random.nextInt(4);
      long millis = (long) (scale * -1e6 * Math.log(1 - random.nextDouble()));
      double fate = random.nextDouble();
      if (fate < censored) {
        waiting.add(millis, own);
      } else if (fate < censored + competing) {
        others.add(millis, own);
      } else {
        events.add(millis, own);
      }
    }
    return SurvivalCurve.of(events, waiting, others);
  }
}
