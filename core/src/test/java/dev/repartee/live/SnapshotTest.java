package dev.repartee.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.log.RandomRows;
import dev.repartee.model.Interaction;
import dev.repartee.response.ResponseTime;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bytes of live logs: damaged, cut, foreign, or made to do harm. */
class SnapshotTest {
  private static final Instant NOW =
      Instant.ofEpochMilli(RandomRows.START + RandomRows.DAYS * RandomRows.DAY);

  private static LiveLogBuilder builder() {
    return LiveLog.builder(RandomRows.DIRECTORY)
        .followedFor(Duration.ofDays(4))
        .measuring(ResponseTime.eachTurn(), Dialogue.standard());
  }

  private static byte[] bytes() {
    LiveLog live = builder().build();
    List<Interaction> rows = RandomRows.list(new Random(7), 60);
    live.addAll(rows.subList(0, 40));
    assertTrue(live.retire(Instant.ofEpochMilli(RandomRows.START + 20 * RandomRows.DAY)) > 0);
    live.addAll(rows.subList(40, 60));
    assertTrue(live.late() > 0 && live.open() > 0, live::toString);
    return live.toBytes();
  }

  private static String refusal(LiveLogBuilder builder, byte[] bytes) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> builder.restore(bytes)).getMessage());
  }

  private static byte[] sealed(byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, bytes.length - 4);
    ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) checksum.getValue());
    return bytes;
  }

  @Test
  void everyOneOfTheBitsCounts() {
    byte[] bytes = bytes();
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      refusal(builder(), bytes);
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
    }
    assertEquals(60, builder().restore(bytes).offered());
  }

  @Test
  void bytesThatEndEarlyOrLateAreRefused() {
    byte[] bytes = bytes();
    for (int length = 0; length < bytes.length; length++) {
      refusal(builder(), Arrays.copyOf(bytes, length));
    }
    assertTrue(refusal(builder(), Arrays.copyOf(bytes, 20)).contains("unchanged"));
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 8);
    assertTrue(refusal(builder(), sealed(longer)).contains("too many"));
  }

  @Test
  void theSameMustBeSaid() {
    byte[] bytes = bytes();
    for (LiveLogBuilder other :
        List.of(
            builder().measuring(ResponseTime.firstResponse()),
            builder().followedFor(Duration.ofDays(5)),
            builder().givingUpAfter(Duration.ofDays(5)),
            builder().rememberingFor(Duration.ofDays(5)),
            builder().foldRepeats(Duration.ofDays(5)))) {
      assertTrue(refusal(other, bytes).contains("say the same"));
    }
    byte[] later = bytes.clone();
    later[3]++;
    assertTrue(refusal(builder(), later).contains("of version 2"));
  }

  /**
   * A length or a count of billions, wherever it stands, asks for no more memory than is fair, even
   * with a checksum that holds. What a text or a number takes is told in seven bits a byte.
   */
  @Test
  @Tag("large")
  void forgedLengthsDoNotExhaustTheMemory() {
    byte[] genuine = bytes();
    assertTrue(genuine.length > 2_000, () -> genuine.length + " bytes are not much to forge");
    long bound = 1_000_000 + 100L * genuine.length;
    int refused = 0;
    for (int at = Integer.BYTES; at <= genuine.length - 2 * Integer.BYTES; at++) {
      for (String length : List.of("7FFFFFFF", "7FFFFFF0", "10000000", "FFFFFF7F", "FEFFFFFF0F")) {
        byte[] bytes = HexFormat.of().parseHex(length);
        byte[] forged = genuine.clone();
        System.arraycopy(bytes, 0, forged, at, Math.min(bytes.length, forged.length - 4 - at));
        sealed(forged);
        long taken = bound + 1;
        for (int attempt = 0; attempt < 3 && taken > bound; attempt++) {
          long before = allocated();
          refused += isRefused(forged) ? 1 : 0;
          taken = allocated() - before;
        }
        String place = taken + " bytes of memory for " + length + " at " + at;
        assertTrue(taken <= bound, place);
      }
    }
    assertTrue(refused > genuine.length, "hardly any was refused: " + refused);
  }

  private static boolean isRefused(byte[] bytes) {
    try {
      builder().restore(bytes);
      return false;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  /** What the machine gives a thread at a time counts as taken, so a second look may tell less. */
  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /** What is read can be asked, goes on, and is written again. */
  @Test
  @Tag("large")
  void whatCanBeReadCanBeUsed() {
    byte[] genuine = bytes();
    Random random = new Random(1);
    int read = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] forged = genuine.clone();
      ByteBuffer buffer = ByteBuffer.wrap(forged);
      for (int edits = 1 + random.nextInt(2); edits > 0; edits--) {
        int at = 4 + random.nextInt(forged.length - 16);
        switch (random.nextInt(4)) {
          case 0 -> forged[at] = (byte) random.nextInt(256);
          case 1 -> forged[at] ^= (byte) (1 << random.nextInt(8));
          case 2 -> buffer.putInt(at, List.of(-1, 0, 1, Integer.MAX_VALUE).get(random.nextInt(4)));
          default -> buffer.putLong(at, random.nextBoolean() ? Long.MIN_VALUE : 1L << 59);
        }
      }
      LiveLog live;
      try {
        live = builder().restore(sealed(forged));
      } catch (IllegalArgumentException e) {
        continue;
      }
      read++;
      use(live);
    }
    assertTrue(read > 250, "hardly any was read: " + read);
  }

  private static void use(LiveLog live) {
    Instant now = NOW;
    try {
      live.measure(ResponseTime.eachTurn(), now);
    } catch (IllegalArgumentException e) {
      assertTrue(String.valueOf(e.getMessage()).contains("last retirement"), e::toString);
      now = Instant.parse("9999-12-31T00:00:00Z");
      live.measure(ResponseTime.eachTurn(), now);
    }
    assertTrue(live.waiting(now).longest(3).size() <= 3);
    assertTrue(live.toString().startsWith("live: "));
    live.audit();
    live.addAll(RandomRows.list(new Random(8), 10));
    live.retire(now);
    builder().restore(live.toBytes());
  }
}
