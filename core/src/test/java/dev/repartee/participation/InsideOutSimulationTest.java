package dev.repartee.participation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.testing.VerdictSimulation;
import org.junit.jupiter.api.Test;

/** Rank correlations whose truth is known. Seeded; {@code docs/verdicts.md} tells of more runs. */
class InsideOutSimulationTest {
  @Test
  void intervalsHoldTheTruth() {
    VerdictSimulation.InsideOuts found =
        new VerdictSimulation(2009, 50).insideOut(20, 2, 0, 6, 1, 7, 3, 5, 4);
    assertTrue(found.held() >= 0.9, "held " + found.held());
    assertTrue(found.width() < 1.5, "width " + found.width());
  }
}
