package dev.repartee.model;

import java.util.Arrays;
import java.util.List;

/**
 * What a person does other than write a message. The last six kinds change the state of a
 * conversation or rate it. They are not rows of a log, and only measures of states and ratings see
 * them ({@link #isOfState}).
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
  /** Named the organization elsewhere, including by trackback or pingback. */
  MENTION,
  /** Began to follow. */
  FOLLOW,
  /** Stopped following. */
  UNFOLLOW,
  /** Signed up for a newsletter, a feed, a channel. */
  SUBSCRIBE,
  /** Signed off from it. */
  UNSUBSCRIBE,
  /** Recommended it to others. */
  RECOMMEND,
  /** Resolved it: the ticket is solved, the issue closed. */
  RESOLVE,
  /** Reopened it after it was resolved. */
  REOPEN,
  /** Put it on hold: somebody else has to do something first. */
  HOLD,
  /** Took it up again. */
  RESUME,
  /**
   * Assigned it to a department or a member, or removed the assignment ({@link Act#assignedTo}).
   */
  ASSIGN,
  /** Rated how it was handled ({@link Act#rating}). */
  RATE;

  private static final List<ActKind> OF_ROWS =
      Arrays.stream(values()).filter(kind -> !kind.isOfState()).toList();

  /**
   * {@return the kinds that are rows of a log and visible to measures over persons: all except
   * those of {@link #isOfState}, in order}
   */
  public static List<ActKind> ofRows() {
    return OF_ROWS;
  }

  /**
   * {@return whether this kind changes the state of a conversation or rates it: true for RESOLVE,
   * REOPEN, HOLD, RESUME, ASSIGN and RATE} Such an act does not count as taking part in the
   * conversation.
   */
  public boolean isOfState() {
    return switch (this) {
      case RESOLVE, REOPEN, HOLD, RESUME, ASSIGN, RATE -> true;
      default -> false;
    };
  }

  /**
   * {@return whether a person who does this chooses to deal with the organization: true for CLICK,
   * REACTION, SHARE, MENTION, RECOMMEND, FOLLOW and SUBSCRIBE} (An act of will is an act of one of
   * these kinds that is not labeled negative, or a message addressed to the organization.)
   */
  public boolean isOfWill() {
    return switch (this) {
      case CLICK, REACTION, SHARE, MENTION, RECOMMEND, FOLLOW, SUBSCRIBE -> true;
      case VIEW, UNFOLLOW, UNSUBSCRIBE, RESOLVE, REOPEN, HOLD, RESUME, ASSIGN, RATE -> false;
    };
  }
}
