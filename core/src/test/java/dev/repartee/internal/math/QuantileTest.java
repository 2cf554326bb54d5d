package dev.repartee.internal.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.math.Quantiles;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class QuantileTest {

  @Test
  void interpolatesBetweenNeighbours() {
    long[] values = {1, 2, 4, 8};
    assertEquals(1, Quantile.of(values, 0));
    assertEquals(3, Quantile.of(values, 0.5));
    assertEquals(5, Quantile.of(values, 0.75));
    assertEquals(8, Quantile.of(values, 1));
    assertEquals(3, Quantile.of(new long[] {1, 2, 3, 4, 8}, new long[] {1, 1, 0, 1, 1}, 0.5));
  }

  @Test
  void oneValueIsEveryQuantileAndNoneIsUndefined() {
    assertEquals(7, Quantile.of(new long[] {7}, 0.3));
    assertEquals(Double.NaN, Quantile.of(new long[0], 0.3));
    assertEquals(Double.NaN, Quantile.of(new long[] {7}, new long[] {0}, 0.3));
    assertEquals(Double.NaN, Quantile.of(new long[0], new long[0], 0.3));
  }

  @Test
  void farApartValuesDoNotOverflow() {
    assertEquals(0, Quantile.of(new long[] {-Long.MAX_VALUE, Long.MAX_VALUE}, 0.5));
  }

  @Test
  void badArgumentsAreNamed() {
    for (double q : new double[] {-0.1, 1.1, Double.NaN}) {
      var e = assertThrows(IllegalArgumentException.class, () -> Quantile.of(new long[] {1}, q));
      assertEquals("q (" + q + ") must lie in [0, 1]", e.getMessage());
    }
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> Quantile.of(new long[1], new long[2], 0.5));
    assertEquals("sortedValues (1) and counts (2) must have the same length", e.getMessage());
  }

  /** A quantile of values in another order would be a number, and wrong. */
  @Test
  void valuesThatAreNotSortedAreRefused() {
    long[] values = {1, 3, 2};
    String expected =
        "sortedValues[2] (2) must not be below the one before it (3); sort them first";
    assertEquals(
        expected,
        assertThrows(IllegalArgumentException.class, () -> Quantile.of(values, 0.5)).getMessage());
    assertEquals(
        expected,
        assertThrows(
                IllegalArgumentException.class,
                () -> Quantile.of(values, new long[] {1, 1, 1}, 0.5))
            .getMessage());
  }

  @Property
  void agreesWithGuava(
      @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 1L << 40) Long> drawn,
      @ForAll @IntRange(max = 64) int of64) {
    long[] values = sorted(drawn);
    double expected = Quantiles.scale(64).index(of64).compute(values);
    assertEquals(expected, Quantile.of(values, of64 / 64.0), 1e-9 * (1 + expected));
  }

  @Property
  void countsStandForRepeats(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 4) Integer> counts,
      @ForAll @IntRange(max = 100) int percent) {
    long[] values = new long[counts.size()];
    long[] times = new long[counts.size()];
    long[] repeated =
        IntStream.range(0, counts.size())
            .flatMap(i -> IntStream.generate(() -> i * i).limit(counts.get(i)))
            .asLongStream()
            .toArray();
    for (int i = 0; i < counts.size(); i++) {
      values[i] = (long) i * i;
      times[i] = counts.get(i);
    }
    assertEquals(
        Quantile.of(repeated, percent / 100.0), Quantile.of(values, times, percent / 100.0));
  }

  @Property
  void quantilesAscend(
      @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 0, max = 1_000) Long> drawn) {
    long[] values = sorted(drawn);
    double previous = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= 100; i++) {
      double next = Quantile.of(values, i / 100.0);
      assertTrue(next >= previous);
      previous = next;
    }
  }

  private static long[] sorted(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).sorted().toArray();
  }
}
