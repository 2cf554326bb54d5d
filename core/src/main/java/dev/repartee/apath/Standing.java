package dev.repartee.apath;

/**
 * Where a person is at a given instant: at a stage of the A-Path, or lost.
 *
 * <p>A person is at the deepest stage reached so far, but back at the one before AUDIENCE if no
 * opt-in is in force any more. A person who ended the last opt-in is lost until a new opt-in, an
 * act of will or a message at a later instant. A person without an act of will or a message for 90
 * days is lost too. If both apply, the ended opt-in decides, because it says more than silence.
 */
public enum Standing {
  /** Not there yet: the path has not begun. */
  NEW,
  /** Noticed it. */
  ATTENTION,
  /** Came closer by choice. */
  ATTRACTION,
  /** Keeps coming back. */
  AFFINITY,
  /** Keeps coming back and is opted in. */
  AUDIENCE,
  /** Speaks for it and is opted in. */
  ADVOCATES,
  /** Lost: stopped following and is no longer opted in. */
  UNFOLLOWED,
  /** Lost: unsubscribed and is no longer opted in. */
  UNSUBSCRIBED,
  /** Lost: no act of will and no message for a long time. */
  LAPSED;

  /** The standing of a stage. */
  static Standing at(Stage stage) {
    return values()[stage.ordinal() + 1];
  }

  /**
   * {@return whether a person with this standing is lost: true for UNFOLLOWED, UNSUBSCRIBED and
   * LAPSED}
   */
  public boolean isLost() {
    return compareTo(ADVOCATES) > 0;
  }
}
