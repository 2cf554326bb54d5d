package dev.repartee.examples.live;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.live.LiveLog;
import dev.repartee.live.LiveLogBuilder;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.model.Directory;
import dev.repartee.response.Backlog;
import dev.repartee.response.ResponseTime;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The service: {@code LiveService rows.jsonl snapshot.bin 8080 Acme care,jane}. It follows the file
 * as it grows, and may be killed at any time. A sixth argument is the instant to take for the
 * present, for files of the past.
 */
public final class LiveService {
  private static final int LINES_BETWEEN_SNAPSHOTS = 1_000;

  private LiveService() {}

  /** What is asked: how long people wait, and whether they are talked with, by channel. */
  static Measure<?> measure() {
    return Measures.of(ResponseTime.eachTurn(), Dialogue.standard()).by(Dimension.CHANNEL);
  }

  /** Who is who: all accounts answer for one organization. */
  static Directory directory(String organization, String accounts) {
    return Directory.builder()
        .organization(
            organization,
            all -> Arrays.stream(accounts.split(",")).forEach(one -> all.member(one, "Care")))
        .build();
  }

  /** How the live log works; the same at each start. */
  static LiveLogBuilder builder(Directory directory) {
    return LiveLog.builder(directory)
        .followedFor(Duration.ofDays(7))
        .measuring(measure())
        .waitingBy(Backlog.standard().withTarget(Duration.ofHours(4)));
  }

  /**
   * Runs until it is killed.
   *
   * @param args rows, snapshot, port, organization, accounts of its members, and the present
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Supplier<Instant> clock = args.length > 5 ? () -> Instant.parse(args[5]) : Instant::now;
    SnapshotFile snapshots = new SnapshotFile(Path.of(args[1]));
    LiveLog live = snapshots.restore(builder(directory(args[3], args[4])));
    try (LiveServer server = new LiveServer(live, measure(), clock, Integer.parseInt(args[2]));
        InputStream lines = new BufferedInputStream(Files.newInputStream(Path.of(args[0])))) {
      System.out.println("listening on " + server.port() + ", after row " + live.offered());
      new Feed(live, snapshots, LINES_BETWEEN_SNAPSHOTS, clock).run(lines, true);
    }
  }
}
