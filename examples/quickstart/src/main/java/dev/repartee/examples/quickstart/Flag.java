package dev.repartee.examples.quickstart;

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
    SILENT_CHANNEL,
    SILO,
    SPIKE
  }
}
