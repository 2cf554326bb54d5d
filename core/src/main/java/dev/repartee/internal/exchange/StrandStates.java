package dev.repartee.internal.exchange;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.exchange.AnswerRule.RepliesToAudience;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.internal.walk.StateActs;
import dev.repartee.measure.Row.RepliesTo;
import dev.repartee.measure.Slice;
import dev.repartee.model.ActKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * In what state a strand is when: open from the first message of the audience that expects a
 * response, on hold, resolved, open again. One strand at a time, in one pass over its messages and
 * acts; the memory grows to the longest history and is used again.
 *
 * <p>On hold ends with any message of the audience, and what is resolved is open again by one that
 * expects a response. In a forum, where everybody is audience, such messages are those of the
 * opener alone.
 */
public final class StrandStates {
  /** Nobody has asked yet. */
  public static final byte NOT_OPEN = 0;

  public static final byte OPEN = 1;
  public static final byte ON_HOLD = 2;
  public static final byte RESOLVED = 3;

  private final FastSlice slice;
  private final @Nullable StateActs acts;
  private final Qualifier qualifier;
  private final boolean reopensByMessage;
  private final boolean doRepliesExpect;

  // The moves of the strand at hand.
  private byte[] states = new byte[16];
  private long[] times = new long[16];
  private int[] rows = new int[16];
  private int[] actOf = new int[16];
  private int[] askedOf = new int[16];
  private int size;

  // The acts that assign it, of anybody.
  private final IntList assignments = new IntList();
  private final IntList statesBefore = new IntList();
  private final IntList askedBefore = new IntList();

  private byte state;

  /** The last message of the audience that expects a response, or none. */
  private int asked;

  private int organization;
  private int openerPerson;
  private boolean isForum;
  private int lastAssignment;
  private int withoutEffect;

  /** For one worker, who makes them with one rule. */
  public StrandStates(Slice slice, AnswerRule rule, boolean reopensByMessage) {
    this.slice = FastSlice.of(slice);
    this.acts = this.slice.states();
    this.qualifier = new Qualifier(slice, rule);
    this.reopensByMessage = reopensByMessage;
    this.doRepliesExpect = rule.repliesToAudience() == RepliesToAudience.WAIT;
  }

  /**
   * Walks a strand.
   *
   * @param from the first message of the conversation, and {@code to} the end of what is seen of it
   * @param opener the message that opens the strand
   * @param seenUntil the last instant that is seen
   */
  public void walk(int from, int to, int opener, long seenUntil) {
    size = 0;
    assignments.clear();
    statesBefore.clear();
    askedBefore.clear();
    state = NOT_OPEN;
    asked = Slice.NONE;
    organization = slice.organization(opener);
    openerPerson = slice.person(opener);
    isForum = slice.organizations() == 0;
    lastAssignment = Slice.NONE;
    withoutEffect = 0;
    int act = acts == null ? 0 : acts.begin(from);
    int end = acts == null ? 0 : acts.end(from);
    for (int row = from; row < to && slice.effectiveAt(row) <= seenUntil; row++) {
      act = actsBefore(row, act, end, seenUntil);
      if (slice.organization(row) == organization && isOfAudience(row)) {
        message(row);
      }
    }
    actsBefore(Integer.MAX_VALUE, act, end, seenUntil);
  }

  /** Whether a message is one by which the audience goes on. */
  private boolean isOfAudience(int row) {
    return !slice.isMember(row)
        && !qualifier.isTransparent(row)
        && (!isForum || slice.person(row) == openerPerson);
  }

  private void message(int row) {
    boolean expects =
        slice.expectsResponse(row)
            && (doRepliesExpect || slice.repliesTo(row) != RepliesTo.AUDIENCE);
    asked = expects ? row : asked;
    boolean opens =
        switch (state) {
          case NOT_OPEN -> expects;
          case RESOLVED -> expects && reopensByMessage;
          default -> state == ON_HOLD;
        };
    if (opens) {
      move(OPEN, slice.effectiveAt(row), row, Slice.NONE);
    }
  }

