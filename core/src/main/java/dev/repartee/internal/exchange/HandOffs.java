package dev.repartee.internal.exchange;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.internal.walk.StateActs;
import dev.repartee.measure.Slice;
import java.util.Arrays;

/**
 * The acts that assign a strand, each with the state in which it finds the strand, with what the
 * audience asked last before it, and with the first message after it that may answer. One strand at
 * a time, in one pass forwards and one backwards.
 */
public final class HandOffs {
  private final FastSlice slice;
  private final StateActs acts;
  private final StrandStates states;
  private final Qualifier qualifier;
  private final boolean anybodyAnswers;

  /** Of each act the first message that may answer after it. */
  private int[] answers = new int[16];

  /** Of each act the first such message of another person than that of the first. */
  private int[] others = new int[16];

  /** For one worker and one rule, on a log that contains states. */
  public HandOffs(Slice slice, StateActs acts, AnswerRule rule) {
    this.slice = FastSlice.of(slice);
    this.acts = acts;
    this.states = new StrandStates(slice, rule, true);
    this.qualifier = new Qualifier(slice, rule);
    this.anybodyAnswers = rule.isByAnybodyElse();
  }

  /**
   * Walks a strand up to the as-of.
   *
   * @param from the first message of the conversation, and {@code to} the end of what is seen of it
   * @param message a message of the strand
   */
  public void walk(int from, int to, int message) {
    states.walk(from, to, message, slice.asOf());
    if (answers.length < size()) {
      answers = new int[2 * size()];
      others = new int[2 * size()];
    }
    Arrays.fill(answers, 0, size(), Slice.NONE);
    Arrays.fill(others, 0, size(), Slice.NONE);
    int answer = Slice.NONE;
    int other = Slice.NONE;
    int row = to;
    for (int i = size() - 1; i >= 0; i--) {
      for (int end = Math.max(from, acts.nextMessage(act(i))); row > end; ) {
        row--;
        if (mayAnswer(row, slice.organization(message))) {
          other = answer != Slice.NONE && isOfSame(row, answer) ? other : answer;
          answer = row;
        }
      }
      answers[i] = answer;
      others[i] = other;
    }
  }

  private boolean isOfSame(int row, int other) {
    return slice.person(row) == slice.person(other);
  }

  private boolean mayAnswer(int row, int organization) {
    return slice.organization(row) == organization
        && (anybodyAnswers || slice.isMember(row))
        && !qualifier.isTransparent(row)
        && qualifier.hasLabel(row);
  }

  /** Returns how many acts assign the strand. */
  public int size() {
    return states.assignments();
  }

  /** Returns such an act; in order. */
  public int act(int i) {
    return states.assignment(i);
  }

  /** Returns whether it finds the strand open: neither unasked nor on hold nor resolved. */
  public boolean isOpen(int i) {
    return states.stateBefore(i) == StrandStates.OPEN;
  }

  /**
   * Returns the last message of the audience before it that expects a response, or {@link
   * Slice#NONE}; where the strand is open there is one.
   */
  public int asked(int i) {
    return states.askedBefore(i);
  }

  /**
   * Returns the first message after it with which the answering side answers anybody, by somebody
   * else than who asked last; or {@link Slice#NONE}.
   */
  public int answer(int i) {
    boolean isOwn = answers[i] != Slice.NONE && isOfSame(answers[i], asked(i));
    return isOwn ? others[i] : answers[i];
  }

  @Override
  public String toString() {
    return size() + " assignments";
  }
}
