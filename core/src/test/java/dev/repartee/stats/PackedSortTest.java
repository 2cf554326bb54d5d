package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class PackedSortTest {

  @Property(tries = 50)
  void sortsByValueAndLosesNothing(
      @ForAll @IntRange(max = 6_000) int size,
      @ForAll @IntRange(min = 1, max = 49) int bits,
      @ForAll long seed) {
    Random random = new Random(seed);
    long[] packed = new long[size + 3];
    for (int i = 0; i < size; i++) {
      packed[i] = random.nextLong() >>> (64 - bits) << 15 | random.nextInt(32_768);
    }
    long[] expected = Arrays.copyOf(packed, size);
    long[] sorted = Arrays.copyOf(PackedSort.sort(packed, size), size);
    // Equal values may come in any order: compare values, then all that was there.
    long[] values = values(expected);
    Arrays.sort(values);
    assertArrayEquals(values, values(sorted));
    Arrays.sort(expected);
    Arrays.sort(sorted);
    assertArrayEquals(expected, sorted);
  }

  private static long[] values(long[] packed) {
    return Arrays.stream(packed).map(entry -> entry >>> 15).toArray();
  }
}
