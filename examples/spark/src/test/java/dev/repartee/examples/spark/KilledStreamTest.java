package dev.repartee.examples.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stream that is killed at random points of its work, again and again, ends with the answers of
 * one machine that had all rows at once: {@code -Drepartee.kills=100} says how often, and prints
 * how many kills fell within a batch.
 */
class KilledStreamTest {
  private static final int FILES = 6;
  private static final int MOST_MARKS_AT_A_TIME = 30;
  private static final int MOST_SPINS_BITS = 22;
  private static final int MOST_SHOWN = 5_000;
  private static final int USUAL_KILLS = 3;

  @TempDir private Path folder;

  private final Random random = new Random(1);
  private int kills;
  private int within;
  private int rounds;

  @Test
  void itEndsWithTheBitsOfTheBatch() throws Exception {
    int wanted = Integer.getInteger("repartee.kills", USUAL_KILLS);
    try (SparkSession spark = SparkExample.session("local[2]")) {
      while (kills < wanted) {
        rounds++;
        TalkFiles talk = TalkFiles.of(spark, FILES, rounds);
        Path rows = Files.createDirectories(folder.resolve("round" + rounds + "/rows"));
        for (int i = 0; i < FILES; i++) {
          talk.put(i, rows);
        }
        String work = rows.resolveSibling("work").toString();
        while (!ends(rows, work, kills < wanted)) {}
        LiveAnswers answers = LiveAnswers.of(spark, work, LiveBucketsTest.AS_OF);
        assertEquals(talk.lines(), answers.offered(), () -> "after " + kills + " kills");
        assertEquals(TalkFiles.LATE, answers.late());
        LiveBucketsTest.requireSame(talk.rows(FILES), answers);
        LiveBucketsTest.requireAside(work);
      }
    }
    if (Integer.getInteger("repartee.kills") != null) {
      System.out.printf(
          "%,d kills, %,d of them within a batch; %,d times to the end, no difference%n",
          kills, within, rounds);
    }
  }

  /** Starts it, and kills it some time later if told so; says whether it came to its end. */
  private boolean ends(Path rows, String work, boolean kill) throws Exception {
    File log = rows.resolveSibling("log.txt").toFile();
    int marks = kill ? random.nextInt(MOST_MARKS_AT_A_TIME) : Integer.MAX_VALUE;
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx1g",
                // What Spark cannot clear away when it is killed goes with the round.
                "-Djava.io.tmpdir=" + rows.getParent(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledStream.class.getName(),
                rows.toString(),
                work)
            .redirectError(log)
            .start();
    try (InputStream out = process.getInputStream()) {
      if (out.readNBytes(marks).length == marks) {
        spin();
        process.destroyForcibly();
      }
      process.waitFor();
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() == 0) {
      return true;
    }
    String told = Files.readString(log.toPath());
    assertTrue(
        kill && !told.contains("Exception"),
        () -> "it ended by itself: " + told.substring(Math.max(0, told.length() - MOST_SHOWN)));
    kills++;
    within += batches(work, "offsets") > batches(work, "commits") ? 1 : 0;
    return false;
  }

  /** Some microseconds or some hundred milliseconds, each as likely. */
  private void spin() {
    for (int left = random.nextInt(1 << random.nextInt(MOST_SPINS_BITS)); left > 0; left--) {
      Thread.onSpinWait();
    }
  }

  /** How many batches it has begun, or ended. */
  private static int batches(String work, String folder) throws IOException {
    String[] batches =
        new File(LiveBuckets.checkpoint(work), folder).list((in, name) -> name.matches("\\d+"));
    return batches == null ? 0 : batches.length;
  }
}
