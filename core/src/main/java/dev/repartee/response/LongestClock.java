package dev.repartee.response;

import dev.repartee.internal.exchange.Strands;
import dev.repartee.measure.Slice;

/**
 * Finds the longest wait of each strand. The strand hangs on the first of its messages that waits
 * for a response: unlike the message that waits longest, it stays the same whatever comes later.
 */
final class LongestClock {
  private static final long NONE = -1;

  private final ResponseSweep base;
  private final Slice slice;
  private final Strands strands;

  LongestClock(ResponseSweep base) {
    this.base = base;
    this.slice = base.slice;
    this.strands = base.strands();
  }

  void sweep() {
    ExchangesByStrand.visit(slice, strands, this::strand);
    base.quietMessages();
    base.unaddressed();
  }

  private void strand(int begin, int end) {
    int earliest = begin;
    for (int i = begin; i < end; i++) {
      earliest = strands.anchor(i) < strands.anchor(earliest) ? i : earliest;
    }
    int anchor = strands.anchor(earliest);
    if (!base.takes(anchor)) {
      base.leaveOut(anchor);
      return;
    }
    long seenUntil = slice.seenUntil(anchor);
    long openWait = NONE;
    long longest = NONE;
    int answered = earliest;
    for (int i = begin; i < end; i++) {
      if (!base.isSeen(strands.anchor(i), seenUntil)) {
        continue;
      }
      long start = slice.at(strands.anchor(i));
      if (!base.isSeen(strands.answer(i), seenUntil)) {
        openWait = Math.max(openWait, base.latency(start, seenUntil));
      } else {
        long latency = base.latency(start, slice.at(strands.answer(i)));
        boolean isEarlier = strands.anchor(i) < strands.anchor(answered);
        if (latency > longest || (latency == longest && isEarlier)) {
          longest = latency;
          answered = i;
        }
      }
    }
    if (openWait != NONE) {
      base.tallyWaiting(anchor, Math.max(longest, openWait));
    } else {
      base.tallyAnswered(anchor, strands.answer(answered), longest, strands.isDirect(answered));
    }
  }
}
