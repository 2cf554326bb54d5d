package dev.repartee.measure;

/**
 * Something derived from a whole log that a measure needs beside its rows, and that each log keeps
 * once it is made: which messages reply to which, whose messages speak to whom.
 *
 * <p>A log finds what it keeps by {@code equals}: use one constant, or a record of the options. The
 * text says what is derived; refusals name it.
 *
 * <pre>{@code
 * void sweep(Slice slice, Split<Weekend> split) {
 *   Replies replies = slice.index(Replies.INDEX);
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
}
