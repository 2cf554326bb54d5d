package dev.repartee.internal.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** By hand. */
class SeparateEndTest {
  private static double[] weeks(int n) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> 40 + (i * 7) % 11);
    return values;
  }

  @Test
  void theLastFourOfFiftyTwoAreApartByChanceInFourOf1225() {
    double[] values = weeks(52);
    Arrays.fill(values, 48, 52, 0);
    // C(50, 2) = 1,225 pairs may be the two that are not given away.
    assertEquals(new SeparateEnd(48, 4 / 1_225.0), SeparateEnd.of(values, 0, 52));
    values[50] = 41; // among the others
    assertEquals(new SeparateEnd(0, 1), SeparateEnd.of(values, 0, 52));
  }

  @Test
  void aBeginningAboveAllElseIsOneToo() {
    double[] values = weeks(30);
    Arrays.fill(values, 5, 11, 99);
    // C(23, 4) = 8,855, of the part from 5 to 30.
    assertEquals(new SeparateEnd(11, 4 / 8_855.0), SeparateEnd.of(values, 5, 30));
  }

  @Test
  void threeAreTooFewAndEqualOnesAreNotApart() {
    double[] values = weeks(52);
    Arrays.fill(values, 49, 52, 0);
    assertEquals(0, SeparateEnd.of(values, 0, 52).at());
    assertEquals(0, SeparateEnd.of(new double[52], 0, 52).at());
  }
}
