package dev.repartee.internal.exchange;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.walk.Duet;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.measure.Slice;

/**
 * Walks duets. With a single person who can wait, what the rules make of the messages follows from
 * a few sets of them, so nothing is asked row by row.
 */
final class DuetWalk {
  private final FastSlice slice;
  private final Findings found;
  private final boolean knowsRule;
  private final LongDuetWalk longDuets;
  private final Duet duet = new Duet();

  DuetWalk(Slice slice, AnswerRule rule, Findings found) {
    this.slice = FastSlice.of(slice);
    this.found = found;
    this.longDuets = new LongDuetWalk(slice, found);
    this.knowsRule = !rule.isByAnybodyElse() && rule.label().isEmpty();
  }

  /**
   * Walks a conversation and returns true, or writes nothing and returns false if it is not a duet.
   */
  boolean walk(int unit, int from, int to) {
    if (isDuet(unit, from, to)) {
      note(from, to - from, slice.isAnonymous(from));
      return true;
    }
    if (isLongDuet(unit, from, to)) {
      longDuets.walk(unit, from, to);
      return true;
    }
    return false;
  }

  /** Walks a duet as if its first message were row 0. */
  void walkFromZero(int unit, int from, int to) {
    if (!isDuet(unit, from, to)) {
      throw new IllegalStateException("a conversation that has a shape is a duet");
    }
    note(0, to - from, slice.isAnonymous(from));
    noteReturns(0, to - from);
  }

  private void note(int from, int count, boolean isAnonymous) {
    long members = duet.members();
    long audience = ~members & all(count);
    long answers = exchanges(from, members, audience);
    long toAudience = duet.linked() | answers;
    found.toAudience.addAll(from, members & toAudience);
    long unprompted = duet.linked() & ~answers;
    if (unprompted != 0) {
      found.unprompted.addAll(from, unprompted);
    }
    long others = members & ~toAudience;
    if (others != 0) {
      found.openings.addAll(from, others & 1);
      found.toOwnOrUnknown.addAll(from, others & ~1);
    }
    strand(from, from + count, isAnonymous, members, audience, toAudience);
  }

  /** Notes the messages with which the person returns; nothing where it is no duet. */
  void returns(int unit, int from, int to) {
    if (isDuet(unit, from, to)) {
      noteReturns(from, to - from);
    } else if (isLongDuet(unit, from, to)) {
      longDuets.returns(unit, from, to);
    }
  }

  private void noteReturns(int from, int count) {
    long audience = ~duet.members() & all(count);
    long answers = (audience + (audience & ~duet.quiet())) & duet.members();
    found.returns.addAll(from, audience & after(duet.linked() | answers));
  }

  private boolean isDuet(int unit, int from, int to) {
    return knowsRule && slice.duet(unit, duet) && isFollowedToEnd(from, to);
  }

  private boolean isLongDuet(int unit, int from, int to) {
    return to - from > Duet.MOST_MESSAGES
        && knowsRule
        && slice.duet(unit, 0, duet)
        && isFollowedToEnd(from, to);
  }

  /** Whether conversations can be walked by what they are like. */
  boolean knowsRule() {
    return knowsRule;
  }

  /** Whether all messages of a conversation that are there are followed. */
  boolean isFollowedToEnd(int unit) {
    int from = slice.from(unit);
    return slice.seenUntil(from) == slice.asOf() || isFollowedToEnd(from, slice.to(unit));
  }

  private boolean isFollowedToEnd(int from, int to) {
    long seenUntil = slice.seenUntil(from);
    // What lies after the as-of is not in the slice.
    return seenUntil == slice.asOf() || slice.effectiveAt(to - 1) <= seenUntil;
  }

  /**
   * Notes the exchanges and the messages that begin none; returns what answers one.
   *
   * <p>A turn of the person is a run of bits, for any message of a member ends it. Adding the
   * messages that expect a response to all of the audience carries, in each run, from the first of
   * them to the place after the run. So a sum has 0 where an exchange begins, what stands before
   * that keeps its 1, and a new 1 is where the answer is, if there is one.
   */
  private long exchanges(int from, long members, long audience) {
    long expecting = audience & ~duet.quiet();
    long sum = audience + expecting;
    long answers = sum & members;
    found.exchanges.addAll(from, expecting & ~sum, sum & ~audience, members, duet.linked());
    if (expecting != audience) {
      found.exchanges.quiet().addAll(from, audience & ~expecting & sum);
    }
    return answers;
  }

  private void strand(
      int from, int to, boolean isAnonymous, long members, long audience, long toAudience) {
    long returning = audience & after(toAudience);
    int flags = isAnonymous ? StrandTable.ANONYMOUS_OPENER : 0;
    flags |= toAudience != 0 ? StrandTable.ANSWERED : 0;
    flags |= returning != 0 ? StrandTable.RETURNED : 0;
    long expecting = audience & ~duet.quiet();
    flags |= (expecting >>> (to - from - 1)) != 0 ? StrandTable.LAST_WORD_OF_AUDIENCE : 0;
    int firstResponse = Slice.NONE;
    int firstDirectResponse = Slice.NONE;
    if ((audience & 1) != 0) {
      long direct = members & duet.repliesToFirst();
      flags |= StrandTable.AUDIENCE_OPENED;
      flags |= returning != 0 ? StrandTable.OPENER_RETURNED : 0;
      flags |= (audience & after(direct)) != 0 ? StrandTable.OPENER_RETURNED_DIRECTLY : 0;
      firstResponse = members == 0 ? Slice.NONE : from + first(members);
      firstDirectResponse = direct == 0 ? Slice.NONE : from + first(direct);
    }
    // A turn ends where the next message is of the other side.
    long ends = (members & audience >>> 1) | (audience & members >>> 1);
    found.strands.add(
        from,
        flags,
        Long.bitCount(audience),
        Long.bitCount(members),
        1 + Long.bitCount(ends),
        to - 1);
    found.strands.complete(from, firstResponse, firstDirectResponse);
  }

  private static long all(int count) {
    return -1L >>> -count;
  }

  private static int first(long messages) {
    return Long.numberOfTrailingZeros(messages);
  }

  /** All places after the first message of a set; none for the empty set. */
  private static long after(long messages) {
    return -(Long.lowestOneBit(messages) << 1);
  }
}
