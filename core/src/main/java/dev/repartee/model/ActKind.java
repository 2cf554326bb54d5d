package dev.repartee.model;

/** What a person does that is no message. */
public enum ActKind {
  /** Saw it. */
  VIEW,
  /** Followed a link. */
  CLICK,
  /** Liked it, or reacted in another way of one click. */
  REACTION,
  /** Passed it on. */
  SHARE,
  /** Named the organization elsewhere; trackbacks and pingbacks too. */
  MENTION,
  /** Began to follow. */
  FOLLOW,
  /** Stopped following. */
  UNFOLLOW,
  /** Signed up for a newsletter, a feed, a channel. */
  SUBSCRIBE,
  /** Signed off again. */
  UNSUBSCRIBE,
  /** Recommended it to others. */
  RECOMMEND;

  /**
   * {@return whether this kind shows a will of one's own to deal with the organization: CLICK,
   * REACTION, SHARE, MENTION, RECOMMEND, FOLLOW or SUBSCRIBE; true for the seven kinds named} (An
   * act of will is one of these not labelled negative, or a message addressed to the organization.)
   */
  public boolean isOfWill() {
    return switch (this) {
      case CLICK, REACTION, SHARE, MENTION, RECOMMEND, FOLLOW, SUBSCRIBE -> true;
      case VIEW, UNFOLLOW, UNSUBSCRIBE -> false;
    };
  }
}
