package dev.repartee.apath;

/**
 * The five stages of the A-Path, from first noticing an organization to speaking for it. The names
 * are Social Steve's (Steve Goldner, 2009 onwards); he gives no rule for a stage, so the rules here
 * are this library's, in his spirit, and every one can be replaced ({@link APathRules#with}).
 *
 * <p>An <em>act of will</em> is a click, reaction, share, mention, recommendation, follow or
 * subscription, or a message addressed to the organization, none of them labelled negative.
 */
public enum Stage {
  /** Noticed it: any act or message, however negative, but no ending of a subscription. */
  ATTENTION("people"),
  /** Came closer by choice: the first act of will. */
  ATTRACTION("attracted"),
  /**
   * Keeps coming back: acts of will on at least 3 local days, the last at least 14 days after the
   * first; or a dialogue: spoke, was answered, spoke again and not negatively. Once fulfilled it
   * stays so.
   */
  AFFINITY("with affinity"),
  /** Opted in: a follow or a subscription, made at any time, that stands at that instant. */
  AUDIENCE("in the audience"),
  /**
   * Speaks for it, and not for the first time: a share or recommendation not labelled negative, a
   * mention labelled positive, or a message, not labelled negative, to another audience person in a
   * strand of the organization; where there was one on an earlier local day, before or after opting
   * in.
   */
  ADVOCATES("advocates");

  private final String people;

  Stage(String people) {
    this.people = people;
  }

  /** What people at this stage are called. */
  String people() {
    return people;
  }
}
