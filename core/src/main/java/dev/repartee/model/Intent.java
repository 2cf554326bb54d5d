package dev.repartee.model;

/** What a message is for, as labelled by the caller; one without a label is unknown. */
public enum Intent {
  /** Asks something. */
  QUESTION,
  /** Suggests something. */
  IDEA,
  /** Complains of something. */
  COMPLAINT,
  /** Praises something. */
  PRAISE,
  /** Known to be none of these. */
  OTHER
}
