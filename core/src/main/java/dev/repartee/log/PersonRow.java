package dev.repartee.log;

import dev.repartee.internal.bytes.Wtf8;
import dev.repartee.internal.math.Micros;
import dev.repartee.internal.text.Brief;
import dev.repartee.internal.time.EventTime;
import dev.repartee.measure.Row.RepliesTo;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Intent;
import dev.repartee.model.Sentiment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A row of a log, taken out of its conversation together with everything derived from that
 * conversation, for measures over persons. {@link EngagementLog#rows} makes such rows and {@link
 * EngagementLog#ofRows} builds a log of them. In between they travel as {@linkplain #toBytes
 * bytes}, about 80 for a row with short names. The bytes are versioned; {@code core/docs/engine.md}
 * describes them.
 */
public final class PersonRow {
  private static final int VERSION = 1;
  private static final int VERSION_WITH_OWN = 2;
  private static final int NO_TEXT = -1;

  private final Told told;
  private final Texts texts;
  private final Own own;

  /** What numbers say. */
  record Told(long directoryHash, int bits, long at, long effectiveAt, short organization) {}

  /** What texts say; null means none. */
  record Texts(
      @Nullable String account,
      @Nullable String person,
      @Nullable String id,
      @Nullable String channel,
      @Nullable String topic,
      @Nullable String label,
      @Nullable String naming) {}

  /** Custom attributes: texts, and numbers in millionths. */
  record Own(SortedMap<String, String> texts, SortedMap<String, Long> numbers) {
    static final Own NONE = new Own(Collections.emptySortedMap(), Collections.emptySortedMap());

    boolean isEmpty() {
      return texts.isEmpty() && numbers.isEmpty();
    }
  }

  PersonRow(Told told, Texts texts, Own own) {
    this.told = told;
    this.texts = texts;
    this.own = own;
  }

  Told told() {
    return told;
  }

  Texts texts() {
    return texts;
  }

  Own own() {
    return own;
  }

  /**
   * {@return what to group rows by: the person's name in the directory, else the account, or {@code
   * (anonymous)}; all rows of a person share it} Rows of different persons share it only if a
   * person in the directory has the same name as an account that is not in it.
   */
  public String person() {
    return texts.person == null ? People.ANONYMOUS : texts.person;
  }

  /** {@return the time of the row, to the millisecond} */
  public Instant at() {
    return Instant.ofEpochMilli(told.at);
  }

  /**
   * {@return when it takes effect: its own time, or that of the message it stands below if that is
   * later; never before {@link #at}}
   */
  public Instant effectiveAt() {
    return Instant.ofEpochMilli(told.effectiveAt);
  }

  /**
   * {@return an account of its author, or the empty text for an anonymous row} A log keeps the
   * person, not the account: for a person with several accounts this is always the same one.
   */
  public String author() {
    return text(texts.account);
  }

  /** {@return the id, or the empty text for an act without one} */
  public String id() {
    return text(texts.id);
  }

  /** {@return the name of the channel, its own or inherited; or the empty text} */
  public String channel() {
    return text(texts.channel);
  }

  /** {@return the name of the topic, its own or inherited; or the empty text} */
  public String topic() {
    return text(texts.topic);
  }

  /** {@return the free label, or the empty text} */
  public String label() {
    return text(texts.label);
  }

  /** {@return the account of the person it names, or the empty text} */
  public String naming() {
    return text(texts.naming);
  }

  /**
   * Returns the organization concerned: the author's own, else the one addressed.
   *
   * @param directory the directory of the log that the row comes from
   * @return the name, or the empty text
   * @throws IllegalArgumentException if the directory has different contents
   */
  public String organization(Directory directory) {
    if (directory.contentHash() != told.directoryHash) {
      throw new IllegalArgumentException(
          "directory ("
              + directory
              + ") must have the contents of that of the row; pass log.directory() of the log whose"
              + " rows() gave it");
    }
    return told.organization == Interning.NONE
        ? ""
        : directory.organizations().get(told.organization);
  }

  /** {@return the kind of act, or empty for a message} */
  public Optional<ActKind> act() {
    return Optional.ofNullable(RowBits.act(told.bits));
  }

  /** {@return whether it is a message; false for an act} */
  public boolean isMessage() {
    return RowBits.isMessage(told.bits);
  }

  /** {@return whether a member of an organization did it; false for the audience} */
  public boolean isMember() {
    return (told.bits & RowBits.MEMBER) != 0;
  }

  /** {@return the sentiment, or empty if it is unknown} */
  public Optional<Sentiment> sentiment() {
    return Optional.ofNullable(RowBits.sentiment(told.bits));
  }

  /** {@return the intent, or empty if it is unknown} */
  public Optional<Intent> intent() {
    return Optional.ofNullable(RowBits.intent(told.bits));
  }

