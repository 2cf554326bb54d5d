package dev.repartee.examples.exports;

import dev.repartee.log.Appender;
import java.io.IOException;

/** Reads files each of which stands for itself; what the first is like, the others are. */
abstract class FileReader implements LogReader {
  /** Looks at a file before its rows are read. */
  abstract void prepare(InputFile file) throws IOException;

  /** Offers the rows of a file. */
  abstract void read(InputFile file, Appender rows) throws IOException;

  @Override
  public final void prepare(Inputs inputs) throws IOException {
    prepare(inputs.files().get(0));
  }

  @Override
  public final void read(Inputs inputs, Appender rows) throws IOException {
    for (InputFile file : inputs.files()) {
      if (inputs.files().size() > 1) {
        prepare(file);
      }
      read(file, rows);
    }
  }
}
