package dev.repartee.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.testing.WatchSimulation.Found;
import dev.repartee.testing.WatchSimulation.World;
import org.junit.jupiter.api.Test;

/** A few dozen years of {@link WatchSimulation}: that the watch is neither nervous nor deaf. */
class WatchSimulationTest {
  private static final int RUNS = 60;
  private static final double TEN_POINTS = 0.1 / 0.8;

  private static Found watch(World world) {
    return new WatchSimulation(world, 7).of(RUNS, TEN_POINTS).watch();
  }

  private static void isFound(Found found, int days) {
    assertTrue(found.cried() <= 0.05, found::toString);
    assertTrue(found.found() >= 0.95, found::toString);
    assertTrue(found.delay().orElseThrow() <= days, found::toString);
  }

  @Test
  void independentExchanges() {
    isFound(watch(WatchSimulation.independent(20, 0.8, 7)), 30);
    isFound(watch(WatchSimulation.independent(200, 0.8, 7)), 8);
  }

  @Test
  void deskThatIsNotBusy() {
    isFound(watch(WatchSimulation.desk(100, 3, 0.7, 0, 2_000_000, 7)), 60);
  }

  @Test
  void personsWhoFareTheSame() {
    Found found = watch(WatchSimulation.persons(100, 0.3, 7));
    assertTrue(found.cried() <= 0.1, found::toString);
    assertTrue(found.found() >= 0.9, found::toString);
  }

  /** Where waits pile up for days, an alarm that takes days as independent cries wolf. */
  @Test
  void deskThatIsBusy() {
    World busy = WatchSimulation.desk(30, 2, 0.8, 0, 2_000_000, 7);
    Found found = new WatchSimulation(busy, 7).of(2 * RUNS, TEN_POINTS).watch();
    assertTrue(found.cried() <= 0.07, found::toString);
    assertTrue(found.found() >= 0.2, found::toString);
  }
}
