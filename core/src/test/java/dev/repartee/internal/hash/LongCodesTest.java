package dev.repartee.internal.hash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongCodesTest {
  @Test
  void aValueKeepsItsCodeHoweverManyFollow() {
    LongCodes codes = new LongCodes();
    Map<Long, Integer> expected = new HashMap<>();
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      // Some are dense, some far apart, some differ only above the 32nd bit, many come again.
      long value =
          switch (i % 3) {
            case 0 -> random.nextInt(2_000);
            case 1 -> (long) random.nextInt(2_000) << 32;
            default -> random.nextLong() >> random.nextInt(64);
          };
      Integer code = expected.computeIfAbsent(value, v -> expected.size());
      assertEquals(code, codes.code(value));
      assertEquals(value, codes.value(code));
    }
  }

  @Test
  void zeroIsAValueLikeAnyOther() {
    LongCodes codes = new LongCodes();
    assertEquals(0, codes.code(0));
    assertEquals(1, codes.code(Long.MIN_VALUE));
    assertEquals(2, codes.code(Long.MAX_VALUE));
    assertEquals(0, codes.code(0));
  }

  @Test
  void nearNumbersInAnyOrderKeepTheirCodesAlsoAtTheEndsOfAllNumbers() {
    for (long start : new long[] {Long.MIN_VALUE, -500, 0, Long.MAX_VALUE - 999}) {
      for (int step : new int[] {1, 7, 997}) {
        LongCodes codes = new LongCodes();
        for (int i = 0; i < 1_000; i++) {
          assertEquals(i, codes.code(start + i * step % 1_000));
        }
        for (int i = 999; i >= 0; i--) {
          long value = start + i * step % 1_000;
          assertEquals(i, codes.code(value));
          assertEquals(i, codes.find(value));
        }
      }
    }
  }
}
