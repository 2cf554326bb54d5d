package dev.repartee.internal.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The first 64 bits of murmur3_128, seed 0, as {@code Hashing.murmur3_128(0)} of Guava gives them,
 * without the hasher and the buffer that Guava makes for each key: a log hashes every person and
 * every conversation when it is built.
 *
 * <p>Source: A. Appleby, MurmurHash3 (public domain).
 */
public final class Murmur {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int BLOCK = 2 * Long.BYTES;

  private static final long C1 = 0x87c37b91114253d5L;
  private static final long C2 = 0x4cf5ad432745937fL;
  private static final long ADDED_TO_FIRST = 0x52dce729L;
  private static final long ADDED_TO_SECOND = 0x38495ab5L;

  private Murmur() {}

  /** Returns the hash of some bytes of an array. */
  public static long hash(byte[] bytes, int from, int length) {
    long first = 0;
    long second = 0;
    int at = from;
    for (int left = length; left >= BLOCK; left -= BLOCK) {
      first ^= mixFirst((long) LONGS.get(bytes, at));
      first = (Long.rotateLeft(first, 27) + second) * 5 + ADDED_TO_FIRST;
      second ^= mixSecond((long) LONGS.get(bytes, at + Long.BYTES));
      second = (Long.rotateLeft(second, 31) + first) * 5 + ADDED_TO_SECOND;
      at += BLOCK;
    }
    int end = from + length;
    first ^= mixFirst(upToEight(bytes, at, end)) ^ length;
    second ^= mixSecond(upToEight(bytes, at + Long.BYTES, end)) ^ length;
    first += second;
    second += first;
    return finish(first) + finish(second);
  }

  private static long upToEight(byte[] bytes, int from, int end) {
    long result = 0;
    for (int at = Math.min(from + Long.BYTES, end) - 1; at >= from; at--) {
      result = (result << Byte.SIZE) | (bytes[at] & 0xFF);
    }
    return result;
  }

  private static long mixFirst(long word) {
    return Long.rotateLeft(word * C1, 31) * C2;
  }

  private static long mixSecond(long word) {
    return Long.rotateLeft(word * C2, 33) * C1;
  }

  private static long finish(long hash) {
    long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }
}
