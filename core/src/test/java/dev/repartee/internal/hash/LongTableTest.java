package dev.repartee.internal.hash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.internal.hash.LongTable.Fold;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    Set<Long> keys = new TreeSet<>();
    for (int at = table.next(LongTable.ABSENT); at != LongTable.ABSENT; at = table.next(at)) {
      assertTrue(keys.add(table.key(at)));
    }
    assertEquals(expected.keySet(), keys);
  }

  @Test
  void manyAtOnceAreAddedAsOneByOne() {
    Random random = new Random(5);
    LongTable atOnce = new LongTable(List.of(Fold.SUM, Fold.LEAST));
    LongTable oneByOne = new LongTable(List.of(Fold.SUM, Fold.LEAST));
    for (int batch = 0; batch < 400; batch++) {
      long[] entries = new long[3 * random.nextInt(65)];
      for (int at = 0; at < entries.length; at += 3) {
        entries[at] = random.nextInt(5_000);
        entries[at + 1] = random.nextInt(9);
        entries[at + 2] = random.nextInt();
        oneByOne.add(entries[at], entries[at + 1], entries[at + 2]);
      }
      atOnce.addAll(entries);
    }
    assertEquals(oneByOne.size(), atOnce.size());
    for (int key = 0; key < 5_000; key++) {
      int at = atOnce.find(key);
      int expected = oneByOne.find(key);
      assertEquals(expected == LongTable.ABSENT, at == LongTable.ABSENT);
      if (at != LongTable.ABSENT) {
        assertEquals(oneByOne.value(expected, 0), atOnce.value(at, 0));
        assertEquals(oneByOne.value(expected, 1), atOnce.value(at, 1));
      }
    }
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
