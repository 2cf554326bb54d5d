package dev.repartee.log;

import com.google.common.hash.HashCode;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;

/**
 * The replicate group of a key: the top 5 bits of the first 64 of murmur3_128, seed 0, over its
 * UTF-8 bytes. The same on every machine and in every version, because summaries of different
 * machines are merged group by group.
 */
final class ReplicateGroups {
  private static final HashFunction MURMUR = Hashing.murmur3_128(0);
  private static final int GROUP_BITS = 5;

  private final byte[] buffer = new byte[20];

  int of(byte[] utf8) {
    return group(MURMUR.hashBytes(utf8));
  }

  /** The group of a key, without making an object of it; what is absent is the empty text. */
  int of(byte kind, long word, TextHeap heap) {
    if (kind == Keys.TEXT) {
      return group(heap.hash(word, MURMUR));
    }
    int from = kind == Keys.NUMBER ? Keys.digits(word, buffer) : buffer.length;
    return group(MURMUR.hashBytes(buffer, from, buffer.length - from));
  }

  private static int group(HashCode hash) {
    return (int) (hash.asLong() >>> (Long.SIZE - GROUP_BITS));
  }
}
