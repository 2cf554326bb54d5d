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
    BitSet message = new BitSet(rows);
    for (int row = 0; row < rows; row++) {
      if (!dropped.get(row) && staging.isMessage(row)) {
        message.set(row);
        sizes[links.group(row)]++;
        open(row);
      }
    }
    placeBelowParents(message);
    int[] conversations = conversationsInOrder(sizes);
    this.starts = new int[conversations.length + 1];
    int[] next = new int[links.groupCount()];
    for (int c = 0; c < conversations.length; c++) {
      next[conversations[c]] = starts[c];
      starts[c + 1] = starts[c] + sizes[conversations[c]];
    }
    this.messages = new int[starts[conversations.length]];
    for (int row = message.nextSetBit(0); row >= 0; row = message.nextSetBit(row + 1)) {
      messages[next[links.group(row)]++] = row;
    }
    RowSort sort = new RowSort(this::compareMessages);
    for (int c = 0; c < conversations.length; c++) {
      sort.sort(messages, starts[c], starts[c + 1]);
    }
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
  private void placeBelowParents(BitSet message) {
    int[] stack = new int[64];
    for (int start = message.nextSetBit(0); start >= 0; start = message.nextSetBit(start + 1)) {
      int height = 0;
      for (int row = start; row >= 0 && depth[row] == Interning.NONE; ) {
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
    int count = 0;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int group = 0; group < sizes.length; group++) {
      if (sizes[group] > 0) {
        conversations[count++] = group;
        first = Math.min(first, effective[openers[group]]);
        last = Math.max(last, effective[openers[group]]);
      }
    }
    conversations = Arrays.copyOf(conversations, count);
    int indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(count);
    int timeBits = count == 0 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(last - first);
    RowSort sort = new RowSort((a, b) -> compareTimes(openers[a], openers[b]));
    if (indexBits + timeBits < Long.SIZE) {
      sortByTime(conversations, first, indexBits);
      sortTies(conversations, sort);
    } else {
      sort.sort(conversations, 0, count);
    }
    return conversations;
  }

  /** Time and position in one number each: sorting numbers is several times as fast. */
  private void sortByTime(int[] conversations, long first, int indexBits) {
    long[] keys = new long[conversations.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ((effective[openers[conversations[i]]] - first) << indexBits) | i;
    }
    Arrays.sort(keys);
    int[] unsorted = conversations.clone();
    long mask = (1L << indexBits) - 1;
    for (int i = 0; i < keys.length; i++) {
      conversations[i] = unsorted[(int) (keys[i] & mask)];
    }
  }

  private void sortTies(int[] conversations, RowSort sort) {
    for (int from = 0; from < conversations.length; ) {
      int to = from + 1;
      long at = effective[openers[conversations[from]]];
      while (to < conversations.length && effective[openers[conversations[to]]] == at) {
        to++;
      }
      if (to - from > 1) {
        sort.sort(conversations, from, to);
      }
      from = to;
    }
  }

  /** Whether a message is earlier than the one it replies to takes effect. */
  boolean isSkewed(int row) {
    return staging.at.get(row) < effective[row];
  }

  /** Whether a reply's own time is before its parent's own time. */
  boolean isBeforeParent(int row) {
    int parent = links.messageParent(row);
    return parent >= 0 && staging.at.get(row) < staging.at.get(parent);
  }

  @Override
  public String toString() {
    return messages.length + " messages in " + (starts.length - 1) + " conversations";
  }
}
