package dev.repartee.examples.live;

import dev.repartee.live.LiveLog;
import dev.repartee.live.LiveLogBuilder;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What {@link KilledTest} kills: the service without its server. It takes in a whole file, and
 * tells how far it is by a byte when it begins and one for each line, so that it can be killed
 * anywhere.
 */
final class KilledProgram {
  static final int LINES_BETWEEN_SNAPSHOTS = 100;

  private KilledProgram() {}

  /** Some ids are forgotten again, so that this, too, is in the snapshots. */
  static LiveLogBuilder builder() {
    return LiveService.builder(LiveService.directory("Acme", "care"))
        .givingUpAfter(Duration.ofDays(10))
        .rememberingFor(Duration.ofDays(10));
  }

  /** A writer whose clock depends on the lines alone, so that a restart changes nothing. */
  static Feed feed(LiveLog live, SnapshotFile snapshots) {
    return new Feed(
        live, snapshots, LINES_BETWEEN_SNAPSHOTS, () -> TalkLines.clock(live.offered()));
  }

  /** Takes in the rows of the first file, with snapshots in the second. */
  public static void main(String[] args) throws IOException, InterruptedException {
    try (OutputStream marks = new FileOutputStream(FileDescriptor.out);
        InputStream rows = Files.newInputStream(Path.of(args[0]))) {
      marks.write('-');
      SnapshotFile snapshots = new SnapshotFile(Path.of(args[1]));
      LiveLog live = snapshots.restore(builder());
      feed(live, snapshots).run(new Marking(new BufferedInputStream(rows), marks), false);
    }
  }

  /** Writes a mark for each line that was read. */
  private static final class Marking extends FilterInputStream {
    private final OutputStream marks;

    Marking(InputStream in, OutputStream marks) {
      super(in);
      this.marks = marks;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      if (next == '\n') {
        marks.write('.');
      }
      return next;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      throw new UnsupportedOperationException("lines are read byte by byte");
    }
  }
}
