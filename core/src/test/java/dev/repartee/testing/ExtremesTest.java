package dev.repartee.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.measure.Groups;
import dev.repartee.stats.Interval;
import dev.repartee.stats.Proportion;
import dev.repartee.testing.ExtremesExperiment.World;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where all or none succeed, the interval is as wide as the people behind it leave open. */
class ExtremesTest {
  private static double width(Proportion share) {
    Interval found = share.interval().orElseThrow();
    return found.high() - found.low();
  }

  /** Persons of some trials each, hashed into groups. */
  private static long[] groups(int persons, int trials, SplittableRandom random) {
    long[] sizes = new long[Groups.COUNT];
    for (int person = 0; person < persons; person++) {
      sizes[random.nextInt(Groups.COUNT)] += trials;
    }
    return sizes;
  }

  @Test
  void manyWhoAllFailedTellMuch() {
    SplittableRandom random = new SplittableRandom(1);
    double alone = 0;
    double three = 0;
    for (int run = 0; run < 200; run++) {
      long[] single = groups(2_750, 1, random);
      alone += Proportion.clustered(new long[single.length], single).high() / 200;
      long[] alike = groups(100, 3, random);
      three += Proportion.clustered(new long[alike.length], alike).high() / 200;
    }
    assertEquals(0.0016, alone, 0.0002);
    assertEquals(0.045, three, 0.015);
  }

  /**
   * 96 persons of one trial, three to a group: F = N, m = 96, so Wilson's end is z^2 / (m + z^2).
   */
  @Test
  void equalGroupsOfSinglePersonsCountAsPersons() {
    long[] trials = new long[Groups.COUNT];
    Arrays.fill(trials, 3);
    Proportion none = Proportion.clustered(new long[trials.length], trials);
    assertEquals(3.8415 / (96 + 3.8415), none.high(), 1e-5);
    assertEquals(96, none.effectiveTrials(), 1e-9);
    Proportion all = Proportion.clustered(trials, trials);
    assertEquals(1 - none.high(), all.low(), 1e-12);
    assertEquals("1.00 [0.96, 1.00] 96/96", all.toString());
  }

  /** Two persons of five trials: sum n^2 = 50, F = (32 * 50 - 100) / 31, m = 100 / F. */
  @Test
  void fewPersonsTellLittle() {
    long[] trials = new long[Groups.COUNT];
    trials[3] = 5;
    trials[7] = 5;
    Proportion none = Proportion.clustered(new long[trials.length], trials);
    assertEquals(100 / (1_500 / 31.0), none.effectiveTrials(), 1e-9);
    assertTrue(none.high() > 0.6);
  }

  @ParameterizedTest
  @CsvSource({"3", "10", "33", "100", "1000", "2750"})
  void oneMoreSuccessNeverWidensMuch(int persons) {
    SplittableRandom random = new SplittableRandom(persons);
    for (int run = 0; run < 300; run++) {
      long[] trials = groups(persons, 1, random);
      if (Arrays.stream(trials).filter(n -> n > 0).count() < 2) {
        continue;
      }
      Proportion all = Proportion.clustered(trials, trials);
      long[] butOne = trials.clone();
      int group = random.nextInt(butOne.length);
      while (butOne[group] == 0) {
        group = random.nextInt(butOne.length);
      }
      butOne[group]--;
      Proportion almost = Proportion.clustered(butOne, trials);
      if (all.hasInterval() && almost.hasInterval()) {
        assertTrue(width(all) <= 2 * width(almost), () -> all + " but " + almost);
      }
    }
  }

  /** The page has all cells with more runs. */
  @ParameterizedTest
  @EnumSource(World.class)
  void intervalsHoldNearTheEnds(World world) {
    for (int persons : new int[] {10, 100, 1_000}) {
      for (double share : new double[] {0.001, 0.05, 0.99}) {
        double held = ExtremesExperiment.coverage(world, persons, share, 300, persons);
        assertTrue(held >= 0.87, () -> world + " " + persons + " " + share + ": " + held);
      }
    }
  }
}
