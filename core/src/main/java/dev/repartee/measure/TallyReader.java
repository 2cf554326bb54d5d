package dev.repartee.measure;

import java.io.DataInput;
import java.io.IOException;

/**
 * Reads back what {@link Tally#write} wrote.
 *
 * @param <T> the tally
 */
@FunctionalInterface
public interface TallyReader<T> {
  /**
   * Returns the tally read.
   *
   * @param in where from
   * @return a tally equal to the one written
   * @throws IOException if the bytes end early or make no sense
   */
  T read(DataInput in) throws IOException;
}
