package dev.repartee.measure;

import java.util.Arrays;

/**
 * Something derived from a whole log that a measure needs beside its rows, and that each log keeps
 * once it is made: which messages reply to which, whose messages speak to whom.
 *
 * <p>A log finds what it keeps by {@code equals}: use one constant, or a record of the options. The
 * text says what is derived; refusals name it.
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
  /**
   * {@return what the slices hold that the index is derived from; conversations, unless the index
   * says otherwise}
   */
  default Unit unit() {
    return Unit.CONVERSATION;
  }

  /**
   * Derives it, once for each log.
   *
   * @param slices the whole log, also what is later than the as-of of a view. It is one slice that
   *     moves on: nothing taken from it may be kept
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
   * <p>It covers the whole log, so replies may be later than the as-of; what members wrote for
   * colleagues beside what the audience can see is left out. Memory: 8 bytes a message.
   */
  final class Replies {
    /** Makes the replies of a log. */
    public static final LogIndex<Replies> INDEX = new Index();

    private record Index() implements LogIndex<Replies> {
      @Override
      public Replies build(Iterable<Slice> slices) {
        return new Replies(slices);
      }
    }

    /** Where the replies to each message end; they begin where those of the one before end. */
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

    /** Replies lie in the slice of what they reply to. */
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
     * {@return how many messages reply to a message, at least 0}
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
     * {@return a reply: its row}
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
