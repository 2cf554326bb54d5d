package dev.repartee.response;

import dev.repartee.internal.exchange.Strands;
import dev.repartee.measure.Slice;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Times each answer from the last message of the turn it answers that expects a response: thanks in
 * advance start no wait. The exchange hangs on the first such message of the turn, because which is
 * the last is known with the answer only; how long an exchange without answer has waited is told
 * from there, too.
 */
final class LastMessageClock {
  private final ResponseSweep base;
  private final Slice slice;

  /** Of each row, the last message up to it of its person that expects a response; if needed. */
  private int[] asked = new int[0];

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
        base.respond(anchor, slice.at(start(strands.lastOfTurn(i))), answer, strands.isDirect(i));
      }
    }
    base.quietMessages();
    base.unaddressed();
  }

  private int start(int lastOfTurn) {
    if (slice.expectsResponse(lastOfTurn)) {
      return lastOfTurn;
    }
    if (asked.length == 0) {
      findAsked();
    }
    return asked[lastOfTurn - slice.from(0)];
  }

  /** One pass for all turns of the slice: looking back from each would be quadratic. */
  private void findAsked() {
    asked = new int[slice.to(slice.units() - 1) - slice.from(0)];
    Arrays.fill(asked, Slice.NONE);
    for (int unit = 0; unit < slice.units(); unit++) {
      Map<Long, Integer> last = new HashMap<>();
      for (int row = slice.from(unit); row < slice.to(unit); row++) {
        if (base.isOfAudience(row)) {
          long speaker = (long) slice.person(row) << Integer.SIZE | slice.organization(row) + 1;
          if (slice.expectsResponse(row)) {
            last.put(speaker, row);
          }
          asked[row - slice.from(0)] = last.getOrDefault(speaker, Slice.NONE);
        }
      }
    }
  }
}
