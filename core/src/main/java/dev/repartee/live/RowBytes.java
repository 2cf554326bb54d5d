package dev.repartee.live;

import dev.repartee.internal.bytes.Wtf8;
import dev.repartee.internal.math.Micros;
import dev.repartee.internal.time.EventTime;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Intent;
import dev.repartee.model.Sentiment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Rows as bytes, one after another: which fields are present, the time, the small attributes, then
 * the fields. A number takes only as many bytes as it needs.
 */
final class RowBytes {
  private static final int HAS_RATING = 1 << 3;
  private static final int HAS_OWN = 1 << 4;
  private static final int KNOWN_FLAGS = (1 << 5) - 1;
  private static final int NUMBERS_ONLY = 1 << RowDraft.SEQUENCE;
  private static final int KEYS = (1 << RowDraft.CHANNEL) - 1;
  private static final int ALL = (1 << RowDraft.FIELDS) - 1;
  private static final ActKind[] ACTS = ActKind.values();
  private static final Sentiment[] SENTIMENTS = Sentiment.values();
  private static final Intent[] INTENTS = Intent.values();

  private byte[] bytes;
  private int at;
  private int end;

  /** Writes into an array from a position on; the array grows as needed. */
  RowBytes(byte[] bytes, int at) {
    this(bytes, at, bytes.length);
  }

  /** Reads an array from a position up to an end. */
  RowBytes(byte[] bytes, int at, int end) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where the next row begins. */
  int at() {
    return at;
  }

  boolean hasMore() {
    return at < end;
  }

  void write(RowDraft row) {
    putInt(row.numberFields << 16 | row.textFields);
    putByte(row.flags | (row.rating == null ? 0 : HAS_RATING) | (row.hasOwn() ? HAS_OWN : 0));
    putByte(row.act == null ? 0 : row.act.ordinal() + 1);
    putByte(
        (row.sentiment == null ? 0 : row.sentiment.ordinal() + 1) << 4
            | (row.intent == null ? 0 : row.intent.ordinal() + 1));
    putLong(row.at);
    for (int left = row.numberFields; left != 0; left &= left - 1) {
      long number = row.numbers[Integer.numberOfTrailingZeros(left)];
      putNumber(number << 1 ^ number >> 63);
    }
    for (int left = row.textFields; left != 0; left &= left - 1) {
      putText(row.texts[Integer.numberOfTrailingZeros(left)]);
    }
    if (row.rating != null) {
      putInt(row.rating);
    }
    if (row.hasOwn()) {
      putNumber(row.textNames.size());
      for (int i = 0; i < row.textNames.size(); i++) {
        putText(row.textNames.get(i));
        putText(row.ownTexts.get(i));
      }
      putNumber(row.valueNames.size());
      for (int i = 0; i < row.valueNames.size(); i++) {
        putText(row.valueNames.get(i));
        putLong(Double.doubleToLongBits(row.values.get(i)));
      }
    }
  }

  /**
   * Reads the next row.
   *
   * @throws IllegalArgumentException if the bytes are not a row
   * @throws IndexOutOfBoundsException if they end early
   */
  void read(RowDraft row) {
    row.clear();
    int fields = getInt();
    row.numberFields = fields >>> 16;
    row.textFields = fields & 0xFFFF;
    int flags = getByte();
    int act = getByte();
    int labels = getByte();
    row.at = getLong();
    check(
        (row.numberFields & ~KEYS) == 0
            && (row.textFields & ~ALL) == 0
            && (row.textFields & NUMBERS_ONLY) == 0
            && (row.numberFields & row.textFields) == 0
            && flags <= KNOWN_FLAGS
            && act <= ACTS.length
            && labels >>> 4 <= SENTIMENTS.length
            && (labels & 15) <= INTENTS.length
            && EventTime.isValid(row.at));
    row.flags = flags & ~(HAS_RATING | HAS_OWN);
    row.act = act == 0 ? null : ACTS[act - 1];
    row.sentiment = labels >>> 4 == 0 ? null : SENTIMENTS[(labels >>> 4) - 1];
    row.intent = (labels & 15) == 0 ? null : INTENTS[(labels & 15) - 1];
    for (int left = row.numberFields; left != 0; left &= left - 1) {
      long number = getNumber();
      row.numbers[Integer.numberOfTrailingZeros(left)] = number >>> 1 ^ -(number & 1);
    }
    for (int left = row.textFields; left != 0; left &= left - 1) {
      row.texts[Integer.numberOfTrailingZeros(left)] = getText();
    }
    if ((flags & HAS_RATING) != 0) {
      row.rating = Act.requireStars(getInt());
    }
    if ((flags & HAS_OWN) != 0) {
      readOwn(row);
    }
  }

  private void readOwn(RowDraft row) {
    for (long left = getNumber(); left != 0; left--) {
      row.textNames.add(getText());
      row.ownTexts.add(getText());
    }
    for (long left = getNumber(); left != 0; left--) {
      String name = getText();
      double value = Double.longBitsToDouble(getLong());
      Micros.of(name, value); // throws if it is out of range
      row.valueNames.add(name);
      row.values.add(value);
    }
  }

  private static void check(boolean isRow) {
    if (!isRow) {
      throw new IllegalArgumentException("fields that no row has");
    }
  }

  private void reserve(int count) {
    if (bytes.length - at < count) {
      int wanted = Math.addExact(at, count);
      long doubled = Math.min(Integer.MAX_VALUE - 8L, 2L * bytes.length);
      bytes = Arrays.copyOf(bytes, (int) Math.max(wanted, doubled));
    }
  }

  private void putByte(int value) {
    reserve(1);
    bytes[at++] = (byte) value;
  }

  private void putInt(int value) {
    reserve(Integer.BYTES);
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes[at++] = (byte) (value >>> shift);
    }
  }

  private void putLong(long value) {
    putInt((int) (value >>> 32));
    putInt((int) value);
  }

  /** Seven bits to a byte, lowest first. */
  private void putNumber(long value) {
    reserve(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[at++] = (byte) rest;
  }

  /** Twice the length in bytes, plus one if some char takes more than one byte. */
  private void putText(String text) {
    int length = text.length();
    reserve(length + 10);
    int start = at;
    putNumber((long) length << 1);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        at = start;
        putEncoded(Wtf8.bytes(text));
        return;
      }
      bytes[at++] = (byte) c;
    }
  }

  private void putEncoded(byte[] text) {
    putNumber((long) text.length << 1 | 1);
    reserve(text.length);
    System.arraycopy(text, 0, bytes, at, text.length);
    at += text.length;
  }

  private int getByte() {
    if (at >= end) {
      throw new IndexOutOfBoundsException("a row ends early");
    }
    return bytes[at++] & 0xFF;
  }

  private int getInt() {
    return getByte() << 24 | getByte() << 16 | getByte() << 8 | getByte();
  }

  private long getLong() {
    return (long) getInt() << 32 | (getInt() & 0xFFFF_FFFFL);
  }

  private long getNumber() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = getByte();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number without end");
  }

  private String getText() {
    long told = getNumber();
    long length = told >>> 1;
    if (length > end - at) {
      throw new IndexOutOfBoundsException("a text ends early");
    }
    int from = at;
    at += (int) length;
    return (told & 1) == 0
        ? new String(bytes, from, (int) length, StandardCharsets.ISO_8859_1)
        : Wtf8.text(bytes, from, at);
  }
}
