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
  private static final int LOOKED_AT = 512;
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
   * A reader from behind the mark of the byte order, if there is one. A new decoder fails on what
   * is no UTF-8, where the usual reader would put question marks.
   */
  private BufferedReader reader(InputStream bytes) throws IOException {
    Charset used = charset.isPresent() ? charset.get() : guess();
    BufferedReader text =
        new BufferedReader(new InputStreamReader(bytes, used.newDecoder()), BUFFER);
    try {
      text.mark(1);
      if (text.read() != BYTE_ORDER_MARK) {
        text.reset();
      }
      return text;
    } catch (CharacterCodingException e) {
      text.close();
      throw notUtf8(e);
    } catch (IOException e) {
      text.close();
      throw e;
    }
  }

  /** UTF-8, or UTF-16 where the first bytes show it, with a mark of the byte order or without. */
  private Charset guess() throws IOException {
    byte[] head;
    try (InputStream bytes = bytes()) {
      head = bytes.readNBytes(LOOKED_AT);
    }
    if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    int even = 0;
    int odd = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        even += (i & 1) == 0 ? 1 : 0;
        odd += i & 1;
      }
    }
    // Latin letters in UTF-16 have a zero beside them; a stray NUL in UTF-8 does not come so often.
    int many = head.length / 5;
    if (head.length >= 4 && odd > many && even <= odd / 4) {
      return StandardCharsets.UTF_16LE;
    }
    return head.length >= 4 && even > many && odd <= even / 4
        ? StandardCharsets.UTF_16BE
        : StandardCharsets.UTF_8;
  }

  /** One clear sentence for bytes that are no text in the character set. */
  IOException notUtf8(CharacterCodingException cause) {
    String text =
        charset.isPresent()
            ? "file ("
                + shown
                + ") is no text in "
                + charset.get()
                + "; leave out --charset, or name another"
            : "file ("
                + shown
                + ") is not UTF-8 text; if it is Latin-1, say --charset=ISO-8859-1 (or"
                + " windows-1252), or convert it, as with iconv -t UTF-8";
    return new IOException(text, cause);
  }

  @Override
  public String toString() {
    return shown;
  }
}
