package dev.repartee.response;

/**
 * Waits that are tallied together: either all are answered, and as directly, or none is. Looking up
 * where each belongs, and counting, is faster for many at once.
 */
final class WaitBatch {
  private static final int CAPACITY = 1 << 10;

  final int[] anchors = new int[CAPACITY];
  final int[] answers = new int[CAPACITY];

  /** Of each how long it is and its replicate groups. */
  final long[] packed = new long[CAPACITY];

  private int size;

  void add(int anchor, int answer, long packedWait) {
    anchors[size] = anchor;
    answers[size] = answer;
    packed[size++] = packedWait;
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
}
