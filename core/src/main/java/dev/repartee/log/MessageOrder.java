package dev.repartee.log;

import dev.repartee.internal.math.RowSort;
import dev.repartee.internal.math.TimeSort;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Puts the messages of one conversation after the other in their final order: by effective time,
 * depth and id. A worker has one, whose tables grow to the largest conversation it meets.
 */
final class MessageOrder {
  private static final int UNPLACED = -1;
  private static final int SHORT = 24;

  private final Staging staging;
  private final BitSet asides;
  private final TimeSort byTime = new TimeSort();
  private final RowSort byDepthAndId = new RowSort(this::compare);

  // By place in the conversation at hand, in the order in which the messages arrived.
  private int[] rows = new int[0];
  private long[] at = new long[0];
  private int[] parent = new int[0];
  private long[] effective = new long[0];
  private int[] depth = new int[0];

  /** The places in final order; while messages are placed, those still to be placed. */
  private int[] order = new int[0];

  private int[] finalPlace = new int[0];

  MessageOrder(Staging staging, BitSet asides) {
    this.staging = staging;
    this.asides = asides;
  }

  /**
   * Rearranges a range of three columns that holds a conversation.
   *
   * @param opener the staged row of the opener
   * @param allRows the staged rows
   * @param allTimes their own times
   * @param allParents where in the columns their parents stand, or {@link Interning#NONE}
   */
  void arrange(int from, int to, int opener, int[] allRows, long[] allTimes, int[] allParents) {
    int count = to - from;
    if (count == 1) {
      return;
    }
    makeRoom(count);
    for (int i = 0; i < count; i++) {
      rows[i] = allRows[from + i];
      at[i] = allTimes[from + i];
      int above = allParents[from + i];
      parent[i] = above == Interning.NONE ? Interning.NONE : above - from;
    }
    if (count > SHORT || hasEarlyAside(count, opener) || !sortByOwnTimes(count)) {
      sort(count, opener);
    }
    for (int i = 0; i < count; i++) {
      finalPlace[order[i]] = from + i;
    }
    for (int i = 0; i < count; i++) {
      int place = order[i];
      allRows[from + i] = rows[place];
      allTimes[from + i] = at[place];
      allParents[from + i] =
          parent[place] == Interning.NONE ? Interning.NONE : finalPlace[parent[place]];
    }
  }

  /** Whether something aside was written before the message that opens the conversation. */
  private boolean hasEarlyAside(int count, int opener) {
    for (int i = 0; i < count && !asides.isEmpty(); i++) {
      if (asides.get(rows[i]) && at[i] <= staging.at.get(opener)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Sorts the usual short conversation, where all own times differ and parents come first; says no
   * where it is another.
   */
  private boolean sortByOwnTimes(int count) {
    for (int i = 0; i < count; i++) {
      long time = at[i];
      if (parent[i] != Interning.NONE && at[parent[i]] >= time) {
        return false;
      }
      int j = i - 1;
      while (j >= 0 && at[order[j]] > time) {
        order[j + 1] = order[j];
        j--;
      }
      if (j >= 0 && at[order[j]] == time) {
        return false;
      }
      order[j + 1] = i;
    }
    return true;
  }

  private void sort(int count, int opener) {
    Arrays.fill(depth, 0, count, UNPLACED);
    for (int i = 0; i < count; i++) {
      placeBelowParents(i, opener);
    }
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    byTime.sort(order, effective, 0, count, byDepthAndId);
  }

  private void makeRoom(int count) {
    if (rows.length < count) {
      int size = Math.max(64, count + count / 2);
      rows = new int[size];
      at = new long[size];
      parent = new int[size];
      effective = new long[size];
      depth = new int[size];
      order = new int[size];
      finalPlace = new int[size];
    }
  }

  /** Effective time and depth, parents first; a stack stands in for recursion. */
  private void placeBelowParents(int message, int opener) {
    int height = 0;
    for (int i = message; i != Interning.NONE && depth[i] == UNPLACED; i = parent[i]) {
      order[height++] = i;
    }
    while (height > 0) {
      place(order[--height], opener);
    }
  }

  private void place(int i, int opener) {
    int above = parent[i];
    if (above == Interning.NONE) {
      // Nothing comes before the opener, nor what stands aside.
      effective[i] = Math.max(at[i], staging.at.get(opener));
      depth[i] = rows[i] == opener ? 0 : 1;
    } else {
      effective[i] = Math.max(at[i], effective[above]);
      depth[i] = depth[above] + 1;
    }
  }

  private int compare(int a, int b) {
    int result = Integer.compare(depth[a], depth[b]);
    return result != 0 ? result : staging.compareIds(rows[a], rows[b]);
  }
}
