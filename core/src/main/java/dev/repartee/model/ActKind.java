package dev.repartee.model;

import java.util.Arrays;
import java.util.List;

/**
 * What a person does that is no message. The last six tell what becomes of a conversation: they are
 * no rows of a log, and only measures of states and ratings see them ({@link #isOfState}).
 */
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
  RECOMMEND,
  /** Settled it: the ticket is solved, the issue closed. */
  RESOLVE,
  /** Took that back: it is open again. */
  REOPEN,
  /** Put it on hold: somebody else has to do something first. */
  HOLD,
  /** Took it up again. */
  RESUME,
  /** Gave it to a department or a member, or took it from them ({@link Act#assignedTo}). */
  ASSIGN,
  /** Rated how it was dealt with ({@link Act#rating}). */
  RATE;

  private static final List<ActKind> OF_ROWS =
      Arrays.stream(values()).filter(kind -> !kind.isOfState()).toList();

  /**
   * {@return the kinds that are rows of a log and that measures over persons see: all but those of
   * {@link #isOfState}, in order}
   */
  public static List<ActKind> ofRows() {
    return OF_ROWS;
  }

  /**
   * {@return whether this kind tells what becomes of a conversation, or what somebody thinks of it:
   * true for RESOLVE, REOPEN, HOLD, RESUME, ASSIGN and RATE} Whoever did it has taken part in
   * nothing by it.
   */
  public boolean isOfState() {
    return switch (this) {
      case RESOLVE, REOPEN, HOLD, RESUME, ASSIGN, RATE -> true;
      default -> false;
    };
  }

  /**
   * {@return whether this kind shows a will of one's own to deal with the organization: CLICK,
   * REACTION, SHARE, MENTION, RECOMMEND, FOLLOW or SUBSCRIBE; true for the seven kinds named} (An
   * act of will is one of these not labelled negative, or a message addressed to the organization.)
   */
  public boolean isOfWill() {
    return switch (this) {
      case CLICK, REACTION, SHARE, MENTION, RECOMMEND, FOLLOW, SUBSCRIBE -> true;
      case VIEW, UNFOLLOW, UNSUBSCRIBE, RESOLVE, REOPEN, HOLD, RESUME, ASSIGN, RATE -> false;
    };
  }
}
