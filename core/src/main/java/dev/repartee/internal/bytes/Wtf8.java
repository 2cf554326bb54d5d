package dev.repartee.internal.bytes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Texts as UTF-8, in which a surrogate without its other half keeps the three bytes of its number:
 * Java writes {@code ?} for each, and different names would be one. Source: Simon Sapin, The WTF-8
 * encoding, 2016.
 */
public final class Wtf8 {
  private static final byte SURROGATE = (byte) 0xED;
  private static final int SURROGATE_BYTES = 3;

  private Wtf8() {}

  /** Returns the bytes of a text. */
  public static byte[] bytes(String text) {
    int alone = alone(text, 0);
    if (alone == text.length()) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(SURROGATE_BYTES * text.length());
    int start = 0;
    for (; alone < text.length(); alone = alone(text, start)) {
      bytes.writeBytes(text.substring(start, alone).getBytes(StandardCharsets.UTF_8));
      bytes.write(SURROGATE);
      bytes.write(0x80 | ((text.charAt(alone) >> 6) & 0x3F));
      bytes.write(0x80 | (text.charAt(alone) & 0x3F));
      start = alone + 1;
    }
    bytes.writeBytes(text.substring(start).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  /** Where the next surrogate without its other half stands, or the end. */
  private static int alone(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        return at;
      }
      at += Character.charCount(point);
    }
    return at;
  }

  /** Returns the text that {@link #bytes} wrote. */
  public static String text(byte[] bytes, int from, int to) {
    int start = from;
    StringBuilder text = new StringBuilder();
    for (int at = from; at + 2 < to; at++) {
      if (bytes[at] == SURROGATE && (bytes[at + 1] & 0xE0) == 0xA0) {
        text.append(new String(bytes, start, at - start, StandardCharsets.UTF_8));
        text.append((char) (0xD000 | ((bytes[at + 1] & 0x3F) << 6) | (bytes[at + 2] & 0x3F)));
        start = at + SURROGATE_BYTES;
        at += SURROGATE_BYTES - 1;
      }
    }
    String rest = new String(bytes, start, to - start, StandardCharsets.UTF_8);
    return text.isEmpty() ? rest : text.append(rest).toString();
  }
}
