package dev.repartee.internal.hash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class KeyOrderTest {
  @Property
  void isTheStableOrder(
      @ForAll @IntRange(max = 3_000) int size,
      @ForAll @IntRange(min = 1, max = 63) int bits,
      @ForAll @IntRange(max = 40) int shift,
      @ForAll long seed) {
    Random random = new Random(seed);
    long[] keys = random.longs(size).map(l -> l >>> (64 - bits) << shift >>> 1).toArray();
    long[] before = keys.clone();
    int[] expected =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingLong(i -> keys[i]))
            .mapToInt(i -> i)
            .toArray();
    assertArrayEquals(expected, KeyOrder.of(keys, size));
    assertArrayEquals(before, keys);
  }
}
