package dev.repartee.measure;

/** Whose message a message replies to, by its parent. */
public enum RepliesTo {
  /** It has no parent in the log, or hangs below the opener only for want of one. */
  NONE,
  /** The same person. */
  SELF,
  /** A member of an organization, somebody else than the author. */
  ORGANIZATION,
  /** Somebody of the audience, somebody else than the author. */
  AUDIENCE
}
