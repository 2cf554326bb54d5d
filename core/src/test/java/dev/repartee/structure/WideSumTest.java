package dev.repartee.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** Sums around the largest long, next to sums of large integers. */
final class WideSumTest {
  private static final BigInteger TWO = BigInteger.TWO;

  @Test
  void theLastBitOfALongIsNoLongALong() {
    WideSum sum = new WideSum();
    assertTrue(sum.isLong());
    assertEquals(0, sum.toDouble());
    sum.add(Long.MAX_VALUE);
    assertTrue(sum.isLong());
    sum.add(1);
    assertFalse(sum.isLong());
    assertEquals(TWO.pow(63), sum.toBigInteger());
    assertEquals(0x1p63, sum.toDouble());
  }

  @Test
  void whatTheLowerHalfCannotHoldIsCarried() {
    WideSum sum = new WideSum();
    for (int i = 0; i < 4; i++) {
      sum.add(Long.MAX_VALUE);
    }
    // 4 * (2^63 - 1) = 2^65 - 4
    assertEquals(TWO.pow(65).subtract(BigInteger.valueOf(4)), sum.toBigInteger());
    assertEquals(0x1p65, sum.toDouble());
    WideSum other = new WideSum();
    other.add(5);
    other.add(sum);
    assertEquals(TWO.pow(65).add(BigInteger.ONE), other.toBigInteger());
    other.clear();
    assertEquals(BigInteger.ZERO, other.toBigInteger());
  }

  /** 2^62 * 12 = 3 * 2^64, whose lower half is 0. */
  @Test
  void productsKeepAllTheirBits() {
    WideSum sum = new WideSum();
    sum.add(1L << 62, 12);
    assertFalse(sum.isLong());
    assertEquals(TWO.pow(64).multiply(BigInteger.valueOf(3)), sum.toBigInteger());
    sum.add(7, 6);
    assertEquals(
        TWO.pow(64).multiply(BigInteger.valueOf(3)).add(BigInteger.valueOf(42)),
        sum.toBigInteger());
    assertEquals(3 * 0x1p64, sum.toDouble());
  }
}
