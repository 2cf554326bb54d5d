package dev.repartee.examples.live;

import dev.repartee.live.LiveLog;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The one writer: takes lines in as they come, lets go of what is settled, and writes snapshots.
 * After a restart the source begins anew, and as many lines are passed over as were taken in.
 */
final class Feed {
  private final LiveLog live;
  private final SnapshotFile snapshots;
  private final int linesBetween;
  private final Supplier<Instant> clock;

  /**
   * A writer.
   *
   * @param linesBetween after so many lines it lets go and writes a snapshot
   * @param clock the present
   */
  Feed(LiveLog live, SnapshotFile snapshots, int linesBetween, Supplier<Instant> clock) {
    this.live = live;
    this.snapshots = snapshots;
    this.linesBetween = linesBetween;
    this.clock = clock;
  }

  /**
   * Takes in all lines. If told so it waits for more, until the thread is interrupted; else a last
   * line need not end.
   *
   * @throws IllegalStateException if there are fewer lines than were taken in before
   */
  void run(InputStream source, boolean follow) throws IOException, InterruptedException {
    WholeLines lines = new WholeLines(source);
    pass(lines, follow);
    while (!Thread.currentThread().isInterrupted()) {
      byte[] line = lines.next();
      if (line == null && !follow) {
        line = lines.rest();
        if (line == null) {
          return;
        }
      }
      if (line != null) {
        take(line);
      } else {
        Thread.sleep(Duration.ofMillis(200).toMillis());
      }
    }
  }

  /** Passes over what was taken in: were that another file, nobody would know what is missing. */
  private void pass(WholeLines lines, boolean follow) throws IOException {
    for (long passed = 0; passed < live.offered(); passed++) {
      if (lines.next() == null && (follow || lines.rest() == null)) {
        throw new IllegalStateException(
            "rows ("
                + passed
                + " lines) must begin with the "
                + live.offered()
                + " lines that were taken in before; bring back the file that the snapshot was"
                + " made of, or begin without the snapshot");
      }
    }
  }

  private void take(byte[] line) throws IOException {
    JsonRow.offer(line, live.appender());
    if (live.offered() % linesBetween == 0) {
      live.retire(clock.get());
      snapshots.write(live);
    }
  }
}
