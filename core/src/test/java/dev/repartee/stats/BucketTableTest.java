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
  void counterCarriesWhatAnIntCannotHold() {
    BucketTable table = new BucketTable(2);
    table.addCount(1_000, 3, Integer.MAX_VALUE);
    table.addCount(1_000, 32 + 5, Integer.MAX_VALUE);
    long value = BucketTable.low(1_000);
    table.add(value, 3, 5);
    table.add(value, 3, 5);
    assertEquals(1L + Integer.MAX_VALUE + 1, table.count(1_000, 3));
    assertEquals(1L + Integer.MAX_VALUE + 1, table.count(1_000, 37));
    table.addCount(1_000, 3, 1L << 40);
    table.addCount(1_000, 3, 7);
    assertEquals((1L << 40) + (1L << 31) + 8, table.count(1_000, 3));
    BucketTable copy = new BucketTable(table);
    copy.addAll(table);
    assertEquals(2 * table.count(1_000, 3), copy.count(1_000, 3));
    assertEquals(2 * table.count(1_000, 37), copy.count(1_000, 37));
    assertEquals(0, copy.count(1_000, 4));
    assertEquals(0, copy.count(5_000, 3));
  }

  @Test
  void oneGroupingCarriesToo() {
    BucketTable table = new BucketTable(1);
    table.addCount(130, 31, Integer.MAX_VALUE);
    table.add(130, 31);
    assertEquals(1L << 31, table.count(130, 31));
    assertEquals(0, table.count(131, 0));
  }
}