  private int actsBefore(int row, int from, int end, long seenUntil) {
    int act = from;
    while (acts != null
        && act < end
        && acts.nextMessage(act) <= row
        && acts.effectiveAt(act) <= seenUntil) {
      if (acts.kind(act) != ActKind.RATE && acts.isAbout(act, organization)) {
        act(acts, act);
      }
      act++;
    }
    return act;
  }

  private void act(StateActs told, int act) {
    if (told.kind(act) == ActKind.ASSIGN) {
      assignments.add(act);
      statesBefore.add(state);
      askedBefore.add(asked);
    }
    boolean hasSay = told.isBy(act, isForum ? Slice.NONE : organization, openerPerson);
    if (!hasSay || !act(told.kind(act), told, act)) {
      withoutEffect++;
    }
  }

  /** Does what an act says; says whether that changes anything. */
  private boolean act(ActKind kind, StateActs told, int act) {
    if (kind == ActKind.ASSIGN) {
      boolean changes = !told.department(act).equals(department());
      lastAssignment = act;
      return changes;
    }
    byte next =
        switch (kind) {
          case RESOLVE -> state == OPEN || state == ON_HOLD ? RESOLVED : state;
          case REOPEN -> state == RESOLVED ? OPEN : state;
          case HOLD -> state == OPEN ? ON_HOLD : state;
          case RESUME -> state == ON_HOLD ? OPEN : state;
          default -> state;
        };
    if (next == state) {
      return false;
    }
    move(next, told.effectiveAt(act), Slice.NONE, act);
    return true;
  }

  private void move(byte to, long at, int row, int act) {
    if (size == states.length) {
      states = Arrays.copyOf(states, 2 * size);
      times = Arrays.copyOf(times, 2 * size);
      rows = Arrays.copyOf(rows, 2 * size);
      actOf = Arrays.copyOf(actOf, 2 * size);
      askedOf = Arrays.copyOf(askedOf, 2 * size);
    }
    states[size] = to;
    times[size] = at;
    rows[size] = row;
    askedOf[size] = asked;
    actOf[size++] = act;
    state = to;
  }

  /** Returns how many moves there are; the first, if any, opens the strand. */
  public int size() {
    return size;
  }

  /** Returns the state that a move leads to. */
  public byte state(int i) {
    return states[i];
  }

  /** Returns the state after all moves. */
  public byte state() {
    return state;
  }

  /** Returns when a move takes effect; epoch milliseconds, not descending. */
  public long at(int i) {
    return times[i];
  }

  /** Returns the own time of the message or act that makes a move; epoch milliseconds. */
  public long ownAt(int i) {
    return rows[i] != Slice.NONE || acts == null ? slice.at(rows[i]) : acts.at(actOf[i]);
  }

  /** Returns the first message of the conversation that comes after a move by an act. */
  public int nextMessage(int i) {
    return acts == null ? rows[i] + 1 : acts.nextMessage(actOf[i]);
  }

  /**
   * Returns the last message of the audience up to a move that expects a response: there is one,
   * for nothing moves before.
   */
  public int asked(int i) {
    return askedOf[i];
  }

  /**
   * Returns how many acts assign the strand, whoever did them. One of somebody whom the directory
   * does not know has no say in what becomes of the strand, and was done all the same.
   */
  public int assignments() {
    return assignments.size();
  }

  /** Returns such an act; in order. */
  public int assignment(int i) {
    return assignments.get(i);
  }

  /** Returns the state in which such an act finds the strand. */
  public byte stateBefore(int assignment) {
    return (byte) statesBefore.get(assignment);
  }

  /** Returns the last message of the audience before it that expects a response, or none. */
  public int askedBefore(int assignment) {
    return askedBefore.get(assignment);
  }

  /** Returns the first move from one on that leads to a state, or {@link #size}. */
  public int next(byte to, int from) {
    int i = from;
    while (i < size && states[i] != to) {
      i++;
    }
    return i;
  }

  /** Returns the department that has it, empty where nobody was given it. */
  public String department() {
    return acts == null || lastAssignment == Slice.NONE ? "" : acts.department(lastAssignment);
  }

  /** Returns the number of acts that refer to the strand and changed nothing. */
  public int withoutEffect() {
    return withoutEffect;
  }

  @Override
  public String toString() {
    return size + " moves";
  }
}
