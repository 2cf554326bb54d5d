package dev.repartee.apath;

/**
 * The five stages of the A-Path, from first noticing an organization to speaking for it. The names
 * are by Social Steve (Steve Goldner, from 2009 on). He gives no rules for the stages; those here
 * are this library's own, in his spirit, and every one can be replaced ({@link APathRules#with}).
 *
 * <p>An <em>act of will</em> is a click, reaction, share, mention, recommendation, follow or
 * subscription, or a message addressed to the organization, unless it is labeled negative.
 */
public enum Stage {
  /** Noticed it: any act or message, however negative, except an UNFOLLOW or UNSUBSCRIBE. */
  ATTENTION("people"),
  /** Came closer by choice: the first act of will. */
  ATTRACTION("attracted"),
  /**
   * Keeps coming back: acts of will on at least 3 local days, the last at least 14 days after the
   * first; or a dialogue: spoke, was answered, and spoke again, not negatively. Once fulfilled, it
   * stays so.
   */
  AFFINITY("with affinity"),
  /** Opted in: a follow or a subscription, made at any time, is in force at that instant. */
  AUDIENCE("in the audience"),
  /**
   * Speaks for it, and not for the first time: by a share or recommendation not labeled negative, a
   * mention labeled positive, or a message, not labeled negative, to another audience person in a
   * strand of the organization; after having done so on an earlier local day, before or after
   * opting in.
   */
  ADVOCATES("advocates");

  private final String people;

  Stage(String people) {
    this.people = people;
  }

  /** The word for people at this stage. */
  String people() {
    return people;
  }
}
