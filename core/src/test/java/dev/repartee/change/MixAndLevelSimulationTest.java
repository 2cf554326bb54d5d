package dev.repartee.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * How often the intervals hold the truth, where the same people write again and again, each on one
 * channel of a window, and half of what becomes of a message hangs on who wrote it.
 */
class MixAndLevelSimulationTest {
  private static final int RUNS = 400;
  private static final int PEOPLE = 400;
  private static final int GROUPS = 32;
  private static final double[][] SHARES = {{0.9, 0.4}, {0.96, 0.5}};
  private static final double[] MAIL = {0.2, 0.7};

  /** Mix and level of chat, of mail and of both, as worked by hand in the other test. */
  private static final double[] TRUTH = {-0.1055, 0.033, -0.1345, 0.045, -0.24, 0.078, -0.162};

  private final SplittableRandom random = new SplittableRandom(1955);

  /** By channel, window and group: successes and trials. */
  private final class Draw {
    private final long[][][][] counts = new long[2][2][2][GROUPS];

    Draw() {
      for (int person = 0; person < PEOPLE; person++) {
        person(random.nextInt(GROUPS));
      }
    }

    private void person(int group) {
      double habit = random.nextDouble();
      double taste = random.nextDouble();
      for (int window = 0; window < 2; window++) {
        int channel = taste < MAIL[window] ? 1 : 0;
        int messages = 1 + random.nextInt(5);
        for (int i = 0; i < messages; i++) {
          double luck = random.nextBoolean() ? habit : random.nextDouble();
          counts[channel][window][1][group]++;
          counts[channel][window][0][group] += luck < SHARES[window][channel] ? 1 : 0;
        }
      }
    }

    MixAndLevel change(boolean isIndependent) {
      List<Kind> kinds = new ArrayList<>();
      for (int channel = 0; channel < 2; channel++) {
        kinds.add(
            new Kind(
                List.of(channel == 0 ? "chat" : "mail"),
                side(channel, 0, isIndependent),
                side(channel, 1, isIndependent)));
      }
      return MixAndLevel.of("channel", kinds);
    }

    /** Spread over all groups alike, what one person did is taken as that of many. */
    private Side side(int channel, int window, boolean isSpread) {
      long[] hits = counts[channel][window][0];
      long[] all = counts[channel][window][1];
      return Side.of(
          Proportion.clustered(
              isSpread ? spread(hits, all) : hits, isSpread ? spread(all, all) : all));
    }

    private long[] spread(long[] counts, long[] all) {
      SplittableRandom dealer = new SplittableRandom(7);
      long[] dealt = new long[GROUPS];
      for (int group = 0; group < GROUPS; group++) {
        for (long i = 0; i < all[group]; i++) {
          dealt[dealer.nextInt(GROUPS)] += i < counts[group] ? 1 : 0;
        }
      }
      return dealt;
    }
  }

  private static List<Estimate> estimates(MixAndLevel change) {
    return List.of(
        change.parts().get(0).mix(),
        change.parts().get(0).level(),
        change.parts().get(1).mix(),
        change.parts().get(1).level(),
        change.mix(),
        change.level(),
        change.difference());
  }

  private double[] coverage(boolean isIndependent) {
    double[] held = new double[TRUTH.length];
    for (int run = 0; run < RUNS; run++) {
      List<Estimate> estimates = estimates(new Draw().change(isIndependent));
      for (int i = 0; i < held.length; i++) {
        Estimate one = estimates.get(i);
        held[i] += one.low() <= TRUTH[i] && TRUTH[i] <= one.high() ? 1.0 / RUNS : 0;
      }
    }
    return held;
  }

  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() {
    for (double held : coverage(false)) {
      assertEquals(0.95, held, 0.035);
    }
  }

  @Test
  void andWouldNotIfPeopleWereForgotten() {
    double[] held = coverage(true);
    assertTrue(held[4] < 0.9, () -> "mix " + held[4]);
    assertTrue(held[6] < 0.9, () -> "difference " + held[6]);
  }
}
