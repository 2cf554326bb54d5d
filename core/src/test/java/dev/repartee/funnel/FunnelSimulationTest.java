package dev.repartee.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.testing.FunnelSimulation;
import org.junit.jupiter.api.Test;

/** A known truth, in fewer people than {@code docs/funnel.md} tells of. Seeded, always the same. */
class FunnelSimulationTest {
  @Test
  void whoStillHasTimeIsNotCountedAsLost() {
    FunnelSimulation found = new FunnelSimulation(1_000, 200);
    assertEquals(0.2594, FunnelSimulation.TRUTH, 5e-5);
    assertEquals(0.215, found.naive(), 0.003);
    assertEquals(FunnelSimulation.TRUTH, found.within(), 0.003);
    assertEquals(FunnelSimulation.TRUTH, found.mature(), 0.004);
    assertTrue(found.coverage() >= 0.90, "covers " + found.coverage());
    assertEquals(0, found.claimed());
  }
}
