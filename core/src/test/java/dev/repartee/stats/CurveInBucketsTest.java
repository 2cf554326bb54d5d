package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far quantiles of a curve are off where there are too many distinct times to keep. */
final class CurveInBucketsTest {
  /** Log-normal waits, and people who are watched for a while drawn evenly, or all for long. */
  @ParameterizedTest
  @CsvSource({
    "300000, 1.0, 1e9",
    "300000, 2.0, 2e8",
    "300000, 0.5, 1e8",
    "150000, 1.5, 1e12",
    "200000, 3.0, 5e7",
    "200000, 0.2, 7e7"
  })
  void quantilesAreOffByAtMostFourPerMille(int people, double spread, double longest) {
    Random random = new Random(7);
    LatencyGroups[] events = {new LatencyGroups(1), new LatencyGroups(1, true)};
    LatencyGroups[] censored = {new LatencyGroups(1), new LatencyGroups(1, true)};
    for (int i = 0; i < people; i++) {
      long wait = (long) (5e7 * Math.exp(spread * random.nextGaussian()));
      long watched = (long) (longest * random.nextDouble());
      for (int kind = 0; kind < 2; kind++) {
        (wait <= watched ? events : censored)[kind].add(Math.min(wait, watched), i % 32);
      }
    }
    SurvivalCurve curve = SurvivalCurve.of(events[0], censored[0]);
    SurvivalCurve exact = SurvivalCurve.of(events[1], censored[1]);
    assertFalse(curve.isExact());
    assertFalse(curve.asIndependent().isExact());
    assertTrue(exact.isExact());
    assertTrue(curve.toString().endsWith(", times to 0.4 %"), curve::toString);
    double worst = 0;
    int unlike = 0;
    for (int q = 1; q < 400; q++) {
      double found = curve.quantile(q / 400.0).millis();
      double expected = exact.quantile(q / 400.0).millis();
      // At its end a curve is lifted too, so that a last quantile may not be reached.
      unlike += Double.isNaN(expected) == Double.isNaN(found) ? 0 : 1;
      if (!Double.isNaN(found - expected)) {
        worst = Math.max(worst, Math.abs(found / expected - 1));
      }
    }
    assertTrue(unlike <= 1, unlike + " unlike");
    assertTrue(worst <= 0.004, "off by " + worst);
  }
}
