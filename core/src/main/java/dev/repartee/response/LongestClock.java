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
    Longest found = new Longest(anchor, earliest);
    for (int i = begin; i < end; i++) {
      int turn = strands.anchor(i);
      while (turn == anchor || base.isSeen(turn, seenUntil)) {
        turn = found.see(i, turn, seenUntil);
      }
    }
    found.tally();
  }

  /** The longest waits of a strand, as far as it has been seen. */
  private final class Longest {
    private final int anchor;
    private long openWait = NONE;
    private long longest = NONE;
    private int answered;
    private long longestClosed = NONE;
    private boolean isClosed;
    private boolean isWithdrawn;

    Longest(int anchor, int earliest) {
      this.anchor = anchor;
      this.answered = earliest;
    }

    /** Sees a turn of an exchange; returns the turn that begins within it after a closing. */
    int see(int exchange, int turn, long seenUntil) {
      int answer = strands.answer(exchange);
      long start = slice.at(turn);
      Closings ends = base.closings;
      int end = ends == null ? Slice.NONE : ends.first(turn, answer);
      if (ends != null && end != Slice.NONE && ends.effectiveAt(end) <= seenUntil) {
        long waited = base.latency(start, ends.at(end));
        if (!isClosed || waited > longestClosed) {
          longestClosed = waited;
          isClosed = true;
          isWithdrawn = ends.isWithdrawn(end, turn);
        }
        return ends.next(turn, end, strands.lastOfTurn(exchange), base.doRepliesWait);
      }
      if (!base.isSeen(answer, seenUntil) || end != Slice.NONE) {
        openWait = Math.max(openWait, base.latency(start, seenUntil));
      } else {
        long latency = base.latency(start, slice.at(answer));
        boolean isEarlier = strands.anchor(exchange) < strands.anchor(answered);
        if (latency > longest || (latency == longest && isEarlier)) {
          longest = latency;
          answered = exchange;
        }
      }
      return Slice.NONE;
    }

    /** Turns that were closed without an answer count where there is no other. */
    void tally() {
      if (openWait != NONE) {
        base.tallyWaiting(anchor, Math.max(longest, openWait));
      } else if (longest == NONE && isClosed) {
        base.tallyClosed(anchor, longestClosed, isWithdrawn);
      } else {
        base.tallyAnswered(anchor, strands.answer(answered), longest, strands.isDirect(answered));
      }
    }
  }
}
