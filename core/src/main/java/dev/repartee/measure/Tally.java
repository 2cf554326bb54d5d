package dev.repartee.measure;

import java.io.DataOutput;
import java.io.IOException;

/**
 * What a sweep adds up. A tally holds integers only, so that adding is exact, in any order and
 * grouping: that makes results the same to the bit however the work is split.
 *
 * @param <T> the tally itself
 */
public interface Tally<T extends Tally<T>> {
  /**
   * Adds all that another tally has counted; the other stays as it is.
   *
   * @param other the other tally, with the same options
   */
  void add(T other);

  /**
   * Writes the state, so that equal states write equal bytes.
   *
   * @param out where to
   * @throws IOException if writing fails
   */
  void write(DataOutput out) throws IOException;
}
