package dev.repartee.response;

import dev.repartee.internal.exchange.Strands;
import dev.repartee.measure.Slice;

/**
 * Times each answer from the last message of the turn it answers. The exchange hangs on the first
 * message of the turn that expects a response, because which is the last is known with the answer
 * only; how long an exchange without answer has waited is told from there, too.
 */
final class LastMessageClock {
  private final ResponseSweep base;
  private final Slice slice;

  LastMessageClock(ResponseSweep base) {
    this.base = base;
    this.slice = base.slice;
  }

  void sweep() {
    Strands strands = base.strands();
    for (int i = 0; i < strands.exchanges(); i++) {
      int anchor = strands.anchor(i);
      int answer = strands.answer(i);
      if (!base.takes(anchor) || !base.isSeen(answer, slice.seenUntil(anchor))) {
        base.wait(anchor, Slice.NONE, false);
      } else {
        base.respond(anchor, slice.at(strands.lastOfTurn(i)), answer, strands.isDirect(i));
      }
    }
    base.quietMessages();
    base.unaddressed();
  }
}
