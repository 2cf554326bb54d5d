package dev.repartee.measure;

import java.util.Map;
import java.util.function.Function;

/**
 * The answer of a measure: immutable, mergeable, and convertible to bytes.
 *
 * <p>{@code toString} is a headline of at most 49 characters with a few lines below it. For a
 * measure over conversations, the first of these lines warns if nobody of an organization ever
 * wrote ({@link Origin#under}).
 *
 * @param <S> the summary itself
 */
public interface Summary<S extends Summary<S>> {
  /** {@return the origin: measure, as-of, windows and follow-up} */
  Origin origin();

  /**
   * {@return the merged summary, equal to the bit to that of the whole}
   *
   * @param other a summary of the same measure over other units, or over another window
   * @throws IllegalArgumentException if the two cannot be merged; the message says what differs and
   *     what to do
   */
  S merge(S other);

  /**
   * {@return what the summary says, as rows: each number with its name, unit, interval and counts}
   */
  Facts facts();

  /** {@return everything as a readable table, a line for each fact} */
  default String table() {
    return facts().toString();
  }

  /**
   * {@return the facts as maps and lists of JDK types, which any JSON library can write; see {@link
   * Facts#toMap}}
   */
  default Map<String, Object> toMap() {
    return facts().toMap();
  }

  /**
   * {@return the state as bytes, which {@link Measure#fromBytes} of the same measure reads} Equal
   * summaries have equal bytes; compare the bytes, because summaries have no {@code equals}.
   */
  byte[] toBytes();

  /**
   * A summary that rests on {@link Evidence}, which provides origin, merging and bytes.
   *
   * <pre>{@code
   * final class WeekendSummary extends Summary.Backed<WeekendSummary> {
   *   private final Groups<Weekend> groups;
   *
   *   WeekendSummary(Evidence<Groups<Weekend>> evidence) {
   *     super(evidence, WeekendSummary::new);
   *     groups = evidence.tally();
   *   }
   *
   *   public Facts facts() {
   *     return Facts.of(origin())
   *         .share("on_weekend", groups.share(w -> w.onWeekend, w -> w.messages))
   *         .build();
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
     * @param maker makes a summary with the same options from other evidence
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
