package dev.repartee.model;

/**
 * How an interaction speaks of the organization. The labels come from the caller; the library
 * guesses none, and an interaction without one is <em>unknown</em>, not neutral.
 */
public enum Sentiment {
  /** Criticism, anger, a complaint. */
  NEGATIVE,
  /** Neither praise nor criticism. */
  NEUTRAL,
  /** Praise, thanks, delight. */
  POSITIVE
}
