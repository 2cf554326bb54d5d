package dev.repartee.log;

import dev.repartee.internal.math.RowSort;
import dev.repartee.internal.math.TimeSort;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Puts the messages in their final order: conversations by the time of their opener, messages
 * within one by effective time, depth and id. Everything is linear but the sorting. The messages
 * are first moved to their conversation, so that what follows reads in sequence.
 */
final class ConversationOrder {
  private final Staging staging;
  private final Links links;
  private final BitSet asides;
  private final int[] openers;
  private final int[] sizes;

  /** The staged rows of the messages in their final order. */
  final int[] messages;

  /** Their own times. */
  final long[] at;

  /** Where in {@link #messages} the parent of each stands, or {@link Interning#NONE}. */
  final int[] parent;

  /** Where each conversation begins in {@link #messages}, then the end of the last. */
  final int[] starts;

  ConversationOrder(Staging staging, Links links, BitSet dropped, BitSet asides, Workers workers) {
    this.staging = staging;
    this.links = links;
    this.asides = asides;
    this.openers = new int[links.groupCount()];
    this.sizes = new int[links.groupCount()];
    Arrays.fill(openers, Interning.NONE);
    workers.inShares(sizes.length, (from, to) -> open(from, to, dropped));
    int[] conversations = conversationsInOrder();
    this.starts = new int[conversations.length + 1];
    for (int c = 0; c < conversations.length; c++) {
      starts[c + 1] = starts[c] + sizes[conversations[c]];
    }
    this.messages = new int[starts[conversations.length]];
    int[] place = moveToConversations(conversations, dropped, workers);
    this.at = new long[messages.length];
    this.parent = new int[messages.length];
    workers.overRanges(messages.length, (from, to) -> gather(from, to, place));
    workers.overRanges(
        conversations.length,
        (from, to) -> {
          MessageOrder order = new MessageOrder(staging, asides);
          for (int c = from; c < to; c++) {
            int opener = openers[conversations[c]];
            order.arrange(starts[c], starts[c + 1], opener, messages, at, parent);
          }
        });
  }

  private boolean isMessage(int row, BitSet dropped) {
    return !dropped.get(row) && staging.isMessage(row);
  }

  /** Finds the openers and sizes of a range of groups. */
  private void open(int from, int to, BitSet dropped) {
    for (int row = 0; row < staging.size(); row++) {
      int group = links.group(row);
      if (group >= from && group < to && isMessage(row, dropped)) {
        sizes[group]++;
        open(row, group);
      }
    }
  }

  /** The opener of a group is its first parentless message that does not stand aside. */
  private void open(int row, int group) {
    if (links.messageParent(row) >= 0 || asides.get(row)) {
      return;
    }
    int opener = openers[group];
    if (opener == Interning.NONE || links.isBefore(row, opener)) {
      openers[group] = row;
    }
  }

  /** The groups that hold messages, by the time and id of their opener. */
  private int[] conversationsInOrder() {
    int[] conversations = new int[sizes.length];
    long[] times = new long[sizes.length];
    int count = 0;
    for (int group = 0; group < sizes.length; group++) {
      if (sizes[group] > 0) {
        times[count] = staging.at.get(openers[group]);
        conversations[count++] = group;
      }
    }
    conversations = Arrays.copyOf(conversations, count);
    RowSort ofOneTime = new RowSort((a, b) -> staging.compareIds(openers[a], openers[b]));
    new TimeSort().sort(conversations, times, 0, count, ofOneTime);
    return conversations;
  }

  /** Moves each message to its conversation, in order of arrival; returns where each row went. */
  private int[] moveToConversations(int[] conversations, BitSet dropped, Workers workers) {
    int[] next = new int[sizes.length];
    for (int c = 0; c < conversations.length; c++) {
      next[conversations[c]] = starts[c];
    }
    int[] place = new int[staging.size()];
    workers.inShares(
        next.length,
        (from, to) -> {
          for (int row = 0; row < place.length; row++) {
            int group = links.group(row);
            if (group >= from && group < to && isMessage(row, dropped)) {
              place[row] = next[group]++;
              messages[place[row]] = row;
            }
          }
        });
    return place;
  }

  private void gather(int from, int to, int[] place) {
    for (int i = from; i < to; i++) {
      at[i] = staging.at.get(messages[i]);
    }
    for (int i = from; i < to; i++) {
      int above = links.messageParent(messages[i]);
      parent[i] = above < 0 ? Interning.NONE : place[above];
    }
  }
}
