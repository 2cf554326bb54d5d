package dev.repartee.examples.exports;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What words for yes and no mean, in the spellings that programs write. */
final class Truth {
  private static final Set<String> YES =
      Set.of("true", "yes", "y", "1", "t", "1.0", "on", "x", "wahr", "vrai");
  private static final Set<String> NO =
      Set.of("false", "no", "n", "0", "f", "0.0", "off", "falsch", "faux");

  private Truth() {}

  /** Yes or no, or empty where a word is neither. */
  static Optional<Boolean> of(String word) {
    String lower = word.strip().toLowerCase(Locale.ROOT);
    if (YES.contains(lower)) {
      return Optional.of(true);
    }
    return NO.contains(lower) ? Optional.of(false) : Optional.empty();
  }
}
