package dev.repartee.measure;

/**
 * One walk over one slice.
 *
 * @param <T> the tally it adds to
 */
@FunctionalInterface
public interface Sweep<T> {
  /**
   * Adds every fact of the slice to the tally of its anchor. It must depend on the slice alone and
   * may be called more than once for a slice, with another split each time.
   *
   * @param slice the rows
   * @param split where the tallies are
   */
  void sweep(Slice slice, Split<T> split);
}
