package dev.repartee.model;

/** The purpose of a message, as labeled by the caller. Without a label it is unknown. */
public enum Intent {
  /** Asks something. */
  QUESTION,
  /** Suggests something. */
  IDEA,
  /** Complains about something. */
  COMPLAINT,
  /** Praises something. */
  PRAISE,
  /** Known to be none of these. */
  OTHER
}
