package dev.repartee.apath;

/**
 * Where a person stands at an instant: at a stage of the A-Path, or lost.
 *
 * <p>Somebody is at the deepest stage reached so far, but back at the one before AUDIENCE where no
 * opt-in stands any more. Somebody is lost who ended the last opt-in, until a new one or an act of
 * will or message at a later instant; or who has shown neither for 90 days. An ending tells more
 * than silence, so it goes first.
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
  /** Keeps coming back, and is opted in. */
  AUDIENCE,
  /** Speaks for it, and is opted in. */
  ADVOCATES,
  /** Lost: stopped following, and is opted in no more. */
  UNFOLLOWED,
  /** Lost: signed off, and is opted in no more. */
  UNSUBSCRIBED,
  /** Lost: no act of will and no message for long, without saying so. */
  LAPSED;

  /** The standing of a stage. */
  static Standing at(Stage stage) {
    return values()[stage.ordinal() + 1];
  }

  /**
   * {@return whether somebody who stands here is lost; true for UNFOLLOWED, UNSUBSCRIBED and
   * LAPSED}
   */
  public boolean isLost() {
    return compareTo(ADVOCATES) > 0;
  }
}