  private static String text(@Nullable String known) {
    return known == null ? "" : known;
  }

  /** {@return whose message it replies to, as determined in the log by conversation} */
  public RepliesTo repliesTo() {
    return RowBits.repliesTo(told.bits);
  }

  /**
   * {@return whether its author was answered in the conversation and speaks again here, as
   * determined in the log by conversation}
   */
  public boolean returned() {
    return (told.bits & RowBits.RETURNED) != 0;
  }

  /**
   * {@return a custom text attribute, or the empty text}
   *
   * @param name its name
   */
  public String attribute(String name) {
    return own.texts.getOrDefault(name, "");
  }

  /**
   * {@return a custom number to six decimals, or empty}
   *
   * @param name its name
   */
  public OptionalDouble value(String name) {
    Long micros = own.numbers.get(name);
    return micros == null ? OptionalDouble.empty() : OptionalDouble.of(Micros.number(micros));
  }

  /**
   * {@return the row as bytes, for engines that send rows between machines; equal for equal rows}
   */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(own.isEmpty() ? VERSION : VERSION_WITH_OWN);
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
      if (!own.isEmpty()) {
        writeOwn(out);
      }
      out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteArray();
  }

  private void writeOwn(DataOutputStream out) throws IOException {
    out.writeByte(own.texts.size());
    for (Map.Entry<String, String> each : own.texts.entrySet()) {
      write(out, each.getKey());
      write(out, each.getValue());
    }
    out.writeByte(own.numbers.size());
    for (Map.Entry<String, Long> each : own.numbers.entrySet()) {
      write(out, each.getKey());
      out.writeLong(each.getValue());
    }
  }

  private static void write(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(NO_TEXT);
    } else {
      byte[] utf8 = Wtf8.bytes(text);
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
   * {@return the row that {@link #toBytes} wrote}
   *
   * @param bytes the bytes, unchanged
   * @throws IllegalArgumentException if the bytes are damaged or of another version
   */
  public static PersonRow fromBytes(byte[] bytes) {
    int length = Math.max(0, bytes.length - Integer.BYTES);
    ByteArrayInputStream stream = new ByteArrayInputStream(bytes, 0, length);
    try (DataInputStream in = new DataInputStream(stream)) {
      int version = in.readUnsignedByte();
      require(
          version == VERSION || version == VERSION_WITH_OWN,
          "they are not of version " + VERSION + " or " + VERSION_WITH_OWN);
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
      Own own = version == VERSION ? Own.NONE : own(in);
      require(stream.available() == 0, stream.available() + " bytes too many");
      return new PersonRow(told, texts, own);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "bytes ("
              + bytes.length
              + " of them) are no row: "
              + (e instanceof EOFException ? "they end early" : e.getMessage())
              + "; pass what toBytes() returned, unchanged",
          e);
    }
  }

  private static Own own(DataInputStream in) throws IOException {
    Own own = new Own(new TreeMap<>(), new TreeMap<>());
    for (int i = in.readUnsignedByte(); i > 0; i--) {
      own.texts.put(name(in), name(in));
    }
    for (int i = in.readUnsignedByte(); i > 0; i--) {
      String name = name(in);
      long micros = in.readLong();
      require(Micros.isValid(micros), "a number out of range");
      own.numbers.put(name, micros);
    }
    return own;
  }

  private static String name(DataInputStream in) throws IOException {
    String text = text(in);
    if (text == null || text.isBlank()) {
      throw new IOException("a blank text");
    }
    return text;
  }

  private static @Nullable String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length == NO_TEXT) {
      return null;
    }
    require(length >= 0 && length <= in.available(), "a text of " + length + " bytes");
    return Wtf8.text(in.readNBytes(length), 0, length);
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonRow that
        && told.equals(that.told)
        && texts.equals(that.texts)
        && own.equals(that.own);
  }

  @Override
  public int hashCode() {
    return Objects.hash(told, texts, own);
  }

  @Override
  public String toString() {
    String head = act().map(kind -> kind.name().toLowerCase(Locale.ROOT)).orElse("message");
    head += (id().isEmpty() ? "" : " " + id()) + " by " + person();
    StringBuilder text = new StringBuilder();
    text.append(Brief.cut(head, Brief.HEADLINE));
    text.append("\nat ").append(at());
    text.append(told.at == told.effectiveAt ? "" : ", in effect at " + effectiveAt());
    line(text, "channel", channel());
    line(text, "topic", topic());
    line(text, "label", label());
    line(text, "sentiment", sentiment().map(Sentiment::name).orElse(""));
    line(text, "intent", intent().map(Intent::name).orElse(""));
    line(text, "naming", naming());
    line(text, "replies to", repliesTo() == RepliesTo.NONE ? "" : repliesTo().name());
    return Brief.cut(text);
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(value.isEmpty() ? "" : "\n" + name + " " + value);
  }
}
