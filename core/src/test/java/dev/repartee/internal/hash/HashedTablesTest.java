package dev.repartee.internal.hash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.measure.Slice;
import dev.repartee.testing.TableRuns;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** Tables do not pile up keys that were chosen for that. */
class HashedTablesTest {
  private static final int MANY = 40_000;
  private static final long A = 0x9E3779B97F4A7C15L;
  private static final long B = 0xBF58476D1CE4E5B9L;

  private static long inverse(long odd) {
    long result = odd;
    for (int step = 0; step < 6; step++) {
      result *= 2 - odd * result;
    }
    return result;
  }

  /** Undoes the mixing of {@link LongTable} as it once was, without a key. */
  private static long undo(long mixed) {
    long value = (mixed ^ (mixed >>> 32)) * inverse(B);
    value = (value ^ (value >>> 29) ^ (value >>> 58)) * inverse(A);
    return value ^ (value >>> 32);
  }

  private static final List<LongUnaryOperator> ATTACKS =
      List.of(
          i -> undo(i << 40),
          i -> undo(i << 32 | i >>> 10),
          i -> (i << 52 | i >>> 12) * inverse(A),
          i -> i << 20,
          i -> i << 40);

  @Test
  void longTablesScatter() {
    for (LongUnaryOperator attack : ATTACKS) {
      LongTable table = new LongTable(List.of());
      for (int i = 0; table.size() < MANY; i++) {
        table.add(attack.applyAsLong(i) & Long.MAX_VALUE);
      }
      int run = TableRuns.longest(table, "cells", 1, -1);
      assertTrue(run < MANY / 20, run + " in a row");
    }
  }

  @Test
  void longCodesScatter() {
    for (LongUnaryOperator attack : ATTACKS) {
      LongCodes codes = new LongCodes();
      for (int i = 0; i < MANY; i++) {
        codes.code(attack.applyAsLong(i));
      }
      int run = TableRuns.longest(codes, "table", 1, Slice.NONE);
      assertTrue(run < MANY / 20, run + " in a row");
    }
  }
}
