package dev.repartee.log;

import dev.repartee.internal.text.PlainNumbers;

/**
 * Ids and account names as a kind and a word: a number stands for itself, a text for its place in a
 * heap. A text that is the plain decimal form of a {@code long} is that number, so that {@code 12}
 * and {@code "12"} are the same id.
 */
final class Keys {
  static final byte ABSENT = 0;
  static final byte NUMBER = 1;
  static final byte TEXT = 2;

  private Keys() {}

  /** Whether a text is the plain decimal form of a long: no sign but a minus, no leading zeros. */
  static boolean isNumber(CharSequence text) {
    return PlainNumbers.is(text);
  }

  /** The value of a text for which {@link #isNumber} holds. */
  static long number(CharSequence text) {
    return PlainNumbers.of(text);
  }

  static boolean isBlank(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Absent keys first, then numbers by value, then texts by their bytes. */
  static int compare(byte kindA, long a, byte kindB, long b, TextHeap heap) {
    if (kindA != kindB) {
      return Byte.compare(kindA, kindB);
    }
    return kindA == TEXT ? heap.compare(a, b) : Long.compare(a, b);
  }

  static String text(byte kind, long word, TextHeap heap) {
    return kind == TEXT ? heap.text(word) : kind == NUMBER ? Long.toString(word) : "";
  }

  /** Writes the decimal form of a number from the end of a buffer, and returns where it begins. */
  static int digits(long number, byte[] buffer) {
    int at = buffer.length;
    long rest = number;
    do {
      buffer[--at] = (byte) ('0' + Math.abs(rest % 10));
      rest /= 10;
    } while (rest != 0);
    if (number < 0) {
      buffer[--at] = '-';
    }
    return at;
  }
}
