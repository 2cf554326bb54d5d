package dev.repartee.log;

import java.util.Arrays;

/**
 * Finds the conversation of a message: for every 64th message it is noted, and between two of them
 * there are few. A search among all conversations would look at some twenty places far apart. Who
 * wants the opener alone mostly finds it in one word of bits.
 */
final class ConversationIndex {
  private static final int STEP_BITS = 6;

  private final int[] starts;
  private final int[] noted;

  /** A bit for each message, set for those that open a conversation. */
  private final long[] openers;

  /** Where each conversation begins, then the number of messages; each has at least one message. */
  ConversationIndex(int[] starts) {
    this.starts = starts;
    int messages = starts[starts.length - 1];
    noted = new int[(messages >> STEP_BITS) + 2];
    int conversation = 0;
    for (int i = 0; i < noted.length; i++) {
      long message = Math.min((long) i << STEP_BITS, messages);
      while (conversation + 1 < starts.length && starts[conversation + 1] <= message) {
        conversation++;
      }
      noted[i] = conversation;
    }
    openers = new long[(messages >> STEP_BITS) + 1];
    for (int i = 0; i + 1 < starts.length; i++) {
      openers[starts[i] >> STEP_BITS] |= 1L << starts[i];
    }
  }

  int of(int message) {
    int step = message >> STEP_BITS;
    int found = Arrays.binarySearch(starts, noted[step], noted[step + 1] + 1, message);
    return found >= 0 ? found : -found - 2;
  }

  /** The message that opens the conversation of a message. */
  int opener(int message) {
    long upTo = openers[message >> STEP_BITS] << (Long.SIZE - 1 - (message & (Long.SIZE - 1)));
    return upTo != 0 ? message - Long.numberOfLeadingZeros(upTo) : starts[of(message)];
  }
}
