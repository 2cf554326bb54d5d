package dev.repartee.internal.hash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.internal.hash.LongTable.Fold;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tables of numbers against a map. */
class LongTableTest {
  @Test
  void valuesFold() {
    LongTable table = new LongTable(List.of(Fold.SUM, Fold.LEAST, Fold.GREATEST, Fold.BITS));
    assertTrue(table.add(5, 1, 40, 40, 1));
    assertFalse(table.add(5, 2, 30, 30, 4));
    int at = table.find(5);
    assertEquals(3, table.value(at, 0));
    assertEquals(30, table.value(at, 1));
    assertEquals(40, table.value(at, 2));
    assertEquals(5, table.value(at, 3));
    assertEquals(LongTable.ABSENT, table.find(6));
    assertEquals(LongTable.ABSENT, table.find(-1));
    assertEquals(LongTable.ABSENT, new LongTable(List.of()).find(0));
    assertEquals(LongTable.ABSENT, new LongTable(List.of()).next(LongTable.ABSENT));
  }

  @Test
  void manyKeysOfBadLotsAreAllThere() {
    Random random = new Random(3);
    Map<Long, Long> expected = new TreeMap<>();
    LongTable table = new LongTable(List.of(Fold.SUM));
    for (int i = 0; i < 200_000; i++) {
      // Persons lie in the upper half: keys that differ there alone must not pile up.
      long key = (long) random.nextInt(30_000) << Integer.SIZE | random.nextInt(2);
      expected.merge(key, (long) i, Long::sum);
      table.add(key, i);
    }
    assertEquals(expected.size(), table.size());
    expected.forEach((key, sum) -> assertEquals(sum, table.value(table.find(key), 0)));
    assertArrayEquals(
        expected.keySet().stream().mapToLong(key -> key).toArray(), table.sortedKeys());
  }

  @Test
  void allOfAnotherTableIsAdded() {
    LongTable sum = new LongTable(List.of(Fold.SUM, Fold.LEAST));
    LongTable other = new LongTable(List.of(Fold.SUM, Fold.LEAST));
    sum.addAll(other);
    assertEquals(0, sum.size());
    for (int key = 0; key < 3000; key++) {
      sum.add(key, 1, 5);
      other.add(key + 2000, 2, 4);
    }
    sum.addAll(other);
    assertEquals(5000, sum.size());
    for (int key = 0; key < 5000; key++) {
      int at = sum.find(key);
      assertEquals((key < 3000 ? 1 : 0) + (key >= 2000 ? 2 : 0), sum.value(at, 0));
      assertEquals(key < 2000 ? 5 : 4, sum.value(at, 1));
    }
    assertEquals(
        "folds ([]) must be those of this table, [SUM, LEAST]",
        assertThrows(IllegalArgumentException.class, () -> sum.addAll(new LongTable(List.of())))
            .getMessage());
  }

  /**
   * In the order of one table all keys fall into one end of another: without room made beforehand
   * this looks at some hundred thousand entries for most keys, and takes minutes.
   */
  @Test
  void largeTablesOfOtherKeysAddUpWithoutPilingUp() {
    Random random = new Random(5);
    LongTable sum = new LongTable(List.of());
    LongTable other = new LongTable(List.of());
    for (int i = 0; i < 2_600_000; i++) {
      sum.add(random.nextLong() >>> 1);
      other.add(random.nextLong() >>> 1);
    }
    sum.addAll(other);
    assertEquals(5_200_000, sum.size());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    LongTable table = new LongTable(List.of(Fold.SUM));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> table.add(-1, 2));
    assertEquals(
        "key (-1) must be at least 0, and values (1) as many as folds (1)", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> table.add(1));
    table.add(1, Long.MAX_VALUE);
    assertThrows(ArithmeticException.class, () -> table.add(1, 1));
  }
}
