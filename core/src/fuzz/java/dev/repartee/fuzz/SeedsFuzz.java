package dev.repartee.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.change.Watch;
import dev.repartee.live.LiveLog;
import dev.repartee.log.RandomRows;
import dev.repartee.measure.BytesTest;
import dev.repartee.measure.Measure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What the search begins with: genuine bytes, so that changes of them are read, and for the log as
 * many as some dozen rows take. They follow the format; after a change of it, {@code mvn -q -Pfuzz
 * -pl core test -Dtest=SeedsFuzz -Drepartee.seeds=write} writes them anew.
 */
class SeedsFuzz {
  private static final Path FOLDER = Path.of("src", "fuzz", "resources", "dev", "repartee", "fuzz");
  private static final boolean WRITE = "write".equals(System.getProperty("repartee.seeds"));

  private static final int ROWS = 20;

  /** The first byte says that the checksum is to be made right. */
  private static final int SEALED = 0;

  private static byte[] seed(byte[] bytes, int... first) {
    byte[] seed = new byte[first.length + bytes.length - Integer.BYTES];
    for (int i = 0; i < first.length; i++) {
      seed[i] = (byte) first[i];
    }
    System.arraycopy(bytes, 0, seed, first.length, bytes.length - Integer.BYTES);
    return seed;
  }

  /** What is taken first is the last byte. */
  private static byte[] of(int kind, byte[] bytes) {
    byte[] result = Arrays.copyOf(bytes, bytes.length + 1);
    result[bytes.length] = (byte) kind;
    return result;
  }

  private static Map<String, byte[]> seeds() {
    Map<String, byte[]> seeds = new TreeMap<>();
    List<Measure<?>> measures = BytesTest.measures();
    for (int i = 0; i < measures.size(); i++) {
      byte[] bytes = BytesTest.LOG.measure(measures.get(i)).toBytes();
      seeds.put("SummaryFuzzInputs/reads/measure-" + i, seed(bytes, SEALED, i));
    }
    Random random = new Random(2009);
    for (int i = 0; i < 4; i++) {
      byte[] calls = new byte[1_500];
      random.nextBytes(calls);
      seeds.put("LogFuzzInputs/logsCanBeMeasured/random-" + i, calls);
    }
    String text = "TextFuzzInputs/reads/";
    String hours = "Mon-Thu 09:00-17:00, Fri 09:00-15:00 Europe/Paris, 2026-12-25 closed";
    seeds.put(text + "hours", of(TextFuzz.HOURS, hours.getBytes(StandardCharsets.UTF_8)));
    byte[] time = "2009-07-31T09:00:00.123+02:00".getBytes(StandardCharsets.UTF_8);
    seeds.put(text + "time", of(TextFuzz.TIME, time));
    byte[] row = BytesTest.LOG.rows().findFirst().orElseThrow().toBytes();
    seeds.put(text + "row", of(TextFuzz.ROW, seed(row, SEALED)));
    Watch watch = Watch.atLeast(0.9).day(LocalDate.of(2026, 1, 1), 7, 10);
    seeds.put(text + "watch", of(TextFuzz.WATCH, seed(watch.toBytes(), SEALED)));
    return seeds;
  }

  /** Each live log writes bytes of its own, so that these are only read. */
  @Test
  void theSnapshotFollowsTheFormat() throws IOException {
    Path file = FOLDER.resolve("SnapshotFuzzInputs/restores/live");
    if (WRITE) {
      LiveLog live = SnapshotFuzz.builder().build();
      live.addAll(RandomRows.list(new Random(7), ROWS));
      write(file, seed(live.toBytes(), SEALED));
    }
    byte[] bytes = Bounds.sealed(Files.readAllBytes(file));
    assertEquals(ROWS, SnapshotFuzz.builder().restore(bytes).offered());
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.resolve("..").normalize());
    Files.write(file, bytes);
  }

  @Test
  void seedsFollowTheFormat() throws IOException {
    for (Map.Entry<String, byte[]> seed : seeds().entrySet()) {
      Path file = FOLDER.resolve(seed.getKey());
      if (WRITE) {
        write(file, seed.getValue());
      }
      assertArrayEquals(Files.readAllBytes(file), seed.getValue(), file::toString);
    }
  }
}
