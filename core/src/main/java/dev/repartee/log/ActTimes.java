package dev.repartee.log;

import java.util.Arrays;
import java.util.BitSet;

/**
 * When acts take effect: no earlier than what they are on, which is a message or another act. Made
 * where some act is on something; linear, however long a chain of acts on acts is.
 */
final class ActTimes {
  private static final long UNKNOWN = Long.MIN_VALUE;

  private final long[] at;
  private final int messages;

  /** What each act is on, or less than 0. */
  private final int[] targets;

  private final EffectiveTimes ofMessages;
  private final long[] effective;

  ActTimes(long[] at, int messages, int[] targets, EffectiveTimes ofMessages) {
    this.at = at;
    this.messages = messages;
    this.targets = targets;
    this.ofMessages = ofMessages;
    this.effective = new long[targets.length];
    Arrays.fill(effective, UNKNOWN);
    int[] path = new int[16];
    for (int act = 0; act < targets.length; act++) {
      path = find(act, path);
    }
  }

  /** Goes up to what is known, and down again; acts on each other in a circle end it. */
  private int[] find(int act, int[] space) {
    int[] path = space;
    int length = 0;
    int next = act + messages;
    while (next >= messages && effective[next - messages] == UNKNOWN) {
      if (length == path.length) {
        path = Arrays.copyOf(path, 2 * length);
      }
      path[length++] = next;
      effective[next - messages] = at[next];
      next = targets[next - messages];
    }
    long above =
        next < 0 ? UNKNOWN : next < messages ? ofMessages.of(next) : effective[next - messages];
    while (length > 0) {
      int row = path[--length];
      above = Math.max(above, at[row]);
      effective[row - messages] = above;
    }
    return path;
  }

  /** When an act takes effect. */
  long of(int row) {
    return effective[row - messages];
  }

  /** The acts that are earlier than what they are on, by row. */
  BitSet skewed() {
    BitSet found = new BitSet();
    for (int act = 0; act < targets.length; act++) {
      found.set(act + messages, targets[act] >= 0 && at[act + messages] < at[targets[act]]);
    }
    return found;
  }
}
