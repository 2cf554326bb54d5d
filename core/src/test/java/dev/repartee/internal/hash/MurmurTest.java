package dev.repartee.internal.hash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.hash.Hashing;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class MurmurTest {
  @Property
  void isThatOfGuava(
      @ForAll @Size(max = 80) byte[] bytes,
      @ForAll @IntRange(max = 40) int before,
      @ForAll @IntRange(max = 3) int after) {
    int from = Math.min(before, bytes.length);
    int length = Math.max(0, bytes.length - from - after);
    assertEquals(
        Hashing.murmur3_128(0).hashBytes(bytes, from, length).asLong(),
        Murmur.hash(bytes, from, length));
  }
}
