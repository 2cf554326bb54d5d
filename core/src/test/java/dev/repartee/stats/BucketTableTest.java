package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class BucketTableTest {

  @Test
  void smallValuesHaveABucketEach() {
    for (int value = 0; value < 256; value++) {
      assertEquals(value, BucketTable.bucket(value));
      assertEquals(value, BucketTable.low(value));
      assertEquals(value, BucketTable.middle(value));
    }
  }

  @Test
  void bucketsAdjoin() {
    for (int bucket = 1; bucket < BucketTable.buckets(); bucket++) {
      assertEquals(bucket, BucketTable.bucket(BucketTable.low(bucket)));
      assertEquals(bucket - 1, BucketTable.bucket(BucketTable.low(bucket) - 1));
    }
    assertEquals(BucketTable.buckets() - 1, BucketTable.bucket((1L << 49) - 1));
  }

  @Property(tries = 1_000)
  void middleIsNear(@ForAll @LongRange(min = 1, max = (1L << 49) - 1) long value) {
    int bucket = BucketTable.bucket(value);
    assertTrue(BucketTable.low(bucket) <= value);
    assertTrue(Math.abs(BucketTable.middle(bucket) - value) <= 0.004 * value);
  }

  @Test
  void counterCarriesWhatAByteCannotHold() {
    BucketTable table = new BucketTable(7);
    for (int i = 0; i < 1_000; i++) {
      table.add(1_000, 3);
      table.add(1_000, i % 2 == 0 ? 37 : 38);
    }
    assertEquals(1_000, count(table, 1_000, 3));
    assertEquals(500, count(table, 1_000, 37));
    assertEquals(500, count(table, 1_000, 38));
    assertEquals(0, count(table, 1_000, 4));
    assertEquals(0, count(table, 5_000, 3));
    table.addCount(1_000, 3, 1L << 40);
    table.addCount(1_000, 3, 7);
    assertEquals((1L << 40) + 1_007, count(table, 1_000, 3));
  }

  @Test
  void tablesAddUpCounterByCounter() {
    BucketTable table = new BucketTable(7);
    for (int slot = 0; slot < LatencyCells.SLOTS; slot++) {
      table.addCount(700, slot, 4L * slot);
      table.addCount(900, slot, 255);
    }
    BucketTable sum = new BucketTable(7);
    sum.addAll(table);
    sum.addAll(new BucketTable(7));
    sum.addAll(table);
    sum.addAll(new BucketTable(sum));
    for (int slot = 0; slot < LatencyCells.SLOTS; slot++) {
      assertEquals(4 * 4L * slot, count(sum, 700, slot), "slot " + slot);
      assertEquals(4 * 255, count(sum, 900, slot), "slot " + slot);
      assertEquals(4L * slot, count(table, 700, slot), "slot " + slot + " of the table added");
    }
  }

  @Test
  void tableIsAddedToItself() {
    BucketTable table = new BucketTable(7);
    for (int bucket = 0; bucket < 1_000; bucket++) {
      table.addCount(bucket, bucket & 63, bucket);
    }
    table.addAll(table);
    table.addAll(table);
    for (int bucket = 0; bucket < 1_000; bucket++) {
      assertEquals(4L * bucket, count(table, bucket, bucket & 63), "bucket " + bucket);
    }
  }

  @Test
  void oneGroupingCarriesToo() {
    BucketTable table = new BucketTable(1);
    table.addCount(130, 31, Integer.MAX_VALUE);
    table.add(130, 31);
    assertEquals(1L << 31, count(table, 130, 31));
    assertEquals(0, count(table, 131, 0));
  }

  private static long count(BucketTable table, int bucket, int slot) {
    LatencyCells.Builder builder = new LatencyCells.Builder(8);
    table.appendTo(builder);
    LatencyCells cells = builder.build();
    double[] bySlot = new double[LatencyCells.SLOTS];
    for (int row = 0; row < cells.rows(); row++) {
      if (cells.keys[row] == bucket) {
        cells.addRowTo(row, 1, bySlot);
      }
    }
    return (long) bySlot[slot];
  }
}
