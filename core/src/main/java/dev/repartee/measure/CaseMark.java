package dev.repartee.measure;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;

/** Numbers drawn by lot for cases, and digits in place of names: the same on every machine. */
final class CaseMark {
  private static final HashFunction MURMUR = Hashing.murmur3_128(0);
  private static final String BETWEEN = "\n";

  private CaseMark() {}

  /** The lot of a case by its message or act: the cases with the smallest lots are the sample. */
  static long of(String message, String person, long at) {
    return MURMUR
        .newHasher()
        .putUnencodedChars(message)
        .putUnencodedChars(BETWEEN)
        .putUnencodedChars(person)
        .putLong(at)
        .hash()
        .asLong();
  }

  /** Sixteen digits that only who knows the key can connect with a name. */
  static String fingerprint(String key, String name) {
    return Hashing.hmacSha256(bytes(key + BETWEEN))
        .hashUnencodedChars(name)
        .toString()
        .substring(0, 16);
  }

  private static byte[] bytes(String text) {
    return Hashing.sha256().hashUnencodedChars(text).asBytes();
  }
}
