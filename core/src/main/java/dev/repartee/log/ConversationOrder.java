package dev.repartee.log;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Puts the messages in their final order: conversations by the time of their opener, messages
 * within one by effective time, depth and id. Everything is linear but the sorting.
 */
final class ConversationOrder {
  private final Staging staging;
  private final Links links;
  private final long[] effective;
  private final int[] depth;
  private final int[] openers;
  private int[] stack = new int[64];

  /** The staged rows of the messages in their final order. */
  final int[] messages;

  /** Where each conversation begins in {@link #messages}, and at last the end. */
  final int[] starts;

  ConversationOrder(Staging staging, Links links, BitSet dropped) {
    this.staging = staging;
    this.links = links;
    int rows = staging.size();
    this.effective = new long[rows];
    this.depth = new int[rows];
    Arrays.fill(depth, Interning.NONE);
    this.openers = new int[links.groupCount()];
    Arrays.fill(openers, Interning.NONE);
    int[] sizes = new int[links.groupCount()];
    for (int row = 0; row < rows; row++) {
      if (isMessage(row, dropped)) {
        sizes[links.group(row)]++;
        open(row);
      }
    }
    int[] conversations = conversationsInOrder(sizes);
    this.starts = new int[conversations.length + 1];
    int[] next = new int[links.groupCount()];
    for (int c = 0; c < conversations.length; c++) {
      next[conversations[c]] = starts[c];
      starts[c + 1] = starts[c] + sizes[conversations[c]];
    }
    this.messages = new int[starts[conversations.length]];
    for (int row = 0; row < rows; row++) {
      if (isMessage(row, dropped)) {
        messages[next[links.group(row)]++] = row;
      }
    }
    RowSort sort = new RowSort(this::compareMessages);
    for (int c = 0; c < conversations.length; c++) {
      // One conversation after the other, so that what placing reads is at hand for sorting.
      for (int i = starts[c]; i < starts[c + 1]; i++) {
        placeBelowParents(messages[i]);
      }
      sort.sort(messages, starts[c], starts[c + 1]);
    }
  }

  private boolean isMessage(int row, BitSet dropped) {
    return !dropped.get(row) && staging.isMessage(row);
  }

  /** The opener of a group is its first parentless message. */
  private void open(int row) {
    if (links.messageParent(row) >= 0) {
      return;
    }
    int group = links.group(row);
    int opener = openers[group];
    if (opener == Interning.NONE || compareTimes(row, opener) < 0) {
      openers[group] = row;
    }
  }

  private int compareTimes(int a, int b) {
    int order = Long.compare(staging.at.get(a), staging.at.get(b));
    return order != 0 ? order : staging.compareIds(a, b);
  }

  /** Effective time and depth, parents first; the stack stands in for recursion. */
  private void placeBelowParents(int message) {
    int height = 0;
    for (int row = message; row >= 0 && depth[row] == Interning.NONE; ) {
      if (height == stack.length) {
        stack = Arrays.copyOf(stack, height * 2);
      }
      stack[height++] = row;
      row = links.messageParent(row);
    }
    while (height > 0) {
      place(stack[--height]);
    }
  }

  private void place(int row) {
    long at = staging.at.get(row);
    int parent = links.messageParent(row);
    if (parent >= 0) {
      effective[row] = Math.max(at, effective[parent]);
      depth[row] = depth[parent] + 1;
    } else {
      effective[row] = at;
      depth[row] = openers[links.group(row)] == row ? 0 : 1;
    }
  }

  private int compareMessages(int a, int b) {
    int order = Long.compare(effective[a], effective[b]);
    order = order != 0 ? order : Integer.compare(depth[a], depth[b]);
    return order != 0 ? order : staging.compareIds(a, b);
  }

  /** The groups that hold messages, by the time and id of their opener. */
  private int[] conversationsInOrder(int[] sizes) {
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
    new TimeSort().sort(conversations, times, 0, count);
    sortTies(conversations, new RowSort((a, b) -> compareTimes(openers[a], openers[b])));
    return conversations;
  }

  private void sortTies(int[] conversations, RowSort sort) {
    for (int from = 0; from < conversations.length; ) {
      int to = from + 1;
      long at = staging.at.get(openers[conversations[from]]);
      while (to < conversations.length && staging.at.get(openers[conversations[to]]) == at) {
        to++;
      }
      if (to - from > 1) {
        sort.sort(conversations, from, to);
      }
      from = to;
    }
  }

  @Override
  public String toString() {
    return messages.length + " messages in " + (starts.length - 1) + " conversations";
  }
}
