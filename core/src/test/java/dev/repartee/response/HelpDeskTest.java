package dev.repartee.response;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.testing.CoverageSimulation.Share;
import dev.repartee.testing.HelpDeskSimulation;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Intervals and tests of waits that pile up, at a desk in which nothing changes. Seeded, so always
 * the same; {@code docs/time.md} tells of more runs.
 */
class HelpDeskTest {
  private static final int SEED = 20;

  @Test
  @Tag("large")
  void waitsThatPileUpTellLessThanTheyAreMany() {
    Map<String, Share> found = new HelpDeskSimulation(100, 3, 0.9, false, SEED).of(91, 40);
    Share within = requireNonNull(found.get("`within(d)` covers"));
    assertTrue(within.byReplicates() >= 0.85, "covers " + within.byReplicates());
    assertTrue(within.asIndependent() <= 0.4, "independent covers " + within.asIndependent());
    Share logRank = requireNonNull(found.get("halves differ: log-rank"));
    assertTrue(logRank.byReplicates() <= 0.15, "differ " + logRank.byReplicates());
    assertTrue(logRank.asIndependent() >= 0.6, "independent differ " + logRank.asIndependent());
    Share trend = requireNonNull(found.get("trend over months"));
    assertTrue(trend.byReplicates() <= 0.15, "trend " + trend.byReplicates());
    Share verdict = requireNonNull(found.get("promise exactly met has a verdict"));
    assertTrue(verdict.byReplicates() <= 0.15, "verdicts " + verdict.byReplicates());
  }

  @Test
  @Tag("large")
  void whereTheyDoNotIntervalsAreAsTheyWere() {
    Map<String, Share> found = new HelpDeskSimulation(30, 2, 0.8, true, SEED).of(91, 60);
    Share within = requireNonNull(found.get("`within(d)` covers"));
    assertTrue(within.byReplicates() >= 0.9, "covers " + within.byReplicates());
  }
}
