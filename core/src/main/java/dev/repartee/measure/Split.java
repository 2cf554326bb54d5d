package dev.repartee.measure;

import org.jspecify.annotations.Nullable;

/**
 * Gives a sweep the tally that a fact belongs to. This one mechanism serves breakdowns, windows,
 * filters and replicate groups.
 *
 * @param <T> the tally
 */
public abstract class Split<T> {
  /** For library code and the engine of a log. */
  protected Split() {}

  /**
   * {@return a split that gives the same tally for every fact}
   *
   * @param tally the tally of all facts
   * @param <T> the tally
   */
  public static <T> Split<T> whole(T tally) {
    return new Whole<>(tally);
  }

  /** Counts every fact in one tally. */
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
   * {@return the one tally that all facts belong to, so that a sweep may count in bulk; null if
   * facts have to be passed one by one}
   */
  public @Nullable T whole() {
    return null;
  }

  /**
   * {@return the one tally that all facts of a run of rows belong to, whatever answers them, so
   * that a sweep may count the run as one; null if there may be several}
   *
   * @param from the first row
   * @param to the row after the last; all rows must be of one unit, in order of time
   */
  public @Nullable T whole(int from, int to) {
    return whole();
  }

  /**
   * {@return the tally to add a fact to that has no answer or does not know it; if the fact is
   * outside the window or filter, a tally that nobody reads}
   *
   * @param anchorRow the anchor of the fact
   */
  public final T at(int anchorRow) {
    return at(anchorRow, Slice.NONE);
  }

  /**
   * {@return the tally to add a fact to that may have an answer; if the fact is outside the window
   * or filter, a tally that nobody reads}
   *
   * @param anchorRow the anchor of the fact
   * @param answerRow the row that answers it, or {@link Slice#NONE}
   */
  public abstract T at(int anchorRow, int answerRow);

  /**
   * {@return the tally to add a fact to that begins with an act that is not a row, such as one that
   * assigns a conversation; if the fact is outside the window or filter, a tally that nobody reads}
   * The act decides the window, day, week and hour of the fact; all other keys and filters read a
   * row. The plan must use {@link Plan.Draft#hangingOnActs}.
   *
   * @param anchorRow the row that the act refers to
   * @param answerRow the row that answers it, or {@link Slice#NONE}
   * @param beginsAt when the act takes effect, in epoch milliseconds; not before the row does
   */
  public abstract T at(int anchorRow, int answerRow, long beginsAt);

  /**
   * Finds the tallies of many facts at once, as small numbers, so that a sweep may collect the
   * facts of a tally and add them together.
   *
   * @param anchorRows the anchors of the facts
   * @param answerRows the rows that answer them, or {@link Slice#NONE} each
   * @param facts the number of facts
   * @return the numbers for {@link #tally}, in an array that may be longer than needed and is
   *     overwritten by the next call; null if tallies have no numbers and facts have to be passed
   *     one by one
   */
  public int @Nullable [] codes(int[] anchorRows, int[] answerRows, int facts) {
    return null;
  }

  /**
   * {@return the tally with a number}
   *
   * @param code a number that {@link #codes} returned since the slice last moved
   * @throws UnsupportedOperationException if tallies have no numbers
   */
  public T tally(int code) {
    throw new UnsupportedOperationException("tallies of " + this + " have no numbers");
  }

  /**
   * {@return whether a fact is inside the window and the filters} Calling this is never necessary,
   * but saves work on facts that nobody reads.
   *
   * @param anchorRow the anchor of the fact
   * @param answerRow the row that answers it, or {@link Slice#NONE}
   */
  public abstract boolean takes(int anchorRow, int answerRow);

  @Override
  public String toString() {
    return getClass().getSimpleName();
  }
}
