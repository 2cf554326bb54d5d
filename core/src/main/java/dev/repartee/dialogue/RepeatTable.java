package dev.repartee.dialogue;

import java.util.Arrays;

/**
 * Two counts by keys of 128 bits: how many answers, and in how many conversations. Equal states
 * have the same order whatever came first. It takes 32 bytes a key, and half as much again free.
 */
final class RepeatTable {
  private static final int FIRST_CAPACITY = 16;

  /** Takes one key with its counts. */
  interface Visitor<X extends Exception> {
    /**
     * Takes one key.
     *
     * @param key its first half
     * @param rest its other half
     * @param answers at least 1
     * @param conversations at least 0
     * @throws X if it fails
     */
    void take(long key, long rest, long answers, long conversations) throws X;
  }

  private long[] keys = new long[0];
  private long[] rests = new long[0];

  /** 0 where nothing is. */
  private long[] answers = new long[0];

  private long[] conversations = new long[0];
  private int size;

  void add(long key, long rest, long moreAnswers, long moreConversations) {
    reserve(size + 1L);
    int slot = find(key, rest);
    if (answers[slot] == 0) {
      keys[slot] = key;
      rests[slot] = rest;
      size++;
    }
    answers[slot] = Math.addExact(answers[slot], moreAnswers);
    conversations[slot] = Math.addExact(conversations[slot], moreConversations);
  }

  /**
   * Adds all of another table. Room is made beforehand: in the order of the other table all keys
   * fall into the same end of this one, and in one nearly full each looks past those before it.
   */
  void addAll(RepeatTable other) {
    reserve((long) size + other.size);
    other.forEach(this::add);
  }

  private void reserve(long wanted) {
    while (3 * wanted > 2L * keys.length) {
      grow();
    }
  }

  /** The place of a key, or the free one for it; there is always a free one. */
  private int find(long key, long rest) {
    int slot = start(key);
    while (answers[slot] != 0 && (keys[slot] != key || rests[slot] != rest)) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  /** Keys are hashes, but some of their lowest bits may tell the group. */
  private int start(long key) {
    return (int) (key >>> Integer.SIZE) & keys.length - 1;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldRests = rests;
    long[] oldAnswers = answers;
    long[] oldConversations = conversations;
    int capacity = Math.max(FIRST_CAPACITY, Math.multiplyExact(2, keys.length));
    keys = new long[capacity];
    rests = new long[capacity];
    answers = new long[capacity];
    conversations = new long[capacity];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldAnswers[i] != 0) {
        int slot = find(oldKeys[i], oldRests[i]);
        keys[slot] = oldKeys[i];
        rests[slot] = oldRests[i];
        answers[slot] = oldAnswers[i];
        conversations[slot] = oldConversations[i];
      }
    }
  }

  int size() {
    return size;
  }

  /** In how many conversations a key is. */
  long conversations(long key, long rest) {
    return size == 0 ? 0 : conversations[find(key, rest)];
  }

  /** Shows all keys in any order. */
  <X extends Exception> void forEach(Visitor<X> visitor) throws X {
    for (int slot = 0; slot < keys.length; slot++) {
      if (answers[slot] != 0) {
        visitor.take(keys[slot], rests[slot], answers[slot], conversations[slot]);
      }
    }
  }

  /** Shows all keys in ascending order. */
  <X extends Exception> void forEachInOrder(Visitor<X> visitor) throws X {
    long[] order = new long[size];
    int filled = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      if (answers[slot] != 0) {
        order[filled++] = keys[slot];
      }
    }
    Arrays.sort(order);
    for (int i = 0; i < filled; i++) {
      if (i == 0 || order[i] != order[i - 1]) {
        showAll(order[i], visitor);
      }
    }
  }

  /** Shows all with the same first half, of which there is hardly ever more than one. */
  private <X extends Exception> void showAll(long key, Visitor<X> visitor) throws X {
    long[] alike = new long[1];
    int found = 0;
    for (int slot = start(key); answers[slot] != 0; slot = slot + 1 & keys.length - 1) {
      if (keys[slot] == key) {
        alike = found == alike.length ? Arrays.copyOf(alike, 2 * found) : alike;
        alike[found++] = rests[slot];
      }
    }
    Arrays.sort(alike, 0, found);
    for (int i = 0; i < found; i++) {
      int slot = find(key, alike[i]);
      visitor.take(key, alike[i], answers[slot], conversations[slot]);
    }
  }

  @Override
  public String toString() {
    return size + " keys";
  }
}
