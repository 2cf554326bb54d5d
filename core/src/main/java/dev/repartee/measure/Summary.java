package dev.repartee.measure;

import java.util.function.Function;

/**
 * The answer of a measure: immutable, mergeable, with bytes.
 *
 * <p>{@code toString} is a headline of at most 49 characters with a few lines below it.
 *
 * @param <S> the summary itself
 */
public interface Summary<S extends Summary<S>> {
  /** {@return what this is a summary of; measure, as-of, windows, follow-up} */
  Origin origin();

  /**
   * {@return the summary of both: equal to the bit to the one of the whole; the merged summary}
   *
   * @param other a summary of the same measure over other units, or over another window
   * @throws IllegalArgumentException if the two do not belong together; the message says what
   *     differs and what to do
   */
  S merge(S other);

  /**
   * {@return everything as a table for people: lines of text; what {@code toString} gives, unless
   * the summary has more to show}
   */
  default String table() {
    return toString();
  }

  /**
   * {@return the state as bytes, which {@link Measure#fromBytes} of the same measure reads: the
   * bytes} Equal summaries have equal bytes: compare those, because summaries have no {@code
   * equals}.
   */
  byte[] toBytes();

  /**
   * A summary that rests on {@link Evidence}, which looks after origin, merging and bytes.
   *
   * <pre>{@code
   * final class WeekendSummary extends Summary.Backed<WeekendSummary> {
   *   private final Groups<Weekend> groups;
   *
   *   WeekendSummary(Evidence<Groups<Weekend>> evidence) {
   *     super(evidence, WeekendSummary::new);
   *     groups = evidence.tally();
   *   }
   * }
   * }</pre>
   *
   * @param <S> the summary itself
   */
  abstract class Backed<S extends Backed<S>> implements Summary<S> {
    private final Backing<?, S> backing;

    /**
     * Creates a summary.
     *
     * @param evidence what it rests on
     * @param maker makes a summary with the same options of other evidence
     * @param <T> the tally
     */
    protected <T extends Tally<T>> Backed(
        Evidence<T> evidence, Function<? super Evidence<T>, S> maker) {
      this.backing = new Backing<>(evidence, maker);
    }

    private record Backing<T extends Tally<T>, S extends Backed<S>>(
        Evidence<T> evidence, Function<? super Evidence<T>, S> maker) {
      @SuppressWarnings("unchecked") // evidence of another measure is refused by its origin
      S merge(Backed<S> other) {
        return maker.apply(evidence.merge((Evidence<T>) other.backing.evidence));
      }
    }

    @Override
    public final Origin origin() {
      return backing.evidence.origin();
    }

    @Override
    public S merge(S other) {
      // Whoever knows of more changes of the directory has more members to speak of.
      return other.origin().knowsMoreThan(origin())
          ? ((Backed<S>) other).backing.merge(this)
          : backing.merge(other);
    }

    @Override
    public final byte[] toBytes() {
      return backing.evidence.toBytes();
    }
  }
}
