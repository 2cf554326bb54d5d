package dev.repartee.internal.bytes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Texts of any length in bytes, for tallies that keep names. {@code writeUTF} takes 65,535 bytes at
 * most, which the id of a row used as a key can exceed, so longer texts follow in pieces: a piece
 * of full length is followed by another.
 */
public final class Texts {
  /** A char takes at most three bytes. */
  private static final int PIECE = 65_535 / 3;

  private Texts() {}

  /** Writes a text. Throws {@code IOException} if writing fails. */
  public static void write(DataOutput out, String text) throws IOException {
    int from = 0;
    while (text.length() - from >= PIECE) {
      out.writeUTF(text.substring(from, from + PIECE));
      from += PIECE;
    }
    out.writeUTF(text.substring(from));
  }

  /**
   * Reads back what {@link #write} wrote. Throws {@code IOException} if the bytes end early or make
   * no sense.
   */
  public static String read(DataInput in) throws IOException {
    String piece = in.readUTF();
    if (piece.length() < PIECE) {
      return piece;
    }
    StringBuilder text = new StringBuilder();
    while (piece.length() == PIECE) {
      text.append(piece);
      piece = in.readUTF();
    }
    return text.append(piece).toString();
  }
}
