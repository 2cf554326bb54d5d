package dev.repartee.internal.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {
  private static long[] round(long total, double... numbers) {
    return LargestRemainder.round(numbers, total);
  }

  @Test
  void theLargestRemainderIsServedFirst() {
    assertArrayEquals(new long[] {2, 1, 1}, round(4, 1.4, 1.4, 1.2));
    assertArrayEquals(new long[] {-1, -2, 1}, round(-2, -1.4, -1.8, 1.2));
    assertArrayEquals(new long[] {1, 0}, round(1, 0.5, 0.5));
  }

  @Test
  void wholeNumbersStay() {
    assertArrayEquals(new long[] {3, 0, -2}, round(1, 3, 0, -2));
    assertArrayEquals(new long[] {0, 1, 1}, round(2, -1e-17, 0.7, 1.3));
    assertArrayEquals(new long[] {0, 6}, round(6, 0, 5.6));
  }

  @Test
  void whatDoesNotFitIsDealtOutAllTheSame() {
    assertArrayEquals(new long[] {3, 2}, round(5, 1, 1));
    assertArrayEquals(new long[] {-1, -2}, round(-3, 0, 0));
    assertArrayEquals(new long[0], round(5));
  }

  @Property
  void sumsAreRightAndNoneIsFarOff(
      @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = -1000, max = 1000) Double> numbers) {
    double[] values = numbers.stream().mapToDouble(Double::doubleValue).toArray();
    long total = Math.round(Arrays.stream(values).sum());
    long[] rounded = LargestRemainder.round(values, total);
    assertEquals(total, Arrays.stream(rounded).sum());
    for (int i = 0; i < values.length; i++) {
      assertTrue(Math.abs(rounded[i] - values[i]) < 1 + 1e-6, numbers::toString);
    }
  }
}
