package dev.repartee.apath;

import dev.repartee.internal.hash.HashKey;
import dev.repartee.internal.walk.Traits;
import dev.repartee.model.ActKind;
import java.util.Arrays;
import java.util.stream.Stream;

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

  private static final long CHANGES =
      Stream.of(ActKind.FOLLOW, ActKind.UNFOLLOW, ActKind.SUBSCRIBE, ActKind.UNSUBSCRIBE)
          .mapToLong(act -> 1L << Traits.kind(Traits.of(act, null, null, 0)))
          .sum();

  private int[] keys = new int[16];
  private boolean[] in = new boolean[16];
  private long[] outAt = new long[16];
  private int[] used = new int[8];
  private int size;

  /** Where the last one was found: people mostly opt in and out on one channel. */
  private int last;

  private int follows;
  private int subscriptions;

  /** A follow from before the log, on a channel that nobody knows. */
  private boolean followedBefore;

  /** Whether a row with these traits is an opt-in or an opt-out. */
  static boolean isChange(int traits) {
    return (CHANGES >>> Traits.kind(traits) & 1) != 0;
  }

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
    if (keys[last] == key) {
      return last;
    }
    last = find(key);
    if (keys[last] != 0) {
      return last;
    }
    if (size == used.length) {
      grow();
      last = find(key);
    }
    keys[last] = key;
    in[last] = false;
    outAt[last] = Path.NEVER;
    used[size++] = last;
    return last;
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
