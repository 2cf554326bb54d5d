package dev.repartee.log;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Gives the keys of one or two columns dense codes, in order of first appearance. Done at once when
 * all rows are there, part by part.
 */
final class Interning {
  static final int NONE = -1;

  private final int rows;

  /** By column and row; empty for a column without keys. */
  private final int[][] codes;

  private int[] firstEntry = new int[1024];
  private int size;

  private Interning(int rows, KeyColumn[] columns) {
    this.rows = rows;
    this.codes = new int[columns.length][];
    for (int c = 0; c < columns.length; c++) {
      codes[c] = new int[columns[c].hasAny() ? rows : 0];
      Arrays.fill(codes[c], NONE);
    }
  }

  static Interning of(Staging staging, BitSet dropped, KeyColumn... columns) {
    int rows = staging.size();
    Interning result = new Interning(rows, columns);
    Partitions.Collector collector = new Partitions.Collector(rows, columns);
    for (int c = 0; c < columns.length; c++) {
      KeyColumn column = columns[c];
      for (int row = 0; column.hasAny() && row < rows; row++) {
        if (column.kind(row) != Keys.ABSENT && !dropped.get(row)) {
          collector.add(c * rows + row, column.hash(row, staging.hashKey));
        }
      }
    }
    result.intern(collector.partition(Partitions.bitsFor(collector.size())));
    return result;
  }

  private void intern(Partitions parts) {
    int[] firstAt = new int[0];
    int[] codeAt = new int[0];
    for (int part = 0; part < parts.parts(); part++) {
      int from = parts.starts[part];
      int to = parts.starts[part + 1];
      int capacity = Partitions.tableSize(to - from);
      if (capacity > codeAt.length) {
        firstAt = new int[capacity];
        codeAt = new int[capacity];
      }
      Arrays.fill(codeAt, 0, capacity, NONE);
      int mask = capacity - 1;
      for (int i = from; i < to; i++) {
        int slot = (int) parts.hashes[i] & mask;
        while (codeAt[slot] != NONE && !isSame(parts, part, firstAt[slot], i)) {
          slot = (slot + 1) & mask;
        }
        int entry = parts.entries[i];
        if (codeAt[slot] == NONE) {
          firstAt[slot] = i;
          codeAt[slot] = append(entry);
        }
        codes[entry / rows][entry % rows] = codeAt[slot];
      }
    }
    if (parts.parts() > 1) {
      numberInOrder();
    }
  }

  /** Parts come in the order of their hashes, on which no code may depend. */
  private void numberInOrder() {
    int[] numbers = new int[size];
    Arrays.fill(numbers, NONE);
    int count = 0;
    for (int c = 0; c < codes.length; c++) {
      for (int row = 0; row < codes[c].length; row++) {
        int code = codes[c][row];
        if (code != NONE) {
          if (numbers[code] == NONE) {
            firstEntry[count] = c * rows + row;
            numbers[code] = count++;
          }
          codes[c][row] = numbers[code];
        }
      }
    }
  }

  private static boolean isSame(Partitions parts, int part, int a, int b) {
    return parts.hashes[a] == parts.hashes[b] && parts.isSameKey(part, a, parts, b);
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
    return codes[column].length == 0 ? NONE : codes[column][row];
  }

  /** The codes of a column that has keys, by row; to be read only. */
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
}
