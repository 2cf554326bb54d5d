package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * Curves of waits that may end in another way, by hand, against R and against chances of states.
 */
class CompetingEndsTest {
  private static LatencyGroups times(long... millis) {
    LatencyGroups times = new LatencyGroups(3);
    for (int i = 0; i < millis.length; i++) {
      times.add(millis[i], (i % 32) | (i * 7 % 32) << 5 | (i * 3 % 32) << 10);
    }
    return times;
  }

  private static double happened(SurvivalCurve curve, long millis) {
    return curve.within(Duration.ofMillis(millis)).value();
  }

  /**
   * Five wait. At 1 one is answered: 1/5. At 2 one is closed: 4/5 * 3/4 = 3/5 wait. At 3 one is
   * answered of 3: 1/5 + 3/5 * 1/3 = 2/5. At 4 one is lost sight of. At 5 the last is answered: 2/5
   * + 2/5 = 4/5. Of those who were closed nobody ever is.
   */
  @Test
  void byHand() {
    SurvivalCurve curve = SurvivalCurve.of(times(1, 3, 5), times(4), times(2));
    assertEquals(0.2, happened(curve, 1), 1e-12);
    assertEquals(0.2, happened(curve, 2), 1e-12);
    assertEquals(0.4, happened(curve, 3), 1e-12);
    assertEquals(0.8, happened(curve, 5), 1e-12);
    assertEquals(0.8, happened(curve, 1_000), 1e-12, "nobody waits any more");
    assertEquals(5, curve.median().millis());
    assertEquals(DurationEstimate.State.NOT_REACHED, curve.quantile(0.9).state());
    assertEquals(
        1 + 0.8 * 2 + 0.6 * 2 + 0.2 * 5,
        curve.restrictedMean(Duration.ofMillis(10)).millis(),
        1e-12);
    assertEquals(
        List.of(5L, 3L, 2L, 1L),
        List.of(curve.count(), curve.eventCount(), curve.censoredCount(), curve.competingCount()));
    SurvivalCurve asIfCensored = SurvivalCurve.of(times(1, 3, 5), times(2, 4));
    assertEquals(1, happened(asIfCensored, 5), 1e-12, "which is what is wrong with it");
    SurvivalCurve closed = SurvivalCurve.of(times(2), times(4), times(1, 3, 5));
    assertEquals(0.2, happened(closed, 5), 1e-12);
    assertTrue(closed.toString().startsWith("median not reached, 1/5 ended"), closed::toString);
  }

  /** What nobody came to has no say. */
  @Test
  void withoutOtherEndsItIsTheSameCurve() {
    SurvivalCurve plain = SurvivalCurve.of(times(1, 3, 5), times(2, 4));
    SurvivalCurve same = SurvivalCurve.of(times(1, 3, 5), times(2, 4), times());
    for (long t = 0; t < 6; t++) {
      assertEquals(plain.survivalAt(t), same.survivalAt(t));
    }
    assertEquals(plain.median(), same.median());
  }

  /**
   * The data of tests/finegray.R of R survival 2.39: 14 people, ends of type 1 and 2. There the
   * curve of type 1 is that of Kaplan and Meier in which people with an end of type 2 stay at risk
   * with the weights published there: 1, 11/12, 11/15, 11/36 for the one at 2, seen at 1 to 3, 4, 5
   * to 6 and 10; 5/12 at 10 for the one at 5.
   */
  @Test
  void asTheWeightedCurveOfFineAndGrayInR() {
    SurvivalCurve curve =
        SurvivalCurve.of(times(1, 4, 5, 10), times(3, 4, 4, 6, 8, 9, 12), times(2, 5, 8));
    double one = 1 - 1.0 / 14;
    // At 4: 4 to 14 of 14 are there (11), and the one who ended otherwise at 2.
    double two = one * (1 - 1 / (11 + 11.0 / 12));
    double three = two * (1 - 1 / (8 + 11.0 / 15));
    // At 10: two are left; those who ended otherwise at 2, 5 and 8 count by their weights.
    double four = three * (1 - 1 / (2 + 11.0 / 36 + 5.0 / 12 + 1.0 / 2));
    assertEquals(one, curve.survivalAt(1).value(), 1e-12);
    assertEquals(two, curve.survivalAt(4).value(), 1e-12);
    assertEquals(three, curve.survivalAt(5).value(), 1e-12);
    assertEquals(four, curve.survivalAt(10).value(), 1e-12);
  }

