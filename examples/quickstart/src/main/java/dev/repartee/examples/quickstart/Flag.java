package dev.repartee.examples.quickstart;

import dev.repartee.text.NumberText;
import java.util.Locale;

/**
 * Something about the culture that is to be told first: it is shown, not suspected.
 *
 * @param kind what it is
 * @param subject what it is about: a channel, a promise, or the organization
 * @param sentence what there is to say, with counts and interval
 * @param pValue how likely chance alone would do as much, adjusted for all that is judged by chance
 *     in one report; NaN where it is not judged by chance
 * @param judgedBy how it is judged
 */
record Flag(Kind kind, String subject, String sentence, double pValue, String judgedBy) {
  /** What can be told. */
  enum Kind {
    BROKEN_PROMISE,
    UNEQUAL_OPENNESS,
    SLOWER_ANSWERS,
    SILENT_CHANNEL,
    SILO,
    FALL,
    SPIKE;

    /** Such as {@code broken promise}. */
    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Whether it is judged by chance, so that it has a p value. */
  boolean isByChance() {
    return !Double.isNaN(pValue);
  }

  /** How it is judged, with its p value where it has one. */
  String judged() {
    return isByChance()
        ? "p " + (pValue < 0.001 ? "below 0.001" : NumberText.decimal(pValue)) + ", by " + judgedBy
        : judgedBy;
  }

  /** How sure it is, for people. */
  String sure() {
    if (!isByChance()) {
      return PlainWords.capital(judgedBy) + ".";
    }
    long cases = (long) Math.ceil(1000 * pValue);
    return cases <= 1
        ? "Chance alone would do as much in fewer than 1 of 1,000 cases."
        : "Chance alone would do as much in at most " + cases + " of 1,000 cases.";
  }

  Flag withPValue(double adjusted) {
    return new Flag(kind, subject, sentence, adjusted, judgedBy);
  }
}
