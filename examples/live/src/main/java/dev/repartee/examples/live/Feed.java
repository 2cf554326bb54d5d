package dev.repartee.examples.live;

import dev.repartee.live.LiveLog;
import java.io.BufferedReader;
import java.io.IOException;
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

  /** Takes in all lines, and waits for more if told so, until the thread is interrupted. */
  void run(BufferedReader lines, boolean follow) throws IOException, InterruptedException {
    for (long left = live.offered(); left > 0 && lines.readLine() != null; left--) {}
    while (!Thread.currentThread().isInterrupted()) {
      String line = lines.readLine();
      if (line != null) {
        JsonRow.offer(line, live.appender());
        if (live.offered() % linesBetween == 0) {
          settle();
        }
      } else if (follow) {
        Thread.sleep(Duration.ofMillis(200).toMillis());
      } else {
        return;
      }
    }
  }

  private void settle() throws IOException {
    live.retire(clock.get());
    snapshots.write(live);
  }
}
