package dev.repartee.examples.exports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Doubles quotes that stand behind a backslash, and takes one of two backslashes away. */
final class BackslashReader extends FilterReader {
  private static final int NONE = -2;

  private int waiting = NONE;

  BackslashReader(Reader text) {
    super(text);
  }

  @Override
  public int read() throws IOException {
    if (waiting != NONE) {
      int c = waiting;
      waiting = NONE;
      return c;
    }
    int c = in.read();
    if (c != '\\') {
      return c;
    }
    int next = in.read();
    if (next == '"') {
      waiting = '"';
      return '"';
    }
    if (next == '\\') {
      return '\\';
    }
    waiting = next;
    return '\\';
  }

  @Override
  public int read(char[] buffer, int start, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int c = read();
      if (c < 0) {
        return count == 0 && length > 0 ? -1 : count;
      }
      buffer[start + count++] = (char) c;
    }
    return count;
  }
}
