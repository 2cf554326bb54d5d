package dev.repartee.response;

import dev.repartee.internal.exchange.Strands;
import dev.repartee.measure.Slice;

/** Times every direct reply from the message it replies to; both make a fact of their own. */
final class EveryReplyClock {
  private final ResponseSweep base;
  private final Slice slice;
  private final Strands strands;

  EveryReplyClock(ResponseSweep base) {
    this.base = base;
    this.slice = base.slice;
    this.strands = base.strands();
  }

  void sweep() {
    for (int unit = 0; unit < slice.units(); unit++) {
      for (int row = slice.from(unit); row < slice.to(unit); row++) {
        if (base.isOfAudience(row)) {
          message(row);
        }
        int message = strands.repliedTo(row);
        if (message != Slice.NONE && base.isOfAudience(message)) {
          reply(message, row);
        }
      }
    }
    base.unaddressed();
  }

  /** A message that nobody replied to waits, and one that cannot wait is excluded, once. */
  private void message(int row) {
    boolean canWait = slice.expectsResponse(row) && base.takes(row);
    if (!canWait || !base.isSeen(strands.firstReply(row), slice.seenUntil(row))) {
      base.start(row, Slice.NONE, false);
    }
  }

  private void reply(int message, int row) {
    boolean canWait = slice.expectsResponse(message) && base.takes(message);
    if (canWait && base.isSeen(row, slice.seenUntil(message))) {
      base.respond(message, slice.at(message), row, true);
    }
  }
}
