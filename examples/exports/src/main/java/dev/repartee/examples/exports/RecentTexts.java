package dev.repartee.examples.exports;

import org.jspecify.annotations.Nullable;

/** Gives the same text for the same letters, where they came not long ago. */
final class RecentTexts {
  private static final int SLOTS = 1 << 8;

  private final @Nullable String[] texts = new String[SLOTS];

  /** The text of some letters. */
  String of(char[] letters, int from, int length) {
    int hash = 0;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + letters[i];
    }
    int slot = (hash ^ hash >>> 16) & (SLOTS - 1);
    String known = texts[slot];
    if (known == null || !isText(known, letters, from, length)) {
      known = new String(letters, from, length);
      texts[slot] = known;
    }
    return known;
  }

  private static boolean isText(String text, char[] letters, int from, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != letters[from + i]) {
        return false;
      }
    }
    return true;
  }
}
