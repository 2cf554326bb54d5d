package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.testing.RealData;
import dev.repartee.testing.VerdictSimulation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
    assertTrue(Double.isNaN(complete.pValue()), "of ties without contacts nothing can be shuffled");
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
  }

  @Test
  void tooLittleIsUndefined() {
    EIIndex few = EIIndex.builder(0, 0, 1, 1).tie(0, 2, 1).build();
    assertFalse(few.isDefined());
    for (double none :
        new double[] {few.raw(), few.expected(), few.centred(), few.min(), few.pValue()}) {
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
    assertEquals("times (0) must be at least 1", refusal(() -> ties.contacts(0, 1, 0)));
    assertTrue(refusal(() -> ties.contacts(1, 1, 1)).startsWith("to (1) must be another member"));
    assertEquals("group (-1) must not be negative", refusal(() -> EIIndex.builder(-1)));
  }

  private static String refusal(Runnable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  /**
   * Two groups of two, 10 contacts. All orders of who is at the other end are tried, those left out
   * in which somebody is in contact with oneself.
   */
  @Test
  void shufflesAreAllOrdersOfTheOtherEnds() {
    int[] from = {0, 0, 0, 1, 1, 2, 2, 3, 3, 3};
    int[] to = {1, 2, 3, 0, 2, 0, 3, 0, 1, 2};
    EIIndex.Builder contacts = EIIndex.builder(0, 0, 1, 1);
    for (int i = 0; i < from.length; i++) {
      contacts.contacts(from[i], to[i], 1);
    }
    EIIndex index = contacts.build();
    List<Double> all = new ArrayList<>();
    orders(from, to, 0, all);
    double mean = all.stream().mapToDouble(x -> x).average().orElseThrow();
    assertEquals(mean, index.expected(), 0.02);
    double distance = Math.abs(index.raw() - mean) - 1e-9;
    double asFar = all.stream().filter(x -> Math.abs(x - mean) >= distance).count();
    assertEquals(asFar / all.size(), index.pValue(), 0.06);
  }

  private static void orders(int[] from, int[] to, int fixed, List<Double> all) {
    if (fixed == to.length) {
      Set<Integer> ties = new HashSet<>();
      for (int i = 0; i < to.length; i++) {
        ties.add(4 * from[i] + to[i]);
      }
      double external = ties.stream().filter(tie -> tie / 8 != tie % 4 / 2).count();
      all.add(2 * external / ties.size() - 1);
      return;
    }
    for (int i = fixed; i < to.length; i++) {
      if (to[i] != from[fixed]) {
        swap(to, fixed, i);
        orders(from, to, fixed + 1, all);
        swap(to, fixed, i);
      }
    }
  }

  private static void swap(int[] values, int i, int j) {
    int held = values[i];
    values[i] = values[j];
    values[j] = held;
  }

  @Test
  void theOrderInWhichContactsAreAddedDoesNotMatter() {
    Random random = new Random(3);
    List<int[]> contacts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 8; j++) {
        if (i != j) {
          contacts.add(new int[] {i, j, 1 + random.nextInt(4)});
        }
      }
    }
    double[] found = new double[2];
    for (int turn = 0; turn < 2; turn++) {
      Collections.shuffle(contacts, random);
      EIIndex.Builder builder = EIIndex.builder(0, 0, 0, 1, 1, 1, 2, 2);
      contacts.subList(0, 56).forEach(c -> builder.contacts(c[0], c[1], c[2]));
      found[turn] = builder.build().expected();
    }
    assertEquals(found[0], found[1]);
  }

  /** Many contacts end in fewer shuffles, and then in none, not in waiting. */
  @Test
  @Timeout(60)
  void veryManyContactsAreShuffledSeldomOrNotAtAll() {
    EIIndex many = everybody(10_000);
    assertEquals(0.2, many.expected(), 1e-9);
    assertEquals(1, many.pValue(), "every pair is in contact, however shuffled");
    EIIndex more = everybody(Long.MAX_VALUE / 30);
    assertTrue(Double.isNaN(more.expected()));
    assertTrue(Double.isNaN(more.pValue()));
    assertEquals(0.2, more.raw(), 1e-9);
  }

  private static EIIndex everybody(long times) {
    EIIndex.Builder contacts = EIIndex.builder(0, 0, 0, 1, 1, 1);
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        if (i != j) {
          contacts.contacts(i, j, times);
        }
      }
    }
    return contacts.build();
  }

  /**
   * People in contact as it comes are no silos, though one department is far busier; a preference
   * is found. A fast part of what {@code docs/verdicts.md} tells of more runs.
   */
  @Test
  void busyDepartmentsAreNoSilosAndPreferencesAreFound() {
    VerdictSimulation simulation = new VerdictSimulation(2009, 100);
    for (double busy : new double[] {6, 15}) {
      assertTrue(simulation.silos(busy, 1, 60, 6, 6, 6) <= 0.08, "6, 6, 6: " + busy);
      assertTrue(simulation.silos(busy, 1, 400, 4, 8, 20) <= 0.08, "4, 8, 20: " + busy);
    }
    assertTrue(simulation.silos(6, 2, 400, 6, 6, 6) >= 0.75);
    assertTrue(simulation.silos(6, 2, 400, 4, 8, 20) >= 0.9);
  }
}
