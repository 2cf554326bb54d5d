package dev.repartee.openness;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.internal.stats.Equivalence;
import dev.repartee.internal.stats.Equivalence.Outcome;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Groups.Grouping;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.SurvivalCurve;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parity and its contrary near 0 and 1 and with few critics, where the truth is known. */
class EdgesTest {
  private static final Duration DAY = Duration.ofHours(24);
  private static final double MARGIN = 0.10;
  private static final int RUNS = 400;

  /** Turns of one person each, answered after an hour or waiting for two days. */
  private static SurvivalCurve curve(int turns, double chance, SplittableRandom random) {
    LatencyGroups answered = new LatencyGroups(2);
    LatencyGroups waiting = new LatencyGroups(2);
    for (int i = 0; i < turns; i++) {
      int groups = 0;
      for (Grouping grouping : Grouping.values()) {
        groups |= grouping.with(random.nextInt(Groups.COUNT));
      }
      if (random.nextDouble() < chance) {
        answered.add(DAY.toMillis() / 24, groups);
      } else {
        waiting.add(2 * DAY.toMillis(), groups);
      }
    }
    return SurvivalCurve.of(answered, waiting);
  }

  private static Equivalence judged(SurvivalCurve praise, SurvivalCurve criticism) {
    List<Stratum> strata = List.of(new Stratum("blog", praise, criticism));
    return Equivalence.of(
        Stratum.strata(strata, DAY).first(), Stratum.strata(strata, DAY).second(), MARGIN);
  }

  @ParameterizedTest
  @CsvSource({
    "30, 1.0, 30, 0.9",
    "30, 0.1, 30, 0.0",
    "100, 1.0, 30, 0.9",
    "50, 1.0, 50, 0.9",
    "300, 0.95, 20, 0.85",
    "300, 0.95, 20, 0.95",
    "100, 0.9, 30, 0.9",
    "300, 0.8, 20, 0.8",
    "300, 0.9, 300, 0.8",
    "60, 0.5, 60, 0.5"
  })
  void verdictsKeepTheirWord(int praised, double praise, int criticized, double criticism) {
    SplittableRandom random = new SplittableRandom(2009);
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    int held = 0;
    for (int run = 0; run < RUNS; run++) {
      Equivalence found =
          judged(curve(praised, praise, random), curve(criticized, criticism, random));
      outcomes.merge(found.outcome(), 1, Integer::sum);
      Estimate difference = found.difference();
      held +=
          difference.low() <= praise - criticism + 1e-12
                  && difference.high() >= praise - criticism - 1e-12
              ? 1
              : 0;
    }
    double parity = outcomes.getOrDefault(Outcome.EQUIVALENT, 0) / (double) RUNS;
    double below = outcomes.getOrDefault(Outcome.BELOW, 0) / (double) RUNS;
    double coverage = held / (double) RUNS;
    String what = outcomes + ", covers " + coverage;
    assertTrue(coverage >= 0.92, what);
    if (Math.abs(praise - criticism) >= MARGIN - 1e-12) {
      assertTrue(parity <= 0.07, what);
    } else {
      assertTrue(below <= 0.045, what);
    }
  }

  /** 60 of 60 on both sides are alike, and it shows. */
  @ParameterizedTest
  @CsvSource({"1.0", "0.0"})
  void allOrNoneOnBothSidesIsParity(double chance) {
    SplittableRandom random = new SplittableRandom(1);
    int parity = 0;
    for (int run = 0; run < 200; run++) {
      Equivalence found = judged(curve(60, chance, random), curve(60, chance, random));
      parity += found.outcome() == Outcome.EQUIVALENT ? 1 : 0;
    }
    assertTrue(parity >= 185, parity + " of 200");
  }
}
