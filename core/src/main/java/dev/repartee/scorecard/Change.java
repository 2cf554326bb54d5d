package dev.repartee.scorecard;

/** What is shown of a component, before and after. */
public enum Change {
  /** It is shown to be better. */
  BETTER,
  /** It is shown to be worse. */
  WORSE,
  /** It is shown to be the same, by a margin that was named. */
  SAME,
  /** The data show none of these. */
  UNPROVEN,
  /** It is missing before or after. */
  MISSING
}
