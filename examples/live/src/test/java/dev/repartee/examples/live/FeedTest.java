package dev.repartee.examples.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.live.LiveLog;
import dev.repartee.log.Audit;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines as they come, and after a restart. */
class FeedTest {
  @TempDir private Path folder;

  private Feed feed(LiveLog live) {
    return KilledProgram.feed(live, new SnapshotFile(folder.resolve("snapshot.bin")));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  /** A file that seems to end, now and then, wherever its writer has got to. */
  private static InputStream growing(byte[] bytes, Random random) {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      @Override
      public int read() throws IOException {
        return random.nextInt(3) == 0 ? -1 : super.read();
      }

      @Override
      public int read(byte[] into, int from, int length) {
        throw new UnsupportedOperationException("lines are read byte by byte");
      }
    };
  }

  @Test
  void aLineIsThereOnceItHasEnded() throws IOException {
    byte[] text = "one\ntw\u00f6, \ud83d\ude00\n\nfour".getBytes(UTF_8);
    for (int seed = 0; seed < 100; seed++) {
      WholeLines lines = new WholeLines(growing(text, new Random(seed)));
      for (String line : List.of("one", "tw\u00f6, \ud83d\ude00", "")) {
        byte[] next = lines.next();
        while (next == null) {
          next = lines.next();
        }
        assertArrayEquals(line.getBytes(UTF_8), next);
      }
      for (int i = 0; i < 100; i++) {
        assertNull(lines.next());
      }
      assertArrayEquals("four".getBytes(UTF_8), lines.rest());
      assertNull(lines.rest());
    }
  }

  @Test
  void everyLineCountsOnce() throws Exception {
    LiveLog live = KilledProgram.builder().build();
    String lines =
        """
        {"id":"p","author":"ann","at":"2026-01-05T09:00:00Z"}
        {"id":"q","author":"ann","at":"2026-01-05T09:00:00Z"} {"id":"r"}

        no JSON
        {"id":"s","author":"care","at":"2026-01-05T09:10:00Z","parent":"p"}""";
    feed(live).run(bytes(lines), false);
    assertEquals(5, live.offered());
    assertEquals(
        Map.of(Audit.Reason.UNREADABLE, 2L, Audit.Reason.MISSING_ID, 1L),
        live.audit(),
        "two on a line are not taken for one");
    assertEquals(0, live.waiting("2026-01-05T10:00:00Z").count());
  }

  @Test
  void aFileThatHasLostLinesIsRefused() throws Exception {
    LiveLog live = KilledProgram.builder().build();
    String row = "{\"id\":\"p\",\"author\":\"ann\",\"at\":\"2026-01-05T09:00:00Z\"}";
    feed(live).run(bytes(row + "\n" + row), false);
    feed(live).run(bytes(row + "\n" + row), false);
    assertEquals(2, live.offered());
    for (boolean follow : new boolean[] {true, false}) {
      IllegalStateException refusal =
          assertThrows(
              IllegalStateException.class, () -> feed(live).run(bytes(row + "\n"), follow));
      assertTrue(
          String.valueOf(refusal.getMessage())
              .startsWith("rows (1 lines) must begin with the 2 lines that were taken in before"),
          refusal::getMessage);
    }
  }
}
