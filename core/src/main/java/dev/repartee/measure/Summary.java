package dev.repartee.measure;

/**
 * The answer of a measure: immutable, mergeable, with bytes.
 *
 * <p>{@code toString} is a headline of at most 49 characters with a few lines below it.
 *
 * @param <S> the summary itself
 */
public interface Summary<S extends Summary<S>> {
  /**
   * Returns what this is a summary of.
   *
   * @return measure, as-of, windows, follow-up
   */
  Origin origin();

  /**
   * Returns the summary of both: equal to the bit to the one of the whole.
   *
   * @param other a summary of the same measure over other units, or over another window
   * @return the merged summary
   * @throws IllegalArgumentException if the two do not belong together; the message says what
   *     differs and what to do
   */
  S merge(S other);

  /**
   * Returns everything as a table for people.
   *
   * @return lines of text; what {@code toString} gives, unless the summary has more to show
   */
  default String table() {
    return toString();
  }

  /**
   * Returns the state as bytes, which {@link Measure#fromBytes} of the same measure reads. Equal
   * summaries have equal bytes: compare those, because summaries have no {@code equals}.
   *
   * @return the bytes
   */
  byte[] toBytes();
}
