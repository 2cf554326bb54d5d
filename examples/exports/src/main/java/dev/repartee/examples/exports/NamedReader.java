package dev.repartee.examples.exports;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.function.Function;

/** Text that is decoded; bytes that are none are told as a fault of the file that holds them. */
final class NamedReader extends Reader {
  private final Reader text;
  private final Function<CharacterCodingException, IOException> fault;

  NamedReader(Reader text, Function<CharacterCodingException, IOException> fault) {
    this.text = text;
    this.fault = fault;
  }

  @Override
  public int read(char[] letters, int offset, int length) throws IOException {
    try {
      return text.read(letters, offset, length);
    } catch (CharacterCodingException e) {
      throw fault.apply(e);
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
