package dev.repartee.model;

/**
 * How an interaction speaks of the organization. The labels come from the caller; the library never
 * guesses. An interaction without a label is <em>unknown</em>, not neutral.
 */
public enum Sentiment {
  /** Criticism, anger, a complaint. */
  NEGATIVE,
  /** Neither praise nor criticism. */
  NEUTRAL,
  /** Praise, thanks, delight. */
  POSITIVE
}
