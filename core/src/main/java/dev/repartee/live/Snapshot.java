package dev.repartee.live;

import com.google.common.io.ByteArrayDataOutput;
import com.google.common.io.ByteStreams;
import dev.repartee.internal.bytes.Texts;
import dev.repartee.internal.time.EventTime;
import dev.repartee.log.Audit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * A live log as bytes: its options, what was counted, what is remembered of retired rows, and the
 * rows that are kept. Everything else is derived from these.
 */
final class Snapshot {
  /** First bytes: RPL, and the version of the format. */
  private static final int MAGIC = 0x52504C01;

  /** An id that is remembered: its hash, and when it was retired. */
  private static final int KEY_BYTES = Long.BYTES + Integer.BYTES;

  private static final long MOST_BYTES = 2_000_000_000;

  /** The number of attribute names that a log may have. */
  private static final int MOST_NAMES = 100;

  private static final Audit.Reason[] REASONS = Audit.Reason.values();

  private Snapshot() {}

  static byte[] toBytes(Writer writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(size(writer));
    CRC32C checksum = new CRC32C();
    try (DataOutputStream out = new DataOutputStream(new CheckedOutputStream(bytes, checksum))) {
      out.writeInt(MAGIC);
      Texts.write(out, writer.rules.text());
      out.writeLong(writer.seed);
      out.writeLong(writer.offered);
      out.writeLong(writer.late);
      writeTexts(out, writer.lateExamples);
      writeCounts(out, writer.refused);
      writeTexts(out, writer.textNames);
      writeTexts(out, writer.valueNames);
      out.writeLong(writer.retiredAt);
      out.writeLong(writer.forgottenBefore);
      write(out, writer.folded, writer);
      writeGone(out, writer);
      for (Shard shard : writer.conversations.shards()) {
        out.writeInt(shard.rows());
        out.writeInt(shard.length());
        shard.writeTo(out);
      }
      out.writeInt(-1);
      out.writeInt((int) checksum.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // writing to memory does not fail
    }
    return bytes.toByteArray();
  }

  /** Returns about how many bytes it takes. */
  private static int size(Writer writer) {
    long size = writer.conversations.shards().stream().mapToLong(Shard::length).sum();
    size += (long) KEY_BYTES * writer.conversations.table().size();
    if (!(size < MOST_BYTES)) {
      throw new IllegalStateException(
          "rows that are kept, with the ids that are remembered, ("
              + size
              + " bytes) must take less than "
              + MOST_BYTES
              + " to be written; retire(…) more often, or use rememberingFor(…)");
    }
    return (int) size;
  }

  private static void writeTexts(DataOutputStream out, Collection<String> texts)
      throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      Texts.write(out, text);
    }
  }

  private static void writeCounts(DataOutputStream out, Map<Audit.Reason, Long> counts)
      throws IOException {
    out.writeInt(counts.size());
    for (Map.Entry<Audit.Reason, Long> count : counts.entrySet()) {
      out.writeUTF(count.getKey().name());
      out.writeLong(count.getValue());
    }
  }

  private static void write(DataOutputStream out, Folded folded, Writer writer) throws IOException {
    out.writeLong(folded.rows());
    out.writeLong(folded.conversations());
    writeTexts(out, new TreeSet<>(folded.silent()));
    writeCounts(out, folded.counts());
    if (!folded.isEmpty()) {
      for (Folded.Part<?> part : folded.parts()) {
        byte[] bytes = part.toBytes(writer.rules, writer.retiredAt);
        out.writeInt(bytes.length);
        out.write(bytes);
      }
    }
  }

  private static void writeGone(DataOutputStream out, Writer writer) throws IOException {
    out.writeInt(writer.gone.size());
    Map<Place, Integer> numbers = new HashMap<>();
    for (Place.Gone generation : writer.gone) {
      out.writeLong(generation.since);
      out.writeLong(generation.keys);
      numbers.put(generation, numbers.size());
    }
    ByteArrayDataOutput keys = ByteStreams.newDataOutput();
    writer
        .conversations
        .table()
        .forEach(
            (place, key) -> {
              Integer number = numbers.get(place);
              if (number != null) {
                keys.writeLong(key);
                keys.writeInt(number);
              }
            });
    byte[] bytes = keys.toByteArray();
    out.writeInt(bytes.length / KEY_BYTES);
    out.write(bytes);
  }

  /**
   * Restores the writer from its bytes.
   *
   * @throws IllegalArgumentException if they are damaged, or of a live log with other rules
   */
  static Writer fromBytes(byte[] bytes, Rules rules) {
    int length = Math.max(0, bytes.length - Integer.BYTES);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length));
    try {
      requireVersion(in.readInt());
      CRC32C checksum = new CRC32C();
      checksum.update(bytes, 0, length);
      if ((int) checksum.getValue() != ByteBuffer.wrap(bytes, length, Integer.BYTES).getInt()) {
        throw new IOException("their checksum differs");
      }
      requireSame(Texts.read(in), rules.text());
      Writer writer = new Writer(rules, in.readLong());
      read(in, writer);
      if (in.available() > 0) {
        throw new IOException(in.available() + " bytes too many");
      }
      writer.publish();
      return writer;
    } catch (IOException | IndexOutOfBoundsException | ArithmeticException e) {
      throw damaged(
          bytes, e instanceof EOFException ? "they end early" : String.valueOf(e.getMessage()), e);
    }
  }

  private static IllegalArgumentException damaged(byte[] bytes, String why, Exception cause) {
    return new IllegalArgumentException(
        "bytes ("
            + bytes.length
            + " of them) are damaged: "
            + why
            + "; hand over what toBytes() returned, unchanged",
        cause);
  }

  private static void requireVersion(int magic) throws IOException {
    if (magic >>> Byte.SIZE == MAGIC >>> Byte.SIZE && magic != MAGIC) {
      throw new IllegalArgumentException(
          "bytes are of version "
              + (magic & 0xFF)
              + " of the format, this library reads version "
              + (MAGIC & 0xFF)
              + "; restore them with the library that wrote them");
    }
    if (magic != MAGIC) {
      throw new IOException("they do not begin as a live log does");
    }
  }

  private static void requireSame(String theirs, String mine) {
    if (!theirs.equals(mine)) {
      throw new IllegalArgumentException(
          "bytes are of a live log of which was said ["
              + theirs
              + "], not ["
              + mine
              + "]; say the same to the builder that restores them");
    }
  }

  private static void read(DataInputStream in, Writer writer) throws IOException {
    writer.offered = readCount(in);
    writer.late = readCount(in);
    writer.lateExamples.addAll(readTexts(in));
    writer.refused.putAll(readCounts(in));
    writer.textNames.addAll(readNames(in));
    writer.valueNames.addAll(readNames(in));
    writer.retiredAt = readTime(in);
    writer.forgottenBefore = readTime(in);
    writer.folded = readFolded(in, writer);
    readGone(in, writer);
    long rows = 0;
    for (int count = in.readInt(); count >= 0; count = in.readInt()) {
      readRows(in, count, writer);
      rows += count;
    }
    if (rows + writer.folded.rows() + writer.late > writer.offered) {
      throw new IOException("more rows than the " + writer.offered + " offered");
    }
  }

  private static Folded readFolded(DataInputStream in, Writer writer) throws IOException {
    long rows = readCount(in);
    long conversations = readCount(in);
    Set<String> silent = new TreeSet<>(readTexts(in));
    if (!writer.folded.silent().containsAll(silent)) {
      throw new IOException("organizations " + silent + " are not in the directory");
    }
    Map<Audit.Reason, Long> counts = readCounts(in);
    List<Folded.Part<?>> parts = new ArrayList<>(writer.folded.parts());
    if (rows > 0) {
      if (writer.retiredAt == Long.MIN_VALUE) {
        throw new IOException("conversations were let go of at no time");
      }
      for (int i = 0; i < parts.size(); i++) {
        parts.set(i, part(parts.get(i), readBytes(in)));
      }
    }
    return new Folded(List.copyOf(parts), Set.copyOf(silent), rows, conversations, counts);
  }

  /** The message of a part names the remedy already, but not what the bytes belong to. */
  private static Folded.Part<?> part(Folded.Part<?> empty, byte[] bytes) throws IOException {
    try {
      return empty.fromBytes(bytes);
    } catch (IllegalArgumentException e) {
      throw new IOException("within them, " + e.getMessage(), e);
    }
  }

  private static void readGone(DataInputStream in, Writer writer) throws IOException {
    List<Place.Gone> generations = new ArrayList<>();
    long before = Long.MIN_VALUE;
    for (int left = in.readInt(); left > 0; left--) {
      Place.Gone generation = new Place.Gone(readTime(in));
      generation.keys = readCount(in);
      if (generation.since < before || generation.since > writer.retiredAt) {
        throw new IOException("a retirement at " + generation.since + " is out of place");
      }
      before = generation.since;
      generations.add(generation);
    }
    for (int left = in.readInt(); left > 0; left--) {
      long key = in.readLong();
      int number = in.readInt();
      if (!(number >= 0 && number < generations.size())) {
        throw new IOException("there is no retirement " + number);
      }
      writer.conversations.table().put(key, generations.get(number));
    }
    writer.gone.addAll(generations);
  }

  private static void readRows(DataInputStream in, int count, Writer writer) throws IOException {
    byte[] bytes = readBytes(in);
    RowBytes rows = new RowBytes(bytes, 0, bytes.length);
    RowDraft row = new RowDraft();
    for (int left = count; left > 0; left--) {
      try {
        rows.read(row);
      } catch (IllegalArgumentException e) {
        throw new IOException(e.getMessage(), e);
      }
      if (!writer.textNames.containsAll(row.textNames)
          || !writer.valueNames.containsAll(row.valueNames)) {
        throw new IOException("a row has attributes that no row had");
      }
      writer.restore(row);
    }
    if (rows.hasMore()) {
      throw new IOException("more than " + count + " rows");
    }
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (!(length >= 0 && length <= in.available())) {
      throw new EOFException();
    }
    return in.readNBytes(length);
  }

  private static long readCount(DataInputStream in) throws IOException {
    long count = in.readLong();
    if (!(count >= 0 && count < 1L << 60)) {
      throw new IOException("count " + count + " is none");
    }
    return count;
  }

  private static long readTime(DataInputStream in) throws IOException {
    long time = in.readLong();
    if (!(time == Long.MIN_VALUE || EventTime.isValid(time))) {
      throw new IOException("time " + time + " is none");
    }
    return time;
  }

  private static List<String> readTexts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(Texts.read(in));
    }
    return texts;
  }

  private static List<String> readNames(DataInputStream in) throws IOException {
    List<String> names = readTexts(in);
    if (names.size() > MOST_NAMES || names.stream().anyMatch(String::isBlank)) {
      throw new IOException("names of attributes " + names);
    }
    return names;
  }

  private static Map<Audit.Reason, Long> readCounts(DataInputStream in) throws IOException {
    Map<Audit.Reason, Long> counts = new EnumMap<>(Audit.Reason.class);
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      long count = readCount(in);
      Audit.Reason reason = null;
      for (Audit.Reason known : REASONS) {
        reason = known.name().equals(name) ? known : reason;
      }
      if (reason == null || counts.put(reason, count) != null) {
        throw new IOException("reason " + name + " is unknown, or told twice");
      }
    }
    return counts;
  }
}
