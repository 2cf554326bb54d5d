package dev.repartee.scorecard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.testing.VerdictSimulation;
import org.junit.jupiter.api.Test;

/** Rank intervals of equals. Seeded; {@code docs/verdicts.md} tells of more runs. */
class RankSimulationTest {
  @Test
  void amongEqualsEveryRankIsOpen() {
    VerdictSimulation.Ranks found = new VerdictSimulation(2009, 60).ranks(20, 400);
    assertTrue(found.allOpen() >= 0.95, "all open in " + found.allOpen());
  }
}
