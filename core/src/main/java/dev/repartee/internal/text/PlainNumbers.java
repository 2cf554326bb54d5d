package dev.repartee.internal.text;

/**
 * Texts that are the plain decimal form of a {@code long}: as ids they are that number, so that
 * {@code 12} and {@code "12"} are the same.
 */
public final class PlainNumbers {
  private static final int LONGEST = 20;

  private PlainNumbers() {}

  /** Whether a text is the plain decimal form of a long: no sign but a minus, no leading zeros. */
  public static boolean is(CharSequence text) {
    int length = text.length();
    if (length == 0 || length > LONGEST) {
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

  /** Returns the value of a text for which {@link #is} holds. */
  public static long of(CharSequence text) {
    return Long.parseLong(text, 0, text.length(), 10);
  }
}
