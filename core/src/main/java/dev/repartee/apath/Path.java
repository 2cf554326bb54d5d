package dev.repartee.apath;

import dev.repartee.internal.time.LocalDays;
import dev.repartee.internal.walk.Traits;
import dev.repartee.measure.Slice;
import dev.repartee.model.ActKind;
import java.util.Arrays;
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

  private static final int STAGES = Conditions.STAGES;
  private static final int ADVOCATES = Stage.ADVOCATES.ordinal();

  private final Conditions conditions;
  private final LocalDays days;
  private final @Nullable PathRecord record;
  private final OptIns optIns = new OptIns();
  private final DayCount[] dayCounts;

  private boolean open;
  private int firstRow;
  private int entry;
  private long seenUntil;
  private boolean done;

  // The instant whose events are being seen.
  private long now;
  private int candidate;
  private long candidateSeenUntil;
  private int hitsNow;
  private int holdNow;
  private boolean optInsNow;

  /** The clauses that are fulfilled for good. */
  private int held;

  /** The clauses that can still make a difference. */
  private int needed;

  // By way: the times of the stages, the next stage, and whether campaigns alone made an advocate.
  private final long[] times;
  private final int[] next;
  private final boolean[] onCampaigns;
  private int waysDone;

  Path(Conditions conditions, LocalDays days, boolean isRecorded) {
    this.conditions = conditions;
    this.days = days;
    this.record = isRecorded ? new PathRecord(conditions) : null;
    this.dayCounts = new DayCount[conditions.clauses()];
    Arrays.setAll(dayCounts, i -> conditions.clause(i).dayCount());
    this.times = new long[conditions.variants() * STAGES];
    this.next = new int[conditions.variants()];
    this.onCampaigns = new boolean[conditions.variants()];
  }

  /** Begins the path of the next person, unless it has begun; returns whether this call did. */
  boolean begin(int row, boolean followedBefore) {
    if (open) {
      return false;
    }
    open = true;
    optIns.clear();
    if (followedBefore) {
      optIns.followedBefore();
    }
    for (int left = conditions.dayed; left != 0; left &= left - 1) {
      dayCounts[Integer.numberOfTrailingZeros(left)].clear();
    }
    firstRow = row;
    entry = Slice.NONE;
    candidate = Slice.NONE;
    seenUntil = Long.MAX_VALUE;
    done = false;
    now = NEVER;
    hitsNow = 0;
    holdNow = 0;
    optInsNow = false;
    held = 0;
    needed = ~Conditions.ACTIVE;
    Arrays.fill(times, NEVER);
    Arrays.fill(next, 0);
    Arrays.fill(onCampaigns, false);
    waysDone = 0;
    if (record != null) {
      record.clear();
    }
    return true;
  }

  /** Ends the path after the last event. */
  void end() {
    endInstant();
    if (record != null && hasBegun()) {
      record.lapseUntil(seenUntil);
    }
    open = false;
  }

  /**
   * Whether an event with these traits may change where the person stands, or what is recorded of
   * it. Others need not be seen.
   */
  boolean isMovedBy(int traits) {
    return (conditions.anyMask(traits) & needed) != 0
        || OptIns.isChange(traits)
        || entry == Slice.NONE
        || record != null;
  }

  /**
   * Takes the next event, which takes effect at a time not before that of the last.
   *
   * @param traits what the data says of it, as {@link Traits}
   * @param isOnCampaign whether its topic is a campaign
   */
  void see(Slice slice, int row, long at, int traits, boolean isOnCampaign) {
    if (at != now) {
      beginInstant(at);
    }
    if (done) {
      return;
    }
    if (OptIns.isChange(traits)) {
      seeOptIn(Traits.act(traits), slice, row);
    } else if (record != null && Traits.isMessage(traits)) {
      record.wrote(at);
    }
    int mask = conditions.mask(EventCells.of(traits, slice, row));
    if (record != null && mask < 0) { // the highest bit says that it is active
      record.active();
    }
    int hits = mask & needed;
    if (isOnCampaign) {
      hits &= ~conditions.clausesOf(ADVOCATES);
    }
    int asked = hits & conditions.asked;
    if (asked != 0) {
      hits = ask(slice, row, hits, asked);
    }
    if (entry == Slice.NONE && candidate == Slice.NONE) {
      boolean isEntry = (hits & conditions.clausesOf(0)) != 0;
      if (isEntry || conditions.optInsOf(0) != 0) {
        candidate = row;
        candidateSeenUntil = slice.seenUntil(row);
      }
    }
    if (hits != 0) {
      count(hits, at);
    }
  }

  private void beginInstant(long at) {
    endInstant();
    now = at;
    done |= at > seenUntil;
    if (record != null && !done) {
      record.lapseUntil(at - 1);
      record.beginInstant(optIns);
    }
  }

  private void seeOptIn(@Nullable ActKind act, Slice slice, int row) {
    boolean subscription = act == ActKind.SUBSCRIBE || act == ActKind.UNSUBSCRIBE;
    if (act == ActKind.FOLLOW || act == ActKind.SUBSCRIBE) {
      optIns.in(subscription, slice.channel(row), now);
    } else {
      optIns.out(subscription, slice.channel(row), now);
    }
    optInsNow = true;
  }

  private int ask(Slice slice, int row, int hits, int asked) {
    int taken = hits;
    for (int left = asked; left != 0; left &= left - 1) {
      int clause = Integer.numberOfTrailingZeros(left);
      if (!conditions.clause(clause).filter().takes(slice.view(row))) {
        taken &= ~(1 << clause);
      }
    }
    return taken;
  }

  /** Counts an event for its clauses. */
  private void count(int hits, long at) {
    hitsNow |= hits;
    int simple = hits & ~conditions.dayed;
    hold(simple & conditions.lasting);
    holdNow |= simple;
    int dayed = hits & conditions.dayed;
    if (dayed != 0) {
      long day = days.of(at);
      for (int left = dayed; left != 0; left &= left - 1) {
        countDay(Integer.numberOfTrailingZeros(left), day);
      }
    }
  }

  private void countDay(int index, long day) {
    DayCount count = dayCounts[index];
    count.add(day);
    int clause = 1 << index;
    if ((conditions.lasting & clause) == 0) {
      holdNow |= count.hasUpTo(day) ? clause : 0;
    } else if (count.has()) {
      hold(clause);
    }
  }

  /** Clauses are fulfilled for good. */
  private void hold(int clauses) {
    held |= clauses;
    needed &= ~clauses;
  }

  /** Decides what the events of the last instant prove. */
  private void endInstant() {
    // Not so once all is done, since nothing is seen any more.
    if (hitsNow != 0 || optInsNow || entry == Slice.NONE) {
      if (now == NEVER) {
        return;
      }
      int holding = held | holdNow;
      hitsNow = 0;
      holdNow = 0;
      optInsNow = false;
      advance(holding);
      candidate = entry == Slice.NONE ? Slice.NONE : candidate;
    }
    if (record != null && !done) {
      record.endInstant(now, this, optIns);
    }
  }

  private void advance(int holding) {
    if (entry == Slice.NONE) {
      if (!holds(0, holding)) {
        return;
      }
      entry = candidate;
      seenUntil = candidateSeenUntil;
    }
    int behind = STAGES;
    for (int variant = 0; variant < next.length; variant++) {
      int stage = next[variant];
      while (stage < STAGES && holds(stage, holding)) {
        times[variant * STAGES + stage] = now;
        stage = conditions.after(variant, stage);
        waysDone += stage == STAGES ? 1 : 0;
      }
      next[variant] = stage;
      onCampaigns[variant] |= stage >= ADVOCATES && holds(STAGES, holding);
      behind = Math.min(behind, stage);
    }
    for (int stage = 0; stage < behind; stage++) {
      needed &= ~conditions.clausesOf(stage);
    }
    done = record == null && waysDone == next.length;
  }

  private boolean holds(int stage, int holding) {
    return (holding & conditions.clausesOf(stage)) != 0 || optIns.any(conditions.optInsOf(stage));
  }

  /** Whether the person has entered the path. */
  boolean hasBegun() {
    return entry != Slice.NONE;
  }

  /** The row at which the path begins, or {@link Slice#NONE} where nothing has begun. */
  int entry() {
    return entry;
  }

  /** The first row of the person that concerns the organization, before the entry or at it. */
  int firstRow() {
    return firstRow;
  }

  long seenUntil() {
    return seenUntil;
  }

  /** When a stage was reached on a way, or {@link #NEVER}. */
  long at(Stage stage, int variant) {
    return times[variant * STAGES + stage.ordinal()];
  }

  /** When a step was taken, or {@link #NEVER}. */
  long at(Step step) {
    return at(step.to(), step.variant());
  }

  /** When the stage before a step was reached, or {@link #NEVER}. */
  long before(Step step) {
    return at(step.from(), step.variant());
  }

  /** When the path began, or {@link #NEVER}. */
  long attention() {
    return times[0];
  }

  /** The local day of an instant, counted from 1970-01-01. */
  long day(long at) {
    return days.of(at);
  }

  /** Whether campaigns, but nothing else, made an advocate on a way. */
  boolean isOnCampaignsOnly(int variant) {
    return onCampaigns[variant] && next[variant] < STAGES;
  }

  /** Whether an opt-in that counts is in force at the end. */
  boolean isOptedIn() {
    return optIns.any(conditions.optInsThatCount());
  }

  /** Where the person stood over time; only where it is recorded. */
  PathRecord record() {
    if (record == null) {
      throw new IllegalStateException("path (not recorded) must be recorded");
    }
    return record;
  }
}
