package dev.repartee.internal.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * Ids and names as they are compared: without white space around them, and names in Unicode
 * normalization form C, so that {@code é} is one letter however it was typed. What is clean already
 * is returned as it is, which is nearly everything.
 */
public final class CleanText {
  /** Below this code every text is in form C. */
  private static final char FIRST_COMBINING = '\u0300';

  private CleanText() {}

  /** Returns an id without white space around it. */
  public static CharSequence id(CharSequence text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return to - from == text.length() ? text : text.subSequence(from, to);
  }

  /** Returns a name without white space around it, in normalization form C. */
  public static CharSequence name(CharSequence text) {
    CharSequence stripped = id(text);
    for (int i = 0; i < stripped.length(); i++) {
      if (stripped.charAt(i) >= FIRST_COMBINING) {
        return Normalizer.isNormalized(stripped, Form.NFC)
            ? stripped
            : Normalizer.normalize(stripped, Form.NFC);
      }
    }
    return stripped;
  }

  /** The same, as a string. */
  public static String clean(String text) {
    return name(text).toString();
  }

  /** Returns a name that all spellings in capitals and small letters have in common. */
  public static String ignoringCase(String name) {
    return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /** Returns an account as it is compared. */
  public static String account(String account, boolean ignoresCase) {
    return ignoresCase ? ignoringCase(clean(account)) : clean(account);
  }

  private static boolean isSpace(char c) {
    // Nearly every id begins and ends with one of these.
    boolean isPlain = c > ' ' && c < '\u007F';
    return !isPlain && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF');
  }
}
