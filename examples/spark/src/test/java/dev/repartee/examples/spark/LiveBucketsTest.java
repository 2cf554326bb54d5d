package dev.repartee.examples.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.Audit;
import dev.repartee.log.EngagementLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** These are told of a whole log, and not by the live logs of its parts. */
  private static final Set<Audit.Reason> OF_WHOLE_LOGS =
      Set.of(Audit.Reason.UNSEEN_MEMBER, Audit.Reason.NEAR_NAME, Audit.Reason.SUSPICIOUS_TIME);

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

  /** One log of the rows says the same of them. */
  static void requireSame(List<Row> rows, LiveAnswers answers) {
    EngagementLog log = TalkRows.log(rows.iterator(), AS_OF).followedFor(LiveBuckets.FOLLOWED_FOR);
    assertArrayEquals(
        log.measure(Questions.ofConversations()).toBytes(), answers.results().toBytes());
    Map<Audit.Reason, Long> audit = new HashMap<>(log.audit().counts());
    audit.keySet().removeAll(OF_WHOLE_LOGS);
    audit.merge(
        Audit.Reason.UNREADABLE, answers.offered() - answers.late() - rows.size(), Long::sum);
    audit.values().removeIf(count -> count == 0);
    assertEquals(audit, answers.audit());
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
        requireSame(soFar, answers);
      }
    }
    talk.put(count - 1, rows);
    query.processAllAvailable();
    query.stop();
    LiveAnswers answers = LiveAnswers.of(spark, work, AS_OF);
    requireSame(talk.rows(count), answers);
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
