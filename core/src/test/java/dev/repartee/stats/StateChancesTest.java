package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Chances of states, by hand and against Kaplan-Meier. */
final class StateChancesTest {
  private static LatencyGroups times(long... millis) {
    LatencyGroups times = new LatencyGroups(1);
    for (int i = 0; i < millis.length; i++) {
      times.add(millis[i], (int) (millis[i] + i) % 32);
    }
    return times;
  }

  private static double at(StateChances chances, int state, long millis) {
    return chances.at(state, Duration.ofMillis(millis)).value();
  }

  /**
   * Ill, and then dead or not: ten people, healthy (0) at first. Worked by hand:
   *
   * <ul>
   *   <li>at 1, one of 10 falls ill: 9/10, 1/10, 0
   *   <li>at 2, one of 9 healthy dies: 8/10, 1/10, 1/10; one healthy is then lost, 7 are left
   *   <li>at 3, two of 7 fall ill: 8/10 5/7 = 4/7, 1/10 + 8/10 2/7 = 23/70, 1/10
   *   <li>at 4, one of 3 ill dies: 4/7, 23/70 2/3 = 23/105, 1/10 + 23/210 = 44/210
   *   <li>at 5, one of 2 ill recovers: 4/7 + 23/210, 23/210, 44/210
   * </ul>
   */
  @Test
  void illnessAndDeathByHand() {
    StateChances chances =
        StateChances.builder(3)
            .moved(0, 1, times(1, 3, 3))
            .moved(0, 2, times(2))
            .moved(1, 2, times(4))
            .moved(1, 0, times(5))
            .watchedUntil(0, times(2, 6, 6, 6, 6, 6, 6))
            .watchedUntil(1, times(6))
            .watchedUntil(2, times(6, 6))
            .build();
    assertEquals(10, chances.count());
    double[][] expected = {
      {1, 0, 0},
      {0.9, 0.1, 0},
      {0.8, 0.1, 0.1},
      {4 / 7.0, 23 / 70.0, 0.1},
      {4 / 7.0, 23 / 105.0, 44 / 210.0},
      {4 / 7.0 + 23 / 210.0, 23 / 210.0, 44 / 210.0}
    };
    for (int time = 0; time < expected.length; time++) {
      for (int state = 0; state < 3; state++) {
        assertEquals(expected[time][state], at(chances, state, time), 1e-12, time + " " + state);
      }
    }
    assertFalse(chances.at(0, Duration.ofMillis(7)).isDefined());
    assertEquals("none (follow-up too short)", chances.at(0, Duration.ofMillis(7)).toString());
    assertTrue(chances.at(0, Duration.ofMillis(3)).hasInterval());
  }

  /**
   * So many distinct times that they are kept in buckets: who comes to a state and goes on within a
   * bucket, or seems to go on before coming, is not left behind in it.
   */
  @Test
  void whoGoesOnAtOnceIsNotLeftBehindWhereTimesAreInBuckets() {
    int people = 100_000;
    LatencyGroups came = new LatencyGroups(1);
    LatencyGroups wentOn = new LatencyGroups(1);
    LatencyGroups few = new LatencyGroups(1);
    LatencyGroups watchedTwo = new LatencyGroups(1);
    LatencyGroups watchedThree = new LatencyGroups(1);
    for (int i = 0; i < people; i++) {
      long time = 1_000_000 + 1_000L * i;
      came.add(time, i % 32);
      wentOn.add(time + 5, i % 32);
      boolean isFirst = i < 100;
      if (isFirst) {
        few.add(time + 6, i % 32);
      }
      (isFirst ? watchedThree : watchedTwo).add(200_000_000, i % 32);
    }
    StateChances chances =
        StateChances.builder(4)
            .moved(0, 1, came)
            .moved(1, 2, wentOn)
            .moved(2, 3, few)
            .watchedUntil(2, watchedTwo)
            .watchedUntil(3, watchedThree)
            .build();
    for (long millis : new long[] {0, 20_000_000, 51_000_000, 101_000_000, 200_000_000}) {
      double truth = Math.min(1, Math.max(0, (millis - 1_000_000) / 1e8));
      List<Estimate> at = chances.at(Duration.ofMillis(millis));
      assertEquals(1 - truth, at.get(0).value(), 0.005);
      assertEquals(0, at.get(1).value(), 1e-4);
      assertEquals(truth - Math.min(truth, 0.001), at.get(2).value(), 0.005);
      assertEquals(Math.min(truth, 0.001), at.get(3).value(), 1e-4);
      at.forEach(chance -> assertTrue(chance.value() >= 0, chance::toString));
    }
    assertEquals(0, at(chances, 1, 200_000_000), 1e-9);
  }

  /**
   * Where all have left a state, its chance is 0 and not what rounding leaves of it, however many
   * ways they go; and the chance of the only state with anybody in it is 1.
   */
  @Test
  void whereEverybodyHasLeftTheChanceIsZeroToTheBit() {
    double high = 1 - Math.pow(0.025, 1 / 60.0);
    for (int first = 1; first < 60; first++) {
      LatencyGroups one = timesOf(first, 1);
      LatencyGroups other = timesOf(60 - first, 1);
      StateChances chances =
          StateChances.builder(4)
              .moved(0, 1, one)
              .moved(0, 2, other)
              .moved(1, 3, timesOf(first, 2))
              .moved(2, 3, timesOf(60 - first, 2))
              .watchedUntil(3, timesOf(60, 9))
              .build();
      assertEquals(0, at(chances, 0, 1), 0);
      List<Estimate> ends = chances.at(Duration.ofMillis(2));
      assertEquals(List.of(0.0, 0.0, 0.0, 1.0), ends.stream().map(Estimate::value).toList());
      assertEquals(high, ends.get(1).high(), 1e-12);
    }
  }

