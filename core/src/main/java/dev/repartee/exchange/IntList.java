package dev.repartee.exchange;

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

  /** Takes the last one away; there must be one. */
  int pop() {
    return values[--size];
  }

  @Override
  public String toString() {
    return size + " ints";
  }
}
