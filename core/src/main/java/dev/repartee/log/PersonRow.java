package dev.repartee.log;

import dev.repartee.internal.time.EventTime;
import dev.repartee.measure.RepliesTo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A row of a log that has left its conversation, with all that follows from it: what a measure over
 * persons looks at. {@link EngagementLog#rows} makes them and {@link EngagementLog#ofRows} builds a
 * log of them; on the way they travel as {@linkplain #toBytes bytes}, some 80 of them with short
 * names.
 *
 * <p><b>The bytes</b>, numbers with their highest byte first: {@code 01} for this version; the
 * content hash of the directory, 8 bytes; the small attributes, 4; the own time, 8, in milliseconds
 * since 1970; the time at which it takes effect, 8; the position of its organization in the
 * directory or -1, 2. Then seven texts: the account, the person, the id, the channel, the topic,
 * the label, the account of whom it names; each as 4 bytes with the number of bytes to come, or -1
 * for none, and those bytes in UTF-8. At last the CRC-32C of all that, 4 bytes.
 */
public final class PersonRow {
  private static final int VERSION = 1;
  private static final int NO_TEXT = -1;
  private static final int HEADLINE = 49;

  private final Told told;
  private final Texts texts;

  /** What is told by numbers. */
  record Told(long directoryHash, int bits, long at, long effectiveAt, short organization) {}

  /** What is told by texts; null is none. */
  record Texts(
      @Nullable String account,
      @Nullable String person,
      @Nullable String id,
      @Nullable String channel,
      @Nullable String topic,
      @Nullable String label,
      @Nullable String naming) {}

  PersonRow(Told told, Texts texts) {
    this.told = told;
    this.texts = texts;
  }

  Told told() {
    return told;
  }

  Texts texts() {
    return texts;
  }

  /**
   * Returns what to sort rows by: all rows of a person have it in common. Rows of different persons
   * share it only where a person of the directory is called like an account that is not in it.
   *
   * @return the name of the directory, else the account, or {@code (anonymous)}
   */
  public String person() {
    return texts.person == null ? People.ANONYMOUS : texts.person;
  }

  /**
   * Returns the own time.
   *
   * @return to the millisecond
   */
  public Instant at() {
    return Instant.ofEpochMilli(told.at);
  }

  /**
   * Returns when it takes effect: its own time, or that of what it hangs below where that is later.
   *
   * @return not before {@link #at}
   */
  public Instant effectiveAt() {
    return Instant.ofEpochMilli(told.effectiveAt);
  }

  /**
   * Returns whose message it replies to.
   *
   * @return fixed when the log by conversation was built
   */
  public RepliesTo repliesTo() {
    return RowBits.repliesTo(told.bits);
  }

  /**
   * Returns whether its author was answered in the conversation and speaks again here.
   *
   * @return fixed when the log by conversation was built
   */
  public boolean returned() {
    return (told.bits & RowBits.RETURNED) != 0;
  }

  /**
   * Returns the row as bytes, for engines that send rows from machine to machine.
   *
   * @return in the format that the description of this class gives; equal for equal rows
   */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(told.directoryHash);
      out.writeInt(told.bits);
      out.writeLong(told.at);
      out.writeLong(told.effectiveAt);
      out.writeShort(told.organization);
      write(out, texts.account);
      write(out, texts.person);
      write(out, texts.id);
      write(out, texts.channel);
      write(out, texts.topic);
      write(out, texts.label);
      write(out, texts.naming);
      out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(NO_TEXT);
    } else {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(utf8.length);
      out.write(utf8);
    }
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return (int) checksum.getValue();
  }

  /**
   * Returns the row that {@link #toBytes} wrote.
   *
   * @param bytes the bytes, unchanged
   * @return the row
   * @throws IllegalArgumentException if they are damaged or of another version
   */
  public static PersonRow fromBytes(byte[] bytes) {
    int length = Math.max(0, bytes.length - Integer.BYTES);
    ByteArrayInputStream stream = new ByteArrayInputStream(bytes, 0, length);
    try (DataInputStream in = new DataInputStream(stream)) {
      require(in.readUnsignedByte() == VERSION, "they are not of version " + VERSION);
      boolean holds = checksum(bytes, length) == ByteBuffer.wrap(bytes, length, 4).getInt();
      require(holds, "their checksum differs");
      Told told =
          new Told(in.readLong(), in.readInt(), in.readLong(), in.readLong(), in.readShort());
      require(
          RowBits.isValid(told.bits)
              && EventTime.isValid(told.at)
              && EventTime.isValid(told.effectiveAt)
              && told.at <= told.effectiveAt
              && told.organization >= Interning.NONE,
          "their numbers are no row");
      Texts texts = new Texts(text(in), text(in), text(in), text(in), text(in), text(in), text(in));
      require(stream.available() == 0, stream.available() + " bytes too many");
      return new PersonRow(told, texts);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "bytes ("
              + bytes.length
              + " of them) are no row: "
              + (e instanceof EOFException ? "they end early" : e.getMessage())
              + "; hand over what toBytes() returned, unchanged",
          e);
    }
  }

  private static @Nullable String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length == NO_TEXT) {
      return null;
    }
    require(length >= 0 && length <= in.available(), "a text of " + length + " bytes");
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonRow that && told.equals(that.told) && texts.equals(that.texts);
  }

  @Override
  public int hashCode() {
    return told.hashCode() * 31 + texts.hashCode();
  }

  @Override
  public String toString() {
    String head = "row of " + person();
    String what =
        RowBits.isMessage(told.bits)
            ? "message"
            : String.valueOf(RowBits.act(told.bits)).toLowerCase(Locale.ROOT);
    return (head.length() > HEADLINE ? head.substring(0, HEADLINE - 1) + "…" : head)
        + "\n"
        + what
        + " at "
        + effectiveAt();
  }
}
