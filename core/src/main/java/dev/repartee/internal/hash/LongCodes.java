package dev.repartee.internal.hash;

import dev.repartee.measure.Slice;
import java.util.Arrays;

/**
 * Gives numbers dense codes, without an object per look-up. Numbers that lie close together, such
 * as days or members, are looked up in a table of all between them, others in a hash table.
 */
public final class LongCodes {
  private static final int FIRST_CAPACITY = 16;

  /** Room in addition to the existing numbers, and for each of them, in the table of near ones. */
  private static final int NEAR = 64;

  private static final int NEAR_EACH = 4;

  private long[] values = new long[FIRST_CAPACITY / 2];
  private int[] table = newTable(FIRST_CAPACITY);
  private int size;
  private long lastValue;
  private int lastCode = Slice.NONE;

  /** The codes of the numbers from one to another, themselves included, or none. */
  private int[] near = new int[0];

  private long nearFrom = Long.MAX_VALUE;
  private long nearTo = Long.MIN_VALUE;

  /** The code of a value: that of its first appearance, counted from 0. */
  public int code(long value) {
    if (value == lastValue && lastCode != Slice.NONE) {
      return lastCode;
    }
    if (value >= nearFrom && value <= nearTo && near[(int) (value - nearFrom)] != Slice.NONE) {
      lastCode = near[(int) (value - nearFrom)];
    } else {
      lastCode = hashedCode(value);
      keepNear(value, lastCode);
    }
    lastValue = value;
    return lastCode;
  }

  private int hashedCode(long value) {
    int mask = table.length - 1;
    int slot = (int) HashKey.OF_PROCESS.hash(value) & mask;
    while (table[slot] != Slice.NONE && values[table[slot]] != value) {
      slot = (slot + 1) & mask;
    }
    if (table[slot] != Slice.NONE) {
      return table[slot];
    }
    table[slot] = append(value);
    if (size * 2 > table.length) {
      grow();
    }
    return size - 1;
  }

  /** Puts a code into the table of near numbers, unless that would be far larger than they are. */
  private void keepNear(long value, int code) {
    if (near.length == 0) {
      widen(value, value);
    } else if (value < nearFrom || value > nearTo) {
      long between = Math.max(nearTo, value) - Math.min(nearFrom, value);
      // Below 0 where they are farther apart than any number tells.
      if (between < 0 || between >= NEAR + (long) NEAR_EACH * size) {
        return;
      }
      // By half as much again, so that numbers that follow each other are not copied each time.
      long more = between / 2;
      if (value < nearFrom) {
        widen(Math.max(value, Long.MIN_VALUE + more) - more, nearTo);
      } else {
        widen(nearFrom, Math.min(value, Long.MAX_VALUE - more) + more);
      }
    }
    near[(int) (value - nearFrom)] = code;
  }

  private void widen(long from, long to) {
    int[] wider = new int[(int) (to - from) + 1];
    Arrays.fill(wider, Slice.NONE);
    if (near.length > 0) {
      System.arraycopy(near, 0, wider, (int) (nearFrom - from), near.length);
    }
    near = wider;
    nearFrom = from;
    nearTo = to;
  }

  /** The code of a value that has one, else {@link Slice#NONE}; only reads. */
  public int find(long value) {
    int mask = table.length - 1;
    int slot = (int) HashKey.OF_PROCESS.hash(value) & mask;
    while (table[slot] != Slice.NONE && values[table[slot]] != value) {
      slot = (slot + 1) & mask;
    }
    return table[slot];
  }

  public long value(int code) {
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
      int slot = (int) HashKey.OF_PROCESS.hash(values[code]) & mask;
      while (table[slot] != Slice.NONE) {
        slot = (slot + 1) & mask;
      }
      table[slot] = code;
    }
  }

  private static int[] newTable(int capacity) {
    int[] table = new int[capacity];
    Arrays.fill(table, Slice.NONE);
    return table;
  }
}
