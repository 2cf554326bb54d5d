package dev.repartee.examples.exports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One text of an export, wherever it lies: a file, an entry of a zip, what gzip has packed. It can
 * be read as often as one likes.
 */
final class InputFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int BUFFER = 1 << 16;

  /** Opens the bytes anew. */
  interface Opener {
    InputStream open() throws IOException;
  }

  private final String name;
  private final String shown;
  private final long size;
  private final Opener opener;
  private final Optional<Charset> charset;
  private final Progress progress;

  /**
   * A text.
   *
   * @param name the path within the export, with {@code /} between folders
   * @param shown how messages name it
   * @param size its bytes; -1 where that is not known
   * @param charset its character set, where the user has said it
   */
  InputFile(
      String name,
      String shown,
      long size,
      Opener opener,
      Optional<Charset> charset,
      Progress progress) {
    this.name = name;
    this.shown = shown;
    this.size = size;
    this.opener = opener;
    this.charset = charset;
    this.progress = progress;
  }

  /** The same, without anybody looking on. */
  InputFile quiet() {
    return new InputFile(name, shown, size, opener, charset, Progress.NONE);
  }

  /** The path within the export: {@code general/2022-08-12.json}. */
  String name() {
    return name;
  }

  /** The bytes. */
  InputStream bytes() throws IOException {
    return opener.open();
  }

  /** The bytes, while somebody looks on. */
  InputStream bytesWithProgress() throws IOException {
    return progress.reading(shown, size, opener.open());
  }

  /** A reader for a look at the beginning. */
  BufferedReader open() throws IOException {
    return reader(bytes());
  }

  /** A reader for all of the file. */
  BufferedReader openWithProgress() throws IOException {
    return reader(bytesWithProgress());
  }

  /**
   * A reader from behind the marks of the byte order, if there are any. A new decoder fails on what
   * is no text in the character set, where the usual reader would put question marks.
   */
  private BufferedReader reader(InputStream bytes) throws IOException {
    Charset used = charset.isPresent() ? charset.get() : guess();
    BufferedReader text =
        new BufferedReader(
            new NamedReader(new InputStreamReader(bytes, used.newDecoder()), e -> noText(used, e)),
            BUFFER);
    try {
      do {
        text.mark(1);
      } while (text.read() == BYTE_ORDER_MARK);
      text.reset();
      return text;
    } catch (IOException e) {
      text.close();
      throw e;
    }
  }

  private Charset guess() throws IOException {
    try (InputStream bytes = bytes()) {
      return CharsetGuess.of(bytes.readNBytes(CharsetGuess.LOOKED_AT));
    }
  }

  /** One clear sentence for bytes that are no text in the character set. */
  private IOException noText(Charset used, CharacterCodingException cause) {
    String text;
    if (charset.isPresent()) {
      text = " is no text in " + used + "; leave out --charset, or name another";
    } else if (used.equals(StandardCharsets.UTF_8)) {
      text =
          " is not UTF-8 text; if it is Latin-1, say --charset=ISO-8859-1 (or windows-1252), or"
              + " convert it, as with iconv -t UTF-8";
    } else {
      text =
          " begins as text in "
              + used
              + " and does not go on so; is it cut short? Get it again, or name its character set"
              + " with --charset";
    }
    return new IOException("file (" + shown + ")" + text, cause);
  }

  @Override
  public String toString() {
    return shown;
  }
}
