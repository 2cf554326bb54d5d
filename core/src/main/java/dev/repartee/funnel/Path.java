package dev.repartee.funnel;

import dev.repartee.measure.LocalDays;
import dev.repartee.measure.RepliesTo;
import dev.repartee.measure.Slice;
import dev.repartee.model.ActKind;
import dev.repartee.model.Sentiment;
import org.jspecify.annotations.Nullable;

/**
 * The path of one person toward one organization, walked event by event in order of time.
 *
 * <p>What an instant proves is decided when all its events were seen, so that their order does not
 * matter.
 */
final class Path {
  /** The time of what has not happened. */
  static final long NEVER = Long.MIN_VALUE;

  private static final int AFFINITY_DAYS = 3;
  private static final long AFFINITY_SPAN = 14;

  private final LocalDays days;
  private final OptIns optIns = new OptIns();

  private int entry;
  private long seenUntil;
  private boolean done;

  // The instant whose events are being seen.
  private long now;
  private boolean willNow;
  private boolean advocateNow;

  // What the history up to now holds.
  private boolean returned;
  private int willDays;
  private long willDay1;
  private long willDay2;
  private long firstWillDay;
  private long lastWillDay;
  private long firstAdvocateDay;

  private long attention;
  private long attraction;
  private long affinity;
  private long audience;
  private long advocates;
  private long advocatesPastAudience;

  private boolean open;

  Path(LocalDays days) {
    this.days = days;
  }

  /** Begins the path of the next person, unless it has begun; returns whether this call did. */
  boolean begin() {
    if (open) {
      return false;
    }
    open = true;
    optIns.clear();
    entry = Slice.NONE;
    seenUntil = Long.MAX_VALUE;
    done = false;
    now = NEVER;
    willNow = false;
    advocateNow = false;
    returned = false;
    willDays = 0;
    firstWillDay = Long.MAX_VALUE;
    lastWillDay = Long.MIN_VALUE;
    firstAdvocateDay = Long.MAX_VALUE;
    attention = NEVER;
    attraction = NEVER;
    affinity = NEVER;
    audience = NEVER;
    advocates = NEVER;
    advocatesPastAudience = NEVER;
    return true;
  }

  /** Ends the path after the last event. */
  void end() {
    endInstant();
    open = false;
  }

  /** Takes the next event, which takes effect at a time not before that of the last. */
  void see(Slice slice, int row, long at) {
    if (at != now) {
      endInstant();
      now = at;
      done |= at > seenUntil;
    }
    if (done) {
      return;
    }
    ActKind act = slice.act(row);
    if (act == ActKind.UNFOLLOW || act == ActKind.UNSUBSCRIBE) {
      optIns.out(act == ActKind.UNSUBSCRIBE, slice.channel(row), at);
      return;
    }
    if (entry == Slice.NONE) {
      entry = row;
      seenUntil = slice.seenUntil(row);
      attention = at;
    }
    if (act == ActKind.FOLLOW || act == ActKind.SUBSCRIBE) {
      optIns.in(act == ActKind.SUBSCRIBE, slice.channel(row), at);
    }
    Sentiment sentiment = slice.sentiment(row);
    if (sentiment == Sentiment.NEGATIVE || !(act == null || act.isOfWill())) {
      return;
    }
    returned |= act == null && slice.returned(row);
    willNow = true;
    boolean speaksFor =
        act == null ? slice.repliesTo(row) == RepliesTo.AUDIENCE : speaksFor(act, sentiment);
    if (speaksFor || affinity == NEVER) {
      seeDay(days.of(at), speaksFor);
    }
  }

  private static boolean speaksFor(ActKind act, @Nullable Sentiment sentiment) {
    return switch (act) {
      case SHARE, RECOMMEND -> true;
      case MENTION -> sentiment == Sentiment.POSITIVE;
      default -> false;
    };
  }

  private void seeDay(long day, boolean speaksFor) {
    if (speaksFor) {
      advocateNow |= firstAdvocateDay < day;
      firstAdvocateDay = Math.min(firstAdvocateDay, day);
    }
    // A clock set back over midnight shows a day again: compare with all days counted so far.
    boolean known = (willDays > 0 && day == willDay1) || (willDays > 1 && day == willDay2);
    if (willDays < AFFINITY_DAYS && !known) {
      if (willDays == 0) {
        willDay1 = day;
      } else if (willDays == 1) {
        willDay2 = day;
      }
      willDays++;
    }
    firstWillDay = Math.min(firstWillDay, day);
    lastWillDay = Math.max(lastWillDay, day);
  }

  /** Decides what the events of the last instant prove. */
  private void endInstant() {
    boolean willed = willNow;
    boolean advocated = advocateNow;
    willNow = false;
    advocateNow = false;
    if (done || entry == Slice.NONE) {
      return;
    }
    if (attraction == NEVER && willed) {
      attraction = now;
    }
    if (affinity == NEVER && isWarm()) { // which took an act of will
      affinity = now;
    }
    if (affinity == NEVER) {
      return;
    }
    if (advocated && advocatesPastAudience == NEVER) {
      advocatesPastAudience = now;
    }
    if (audience == NEVER && optIns.any()) {
      audience = now;
    }
    if (audience != NEVER && advocated) {
      advocates = now;
      done = true;
    }
  }

  private boolean isWarm() {
    return returned || (willDays == AFFINITY_DAYS && lastWillDay - firstWillDay >= AFFINITY_SPAN);
  }

  /** The row at which the path begins, or {@link Slice#NONE} where nothing has begun. */
  int entry() {
    return entry;
  }

  long seenUntil() {
    return seenUntil;
  }

  /** When a step was taken, or {@link #NEVER}. */
  long at(Step step) {
    return switch (step) {
      case ATTRACTION -> attraction;
      case AFFINITY -> affinity;
      case AUDIENCE -> audience;
      case ADVOCATES -> advocates;
      case ADVOCATES_PAST_AUDIENCE -> advocatesPastAudience;
    };
  }

  /** When the stage before a step was reached, or {@link #NEVER}. */
  long before(Step step) {
    return switch (step) {
      case ATTRACTION -> attention;
      case AFFINITY -> attraction;
      case AUDIENCE, ADVOCATES_PAST_AUDIENCE -> affinity;
      case ADVOCATES -> audience;
    };
  }

  /** When the path began, or {@link #NEVER}. */
  long attention() {
    return attention;
  }

  @Override
  public String toString() {
    return "path from "
        + attention
        + " over "
        + attraction
        + ", "
        + affinity
        + ", "
        + audience
        + " to "
        + advocates;
  }
}
