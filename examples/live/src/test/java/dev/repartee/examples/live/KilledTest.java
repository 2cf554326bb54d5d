package dev.repartee.examples.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.live.LiveLog;
import dev.repartee.live.WaitingNow;
import dev.repartee.log.Audit;
import dev.repartee.response.BacklogSummary.Waiting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed at random points of its work, again and again, ends where one ends that
 * never was: {@code -Drepartee.kills=1000} says how often, and prints where the kills fell.
 */
class KilledTest {
  private static final int LINES = 6_000;
  private static final int MOST_LINES_AT_A_TIME = 2_000;
  private static final int MOST_SPINS_BITS = 18;
  private static final int USUAL_KILLS = 4;

  @TempDir private Path folder;

  private final Random random = new Random(1);
  private int kills;
  private int restores;
  private int unbegun;
  private int writing;
  private int torn;
  private int rounds;

  /** All that may be asked. */
  private record Answers(
      long offered,
      long late,
      List<String> lateExamples,
      long retired,
      long open,
      Map<Audit.Reason, Long> audit,
      ByteBuffer measured,
      long overdue,
      List<Waiting> waiting) {

    static Answers of(LiveLog live) {
      Instant now = TalkLines.clock(LINES).plusSeconds(3_600);
      WaitingNow waiting = live.waiting(now);
      return new Answers(
          live.offered(),
          live.late(),
          live.lateExamples(),
          live.retired(),
          live.open(),
          live.audit(),
          ByteBuffer.wrap(live.measure(LiveService.measure(), now).toBytes()),
          waiting.overdue(),
          waiting.longest(Integer.MAX_VALUE));
    }
  }

  @Test
  void itEndsAsIfItHadNeverBeenKilled() throws Exception {
    int wanted = Integer.getInteger("repartee.kills", USUAL_KILLS);
    while (kills < wanted) {
      rounds++;
      Path round = Files.createDirectory(folder.resolve("round" + rounds));
      List<String> lines = TalkLines.list(rounds, LINES);
      Path rows = Files.write(round.resolve("rows.jsonl"), lines);
      SnapshotFile snapshots = new SnapshotFile(round.resolve("snapshot.bin"));
      while (!ends(rows, snapshots, kills < wanted)) {}
      Answers killed = Answers.of(snapshots.restore(KilledProgram.builder()));
      Answers never = Answers.of(neverKilled(rows, round));
      assertEquals(LINES, never.offered);
      assertTrue(never.late > 0 && never.retired > 1_000 && never.waiting.size() > 10);
      assertEquals(never, killed, () -> "after " + kills + " kills");
    }
    if (Integer.getInteger("repartee.kills") != null) {
      System.out.printf(
          "%,d kills, %,d of them before it began, %,d while a snapshot was written (%,d left half a"
              + " one); %,d restores; %,d times to the end, no difference%n",
          kills, unbegun, writing, torn, restores, rounds);
    }
  }

  private static LiveLog neverKilled(Path rows, Path round) throws Exception {
    LiveLog live = KilledProgram.builder().build();
    SnapshotFile snapshots = new SnapshotFile(round.resolve("never.bin"));
    KilledProgram.feed(live, snapshots)
        .run(new ByteArrayInputStream(Files.readAllBytes(rows)), false);
    return live;
  }

  /** Starts it, and kills it some time later if told so; says whether it came to its end. */
  private boolean ends(Path rows, SnapshotFile snapshots, boolean kill) throws Exception {
    long before = requireWhole(snapshots);
    restores += before > 0 ? 1 : 0;
    Optional<FileTime> beside = lastModified(snapshots);
    Path errors = rows.resolveSibling("errors.txt");
    int marks = kill ? marks(before) : Integer.MAX_VALUE;
    Process process = start(rows, snapshots, errors);
    try (InputStream out = process.getInputStream()) {
      if (out.readNBytes(marks).length == marks) {
        spin();
        process.destroyForcibly();
      }
      process.waitFor();
    } finally {
      process.destroyForcibly();
    }
    assertEquals("", Files.readString(errors));
    if (process.exitValue() == 0) {
      assertEquals(LINES, requireWhole(snapshots));
      return true;
    }
    assertTrue(kill, () -> "it ended by itself with " + process.exitValue());
    kills++;
    unbegun += marks == 0 ? 1 : 0;
    if (!lastModified(snapshots).equals(beside) && Files.exists(snapshots.beside())) {
      writing++;
      torn += isTorn(snapshots.beside()) ? 1 : 0;
    }
    assertTrue(requireWhole(snapshots) >= before, "a snapshot is older than the one before");
    return false;
  }

  /** Some microseconds or some milliseconds, each as likely. */
  private void spin() {
    for (int left = random.nextInt(1 << random.nextInt(MOST_SPINS_BITS)); left > 0; left--) {
      Thread.onSpinWait();
    }
  }

  private static Process start(Path rows, SnapshotFile snapshots, Path errors) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            KilledProgram.class.getName(),
            rows.toString(),
            snapshots.path().toString())
        .redirectError(errors.toFile())
        .start();
  }

  /**
   * After how many marks to kill it: mostly among the lines to come, a third of the time at the end
   * of a hundred, where a snapshot is due; sometimes among those that are passed over, or before it
   * begins.
   */
  private int marks(long before) {
    int kind = random.nextInt(20);
    if (kind == 0) {
      return 0;
    }
    int first = kind < 3 ? 0 : (int) before;
    int line = first + random.nextInt(MOST_LINES_AT_A_TIME);
    int due = KilledProgram.LINES_BETWEEN_SNAPSHOTS;
    return 1 + (kind < 10 ? line / due * due + due : line);
  }

  /** The rows of the snapshot, which is whole, or 0 where there is none. */
  private static long requireWhole(SnapshotFile snapshots) throws IOException {
    LiveLog live = snapshots.restore(KilledProgram.builder());
    assertEquals(0, live.offered() % KilledProgram.LINES_BETWEEN_SNAPSHOTS);
    return live.offered();
  }

  private static Optional<FileTime> lastModified(SnapshotFile snapshots) throws IOException {
    Path beside = snapshots.beside();
    return Files.exists(beside) ? Optional.of(Files.getLastModifiedTime(beside)) : Optional.empty();
  }

  private static boolean isTorn(Path beside) throws IOException {
    try {
      return KilledProgram.builder().restore(Files.readAllBytes(beside)).offered() < 0;
    } catch (IllegalArgumentException e) {
      assertTrue(String.valueOf(e.getMessage()).contains("damaged"), e::toString);
      return true;
    }
  }
}
