package dev.repartee.log;

import com.google.common.hash.HashCode;
import com.google.common.hash.HashFunction;
import dev.repartee.internal.bytes.Wtf8;
import dev.repartee.internal.hash.HashKey;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many short texts as bytes in few large blocks. A text is named by a reference: its block and the
 * offset of its length within the block.
 */
final class TextHeap {
  private static final int BLOCK_BITS = 20;
  private static final int BLOCK_SIZE = 1 << BLOCK_BITS;
  private static final int FIRST_BLOCK_SIZE = 1 << 10;
  private static final int LENGTH_BYTES = 4;
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final List<byte[]> blocks = new ArrayList<>();
  private byte[] block = new byte[0];
  private int used;

  /** Adds a text in UTF-8 and returns its reference. */
  long add(CharSequence text) {
    int length = text.length();
    reserve(LENGTH_BYTES + length);
    int start = used;
    int at = start + LENGTH_BYTES;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return add(Wtf8.bytes(text.toString()));
      }
      block[at++] = (byte) c;
    }
    INTS.set(block, start, length);
    used = at;
    return reference(start);
  }

  private long add(byte[] bytes) {
    reserve(LENGTH_BYTES + bytes.length);
    int start = used;
    INTS.set(block, start, bytes.length);
    System.arraycopy(bytes, 0, block, start + LENGTH_BYTES, bytes.length);
    used = start + LENGTH_BYTES + bytes.length;
    return reference(start);
  }

  /** Copies a text of another heap. */
  long add(TextHeap other, long reference) {
    int size = other.bytes(reference);
    reserve(size);
    used += other.copy(reference, block, used);
    return reference(used - size);
  }

  /** Takes over all texts of another heap; adding the result to their references names them. */
  long addAll(TextHeap other) {
    long shift = (long) blocks.size() << BLOCK_BITS;
    if (!other.blocks.isEmpty()) {
      blocks.addAll(other.blocks);
      block = other.block;
      used = other.used;
    }
    return shift;
  }

  private void reserve(int bytes) {
    if (used + bytes > block.length) {
      int size = Math.min(BLOCK_SIZE, Math.max(FIRST_BLOCK_SIZE, 2 * block.length));
      block = new byte[Math.max(size, bytes)];
      blocks.add(block);
      used = 0;
    }
  }

  private long reference(int start) {
    return ((long) (blocks.size() - 1) << BLOCK_BITS) | start;
  }

  private byte[] block(long reference) {
    return blocks.get((int) (reference >>> BLOCK_BITS));
  }

  private static int offset(long reference) {
    return (int) reference & (BLOCK_SIZE - 1);
  }

  /** A hash for tables in memory; whoever uses it compares the bytes as well. */
  long hash(long reference, HashKey key) {
    byte[] bytes = block(reference);
    int start = offset(reference);
    int length = (int) INTS.get(bytes, start);
    int at = start + LENGTH_BYTES;
    int end = at + length;
    long hash = 0;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      hash = key.hash(hash ^ (long) LONGS.get(bytes, at));
    }
    long rest = length;
    for (; at < end; at++) {
      rest = (rest << 8) | (bytes[at] & 0xFF);
    }
    return key.hash(hash ^ rest);
  }

  /** A hash by a given function over the bytes, without their length. */
  HashCode hash(long reference, HashFunction function) {
    byte[] bytes = block(reference);
    int start = offset(reference);
    return function.hashBytes(bytes, start + LENGTH_BYTES, (int) INTS.get(bytes, start));
  }

  /** How many bytes a text takes, with its length. */
  int bytes(long reference) {
    return LENGTH_BYTES + (int) INTS.get(block(reference), offset(reference));
  }

  /** Copies a text, with its length, and returns how many bytes these are. */
  int copy(long reference, byte[] into, int at) {
    int size = bytes(reference);
    System.arraycopy(block(reference), offset(reference), into, at, size);
    return size;
  }

  boolean equal(long reference, TextHeap other, long otherReference) {
    return equal(
        block(reference), offset(reference), other.block(otherReference), offset(otherReference));
  }

  /** Whether two texts are equal that stand somewhere with their lengths. */
  static boolean equal(byte[] a, int atA, byte[] b, int atB) {
    int length = (int) INTS.get(a, atA);
    return Arrays.equals(
        a, atA, atA + LENGTH_BYTES + length, b, atB, atB + LENGTH_BYTES + (int) INTS.get(b, atB));
  }

  /** Order by bytes without sign, which for UTF-8 is the order by code points. */
  int compare(long a, long b) {
    return Arrays.compareUnsigned(
        bytesOf(a), startOf(a), endOf(a), bytesOf(b), startOf(b), endOf(b));
  }

  /**
   * Order by bytes, but for runs of digits, which are compared as numbers: {@code m9} before {@code
   * m10}. Texts that differ in leading zeros only are ordered by bytes.
   */
  int compareNaturally(long a, long b) {
    byte[] bytesA = block(a);
    byte[] bytesB = block(b);
    int endA = endOf(a);
    int endB = endOf(b);
    int atA = startOf(a);
    int atB = startOf(b);
    while (atA < endA && atB < endB) {
      if (isDigit(bytesA[atA]) && isDigit(bytesB[atB])) {
        int firstA = afterZeros(bytesA, atA, endA);
        int firstB = afterZeros(bytesB, atB, endB);
        atA = afterDigits(bytesA, firstA, endA);
        atB = afterDigits(bytesB, firstB, endB);
        int order = Integer.compare(atA - firstA, atB - firstB);
        order = order != 0 ? order : Arrays.compare(bytesA, firstA, atA, bytesB, firstB, atB);
        if (order != 0) {
          return order;
        }
      } else if (bytesA[atA] != bytesB[atB]) {
        return Byte.compareUnsigned(bytesA[atA], bytesB[atB]);
      } else {
        atA++;
        atB++;
      }
    }
    int order = Boolean.compare(atA < endA, atB < endB);
    return order != 0 ? order : compare(a, b);
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static int afterZeros(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] == '0') {
      at++;
    }
    return at;
  }

  private static int afterDigits(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && isDigit(bytes[at])) {
      at++;
    }
    return at;
  }

  private byte[] bytesOf(long reference) {
    return block(reference);
  }

  private static int startOf(long reference) {
    return offset(reference) + LENGTH_BYTES;
  }

  private int endOf(long reference) {
    return startOf(reference) + (int) INTS.get(block(reference), offset(reference));
  }

  String text(long reference) {
    return Wtf8.text(block(reference), startOf(reference), endOf(reference));
  }
}
