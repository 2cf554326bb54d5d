package dev.repartee.internal.exchange;

import dev.repartee.internal.walk.Duet;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.measure.Slice;

/**
 * Walks duets too long for one word, 64 messages at a time, as {@link DuetWalk} does: what goes on
 * at the end of a stretch is carried into the next.
 */
final class LongDuetWalk {
  private final FastSlice slice;
  private final Findings found;
  private final Duet duet = new Duet();

  /** Where the turns begin that wait, and what comes after them. */
  private final IntList anchors = new IntList();

  private final IntList afterTurns = new IntList();

  /** For what comes after a turn, whether it says itself who it answers. */
  private final IntList linkedAfter = new IntList();

  // The conversation at hand, as far as it has been seen.
  private boolean isWaiting;
  private boolean isAnswered;
  private boolean isReturned;
  private boolean isReturnedDirectly;
  private int firstResponse;
  private int firstDirectResponse;
  private int audienceMessages;
  private int organizationMessages;
  private int turns;
  private boolean isLastMember;
  private boolean isLastExpecting;

  LongDuetWalk(Slice slice, Findings found) {
    this.slice = FastSlice.of(slice);
    this.found = found;
  }

  /** Walks a conversation of at least one message, which is a duet. */
  void walk(int unit, int from, int to) {
    begin();
    for (int at = from; at < to; at += Long.SIZE) {
      int count = Math.min(Long.SIZE, to - at);
      stretch(unit, from, at, count);
    }
    if (isWaiting) {
      afterTurns.add(to);
      linkedAfter.add(0);
    }
    for (int i = 0; i < anchors.size(); i++) {
      int after = afterTurns.get(i);
      found.exchanges.add(
          anchors.get(i), after - 1, after < to ? after : Slice.NONE, linkedAfter.get(i) != 0);
    }
    strand(from, to);
  }

  private void begin() {
    anchors.clear();
    afterTurns.clear();
    linkedAfter.clear();
    isWaiting = false;
    isAnswered = false;
    isReturned = false;
    isReturnedDirectly = false;
    firstResponse = Slice.NONE;
    firstDirectResponse = Slice.NONE;
    audienceMessages = 0;
    organizationMessages = 0;
    turns = 0;
  }

  private void stretch(int unit, int from, int at, int count) {
    if (!slice.duet(unit, at - from, duet)) {
      throw new IllegalStateException("a conversation is a duet as a whole");
    }
    long all = -1L >>> -count;
    long members = duet.members();
    long audience = ~members & all;
    long answers = exchanges(at, count, members, audience);
    long toAudience = duet.linked() | answers;
    found.toAudience.addAll(at, members & toAudience);
    found.unprompted.addAll(at, duet.linked() & ~answers);
    long others = members & ~toAudience;
    if (at == from) {
      found.openings.addAll(at, others & 1);
      others &= ~1;
    }
    found.toOwnOrUnknown.addAll(at, others);
    long direct = members & duet.repliesToFirst();
    isReturned |= (isAnswered ? audience : audience & after(toAudience)) != 0;
    isReturnedDirectly |=
        (firstDirectResponse == Slice.NONE ? audience & after(direct) : audience) != 0;
    isAnswered |= toAudience != 0;
    firstResponse = first(firstResponse, at, members);
    firstDirectResponse = first(firstDirectResponse, at, direct);
    count(at == from, count, members, audience);
  }

  /** As {@link DuetWalk} finds them, with a bit carried in and out. */
  private long exchanges(int at, int count, long members, long audience) {
    long expecting = audience & ~duet.quiet();
    long sum = audience + expecting + (isWaiting ? 1 : 0);
    long afterwards = sum & members;
    anchors.addAll(at, expecting & ~sum);
    afterTurns.addAll(at, afterwards);
    for (long left = afterwards; left != 0; left &= left - 1) {
      linkedAfter.add((duet.linked() & left & -left) != 0 ? 1 : 0);
    }
    found.exchanges.quiet().addAll(at, audience & ~expecting & sum);
    isWaiting = goesOn(count, audience, expecting, sum);
    return afterwards;
  }

  private static int first(int known, int at, long messages) {
    return known != Slice.NONE || messages == 0 ? known : at + Long.numberOfTrailingZeros(messages);
  }

  private void count(boolean isFirst, int count, long members, long audience) {
    // A turn begins where the message before is of the other side.
    long begins = (members & audience << 1) | (audience & members << 1);
    boolean beginsFirst = isFirst || ((members & 1) != 0) != isLastMember;
    turns += Long.bitCount(begins) + (beginsFirst ? 1 : 0);
    audienceMessages += Long.bitCount(audience);
    organizationMessages += Long.bitCount(members);
    isLastMember = (members >>> (count - 1) & 1) != 0;
    isLastExpecting = (audience & ~duet.quiet()) >>> (count - 1) != 0;
  }

  private void strand(int from, int to) {
    boolean isAudienceOpened = !slice.isMember(from);
    int flags = slice.isAnonymous(from) ? StrandTable.ANONYMOUS_OPENER : 0;
    flags |= isLastExpecting ? StrandTable.LAST_WORD_OF_AUDIENCE : 0;
    flags |= isAnswered ? StrandTable.ANSWERED : 0;
    flags |= isReturned ? StrandTable.RETURNED : 0;
    if (isAudienceOpened) {
      flags |= StrandTable.AUDIENCE_OPENED;
      flags |= isReturned ? StrandTable.OPENER_RETURNED : 0;
      flags |= isReturnedDirectly ? StrandTable.OPENER_RETURNED_DIRECTLY : 0;
    }
    found.strands.add(from, flags, audienceMessages, organizationMessages, turns, to - 1);
    found.strands.complete(
        from,
        isAudienceOpened ? firstResponse : Slice.NONE,
        isAudienceOpened ? firstDirectResponse : Slice.NONE);
  }

  /** Notes the messages with which the person returns. */
  void returns(int unit, int from, int to) {
    boolean wasAnswered = false;
    isWaiting = false;
    for (int at = from; at < to; at += Long.SIZE) {
      slice.duet(unit, at - from, duet);
      long members = duet.members();
      int count = Math.min(Long.SIZE, to - at);
      long audience = ~members & (-1L >>> -count);
      long expecting = audience & ~duet.quiet();
      long sum = audience + expecting + (isWaiting ? 1 : 0);
      long answers = duet.linked() | (sum & members);
      found.returns.addAll(at, wasAnswered ? audience : audience & after(answers));
      wasAnswered |= answers != 0;
      isWaiting = goesOn(count, audience, expecting, sum);
    }
  }

  /** Whether a turn that waits goes on after a stretch: whether the sum went beyond it. */
  private static boolean goesOn(int count, long audience, long expecting, long sum) {
    return count < Long.SIZE
        ? (sum >>> count & 1) != 0
        : ((audience & expecting) | ((audience | expecting) & ~sum)) < 0;
  }

  /** All places after the first message of a set; none for the empty set. */
  private static long after(long messages) {
    return -(Long.lowestOneBit(messages) << 1);
  }
}
