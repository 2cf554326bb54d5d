package dev.repartee.log;

import dev.repartee.measure.Slice;
import java.util.Arrays;
import java.util.stream.LongStream;

/** The messages that reply to acts, which are few: by act, and those of one act in order. */
final class ActReplies {
  static final ActReplies NONE = new ActReplies(new long[0]);

  /** The act in the upper half, the reply in the lower, sorted. */
  private final long[] pairs;

  /** The reply in the upper half, the act in the lower, sorted. */
  private final long[] inverse;

  private ActReplies(long[] pairs) {
    this.pairs = pairs;
    this.inverse =
        LongStream.of(pairs).map(pair -> Long.rotateLeft(pair, Integer.SIZE)).sorted().toArray();
  }

  /** Collects replies in any order. */
  static final class Builder {
    private long[] pairs = new long[16];
    private int size;

    void add(int act, int reply) {
      if (size == pairs.length) {
        pairs = Arrays.copyOf(pairs, 2 * size);
      }
      pairs[size++] = (long) act << Integer.SIZE | reply;
    }

    ActReplies build() {
      long[] sorted = Arrays.copyOf(pairs, size);
      Arrays.sort(sorted);
      return new ActReplies(sorted);
    }
  }

  /** Where the replies to an act begin. */
  int from(int act) {
    int at = Arrays.binarySearch(pairs, (long) act << Integer.SIZE);
    return at < 0 ? -at - 1 : at;
  }

  /** How many there are. */
  int count(int act) {
    return from(act + 1) - from(act);
  }

  int reply(int act, int i) {
    return (int) pairs[from(act) + i];
  }

  /** The act that a message replies to, or none. */
  int act(int reply) {
    int at = Arrays.binarySearch(inverse, (long) reply << Integer.SIZE);
    int first = at < 0 ? -at - 1 : at;
    return first < inverse.length && (int) (inverse[first] >>> Integer.SIZE) == reply
        ? (int) inverse[first]
        : Slice.NONE;
  }
}
