package dev.repartee.response;

import dev.repartee.measure.Slice;

/**
 * Waits that are tallied together: either all are answered, and as directly, or none is. Looking up
 * where each belongs is faster for many at once.
 */
final class WaitBatch {
  private static final int CAPACITY = 1 << 10;

  final int[] anchors = new int[CAPACITY];
  final int[] answers = new int[CAPACITY];
  final long[] millis = new long[CAPACITY];

  /** Of each the replicate group by person times 32, plus the one by conversation. */
  final int[] groups = new int[CAPACITY];

  final ResponseTally[] tallies = new ResponseTally[CAPACITY];

  private int size;

  /** Returns the batch of the worker of a slice, with nothing in it. */
  static WaitBatch of(Slice slice) {
    return slice.scratch(WaitBatch.class, WaitBatch::new);
  }

  void add(int anchor, int answer, long latency, int group) {
    anchors[size] = anchor;
    answers[size] = answer;
    millis[size] = latency;
    groups[size++] = group;
  }

  boolean isFull() {
    return size == CAPACITY;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  @Override
  public String toString() {
    return size + " waits";
  }
}
