package dev.repartee.measure;

import java.util.Arrays;

/**
 * Something derived from a whole log that a measure needs besides its rows, such as which messages
 * reply to which. Each log keeps it once it is made.
 *
 * <p>A log finds it by {@code equals}, so use a constant, or a record of the options. {@code
 * toString} says what is derived; error messages quote it.
 *
 * <pre>{@code
 * void sweep(Slice slice, Split<Weekend> split) {
 *   LogIndex.Replies replies = slice.index(LogIndex.Replies.INDEX);
 * }
 * }</pre>
 *
 * @param <X> what is derived; it must not change once it is made, since threads share it
 */
public interface LogIndex<X> {
  /** {@return the unit of the slices that the index is derived from; conversations by default} */
  default Unit unit() {
    return Unit.CONVERSATION;
  }

  /**
   * Derives the index, once for each log.
   *
   * @param slices the whole log, including what is later than the as-of of a view. This is a single
   *     slice that moves on, so nothing taken from it may be kept
   * @return what was derived
   */
  X build(Iterable<Slice> slices);

  /**
   * The messages that reply to each message, in conversation order: the way down the tree, as
   * {@link Slice#parent} is the way up.
   *
   * <pre>{@code
   * boolean isRepliedTo(Slice slice, int message) {
   *   LogIndex.Replies replies = slice.index(LogIndex.Replies.INDEX);
   *   return replies.count(message) > 0
   *       && slice.effectiveAt(replies.reply(message, 0)) <= slice.seenUntil(message);
   * }
   * }</pre>
   *
   * <p>It covers the whole log, so replies may be later than the as-of. Members' private messages
   * among visible ones are left out. It takes 8 bytes of memory for each message.
   */
  final class Replies {
    /** Derives the replies of a log. */
    public static final LogIndex<Replies> INDEX = new Index();

    private record Index() implements LogIndex<Replies> {
      @Override
      public Replies build(Iterable<Slice> slices) {
        return new Replies(slices);
      }
    }

    /** Where the replies to each message end; they begin where those to the message before end. */
    private int[] ends = new int[64];

    private int[] replies = new int[64];

    private Replies(Iterable<Slice> slices) {
      int messages = 0;
      for (Slice slice : slices) {
        int units = slice.units();
        if (units > 0) {
          int from = slice.from(0);
          messages = slice.to(units - 1);
          add(slice, from, messages);
        }
      }
      ends = Arrays.copyOf(ends, messages);
      replies = Arrays.copyOf(replies, messages == 0 ? 0 : ends[messages - 1]);
    }

    /** Replies are in the same slice as the message they reply to. */
    private void add(Slice slice, int from, int to) {
      if (ends.length < to) {
        ends = Arrays.copyOf(ends, Math.max(to, ends.length + ends.length / 2));
        replies = Arrays.copyOf(replies, ends.length);
      }
      for (int row = from; row < to; row++) {
        if (isReply(slice, row)) {
          ends[slice.parent(row)]++;
        }
      }
      int begin = from == 0 ? 0 : ends[from - 1];
      for (int row = from; row < to; row++) {
        int count = ends[row];
        ends[row] = begin; // moves to the end as replies are put in
        begin += count;
      }
      for (int row = from; row < to; row++) {
        if (isReply(slice, row)) {
          replies[ends[slice.parent(row)]++] = row;
        }
      }
    }

    private static boolean isReply(Slice slice, int row) {
      return slice.parent(row) != Slice.NONE && !slice.isAside(row);
    }

    /**
     * {@return the number of replies to a message, at least 0}
     *
     * @param message the row of a message
     */
    public int count(int message) {
      return ends[message] - begin(message);
    }

    private int begin(int message) {
      return message == 0 ? 0 : ends[message - 1];
    }

    /**
     * {@return the row of a reply}
     *
     * @param message the row of a message
     * @param i from 0 to {@code count(message) - 1}
     */
    public int reply(int message, int i) {
      return replies[begin(message) + i];
    }

    @Override
    public String toString() {
      return replies.length + " replies to " + ends.length + " messages";
    }
  }
}
