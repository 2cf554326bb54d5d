package dev.repartee.response;

import dev.repartee.internal.walk.FastSlice;
import dev.repartee.internal.walk.StateActs;
import dev.repartee.measure.Row.RepliesTo;
import dev.repartee.measure.Slice;
import dev.repartee.model.ActKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds what ends a wait without an answer: an act that resolves the strand after the message that
 * waits, by a member, a bot, nobody that is named, whoever opened the conversation, or who waits;
 * in a forum by anybody.
 */
final class Closings {
  private final FastSlice slice;
  private final StateActs acts;
  private final boolean isForum;

  private Closings(FastSlice slice, StateActs acts) {
    this.slice = slice;
    this.acts = acts;
    this.isForum = slice.organizations() == 0;
  }

  /** Those of a slice; null if the log contains none. */
  static @Nullable Closings of(Slice slice) {
    FastSlice fast = FastSlice.of(slice);
    StateActs acts = fast.states();
    return acts == null ? null : new Closings(fast, acts);
  }

  /**
   * Returns the first act that closes the wait of a message before an answer, up to the as-of; or
   * {@link Slice#NONE}.
   */
  int first(int anchor, int answer) {
    int opener = slice.opener(anchor);
    int end = acts.end(opener);
    return first(acts.firstAfter(anchor, acts.begin(opener), end), end, anchor, opener, answer);
  }

  /** Returns the first such act that is not before an act of the conversation of the message. */
  int firstFrom(int from, int anchor, int answer) {
    int opener = slice.opener(anchor);
    return first(from, acts.end(opener), anchor, opener, answer);
  }

  private int first(int from, int end, int anchor, int opener, int answer) {
    for (int act = acts.resolveFrom(from); act < end; act = acts.resolveFrom(act + 1)) {
      if (acts.effectiveAt(act) > slice.asOf()
          || (answer != Slice.NONE && acts.nextMessage(act) > answer)) {
        return Slice.NONE;
      }
      if (counts(act, anchor, opener)) {
        return act;
      }
    }
    return Slice.NONE;
  }

  /** Whether an act has a say in the strand of a message. */
  private boolean counts(int act, int anchor, int opener) {
    int organization = isForum ? Slice.NONE : slice.organization(anchor);
    return acts.isAbout(act, organization)
        && (acts.isBy(act, organization, slice.person(anchor))
            || acts.isBy(act, organization, slice.person(opener)));
  }

  /** Whether whoever waits has closed the wait. */
  boolean isWithdrawn(int closing, int anchor) {
    return acts.person(closing) != Slice.NONE && acts.person(closing) == slice.person(anchor);
  }

  long at(int closing) {
    return acts.at(closing);
  }

  long effectiveAt(int closing) {
    return acts.effectiveAt(closing);
  }

  /**
   * Returns the message by which somebody waits again after a closing, within a turn that ends with
   * a message; or {@link Slice#NONE}.
   */
  int next(int anchor, int closing, int lastOfTurn, boolean doRepliesWait) {
    for (int row = acts.nextMessage(closing); row <= lastOfTurn; row++) {
      if (slice.person(row) == slice.person(anchor)
          && slice.organization(row) == slice.organization(anchor)
          && slice.expectsResponse(row)
          && !slice.isAutomatic(row)
          && (doRepliesWait || slice.repliesTo(row) != RepliesTo.AUDIENCE)) {
        return row;
      }
    }
    return Slice.NONE;
  }

  /**
   * Returns what keeps a wait closed at an instant: the first act that closes it and was not taken
   * back by REOPEN before the person wrote again; or {@link Slice#NONE}.
   */
  int standing(int anchor, int answer, int lastOfTurn, boolean doRepliesWait, long until) {
    int opener = slice.opener(anchor);
    int end = acts.end(opener);
    int closing = Slice.NONE;
    for (int act = acts.firstAfter(anchor, acts.begin(opener), end); act < end; act++) {
      ActKind kind = acts.kind(act);
      if (acts.effectiveAt(act) > until
          || (answer != Slice.NONE && acts.nextMessage(act) > answer)) {
        return closing;
      }
      boolean isClosing = kind == ActKind.RESOLVE && closing == Slice.NONE;
      boolean isOpening = kind == ActKind.REOPEN && closing != Slice.NONE;
      if ((isClosing || isOpening) && counts(act, anchor, opener)) {
        int last = Math.min(lastOfTurn, acts.nextMessage(act) - 1);
        if (isOpening && next(anchor, closing, last, doRepliesWait) != Slice.NONE) {
          return closing;
        }
        closing = isClosing ? act : Slice.NONE;
      }
    }
    return closing;
  }
}
