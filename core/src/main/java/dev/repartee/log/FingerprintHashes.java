package dev.repartee.log;

import com.google.common.hash.HashCode;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * For each fingerprint of a log murmur3_128, seed 0, over its UTF-8 bytes: codes are a log's own,
 * but hashes are the same on every machine, so that summaries of different logs agree.
 */
final class FingerprintHashes {
  static final FingerprintHashes NONE = new FingerprintHashes(0);

  private static final HashFunction MURMUR = Hashing.murmur3_128(0);
  private static final int LONGEST_NUMBER = 20;
  private static final int HALVES = 2;

  private final long[] halves;

  private FingerprintHashes(int codes) {
    halves = new long[HALVES * codes];
  }

  static FingerprintHashes of(KeyColumn column, Interning codes, Workers workers) {
    if (!column.hasAny()) {
      return NONE;
    }
    FingerprintHashes result = new FingerprintHashes(codes.size());
    workers.overRanges(
        codes.size(),
        (from, to) -> {
          byte[] digits = new byte[LONGEST_NUMBER];
          for (int code = from; code < to; code++) {
            result.put(code, hash(column, codes.firstRow(code), digits));
          }
        });
    return result;
  }

  private static HashCode hash(KeyColumn column, int row, byte[] digits) {
    if (column.kind(row) == Keys.TEXT) {
      return column.heap.hash(column.word(row), MURMUR);
    }
    int from = Keys.digits(column.word(row), digits);
    return MURMUR.hashBytes(digits, from, digits.length - from);
  }

  private void put(int code, HashCode hash) {
    ByteBuffer bytes = ByteBuffer.wrap(hash.asBytes()).order(ByteOrder.LITTLE_ENDIAN);
    halves[HALVES * code] = bytes.getLong();
    halves[HALVES * code + 1] = bytes.getLong();
  }

  long first(int code) {
    return halves[HALVES * code];
  }

  long second(int code) {
    return halves[HALVES * code + 1];
  }
}