  /**
   * The 1,384 people of mgus2, of whom 115 progressed, 860 died before and 409 were lost sight of.
   * {@code survfit(Surv(etime, event) ~ 1)} of R survival 3.5-3, event a factor of progression and
   * death: its pstate after 12 to 300 months, and its mean months in each state of the first 240.
   */
  @Test
  void asChancesOfProgressionAndDeathInR() throws IOException {
    LatencyGroups progressed = new LatencyGroups(3);
    LatencyGroups died = new LatencyGroups(3);
    LatencyGroups censored = new LatencyGroups(3);
    for (String line : mgus2()) {
      String[] cells = line.split(",", -1);
      add(progressed, cells[0], cells[1]);
      add(died, cells[0], cells[2]);
      add(censored, cells[0], cells[3]);
    }
    assertEquals(
        List.of(115L, 860L, 409L), List.of(progressed.total(), died.total(), censored.total()));
    SurvivalCurve toProgression = SurvivalCurve.of(progressed, censored, died);
    SurvivalCurve toDeath = SurvivalCurve.of(died, censored, progressed);
    StateChances chances =
        StateChances.builder(3)
            .moved(0, 1, progressed)
            .moved(0, 2, died)
            .watchedUntil(0, censored)
            .watchedUntil(1, progressed)
            .watchedUntil(2, died)
            .build();
    int[] months = {12, 60, 120, 180, 240, 300};
    double[] progressionInR = {
      0.00940125934464974,
      0.03410371297434902,
      0.06372216801311292,
      0.08705626635147433,
      0.09981371593546917,
      0.10915165583058702
    };
    double[] deathInR = {
      0.122185402813274,
      0.320367010267878,
      0.531817704080208,
      0.665923022599658,
      0.724027976142545,
      0.762748843261515
    };
    for (int i = 0; i < months.length; i++) {
      assertEquals(progressionInR[i], happened(toProgression, months[i]), 1e-12);
      assertEquals(deathInR[i], happened(toDeath, months[i]), 1e-12);
      Duration after = Duration.ofMillis(months[i]);
      assertEquals(progressionInR[i], chances.at(1, after).value(), 1e-12);
      assertEquals(deathInR[i], chances.at(2, after).value(), 1e-12);
    }
    double[] meansInR = {110.5888994204337, 14.1905481276958, 115.2205524518705};
    for (int state = 0; state < meansInR.length; state++) {
      assertEquals(meansInR[state], chances.timeIn(state, Duration.ofMillis(240)).millis(), 1e-9);
    }
  }

  private static void add(LatencyGroups times, String month, String people) {
    for (int i = 0; i < Integer.parseInt(people); i++) {
      times.add(Long.parseLong(month), 0);
    }
  }

  /** By month how many progressed, died and were lost sight of. */
  private static List<String> mgus2() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(CompetingEndsTest.class.getResourceAsStream("/mgus2.csv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(2).toList();
    }
  }

  /** Without anybody censored F is a share, and the variance that of a share. */
  @Test
  void withoutCensoringItIsAShareWithTheErrorOfAShare() {
    SurvivalCurve curve =
        SurvivalCurve.of(times(1, 2, 2, 6, 9), times(), times(1, 3, 4, 4, 7)).asIndependent();
    for (int i = 0; i < curve.size() - 1; i++) {
      double share = 1 - curve.survival(i);
      assertEquals(Math.sqrt(share * (1 - share) / 10), curve.greenwood(i), 1e-12);
    }
    assertEquals(0.5, happened(curve, 9), 1e-12);
  }

  @Test
  void groupingsHaveToAgree() {
    String message =
        Objects.requireNonNull(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> {
                      LatencyGroups other = new LatencyGroups(1);
                      other.add(1, 0);
                      SurvivalCurve.of(times(1), times(), other);
                    })
                .getMessage());
    assertTrue(message.contains("must be of the same kind"), message);
  }

  /** The other way to the same chances, and to what they are without each group. */
  @Property(tries = 200)
  void asChancesOfStates(@ForAll long seed) {
    Random random = new Random(seed);
    LatencyGroups[] times = {new LatencyGroups(3), new LatencyGroups(3), new LatencyGroups(3)};
    for (int i = 0; i < 1 + random.nextInt(80); i++) {
      times[random.nextInt(3)].add(random.nextInt(30), random.nextInt(1 << 15));
    }
    SurvivalCurve curve = SurvivalCurve.of(times[0], times[1], times[2]);
    StateChances chances =
        StateChances.builder(3)
            .moved(0, 1, times[0])
            .moved(0, 2, times[2])
            .watchedUntil(0, times[1])
            .watchedUntil(1, times[0])
            .watchedUntil(2, times[2])
            .build();
    for (int t = 0; t < 30; t++) {
      Estimate expected = chances.at(1, Duration.ofMillis(t));
      Estimate found = curve.within(Duration.ofMillis(t));
      if (expected.isDefined() && found.isDefined()) {
        assertEquals(expected.value(), found.value(), 1e-9);
        Replicates replicates = curve.withinReplicated(Duration.ofMillis(t)).replicates();
        if (expected.standardError() > 1e-9 && found.value() > 0 && found.value() < 1) {
          // Chances of states are never surer than so many people who are independent.
          double share = expected.value();
          double least = Math.sqrt(share * (1 - share) / chances.count());
          assertEquals(expected.standardError(), Math.max(replicates.standardError(), least), 1e-9);
        }
      }
    }
  }

  /** In buckets both are still near what they would be without. */
  @Test
  void manyTimesAreKeptInBuckets() {
    Random random = new Random(7);
    List<LatencyGroups> exact = new ArrayList<>();
    List<LatencyGroups> bucketed = new ArrayList<>();
    for (int kind = 0; kind < 3; kind++) {
      exact.add(new LatencyGroups(1, true));
      bucketed.add(new LatencyGroups(1));
      // So few are closed that they alone are kept exactly.
      for (int i = 0; i < (kind == 2 ? 20_000 : 150_000); i++) {
        long millis = (long) Math.exp(random.nextGaussian() + 12);
        exact.get(kind).add(millis, i & 31);
        bucketed.get(kind).add(millis, i & 31);
      }
    }
    assertFalse(bucketed.get(0).isExact());
    assertTrue(bucketed.get(2).isExact());
    SurvivalCurve curve = SurvivalCurve.of(exact.get(0), exact.get(1), exact.get(2));
    SurvivalCurve near = SurvivalCurve.of(bucketed.get(0), bucketed.get(1), bucketed.get(2));
    double[] expected = new double[5];
    double[] found = new double[5];
    for (int i = 0; i < 5; i++) {
      Duration time = Duration.ofMillis((long) Math.exp(11 + i * 0.7));
      expected[i] = curve.within(time).value();
      found[i] = near.within(time).value();
    }
    assertArrayEquals(expected, found, 2e-3);
    assertEquals(20_000, near.competingCount());
  }
}
