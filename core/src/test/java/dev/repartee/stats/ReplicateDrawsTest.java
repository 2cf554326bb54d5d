package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ReplicateDrawsTest {
  private static final long ALL = 0xFFFF_FFFFL;

  /** A part whose replicates scatter by some width about its value, in one grouping or two. */
  private static Replicated part(Random random, double value, double width, int groupings) {
    double[] leftOut = new double[32 * groupings];
    for (int i = 0; i < leftOut.length; i++) {
      leftOut[i] = value + width * random.nextGaussian();
    }
    return Replicated.of(value, leftOut, bits(groupings == 2 ? -1L : ALL));
  }

  private static BitSet bits(long bits) {
    return BitSet.valueOf(new long[] {bits});
  }

  private static double first(double[] values) {
    return values[0];
  }

  /** With 999 draws, errors are known to 0.022; of products of parts that go together, too. */
  @Test
  void ofALinearStatisticItIsTheErrorOfReplicates() {
    Random random = new Random(5);
    for (int groupings = 1; groupings <= 2; groupings++) {
      List<Replicated> parts =
          List.of(part(random, 3, 0.2, groupings), part(random, 1, 0.3, groupings));
      Estimate expected = Replicated.combine(parts, v -> v[0] - 2 * v[1]).estimate();
      Estimate found = ReplicateDraws.estimate(parts, v -> v[0] - 2 * v[1], 1);
      assertEquals(1, found.value(), 1e-12);
      assertEquals(1, found.standardError() / expected.standardError(), 0.09);
      assertEquals(expected.groups(), found.groups());
      assertEquals(found, ReplicateDraws.estimate(parts, v -> v[0] - 2 * v[1], 1));
    }
    Replicated part = part(random, 3, 0.2, 1);
    Estimate nothing = ReplicateDraws.estimate(List.of(part, part), v -> v[0] - v[1], 1);
    assertEquals("0.00 [0.00, 0.00]", nothing.toString(), "the same groups vary alike");
  }

  /** A step one error away is crossed with a chance of 0.159, though no replicate crosses it. */
  @Test
  void stepsAreCrossed() {
    double[] leftOut = new double[32];
    List<Replicated> parts = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      leftOut[i] = i % 2 == 0 ? 0.1 : -0.1;
    }
    parts.add(Replicated.of(0, leftOut, bits(ALL)));
    double error = parts.get(0).estimate().standardError();
    Estimate found = ReplicateDraws.estimate(parts, v -> v[0] > error ? 1 : 0, 7);
    assertEquals(Math.sqrt(0.1587), found.standardError(), 0.03);
    assertEquals(
        0, Replicated.combine(parts, v -> v[0] > error ? 1 : 0).replicates().standardError());
  }

  @Test
  void whereThereIsNoInterval() {
    Random random = new Random(5);
    Replicated scatters = part(random, 3, 0.2, 1);
    Replicated sure = part(random, 3, 0, 1);
    assertEquals(
        "3.00 (replicates do not differ)",
        ReplicateDraws.estimate(List.of(sure, scatters), ReplicateDrawsTest::first, 1).toString());
    assertEquals(
        "none (not defined)",
        ReplicateDraws.estimate(List.of(Replicated.undefined()), ReplicateDrawsTest::first, 1)
            .toString());
    double[] leftOut = new double[32];
    leftOut[4] = Double.NaN;
    assertEquals(
        "1.00 (undefined when a group is left out)",
        ReplicateDraws.estimate(
                List.of(Replicated.of(1, leftOut, bits(0b110000))), ReplicateDrawsTest::first, 1)
            .toString());
    assertFalse(
        ReplicateDraws.estimate(
                List.of(Replicated.of(1, new double[32], bits(1))), ReplicateDrawsTest::first, 1)
            .hasInterval());
    assertEquals(
        "parts must not be empty; name at least one",
        assertThrows(
                IllegalArgumentException.class,
                () -> ReplicateDraws.estimate(List.of(), ReplicateDrawsTest::first, 1))
            .getMessage());
  }
}
