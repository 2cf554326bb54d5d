package dev.repartee.internal.tally;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.repartee.measure.Tally;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class LongCountsTest {

  private static byte[] bytes(LongCounts counts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    counts.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static LongCounts read(byte[] bytes) throws IOException {
    LongCounts result = new LongCounts();
    result.read(new Tally.Input(new ByteArrayInputStream(bytes)));
    return result;
  }

  @Test
  void countsLikeAMapWhateverTheOrder() throws IOException {
    Random random = new Random(1);
    TreeMap<Long, Long> expected = new TreeMap<>();
    LongCounts all = new LongCounts();
    LongCounts evens = new LongCounts();
    LongCounts odds = new LongCounts();
    for (int i = 0; i < 5_000; i++) {
      long key = random.nextInt(900) - 450L;
      expected.merge(key, 3L, Long::sum);
      all.add(key, 3);
      (random.nextBoolean() ? odds : evens).add(key, 3);
    }
    assertArrayEquals(expected.keySet().stream().mapToLong(k -> k).toArray(), all.keys());
    expected.forEach((key, count) -> assertEquals(count, all.count(key)));
    assertEquals(15_000, all.total());
    assertEquals(0, all.count(1_000));
    odds.add(evens);
    assertArrayEquals(bytes(all), bytes(odds));
    assertArrayEquals(bytes(all), bytes(read(bytes(all))));
  }

  @Test
  void bytesThatAreNoCountsAreRefused() {
    byte[] twice = {
      0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0,
      0, 0, 0, 0, 1
    };
    assertEquals(
        "count 1 of 5 is none", assertThrows(IOException.class, () -> read(twice)).getMessage());
    byte[] zero = {0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0};
    assertEquals(
        "count 0 of 5 is none", assertThrows(IOException.class, () -> read(zero)).getMessage());
  }
}
