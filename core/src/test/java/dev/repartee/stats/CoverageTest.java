package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.testing.ClosingSimulation;
import dev.repartee.testing.CoverageSimulation;
import dev.repartee.testing.CoverageSimulation.Share;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * How often 95 % intervals contain the truth, and tests find a difference that is not there, when
 * people repeat. Seeded, so always the same; {@code docs/coverage.md} tells of more runs.
 */
final class CoverageTest {

  private static final int RUNS = 200;
  private static final int SEED = 20;

  @Test
  void intervalsKeepTheirWordWhereIndependentOnesDoNot() {
    Map<String, Share> some = new CoverageSimulation(0.2, SEED).coverage(200, RUNS);
    Map<String, Share> much = new CoverageSimulation(0.5, SEED).coverage(200, RUNS);
    assertEquals(3, some.size());
    some.forEach((name, share) -> check(name, share, 0.92));
    much.forEach((name, share) -> check(name, share, 0.89));
  }

  @Test
  void intervalsOfDifferencesKeepTheirWord() {
    Map<String, Share> much = new CoverageSimulation(0.5, SEED).differences(200, 60, RUNS);
    assertEquals(3, much.size());
    much.forEach((name, share) -> check(name, share, 0.89));
  }

  /** Also those of what ends without an answer, of ratings and of what is opened again. */
  @Test
  void intervalsKeepTheirWordWhereWaitsAreClosed() {
    Map<String, Share> found = new ClosingSimulation(0.5, SEED).coverage(150, RUNS);
    assertEquals(6, found.size());
    found.forEach(
        (name, share) ->
            assertTrue(share.byReplicates() >= 0.92, name + ": " + share.byReplicates()));
    double alone = Objects.requireNonNull(found.get("mean of ratings")).asIndependent();
    assertTrue(alone <= 0.93, "mean of ratings, as independent: " + alone);
  }

  private static void check(String name, Share share, double mostAsIndependent) {
    assertTrue(share.byReplicates() >= 0.92, name + ": " + share.byReplicates());
    assertTrue(share.asIndependent() <= mostAsIndependent, name + ": " + share.asIndependent());
  }

  @Test
  void noDifferenceIsSeldomFound() {
    CoverageSimulation simulation = new CoverageSimulation(0.5, SEED);
    for (Share rejected :
        new Share[] {
          simulation.logRank(120, 120, RUNS),
          simulation.logRank(200, 40, RUNS),
          simulation.trend(150, 2, RUNS),
          simulation.trend(150, 12, 120)
        }) {
      assertTrue(rejected.byReplicates() <= 0.08, "rejected " + rejected.byReplicates());
    }
    double classical = simulation.logRank(120, 120, RUNS).asIndependent();
    assertTrue(classical > 0.1, "classical test rejected " + classical);
  }

  /**
   * Of those whose time is up 80 % were in time; of the answered more, because they are the fast.
   */
  @Test
  void attainmentAmongTheDueIsNotBiased() {
    var found = new CoverageSimulation(0.2, SEED).attainment(40);
    assertEquals(0.8, found.amongDue(), 0.01);
    assertTrue(found.ofAnswered() > 0.85, "of the answered " + found.ofAnswered());
    assertTrue(found.ofAll() < 0.77, "of all " + found.ofAll());
    assertTrue(found.covered() >= 0.92, "covered " + found.covered());
  }
}
