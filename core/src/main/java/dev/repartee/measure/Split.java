package dev.repartee.measure;

import org.jspecify.annotations.Nullable;

/**
 * Hands a sweep the tally a fact belongs to. One mechanism serves breakdowns, windows, filters and
 * replicate groups.
 *
 * @param <T> the tally
 */
public abstract class Split<T> {
  /** For library code and the engine of a log. */
  protected Split() {}

  /**
   * {@return the split that splits nothing; hands over this tally for every fact}
   *
   * @param tally what all facts belong to
   * @param <T> the tally
   */
  public static <T> Split<T> whole(T tally) {
    return new Whole<>(tally);
  }

  /** Every fact counts, and in one place. */
  private static final class Whole<T> extends Split<T> {
    private final T tally;

    private Whole(T tally) {
      this.tally = tally;
    }

    @Override
    public T at(int anchorRow, int answerRow) {
      return tally;
    }

    @Override
    public T at(int anchorRow, int answerRow, long beginsAt) {
      return tally;
    }

    @Override
    public boolean takes(int anchorRow, int answerRow) {
      return true;
    }

    @Override
    public T whole() {
      return tally;
    }
  }

  /**
   * {@return the one tally that all facts belong to, so that a sweep may count in bulk: the tally;
   * null where facts have to be handed over one by one}
   */
  public @Nullable T whole() {
    return null;
  }

  /**
   * {@return the one tally that all facts of a run of rows belong to, whatever answers them, so
   * that a sweep may count the run as one: the tally; null where there may be several}
   *
   * @param from the first row
   * @param to the row after the last, all of one unit that stands in order of time
   */
  public @Nullable T whole(int from, int to) {
    return whole();
  }

  /**
   * {@return the tally of a fact that has no answer or knows none: the tally to add the fact to;
   * where the fact is outside the window or filter, one that nobody reads}
   *
   * @param anchorRow the row the fact hangs on
   */
  public final T at(int anchorRow) {
    return at(anchorRow, Slice.NONE);
  }

  /**
   * {@return the tally of a fact that has an answer: the tally to add the fact to; where the fact
   * is outside the window or filter, one that nobody reads}
   *
   * @param anchorRow the row the fact hangs on
   * @param answerRow the row that answers it, or {@link Slice#NONE}
   */
  public abstract T at(int anchorRow, int answerRow);

  /**
   * {@return the tally of a fact that begins with an act that is no row, such as one that assigns a
   * conversation: the tally to add the fact to; where the fact is outside the window or filter, one
   * that nobody reads} The fact lies in the window, the day, the week and the hour of that act; all
   * else that keys and filters ask is read from a row. The plan says {@link
   * Plan.Draft#hangingOnActs}.
   *
   * @param anchorRow the row that the act speaks of
   * @param answerRow the row that answers it, or {@link Slice#NONE}
   * @param beginsAt when the act takes effect, not before the row does; epoch milliseconds
   */
  public abstract T at(int anchorRow, int answerRow, long beginsAt);

  /**
   * Finds the tallies of many facts at once, each by a small number, so that a sweep may put the
   * facts of a tally together and add them at once.
   *
   * @param anchorRows the rows the facts hang on
   * @param answerRows the rows that answer them, or {@link Slice#NONE} each
   * @param facts how many
   * @return the numbers, as many as facts and perhaps more, for {@link #tally}; written anew by the
   *     next call. Null where tallies have no numbers and facts have to be handed over one by one
   */
  public int @Nullable [] codes(int[] anchorRows, int[] answerRows, int facts) {
    return null;
  }

  /**
   * {@return the tally of a number}
   *
   * @param code one that {@link #codes} returned while the slice stood where it stands
   * @throws UnsupportedOperationException if tallies have no numbers
   */
  public T tally(int code) {
    throw new UnsupportedOperationException("tallies of " + this + " have no numbers");
  }

  /**
   * {@return whether a fact is inside the window and the filters; whether the fact counts} Asking
   * is never necessary; it saves the work on facts that nobody reads.
   *
   * @param anchorRow the row the fact hangs on
   * @param answerRow the row that answers it, or {@link Slice#NONE}
   */
  public abstract boolean takes(int anchorRow, int answerRow);

  @Override
  public String toString() {
    return getClass().getSimpleName();
  }
}
