package dev.repartee.internal.exchange;

import java.util.Arrays;

/** What each person of a slice said in a strand, and what was said to that person, in order. */
final class ContactTable {
  static final int BY_PERSON = 1;
  static final int FIRST = 1 << 1;
  static final int DIRECT = 1 << 2;

  private static final int ROW = 0;
  private static final int SLOT = 1;
  private static final int FLAGS = 2;
  private static final int WIDTH = 3;

  private int[] facts = new int[64 * WIDTH];
  private int size;

  void clear() {
    size = 0;
  }

  /** Adds a message of a person, or one to a person. */
  void add(int row, int slot, int flags) {
    int at = Math.multiplyExact(size, WIDTH);
    if (at == facts.length) {
      facts = Arrays.copyOf(facts, 2 * at);
    }
    facts[at + ROW] = row;
    facts[at + SLOT] = slot;
    facts[at + FLAGS] = flags;
    size++;
  }

  int size() {
    return size;
  }

  int row(int i) {
    return facts[i * WIDTH + ROW];
  }

  int slot(int i) {
    return facts[i * WIDTH + SLOT];
  }

  boolean has(int i, int flag) {
    return (facts[i * WIDTH + FLAGS] & flag) != 0;
  }
}
