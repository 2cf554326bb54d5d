package dev.repartee.measure;

import java.util.Arrays;

/** Puts facts in order of their codes, by counting; room is kept for the next ones. */
final class CodeRuns {
  /** How many facts have each code, then where those end that were placed; 0 between two sorts. */
  private int[] ends = new int[64];

  /** The codes that occur, as they are first met. */
  private int[] present = new int[64];

  /** Where the facts of each of them begin, and at last the end of all. */
  private int[] starts = new int[65];

  private int[] facts = new int[64];
  private int size;

  /** Sorts the facts 0 to {@code count - 1}, each of which has a code of 0 or more. */
  void sort(int[] codes, int count) {
    makeRoom(codes, count);
    size = 0;
    for (int i = 0; i < count; i++) {
      present[size] = codes[i];
      size += ends[codes[i]]++ == 0 ? 1 : 0;
    }
    int end = 0;
    for (int run = 0; run < size; run++) {
      int code = present[run];
      starts[run] = end;
      end += ends[code];
      ends[code] = starts[run];
    }
    starts[size] = end;
    for (int i = 0; i < count; i++) {
      facts[ends[codes[i]]++] = i;
    }
    for (int run = 0; run < size; run++) {
      ends[present[run]] = 0;
    }
  }

  private void makeRoom(int[] codes, int count) {
    if (facts.length <= count) {
      int room = Math.max(count + 1, 2 * facts.length);
      facts = new int[room];
      present = new int[room];
      starts = new int[room + 1];
    }
    int largest = 0;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, codes[i]);
    }
    if (largest >= ends.length) {
      ends = Arrays.copyOf(ends, Math.max(largest + 1, 2 * ends.length));
    }
  }

  /** How many codes occur. */
  int size() {
    return size;
  }

  int code(int run) {
    return present[run];
  }

  /** The facts by code, each code's in ascending order. */
  int[] facts() {
    return facts;
  }

  int from(int run) {
    return starts[run];
  }

  int to(int run) {
    return starts[run + 1];
  }

  @Override
  public String toString() {
    return size + " codes";
  }
}
