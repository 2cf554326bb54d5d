package dev.repartee.log;

import java.util.Arrays;

/** A growing column of numbers in chunks; a chunk that holds only 0 takes no memory. */
final class LongColumn {
  private static final int CHUNK_BITS = 16;
  private static final int CHUNK_SIZE = 1 << CHUNK_BITS;
  private static final int SMALLEST_CHUNK = 1 << 6;
  private static final long[] ONLY_ZERO = new long[0];

  private long[][] chunks = new long[0][];

  void set(int row, long value) {
    int index = row >>> CHUNK_BITS;
    int place = row & (CHUNK_SIZE - 1);
    if (index >= chunks.length || place >= chunks[index].length) {
      if (value == 0) {
        return;
      }
      makeRoom(index, place + 1);
    }
    chunks[index][place] = value;
  }

  /** Gives a chunk memory for some places at least; the first grows with what is put into it. */
  private void makeRoom(int index, int places) {
    if (index >= chunks.length) {
      int before = chunks.length;
      chunks = Arrays.copyOf(chunks, Math.max(index + 1, before * 2));
      Arrays.fill(chunks, before, chunks.length, ONLY_ZERO);
    }
    int size = CHUNK_SIZE;
    if (index == 0 && places <= CHUNK_SIZE / 2) {
      size = Math.max(SMALLEST_CHUNK, Integer.highestOneBit(places) * 2);
    }
    chunks[index] = Arrays.copyOf(chunks[index], size);
  }

  long get(int row) {
    int index = row >>> CHUNK_BITS;
    int place = row & (CHUNK_SIZE - 1);
    return index >= chunks.length || place >= chunks[index].length ? 0 : chunks[index][place];
  }

  /**
   * Takes over the first places of another column, moved by a number of bits and laid over what is
   * here from a place on. The places behind the last one set are still 0.
   */
  void addAll(LongColumn other, int places, int from, int shift) {
    int used = Math.min(other.chunks.length, ((places - 1) >> CHUNK_BITS) + 1);
    for (int chunk = 0; chunk < used; chunk++) {
      long[] values = other.chunks[chunk];
      int done = chunk << CHUNK_BITS;
      int count = Math.min(values.length, places - done);
      if (count > 0 && shift == 0) {
        copy(values, count, from + done);
      } else if (count > 0) {
        lay(values, count, from + done, shift);
      }
    }
  }

  private void copy(long[] values, int count, int from) {
    for (int done = 0; done < count; ) {
      int index = (from + done) >>> CHUNK_BITS;
      int place = (from + done) & (CHUNK_SIZE - 1);
      int length = Math.min(count - done, CHUNK_SIZE - place);
      if (index >= chunks.length || place + length > chunks[index].length) {
        makeRoom(index, place + length);
      }
      System.arraycopy(values, done, chunks[index], place, length);
      done += length;
    }
  }

  private void lay(long[] values, int count, int from, int shift) {
    long carried = get(from);
    for (int i = 0; i < count; i++) {
      set(from + i, carried | values[i] << shift);
      carried = values[i] >>> (Long.SIZE - shift);
    }
    set(from + count, carried);
  }

  /** Gives the memory back. */
  void free() {
    chunks = new long[0][];
  }
}
