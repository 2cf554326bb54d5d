package dev.repartee.dialogue;

import dev.repartee.internal.hash.HashKey;
import dev.repartee.measure.Tally;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Two counts by keys of 128 bits: how many answers, and in how many conversations. Equal states
 * have the same order whatever came first. It takes 32 bytes a key, and half as much again free.
 */
final class RepeatTable implements Tally<RepeatTable> {
  private static final int FIRST_CAPACITY = 4;

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
  int size;

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
  @Override
  public void add(RepeatTable other) {
    reserve((long) size + other.size);
    other.<RuntimeException>forEach(this::add);
  }

  private void reserve(long wanted) {
    while (3 * wanted > 2L * keys.length) {
      grow();
    }
  }

  /** The place of a key, or the free one for it; there is always a free one. */
  private int find(long key, long rest) {
    int slot = start(key, rest);
    while (answers[slot] != 0 && (keys[slot] != key || rests[slot] != rest)) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  private int start(long key, long rest) {
    return (int) HashKey.OF_PROCESS.hash(HashKey.OF_PROCESS.hash(key) ^ rest) & keys.length - 1;
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

  /** In how many conversations a key is. */
  long conversations(long key, long rest) {
    return size == 0 ? 0 : conversations[find(key, rest)];
  }

  /** Which keys are asked about. */
  interface Choice {
    boolean takes(long key, long rest);
  }

  /** How many answers some keys have. */
  long answers(Choice choice) {
    long[] sum = new long[1];
    this.<RuntimeException>forEach(
        (key, rest, times, inConversations) -> sum[0] += choice.takes(key, rest) ? times : 0);
    return sum[0];
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
    long[] firsts = new long[size];
    int[] filled = new int[size];
    int count = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      if (answers[slot] != 0) {
        firsts[count++] = keys[slot];
      }
    }
    Arrays.sort(firsts);
    // By the place of a first half, where those begin that are equal to it.
    int[] begins = new int[size];
    for (int i = 1; i < size; i++) {
      begins[i] = firsts[i] == firsts[i - 1] ? begins[i - 1] : i;
    }
    long[] seconds = new long[size];
    for (int slot = 0; slot < keys.length; slot++) {
      if (answers[slot] != 0) {
        int begin = begins[Arrays.binarySearch(firsts, keys[slot])];
        seconds[begin + filled[begin]++] = rests[slot];
      }
    }
    for (int i = 0; i < size; i++) {
      if (begins[i] == i) {
        Arrays.sort(seconds, i, i + filled[i]);
      }
      int slot = find(firsts[i], seconds[i]);
      visitor.take(firsts[i], seconds[i], answers[slot], conversations[slot]);
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(size);
    this.<IOException>forEachInOrder(
        (key, rest, times, inConversations) -> {
          out.writeLong(key);
          out.writeLong(rest);
          out.writeLong(times);
          out.writeLong(inConversations);
        });
  }

  @Override
  public void read(Input in) throws IOException {
    long keyBefore = Long.MIN_VALUE;
    long restBefore = Long.MIN_VALUE;
    for (int left = in.readInt(); left > 0; left--) {
      long key = in.readLong();
      long rest = in.readLong();
      long times = in.readCount();
      long inConversations = in.readCount();
      boolean isNext = size == 0 || key > keyBefore || (key == keyBefore && rest > restBefore);
      if (!(isNext && times > 0 && inConversations <= times)) {
        throw new IOException(times + " answers in " + inConversations + " conversations");
      }
      add(key, rest, times, inConversations);
      keyBefore = key;
      restBefore = rest;
    }
  }
}
