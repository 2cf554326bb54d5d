package dev.repartee.change;

import static com.google.common.base.Preconditions.checkArgument;
import static java.time.temporal.ChronoField.EPOCH_DAY;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A watch as bytes, big-endian: the magic number with the version in its last byte, an int; 1 for
 * at least and 0 for at most, a byte; bound and alpha, doubles; the days in their order, each with
 * its number since 1970-01-01, a long, and met and all, ints; the CRC-32C of all that, an int.
 */
final class WatchBytes {
  private static final int MAGIC = 0x52505701;
  private static final int HEAD = Integer.BYTES + 1 + 2 * Double.BYTES;
  private static final int DAY = Long.BYTES + 2 * Integer.BYTES;
  private static final int TAIL = Integer.BYTES;

  private WatchBytes() {}

  static byte[] write(WatchTarget target, List<SettledDay> days) {
    ByteBuffer out =
        ByteBuffer.allocate(Math.addExact(HEAD + TAIL, Math.multiplyExact(DAY, days.size())));
    out.putInt(MAGIC).put((byte) (target.isAtLeast() ? 1 : 0));
    out.putDouble(target.bound()).putDouble(target.alpha());
    for (SettledDay day : days) {
      out.putLong(day.epochDay()).putInt((int) day.met()).putInt((int) day.all());
    }
    return out.putInt(checksum(out.array())).array();
  }

  private static int checksum(byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, bytes.length - TAIL);
    return (int) checksum.getValue();
  }

  /** No more is allocated than there are bytes: how many days there are follows from their size. */
  static Watch read(byte[] bytes) {
    require(bytes.length >= HEAD + TAIL, bytes, "they end early");
    ByteBuffer in = ByteBuffer.wrap(bytes);
    requireVersion(in.getInt());
    int sum = in.getInt(bytes.length - TAIL);
    require(sum == checksum(bytes), bytes, "their checksum differs");
    int size = bytes.length - HEAD - TAIL;
    require(size % DAY == 0, bytes, "they end within a day");
    byte direction = in.get();
    require(direction == 0 || direction == 1, bytes, "they tell no direction");
    double bound = in.getDouble();
    double alpha = in.getDouble();
    try {
      WatchTarget target = new WatchTarget(direction == 1, bound, alpha);
      return new Watch(target, days(in, size / DAY), 0);
    } catch (IllegalArgumentException e) {
      throw damaged(bytes, e.getMessage());
    }
  }

  private static List<SettledDay> days(ByteBuffer in, int size) {
    List<SettledDay> days = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      SettledDay day = new SettledDay(in.getLong(), in.getInt(), in.getInt());
      checkArgument(
          EPOCH_DAY.range().isValidValue(day.epochDay()),
          "day (%s) must be a date of the calendar",
          day.epochDay());
      checkArgument(
          i == 0 || day.epochDay() > days.get(i - 1).epochDay(),
          "day (%s) must be later than the one before",
          day.epochDay());
      days.add(day);
    }
    return Collections.unmodifiableList(days);
  }

  private static void requireVersion(int magic) {
    boolean isOfAnother = magic >>> Byte.SIZE == MAGIC >>> Byte.SIZE && magic != MAGIC;
    checkArgument(
        !isOfAnother,
        "bytes are of version %s of the format, this library reads version %s; read them with the"
            + " library that wrote them, or feed the days again",
        magic & 0xFF,
        MAGIC & 0xFF);
    checkArgument(
        magic == MAGIC,
        "bytes begin with %s, a watch of this version with %s; pass what toBytes() returned,"
            + " unchanged",
        hex(magic),
        hex(MAGIC));
  }

  private static String hex(int magic) {
    return String.format(Locale.ROOT, "%08x", magic);
  }

  private static void require(boolean holds, byte[] bytes, String fault) {
    if (!holds) {
      throw damaged(bytes, fault);
    }
  }

  private static IllegalArgumentException damaged(byte[] bytes, @Nullable String fault) {
    return new IllegalArgumentException(
        "bytes ("
            + bytes.length
            + " of them) are damaged: "
            + fault
            + "; pass what toBytes() returned, unchanged");
  }
}
