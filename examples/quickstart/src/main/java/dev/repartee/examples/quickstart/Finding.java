package dev.repartee.examples.quickstart;

import java.util.Optional;

/**
 * Something shown that a reader should know, with what it takes to mend it.
 *
 * @param title what it is, in a few words
 * @param sentence the same with its counts
 * @param sure how sure it is
 * @param mend what it would take
 * @param example a case of it, where the log has one
 * @param picture what the page calls the picture of it
 */
record Finding(
    String title,
    String sentence,
    String sure,
    String mend,
    Optional<Example> example,
    String picture) {

  Finding withSentence(String newSentence) {
    return new Finding(title, newSentence, sure, mend, example, picture);
  }
}
