package dev.repartee.log;

/** Why a row was set aside, or what is remarkable about one that was kept. */
public enum Reason {
  /** What should be a row and could not be read as one, as a reader of files says. */
  UNREADABLE(true, "a row can be read"),
  /** A message without an id, or with a blank one. */
  MISSING_ID(true, "a message has an id that is not blank"),
  /** No time, or a blank one. */
  MISSING_TIME(true, "a row has a time"),
  /** A time that could not be read. */
  UNPARSABLE_TIME(true, "a time is ISO 8601 with an offset, as 2009-07-31T09:00:00Z"),
  /** A time outside the years 1 to 9999; often microseconds taken for milliseconds. */
  TIME_OUT_OF_RANGE(true, "a time lies in the years 1 to 9999 (are these milliseconds?)"),
  /** A time later than the as-of. */
  AFTER_AS_OF(true, "a time is not later than the as-of"),
  /** A row equal in every attribute to one that was kept. */
  DUPLICATE_ID(true, "an id occurs once in its scope"),
  /** A row with the id of one that was kept, but other attributes. */
  CONFLICTING_ID(true, "an id occurs once in its scope"),
  /** A repeat of a message by its author, folded into another copy on request. */
  DUPLICATE_CONTENT(true, "a message stands once in its conversation"),
  /** Kept: no author; a person of its own, never the same as another. */
  ANONYMOUS(false, "a row names its author"),
  /** Kept: what it refers to is not in the log. */
  ORPHAN(false, "what a row refers to is in the log"),
  /** Kept: its link closed a circle of replies and was cut. */
  CYCLE(false, "no message replies to itself, whether directly or through others"),
  /** Kept: earlier than the message it refers to. */
  CLOCK_SKEW(false, "a reply is not earlier than its parent"),
  /** Kept: an audience message that speaks to no organization of the directory. */
  UNADDRESSED(false, "an audience message speaks to an organization"),
  /** Kept: names an organization that the directory does not have. */
  UNKNOWN_ADDRESSEE(false, "the organization a row names is in the directory");

  private final boolean rejection;
  private final String rule;

  Reason(boolean rejection, String rule) {
    this.rejection = rejection;
    this.rule = rule;
  }

  /**
   * Returns whether such rows are set aside.
   *
   * @return false if they are kept and only counted
   */
  public boolean isRejection() {
    return rejection;
  }

  /**
   * Returns the rule that such a row does not keep.
   *
   * @return a sentence without its full stop
   */
  public String rule() {
    return rule;
  }
}
