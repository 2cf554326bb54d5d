package dev.repartee.internal.tally;

import dev.repartee.internal.hash.LongTable;
import dev.repartee.internal.hash.LongTable.Fold;
import java.util.Arrays;
import java.util.List;

/**
 * What a walk adds to a table, by codes that mean something within one log only. Additions are kept
 * back until there are some dozens, so that the places of all of them come from memory at once.
 */
public final class CodedTable {
  private static final int FIRST_WAITING = 4;
  private static final int MOST_WAITING = 64;

  private final LongTable table;
  private final int stride;

  /** Keys that are kept back, each with its values behind it. */
  private long[] waiting = new long[0];

  private int used;

  /** What becomes of a key and its values. */
  interface Visitor {
    void visit(long key, long[] values);
  }

  CodedTable(List<Fold> folds) {
    this.table = new LongTable(folds);
    this.stride = 1 + folds.size();
  }

  /**
   * Adds values to those of a key.
   *
   * @param key not negative
   * @param values one for each fold
   */
  public void add(long key, long... values) {
    if (used == waiting.length) {
      makeRoom();
    }
    waiting[used] = key;
    System.arraycopy(values, 0, waiting, used + 1, stride - 1);
    used += stride;
  }

  private void makeRoom() {
    if (used < MOST_WAITING * stride) {
      waiting = Arrays.copyOf(waiting, Math.max(FIRST_WAITING * stride, 2 * used));
    } else {
      table.addAll(waiting);
      used = 0;
    }
  }

  /** At most so many keys are in it. */
  int size() {
    return table.size() + used / stride;
  }

  /** Shows all keys in no order that means anything, some of them in parts. */
  void forEach(Visitor visitor) {
    long[] values = new long[stride - 1];
    for (int at = table.next(LongTable.ABSENT); at != LongTable.ABSENT; at = table.next(at)) {
      table.copy(at, values);
      visitor.visit(table.key(at), values);
    }
    for (int at = 0; at < used; at += stride) {
      System.arraycopy(waiting, at + 1, values, 0, values.length);
      visitor.visit(waiting[at], values);
    }
  }
}
