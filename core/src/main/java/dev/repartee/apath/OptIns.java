package dev.repartee.apath;

import dev.repartee.internal.hash.HashKey;
import java.util.Arrays;

/**
 * What one person follows and subscribes to at an instant: a table by kind and channel that is
 * emptied at the cost of what it holds.
 *
 * <p>An opt-in and an opt-out of the same kind, channel and instant leave the person out, in
 * whatever order they come.
 */
final class OptIns {
  /** The bits of kinds of opt-ins. */
  static final int FOLLOWS = 1;

  static final int SUBSCRIPTIONS = 2;

  private int[] keys = new int[16];
  private boolean[] in = new boolean[16];
  private long[] outAt = new long[16];
  private int[] used = new int[8];
  private int size;
  private int follows;
  private int subscriptions;

  /** A follow from before the log, on a channel that nobody knows. */
  private boolean followedBefore;

  void clear() {
    for (int i = 0; i < size; i++) {
      keys[used[i]] = 0;
    }
    size = 0;
    follows = 0;
    subscriptions = 0;
    followedBefore = false;
  }

  /** Takes down a follow from before the log: it stands until the first ending of a follow. */
  void followedBefore() {
    follows += followedBefore ? 0 : 1;
    followedBefore = true;
  }

  /** Whether an opt-in of one of some kinds stands after the events seen so far. */
  boolean any(int kinds) {
    return ((kinds & FOLLOWS) != 0 && follows > 0)
        || ((kinds & SUBSCRIPTIONS) != 0 && subscriptions > 0);
  }

  void in(boolean subscription, int channel, long at) {
    int slot = slot(subscription, channel);
    if (!in[slot] && outAt[slot] != at) {
      in[slot] = true;
      count(subscription, 1);
    }
  }

  void out(boolean subscription, int channel, long at) {
    int slot = slot(subscription, channel);
    outAt[slot] = at;
    if (in[slot]) {
      in[slot] = false;
      count(subscription, -1);
    }
    if (followedBefore && !subscription) {
      followedBefore = false;
      follows--;
    }
  }

  private void count(boolean subscription, int change) {
    if (subscription) {
      subscriptions += change;
    } else {
      follows += change;
    }
  }

  private int slot(boolean subscription, int channel) {
    int key = (channel + 1) * 2 + (subscription ? 2 : 1);
    int slot = find(key);
    if (keys[slot] != 0) {
      return slot;
    }
    if (size == used.length) {
      grow();
      slot = find(key);
    }
    keys[slot] = key;
    in[slot] = false;
    outAt[slot] = Path.NEVER;
    used[size++] = slot;
    return slot;
  }

  private int find(int key) {
    int mask = keys.length - 1;
    int slot = (int) HashKey.OF_PROCESS.hash(key) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    boolean[] oldIn = in;
    long[] oldOutAt = outAt;
    keys = new int[2 * oldKeys.length];
    in = new boolean[keys.length];
    outAt = new long[keys.length];
    used = Arrays.copyOf(used, keys.length / 2);
    for (int i = 0; i < size; i++) {
      int from = used[i];
      int to = find(oldKeys[from]);
      keys[to] = oldKeys[from];
      in[to] = oldIn[from];
      outAt[to] = oldOutAt[from];
      used[i] = to;
    }
  }
}