  private static LatencyGroups timesOf(int people, long millis) {
    LatencyGroups times = new LatencyGroups(1);
    for (int i = 0; i < people; i++) {
      times.add(millis, i % 32);
    }
    return times;
  }

  /** With two states it is Kaplan-Meier, the error without each group included. */
  @Test
  void twoStatesAreKaplanMeier() {
    Random random = new Random(5);
    LatencyGroups ended = new LatencyGroups(1);
    LatencyGroups waiting = new LatencyGroups(1);
    LatencyGroups after = new LatencyGroups(1);
    for (int i = 0; i < 500; i++) {
      int group = random.nextInt(32);
      long time = random.nextInt(60);
      if (random.nextBoolean()) {
        ended.add(time, group);
        after.add(100, group);
      } else {
        waiting.add(time, group);
      }
    }
    StateChances chances =
        StateChances.builder(2)
            .moved(0, 1, ended)
            .watchedUntil(0, waiting)
            .watchedUntil(1, after)
            .build();
    SurvivalCurve curve = SurvivalCurve.of(ended, waiting);
    for (long time = 0; time <= curve.largestMillis(); time++) {
      assertEquals(curve.survivalAt(time).value(), at(chances, 0, time), 1e-12);
      double[] without = new double[32];
      for (int group = 0; group < 32; group++) {
        without[group] = curveWithout(ended, waiting, group).survivalAt(time).value();
      }
      Estimate expected = Replicates.of(curve.survivalAt(time).value(), without).estimate();
      Estimate estimate = chances.at(0, Duration.ofMillis(time));
      if (estimate.hasInterval() && expected.hasInterval()) {
        double share = expected.value();
        double least = Math.sqrt(share * (1 - share) / chances.count());
        double error = Math.max(expected.standardError(), least);
        assertEquals(error, estimate.standardError(), 1e-9, "at " + time);
      }
    }
  }

  /** Few of few: an interval that is symmetric and cut at 0 would hold the truth in 0.88 only. */
  @Test
  void intervalsHoldNearTheEnds() {
    Random random = new Random(6);
    int held = 0;
    for (int run = 0; run < 500; run++) {
      LatencyGroups ill = new LatencyGroups(1);
      LatencyGroups well = new LatencyGroups(1);
      LatencyGroups after = new LatencyGroups(1);
      for (int person = 0; person < 100; person++) {
        int group = random.nextInt(32);
        if (random.nextDouble() < 0.05) {
          ill.add(1, group);
          after.add(9, group);
        } else {
          well.add(9, group);
        }
      }
      Estimate chance =
          StateChances.builder(2)
              .moved(0, 1, ill)
              .watchedUntil(0, well)
              .watchedUntil(1, after)
              .build()
              .at(1, Duration.ofMillis(5));
      held += chance.low() <= 0.05 && chance.high() >= 0.05 ? 1 : 0;
    }
    assertTrue(held >= 0.93 * 500, "held " + held);
  }

  private static SurvivalCurve curveWithout(
      LatencyGroups events, LatencyGroups censored, int group) {
    return SurvivalCurve.of(without(events, group), without(censored, group));
  }

  private static LatencyGroups without(LatencyGroups all, int group) {
    LatencyGroups rest = new LatencyGroups(1);
    LatencySnapshot snapshot = all.snapshot();
    for (int row = 0; row < snapshot.rows(); row++) {
      double[] counts = new double[LatencyCells.SLOTS];
      snapshot.cells().addRowTo(row, 1, counts);
      for (int other = 0; other < 32; other++) {
        for (int i = 0; i < counts[other] && other != group; i++) {
          rest.add(snapshot.value(row), other);
        }
      }
    }
    return rest;
  }

  @Test
  void nobodyAndOne() {
    StateChances nobody = StateChances.builder(2).build();
    assertEquals("none (no data)", nobody.at(1, Duration.ZERO).toString());
    StateChances one =
        StateChances.builder(2).moved(0, 1, times(0)).watchedUntil(1, times(3)).build();
    assertEquals(List.of(0.0, 1.0), one.at(Duration.ZERO).stream().map(Estimate::value).toList());
    assertFalse(one.at(1, Duration.ZERO).hasInterval());
    assertEquals("chances of 2 states, 1 watched", one.toString());
  }

  @Test
  void wrongStatesAreRefused() {
    StateChances.Builder builder = StateChances.builder(2);
    assertEquals(
        "state (2) must lie in [0, 1]",
        assertThrows(IllegalArgumentException.class, () -> builder.watchedUntil(2, times(1)))
            .getMessage());
    assertEquals(
        "to (1) must differ from from (1): staying is no move",
        assertThrows(IllegalArgumentException.class, () -> builder.moved(1, 1, times(1)))
            .getMessage());
    assertEquals(
        "states (0) must be at least 1",
        assertThrows(IllegalArgumentException.class, () -> StateChances.builder(0)).getMessage());
    assertEquals(
        "times (0 latencies, 2 groupings) must be grouped in the same ways as those before",
        assertThrows(
                IllegalArgumentException.class,
                () -> builder.moved(0, 1, times(1)).watchedUntil(0, new LatencyGroups(2)))
            .getMessage());
  }
}
