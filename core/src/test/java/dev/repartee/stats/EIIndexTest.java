package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.testing.RealData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class EIIndexTest {

  /** Two groups of three, everybody tied to both others of the own group. */
  private static EIIndex.Builder silos() {
    EIIndex.Builder ties = EIIndex.builder(7, 7, 7, 2, 2, 2);
    for (int i = 0; i < 6; i++) {
      ties.tie(i, i / 3 * 3 + (i + 1) % 3, 1).tie(i, i / 3 * 3 + (i + 2) % 3, 1);
    }
    return ties;
  }

  @Test
  void workedByHand() {
    EIIndex complete = silos().build();
    // Of 30 ordered pairs 18 lie between the groups and 12 within.
    assertEquals(0.2, complete.expected(), 1e-15);
    assertEquals(-1, complete.raw());
    assertEquals(-1, complete.min());
    assertEquals(1, complete.max());
    assertEquals(-1, complete.centred());
    assertEquals("E-I -1.00, by chance 0.20, centred -1.00, 12 ties", complete.toString());
    // Of the 20 ways to label six members, 2 keep both triples together.
    assertEquals(0.1, complete.pValue(9_999, 1), 0.01);
    // A thirteenth tie does not fit within: at least one lies outside, so that -1 is out of reach.
    EIIndex more = silos().tie(0, 3, 1).build();
    assertEquals((1 - 12) / 13.0, more.raw(), 1e-15);
    assertEquals(more.raw(), more.min(), 1e-15);
    assertEquals(-1, more.centred(), 1e-15);
    // Weights: the light tie is the one that has to lie outside.
    assertEquals((0.5 - 12) / 12.5, silos().tie(0, 3, 0.5).build().min(), 1e-15);
  }

  @Test
  void agreesWithThePublishedNetwork() {
    List<String[]> nodes = RealData.groupNodes();
    Map<String, Integer> places = new HashMap<>();
    int[] groups = new int[nodes.size()];
    for (int i = 0; i < groups.length; i++) {
      places.put(nodes.get(i)[0], i);
      groups[i] = Integer.parseInt(nodes.get(i)[1]);
    }
    EIIndex.Builder ties = EIIndex.builder(groups);
    for (String[] edge : RealData.groupEdges()) {
      ties.tie(places.getOrDefault(edge[0], -1), places.getOrDefault(edge[1], -1), 1);
    }
    EIIndex index = ties.build();
    assertEquals(817, index.ties());
    assertEquals(152, index.external());
    assertEquals(665, index.internal());
    assertEquals(-0.627906976744186, index.raw(), 1e-15);
    assertEquals(0.351, index.expected(), 5e-4);
    assertEquals(-0.7246, index.centred(), 5e-5);
    assertEquals(0.001, index.pValue(999, 2009), 1e-12);
  }

  @Test
  void tooLittleIsUndefined() {
    EIIndex few = EIIndex.builder(0, 0, 1, 1).tie(0, 2, 1).build();
    assertFalse(few.isDefined());
    for (double none :
        new double[] {few.raw(), few.expected(), few.centred(), few.min(), few.pValue(9, 1)}) {
      assertTrue(Double.isNaN(none));
    }
    assertEquals("E-I none (too few), 1 tie", few.toString());
    EIIndex.Builder alone = EIIndex.builder(0, 0, 0, 0, 1);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 5; j++) {
        if (i != j) {
          alone.tie(i, j, 1);
        }
      }
    }
    assertFalse(alone.build().isDefined(), "the second group has one member");
    assertEquals("E-I none (too few), 0 ties", EIIndex.builder().build().toString());
  }

  @Test
  void badTiesAreRefused() {
    EIIndex.Builder ties = EIIndex.builder(0, 1);
    assertTrue(refusal(() -> ties.tie(0, 0, 1)).startsWith("to (0) must be another member"));
    assertEquals("from (2) must lie in [0, 1]", refusal(() -> ties.tie(2, 0, 1)));
    assertEquals(
        "weight (NaN) must be above 0 and finite", refusal(() -> ties.tie(0, 1, Double.NaN)));
    assertEquals("group (-1) must not be negative", refusal(() -> EIIndex.builder(-1)));
  }

  private static String refusal(Runnable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  /** Without silos the centred index scatters around 0 and the test rejects as often as it says. */
  @Test
  void chanceIsSeldomCalledASilo() {
    int rejected = 0;
    double mean = 0;
    int runs = 200;
    for (int seed = 0; seed < runs; seed++) {
      Random random = new Random(seed);
      int[] groups = new int[24];
      for (int i = 0; i < groups.length; i++) {
        groups[i] = i % 4 == 0 ? 0 : i % 3;
      }
      EIIndex.Builder ties = EIIndex.builder(groups);
      for (int i = 0; i < groups.length; i++) {
        for (int j = 0; j < groups.length; j++) {
          if (i != j && random.nextInt(8) == 0) {
            ties.tie(i, j, 1 + random.nextInt(3));
          }
        }
      }
      EIIndex index = ties.build();
      mean += (index.raw() - index.expected()) / runs;
      rejected += index.pValue(199, seed) <= 0.05 ? 1 : 0;
    }
    assertEquals(0, mean, 0.03);
    assertTrue(rejected >= 2 && rejected <= 20, "rejected " + rejected);
  }
}
