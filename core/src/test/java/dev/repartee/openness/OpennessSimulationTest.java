package dev.repartee.openness;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.testing.VerdictSimulation;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How often verdicts on openness are right. Seeded, so always the same; {@code docs/verdicts.md}
 * tells of more runs.
 */
class OpennessSimulationTest {
  private static final int SEED = 2009;

  @Test
  void parityIsNotFoundWhereThereIsNone() {
    Map<OpennessSummary.Verdict, Double> found =
        new VerdictSimulation(SEED, 200).openness(30, 1, 0.95, 0.75);
    assertTrue(share(found, OpennessSummary.Verdict.PARITY) <= 0.05, found.toString());
    found = new VerdictSimulation(SEED, 200).openness(30, 1, 0.75, 0.95);
    assertTrue(share(found, OpennessSummary.Verdict.PARITY) <= 0.05, found.toString());
  }

  @Test
  void parityIsFoundWhereThereIsEnoughToTell() {
    Map<OpennessSummary.Verdict, Double> found =
        new VerdictSimulation(SEED, 100).openness(300, 1, 0.85, 0.85);
    assertTrue(share(found, OpennessSummary.Verdict.PARITY) >= 0.75, found.toString());
    assertTrue(
        share(found, OpennessSummary.Verdict.FAVOURS_PRAISE)
                + share(found, OpennessSummary.Verdict.FAVOURS_CRITICISM)
            <= 0.05,
        found.toString());
  }

  @Test
  void answeringIsNotFoundToHelpWhereItDoesNot() {
    double held = new VerdictSimulation(SEED, 200).recovery(150);
    assertTrue(held >= 0.90, "held " + held);
  }

  private static double share(
      Map<OpennessSummary.Verdict, Double> found, OpennessSummary.Verdict verdict) {
    return found.getOrDefault(verdict, Double.NaN);
  }
}
