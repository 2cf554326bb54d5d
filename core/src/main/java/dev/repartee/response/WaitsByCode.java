package dev.repartee.response;

import dev.repartee.measure.Split;

/**
 * Waits of one kind on their way to their tallies, put together by the number of the tally. Those
 * of many different tallies are not: too few would come together.
 */
final class WaitsByCode {
  /** As many tallies have waits put together. */
  private static final int CODES = 64;

  private static final int ROOM_BITS = 8;
  private static final int ROOM = 1 << ROOM_BITS;

  private final boolean areAnswered;
  private final boolean areDirect;

  /** Made when a tally first has a number: most walks, and those of many small logs, need none. */
  private long[] packed = new long[0];

  private final int[] sizes = new int[CODES];

  WaitsByCode(boolean areAnswered, boolean areDirect) {
    this.areAnswered = areAnswered;
    this.areDirect = areDirect;
  }

  /** Adds the waits of a batch, of each of which the number of its tally is known. */
  void add(WaitBatch batch, int[] codes, Split<ResponseTally> split) {
    packed = packed.length == 0 ? new long[CODES << ROOM_BITS] : packed;
    for (int i = 0; i < batch.size(); i++) {
      int code = codes[i];
      if (code >= CODES) {
        put(split.tally(code), batch.packed, i, i + 1);
      } else {
        if (sizes[code] == ROOM) {
          tally(code, split);
        }
        packed[(code << ROOM_BITS) + sizes[code]++] = batch.packed[i];
      }
    }
  }

  /** Tallies all that are not tallied yet. */
  void finish(Split<ResponseTally> split) {
    for (int code = 0; code < CODES; code++) {
      if (sizes[code] > 0) {
        tally(code, split);
      }
    }
  }

  private void tally(int code, Split<ResponseTally> split) {
    int from = code << ROOM_BITS;
    put(split.tally(code), packed, from, from + sizes[code]);
    sizes[code] = 0;
  }

  /** Adds some of these waits to a tally. */
  void put(ResponseTally tally, long[] waits, int from, int to) {
    if (areAnswered) {
      tally.answered(waits, from, to, areDirect);
    } else {
      tally.waiting(waits, from, to);
    }
  }
}
