package dev.repartee.examples.exports;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Bytes that are unpacked; where they break off, the message names the file. */
final class NamedStream extends FilterInputStream {
  private final String shown;

  NamedStream(InputStream bytes, String shown) {
    super(bytes);
    this.shown = shown;
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (EOFException | ZipException e) {
      throw broken(e);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (EOFException | ZipException e) {
      throw broken(e);
    }
  }

  private IOException broken(IOException e) {
    return new IOException(
        "file ("
            + shown
            + ") is packed and broken, as after a download cut short; get it again, or unpack it as"
            + " far as it goes and name what comes out",
        e);
  }
}
