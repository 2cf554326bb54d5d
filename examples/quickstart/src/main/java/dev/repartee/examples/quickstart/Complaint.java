package dev.repartee.examples.quickstart;

import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;

/** One clear sentence instead of a stack trace. */
final class Complaint {
  private Complaint() {}

  static String of(Throwable failure) {
    Throwable e =
        failure instanceof UncheckedIOException io && io.getCause() != null
            ? io.getCause()
            : failure;
    if (e instanceof CharacterCodingException) {
      return "the file is not UTF-8 text; say --charset=ISO-8859-1, or convert it, as with iconv -t"
          + " UTF-8";
    }
    if (e instanceof NoSuchFileException missing) {
      return "file (" + missing.getFile() + ") does not exist";
    }
    if (e instanceof OutOfMemoryError) {
      return "not enough memory; give Java more, as with MAVEN_OPTS=-Xmx4g";
    }
    if (e instanceof StackOverflowError) {
      return "something in the data is nested deeper than can be read; take it out";
    }
    String message = e.getMessage();
    return message == null ? "it failed for a reason without words: " + e.getClass() : message;
  }
}
