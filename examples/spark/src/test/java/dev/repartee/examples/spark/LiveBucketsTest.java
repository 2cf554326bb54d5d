package dev.repartee.examples.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that come in batches have, at any moment, the answers of one machine, to the bit. */
class LiveBucketsTest {
  static final Instant AS_OF = Instant.parse("2026-01-31T00:00:00Z");

  private static SparkSession spark;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    spark = SparkExample.session("local[2]");
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  /** What one log of the rows answers. */
  static byte[] batch(List<Row> rows) {
    EngagementLog log = TalkRows.log(rows.iterator(), AS_OF).followedFor(LiveBuckets.FOLLOWED_FOR);
    return log.measure(Questions.ofConversations()).toBytes();
  }

  /** What was set aside is there as it came, once. */
  static void requireAside(String work) throws IOException {
    List<String> aside;
    try (Stream<Path> files = Files.walk(Path.of(LiveBuckets.aside(work)))) {
      aside =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .flatMap(LiveBucketsTest::lines)
              .toList();
    }
    for (String words : TalkFiles.ASIDE) {
      assertEquals(1, aside.stream().filter(line -> line.contains(words)).count(), words);
    }
    assertEquals(TalkFiles.ASIDE.size(), aside.size(), aside::toString);
    assertEquals(TalkFiles.LATE, having(aside, "late"));
    assertEquals(TalkFiles.UNPLACED, having(aside, "unplaced"));
    assertEquals(TalkFiles.UNREADABLE, having(aside, "unreadable"));
  }

  private static long having(List<String> lines, String reason) {
    return lines.stream().filter(line -> line.contains("\"reason\":\"" + reason + '"')).count();
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void itIsAskedBetweenBatchesAndInTheEnd() throws Exception {
    int count = 6;
    TalkFiles talk = TalkFiles.of(spark, count, 1);
    Path rows = Files.createDirectory(folder.resolve("rows"));
    String work = folder.resolve("work").toString();
    StreamingQuery query =
        LiveBuckets.start(
            LiveBuckets.files(spark, rows.toString(), 1), 5, work, Trigger.ProcessingTime(0));
    for (int i = 0; i < count - 1; i++) {
      talk.put(i, rows);
      if (i % 2 == 1) {
        query.processAllAvailable();
        LiveAnswers answers = LiveAnswers.of(spark, work, AS_OF);
        List<Row> soFar = talk.rows(i + 1);
        assertEquals(soFar.size(), answers.offered());
        assertEquals(0, answers.late());
        assertArrayEquals(batch(soFar), answers.results().toBytes());
      }
    }
    talk.put(count - 1, rows);
    query.processAllAvailable();
    query.stop();
    LiveAnswers answers = LiveAnswers.of(spark, work, AS_OF);
    assertArrayEquals(batch(talk.rows(count)), answers.results().toBytes());
    assertEquals(talk.lines(), answers.offered());
    assertEquals(TalkFiles.LATE, answers.late());
    assertTrue(answers.open() < 2_500, () -> "hardly any was let go of: " + answers.open());
    requireAside(work);
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                LiveBuckets.start(
                    LiveBuckets.files(spark, rows.toString(), 1), 6, work, Trigger.AvailableNow()));
    assertTrue(
        String.valueOf(refusal.getMessage()).startsWith("buckets (6) must be as many as in"),
        refusal::getMessage);
  }
}
