package dev.repartee.log;

import java.util.Arrays;

/** A growing column of numbers in chunks; a chunk that holds only 0 takes no memory. */
final class IntColumn {
  private static final int CHUNK_BITS = 16;
  private static final int CHUNK_SIZE = 1 << CHUNK_BITS;
  private static final int[] ONLY_ZERO = new int[0];

  private int[][] chunks = new int[0][];

  void set(int row, int value) {
    int index = row >>> CHUNK_BITS;
    if (index >= chunks.length || chunks[index] == ONLY_ZERO) {
      if (value == 0) {
        return;
      }
      allocate(index);
    }
    chunks[index][row & (CHUNK_SIZE - 1)] = value;
  }

  private void allocate(int index) {
    if (index >= chunks.length) {
      int before = chunks.length;
      chunks = Arrays.copyOf(chunks, Math.max(index + 1, before * 2));
      Arrays.fill(chunks, before, chunks.length, ONLY_ZERO);
    }
    chunks[index] = new int[CHUNK_SIZE];
  }

  int get(int row) {
    int index = row >>> CHUNK_BITS;
    return index >= chunks.length || chunks[index] == ONLY_ZERO
        ? 0
        : chunks[index][row & (CHUNK_SIZE - 1)];
  }

  /** Gives the memory back. */
  void free() {
    chunks = new int[0][];
  }

  @Override
  public String toString() {
    return "column of " + chunks.length + " chunks";
  }
}
