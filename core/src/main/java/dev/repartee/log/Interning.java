package dev.repartee.log;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Gives the keys of one or two columns dense codes: equal keys have equal codes. Done at once when
 * all rows are there, part by part.
 */
final class Interning {
  static final int NONE = -1;

  private final int rows;
  private final int[][] codes;
  private int[] firstEntry = new int[1024];
  private int size;

  private Interning(int rows, int columns) {
    this.rows = rows;
    this.codes = new int[columns][rows];
    for (int[] column : codes) {
      Arrays.fill(column, NONE);
    }
  }

  static Interning of(Staging staging, BitSet dropped, KeyColumn... columns) {
    int rows = staging.size();
    Interning result = new Interning(rows, columns.length);
    boolean numeric = true;
    Partitions.Collector collector =
        new Partitions.Collector(Math.multiplyExact(rows, columns.length));
    for (int c = 0; c < columns.length; c++) {
      KeyColumn column = columns[c];
      numeric &= column.isNumeric();
      for (int row = 0; row < rows; row++) {
        byte kind = column.kind(row);
        if (kind != Keys.ABSENT && !dropped.get(row)) {
          collector.add(c * rows + row, Keys.hash(kind, column.word(row), staging.heap));
        }
      }
    }
    Partitions parts = collector.partition(Partitions.bitsFor(collector.size()));
    result.intern(staging, columns, parts, numeric);
    return result;
  }

  private void intern(Staging staging, KeyColumn[] columns, Partitions parts, boolean numeric) {
    long[] hashOf = new long[0];
    int[] codeAt = new int[0];
    for (int part = 0; part < parts.parts(); part++) {
      int from = parts.starts[part];
      int to = parts.starts[part + 1];
      int capacity = Partitions.tableSize(to - from);
      if (capacity > codeAt.length) {
        hashOf = new long[capacity];
        codeAt = new int[capacity];
      }
      Arrays.fill(codeAt, 0, capacity, NONE);
      int mask = capacity - 1;
      for (int i = from; i < to; i++) {
        long hash = parts.hashes[i];
        int entry = parts.entries[i];
        int slot = (int) hash & mask;
        while (codeAt[slot] != NONE
            && !(hashOf[slot] == hash
                && (numeric || equal(staging, columns, firstEntry[codeAt[slot]], entry)))) {
          slot = (slot + 1) & mask;
        }
        if (codeAt[slot] == NONE) {
          hashOf[slot] = hash;
          codeAt[slot] = append(entry);
        }
        codes[entry / rows][entry % rows] = codeAt[slot];
      }
    }
  }

  private boolean equal(Staging staging, KeyColumn[] columns, int a, int b) {
    return staging.equalKeys(columns[a / rows], a % rows, columns[b / rows], b % rows);
  }

  private int append(int entry) {
    if (size == firstEntry.length) {
      firstEntry = Arrays.copyOf(firstEntry, size * 2);
    }
    firstEntry[size] = entry;
    return size++;
  }

  /** The number of codes. */
  int size() {
    return size;
  }

  /** The code of a row in a column, or {@link #NONE}. */
  int code(int column, int row) {
    return codes[column][row];
  }

  /** A column of codes by row; to be read only. */
  int[] codes(int column) {
    return codes[column];
  }

  /** The column in which a code was seen first. */
  int firstColumn(int code) {
    return firstEntry[code] / rows;
  }

  /** The row in which a code was seen first. */
  int firstRow(int code) {
    return firstEntry[code] % rows;
  }

  @Override
  public String toString() {
    return size + " keys";
  }
}
