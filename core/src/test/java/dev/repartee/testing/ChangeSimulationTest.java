package dev.repartee.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.testing.ChangeSimulation.Power;
import dev.repartee.testing.ChangeSimulation.World;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A little of what {@link ChangeExperiment} writes down at length. */
class ChangeSimulationTest {
  private static final int RUNS = 100;

  @ParameterizedTest
  @EnumSource(
      names = {"STRONG_MEMORY", "GROWTH"},
      mode = EnumSource.Mode.EXCLUDE)
  void whereNothingChangesHardlyAnythingIsTold(World world) {
    double alarms = new ChangeSimulation(world, ChronoUnit.WEEKS, 1).falseAlarms(104, 50, RUNS);
    // Of 5 in 100, more than 12 happen once in 1,000 cases.
    assertTrue(alarms <= 0.12, () -> world + " " + alarms);
  }

  @Test
  void whatHasStoppedIsSeenFromTheFourthWeekOn() {
    ChangeSimulation restless = new ChangeSimulation(World.RESTLESS, ChronoUnit.WEEKS, 1);
    assertTrue(restless.seen(52, 50, 4, RUNS) >= 0.95);
  }

  @Test
  void aLargeFallIsFoundAndDated() {
    Power power =
        new ChangeSimulation(World.RESTLESS, ChronoUnit.WEEKS, 1).power(52, 50, 0.4, RUNS);
    assertTrue(power.found() >= 0.9, power::toString);
    assertTrue(power.error() <= 1, power::toString);
    assertTrue(power.covered() >= 0.9, power::toString);
  }
}
