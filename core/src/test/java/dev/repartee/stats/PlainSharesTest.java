package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Fisher's exact test, chi-squared and z of two shares of independent trials. */
final class PlainSharesTest {
  /** SciPy 1.17.1: fisher_exact, chi2_contingency without correction, which are R's numbers. */
  @Test
  void scipy() {
    // The lady tasting tea: R. A. Fisher, 1935; the convictions of twins: Fisher, 1962.
    compare(3, 4, 1, 4, 0.4857142857142857, 2.0, 0.15729920705028105);
    compare(10, 13, 2, 17, 0.0005367241191434358, 13.031674208144796, 0.00030626663018354963);
    compare(56, 70, 48, 80, 0.012521129749209154, 7.023411371237456, 0.008045081368196585);
    compare(0, 10, 10, 10, 1.082508822446903e-05, 20.0, 7.744216431044088e-06);
    compare(5, 10, 5, 10, 1, 0, 1);
    compare(900, 1000, 850, 1000, 0.0008950875386906893, 11.428571428571429, 7.232327164301936e-4);
    compare(1, 20, 9, 21, 0.008869179600886918, 7.960990783410139, 0.004779624320491345);
  }

  private static void compare(
      long x1, long n1, long x2, long n2, double fisher, double chiSquared, double pValue) {
    Proportion first = Proportion.of(x1, n1);
    Proportion second = Proportion.of(x2, n2);
    assertEquals(fisher, Difference.fisherPValue(first, second), 1e-9 * fisher);
    assertEquals(fisher, Difference.fisherPValue(second, first), 1e-9 * fisher);
    double z = Difference.zScore(first, second);
    assertEquals(chiSquared, z * z, 1e-9 * chiSquared);
    assertEquals(Math.signum(first.value() - second.value()), Math.signum(z));
    assertEquals(pValue, Difference.chiSquaredPValue(first, second), 1e-9 * pValue);
  }

  @Test
  void allOrNoneShowsNothingAndNoTrialsAreNotANumber() {
    Proportion none = Proportion.of(0, 5);
    assertEquals(1, Difference.fisherPValue(none, Proportion.of(0, 7)));
    assertEquals(1, Difference.chiSquaredPValue(none, Proportion.of(0, 7)));
    assertEquals(0, Difference.zScore(Proportion.of(5, 5), Proportion.of(7, 7)));
    Proportion empty = Proportion.of(0, 0);
    assertEquals(Double.NaN, Difference.fisherPValue(none, empty));
    assertEquals(Double.NaN, Difference.chiSquaredPValue(empty, none));
    assertEquals(Double.NaN, Difference.zScore(empty, empty));
  }

  @Test
  void clusteredTrialsAreRefused() {
    Proportion clustered = Proportion.clustered(new long[] {1, 2}, new long[] {3, 3});
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Difference.fisherPValue(clustered, Proportion.of(1, 2)))
            .getMessage();
    assertTrue(String.valueOf(message).contains("take asIndependent() of both"), message);
    assertThrows(
        IllegalArgumentException.class,
        () -> Difference.chiSquaredPValue(Proportion.of(1, 2), clustered));
  }

  @Test
  void aThousandMillionTrialsTakeAMoment() {
    long all = 1_000_000_000L;
    Proportion half = Proportion.of(all / 2, all);
    Proportion more = Proportion.of(all / 2 + 30_000, all);
    assertEquals(
        Difference.chiSquaredPValue(half, more), Difference.fisherPValue(half, more), 1e-4);
    assertEquals(0, Difference.fisherPValue(Proportion.of(0, all), Proportion.of(all, all)));
  }

  /** All tables with these margins, counted. */
  @Property(tries = 300)
  void fisherIsACountOfTables(
      @ForAll @IntRange(min = 1, max = 12) int n1,
      @ForAll @IntRange(min = 1, max = 12) int n2,
      @ForAll @IntRange(min = 0, max = 100) int share1,
      @ForAll @IntRange(min = 0, max = 100) int share2) {
    int x1 = n1 * share1 / 100;
    int x2 = n2 * share2 / 100;
    BigInteger found = ways(n1, x1).multiply(ways(n2, x2));
    BigInteger unlikely = BigInteger.ZERO;
    BigInteger all = BigInteger.ZERO;
    for (int x = 0; x <= Math.min(n1, x1 + x2); x++) {
      BigInteger tables = ways(n1, x).multiply(ways(n2, x1 + x2 - x));
      all = all.add(tables);
      unlikely = tables.compareTo(found) <= 0 ? unlikely.add(tables) : unlikely;
    }
    double expected =
        new BigDecimal(unlikely).divide(new BigDecimal(all), MathContext.DECIMAL64).doubleValue();
    assertEquals(
        expected, Difference.fisherPValue(Proportion.of(x1, n1), Proportion.of(x2, n2)), 1e-12);
  }

  private static BigInteger ways(int n, int k) {
    if (k < 0 || k > n) {
      return BigInteger.ZERO;
    }
    BigInteger ways = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      ways = ways.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return ways;
  }
}
