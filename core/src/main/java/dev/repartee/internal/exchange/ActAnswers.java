package dev.repartee.internal.exchange;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.measure.Slice;

/** The answers to acts: who shares, mentions or recommends can be answered like who writes. */
public final class ActAnswers {
  private record Key(AnswerRule rule) {}

  private final FastSlice slice;
  private final Qualifier qualifier;
  private final boolean anybodyAnswers;

  private ActAnswers(Slice slice, AnswerRule rule) {
    this.slice = FastSlice.of(slice);
    this.qualifier = new Qualifier(slice, rule);
    this.anybodyAnswers = rule.isByAnybodyElse();
  }

  /** Returns the answers to the acts of a slice. */
  public static ActAnswers of(Slice slice, AnswerRule rule) {
    return slice.scratch(new Key(rule), () -> new ActAnswers(slice, rule));
  }

  /**
   * Returns the first answer that replies to an act. The row of a message up to the as-of, or
   * {@link Slice#NONE}.
   */
  public int first(int act) {
    for (int i = 0; i < slice.repliesToAct(act); i++) {
      int reply = slice.replyToAct(act, i);
      if (slice.effectiveAt(reply) <= slice.asOf() && answers(reply, act)) {
        return reply;
      }
    }
    return Slice.NONE;
  }

  private boolean answers(int reply, int act) {
    return (slice.isMember(reply) || anybodyAnswers)
        && slice.person(reply) != slice.person(act)
        && slice.organization(reply) == slice.organization(act)
        && !qualifier.isTransparent(reply)
        && qualifier.hasLabel(reply);
  }
}
