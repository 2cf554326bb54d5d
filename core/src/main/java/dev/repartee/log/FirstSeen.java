package dev.repartee.log;

import dev.repartee.measure.Row.RepliesTo;
import dev.repartee.measure.SeenKinds;
import dev.repartee.model.ActKind;
import java.util.Arrays;

/** When each kind of interaction of the audience was first seen on each channel. */
final class FirstSeen {
  private static final int KINDS = 2 + ActKind.ofRows().size();

  /** By channel plus 1, 0 being rows without one, and by kind. */
  final long[][] times;

  FirstSeen(int channels) {
    times = new long[channels + 1][KINDS];
    for (long[] onChannel : times) {
      Arrays.fill(onChannel, Long.MAX_VALUE);
    }
  }

  /** Takes note of a row; a member's or a program's shows nothing of the audience. */
  void see(int bits, int channel, long effective) {
    if ((bits & (RowBits.MEMBER | RowBits.BOT)) != 0) {
      return;
    }
    long[] onChannel = times[channel + 1];
    int act = RowBits.kindCode(bits);
    note(onChannel, act == 0 ? SeenKinds.MESSAGE : SeenKinds.MESSAGE << (act + 1), effective);
    if (RowBits.repliesTo(bits) == RepliesTo.AUDIENCE) {
      note(onChannel, SeenKinds.REPLY_TO_AUDIENCE, effective);
    }
  }

  private static void note(long[] onChannel, int kindBit, long effective) {
    int kind = Integer.numberOfTrailingZeros(kindBit);
    onChannel[kind] = Math.min(onChannel[kind], effective);
  }
}
