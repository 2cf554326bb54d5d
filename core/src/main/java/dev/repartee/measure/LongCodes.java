package dev.repartee.measure;

import java.util.Arrays;

/** Gives numbers dense codes, without an object per look-up. */
final class LongCodes {
  private static final int FIRST_CAPACITY = 16;

  private long[] values = new long[FIRST_CAPACITY / 2];
  private int[] table = newTable(FIRST_CAPACITY);
  private int size;
  private long lastValue;
  private int lastCode = Slice.NONE;

  /** The code of a value: that of its first appearance, counted from 0. */
  int code(long value) {
    if (value == lastValue && lastCode != Slice.NONE) {
      return lastCode;
    }
    int mask = table.length - 1;
    int slot = slot(value, mask);
    while (table[slot] != Slice.NONE && values[table[slot]] != value) {
      slot = (slot + 1) & mask;
    }
    if (table[slot] == Slice.NONE) {
      table[slot] = append(value);
      lastCode = size - 1;
      if (size * 2 > table.length) {
        grow();
      }
    } else {
      lastCode = table[slot];
    }
    lastValue = value;
    return lastCode;
  }

  /** The code of a value that has one, else {@link Slice#NONE}; only reads. */
  int find(long value) {
    int mask = table.length - 1;
    int slot = slot(value, mask);
    while (table[slot] != Slice.NONE && values[table[slot]] != value) {
      slot = (slot + 1) & mask;
    }
    return table[slot];
  }

  long value(int code) {
    return values[code];
  }

  private int append(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size] = value;
    return size++;
  }

  private void grow() {
    table = newTable(table.length * 2);
    int mask = table.length - 1;
    for (int code = 0; code < size; code++) {
      int slot = slot(values[code], mask);
      while (table[slot] != Slice.NONE) {
        slot = (slot + 1) & mask;
      }
      table[slot] = code;
    }
  }

  private static int slot(long value, int mask) {
    long mixed = value * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & mask;
  }

  private static int[] newTable(int capacity) {
    int[] table = new int[capacity];
    Arrays.fill(table, Slice.NONE);
    return table;
  }
}
