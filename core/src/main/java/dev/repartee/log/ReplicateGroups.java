package dev.repartee.log;

import dev.repartee.internal.hash.Murmur;

/**
 * The replicate group of a key: the top 5 bits of the first 64 of murmur3_128, seed 0, over its
 * UTF-8 bytes. The same on every machine and in every version, because summaries of different
 * machines are merged group by group.
 */
final class ReplicateGroups {
  private static final int GROUP_BITS = 5;

  private final byte[] buffer = new byte[20];

  int of(byte[] utf8) {
    return group(Murmur.hash(utf8, 0, utf8.length));
  }

  /** The group of a key, without making an object of it; what is absent is the empty text. */
  int of(byte kind, long word, TextHeap heap) {
    if (kind == Keys.TEXT) {
      return group(heap.murmur(word));
    }
    int from = kind == Keys.NUMBER ? Keys.digits(word, buffer) : buffer.length;
    return group(Murmur.hash(buffer, from, buffer.length - from));
  }

  private static int group(long hash) {
    return (int) (hash >>> (Long.SIZE - GROUP_BITS));
  }
}
