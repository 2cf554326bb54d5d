package dev.repartee.internal.exchange;

import java.util.Arrays;

/** Ints in a row that keep their memory when cleared. */
final class IntList {
  private int[] values = new int[64];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  int get(int index) {
    return values[index];
  }

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  /** Adds the numbers of the bits of a set, counted from a first one. */
  void addAll(int first, long set) {
    if (size + Long.SIZE > values.length) {
      values = Arrays.copyOf(values, 2 * size + Long.SIZE);
    }
    int end = size + Long.bitCount(set);
    long left = set;
    int at = size;
    // Mostly there are two at most. Writing two in any case spares guessing how many there are.
    do {
      values[at++] = first + Long.numberOfTrailingZeros(left);
      left &= left - 1;
      values[at++] = first + Long.numberOfTrailingZeros(left);
      left &= left - 1;
    } while (at < end);
    size = end;
  }

  /** Takes the last one away; there must be one. */
  int pop() {
    return values[--size];
  }
}
