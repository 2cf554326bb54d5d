package dev.repartee.log;

/**
 * Ids and account names as a kind and a word: a number stands for itself, a text for its place in a
 * heap. A text that is the plain decimal form of a {@code long} is that number, so that {@code 12}
 * and {@code "12"} are the same id.
 */
final class Keys {
  static final byte ABSENT = 0;
  static final byte NUMBER = 1;
  static final byte TEXT = 2;

  private static final int LONGEST_NUMBER = 20;

  private Keys() {}

  /** Whether a text is the plain decimal form of a long: no sign but a minus, no leading zeros. */
  static boolean isNumber(CharSequence text) {
    int length = text.length();
    if (length == 0 || length > LONGEST_NUMBER) {
      return false;
    }
    boolean negative = text.charAt(0) == '-';
    int first = negative ? 1 : 0;
    int digits = length - first;
    if (digits == 0 || digits > 19 || (text.charAt(first) == '0' && (negative || digits > 1))) {
      return false;
    }
    long value = 0;
    for (int i = first; i < length; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      value = value * 10 - digit; // downwards, because the smallest long has no positive twin
      if (value > 0) {
        return false;
      }
    }
    return negative || value != Long.MIN_VALUE;
  }

  /** The value of a text for which {@link #isNumber} holds. */
  static long number(CharSequence text) {
    return Long.parseLong(text, 0, text.length(), 10);
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
