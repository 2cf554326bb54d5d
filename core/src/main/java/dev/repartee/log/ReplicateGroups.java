package dev.repartee.log;

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

  private ReplicateGroups() {}

  static int of(byte[] utf8) {
    return (int) (MURMUR.hashBytes(utf8).asLong() >>> (Long.SIZE - GROUP_BITS));
  }
}
