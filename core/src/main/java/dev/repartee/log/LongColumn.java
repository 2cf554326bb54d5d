package dev.repartee.log;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A growing column of numbers in chunks; a chunk that holds only 0 takes no memory. */
final class LongColumn {
  private static final int CHUNK_BITS = 16;
  private static final int CHUNK_SIZE = 1 << CHUNK_BITS;

  private long @Nullable [][] chunks = new long[4][];

  void set(int row, long value) {
    int index = row >>> CHUNK_BITS;
    if (index >= chunks.length) {
      if (value == 0) {
        return;
      }
      chunks = Arrays.copyOf(chunks, Math.max(index + 1, chunks.length * 2));
    }
    long[] chunk = chunks[index];
    if (chunk == null) {
      if (value == 0) {
        return;
      }
      chunk = new long[CHUNK_SIZE];
      chunks[index] = chunk;
    }
    chunk[row & CHUNK_SIZE - 1] = value;
  }

  long get(int row) {
    int index = row >>> CHUNK_BITS;
    long[] chunk = index < chunks.length ? chunks[index] : null;
    return chunk == null ? 0 : chunk[row & CHUNK_SIZE - 1];
  }

  /** Gives the memory back. */
  void free() {
    chunks = new long[0][];
  }

  @Override
  public String toString() {
    return "column of " + chunks.length + " chunks";
  }
}
