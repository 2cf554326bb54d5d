package dev.repartee.examples.exports;

import java.io.InputStream;

/** Somebody who looks on while an export is read. */
public interface Progress {
  /** Nobody looks on. */
  Progress NONE = (name, size, bytes) -> bytes;

  /**
   * Called when a file is about to be read from its beginning to its end.
   *
   * @param name the file
   * @param size how many bytes it has; -1 where that is not known
   * @param bytes its bytes
   * @return the bytes, counted as they are read
   */
  InputStream reading(String name, long size, InputStream bytes);

  /**
   * Called when all rows are read and the log is about to be built.
   *
   * @param rows how many there are
   */
  default void building(long rows) {}
}
