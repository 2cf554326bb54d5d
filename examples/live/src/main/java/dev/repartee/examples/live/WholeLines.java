package dev.repartee.examples.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file that is being written: a line is there once it has ended. Who writes may be
 * in the middle of one, or of a letter of several bytes.
 */
final class WholeLines {
  private final InputStream in;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

  /** The lines of a stream, which is read byte by byte. */
  WholeLines(InputStream in) {
    this.in = in;
  }

  /** The bytes of the next line, or null where none has ended; there may be one later. */
  byte @Nullable [] next() throws IOException {
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return taken();
      }
      begun.write(b);
    }
    return null;
  }

  /** The bytes of what was begun and will not go on, or null where nothing was. */
  byte @Nullable [] rest() {
    return begun.size() > 0 ? taken() : null;
  }

  private byte[] taken() {
    byte[] line = begun.toByteArray();
    begun.reset();
    return line;
  }
}
