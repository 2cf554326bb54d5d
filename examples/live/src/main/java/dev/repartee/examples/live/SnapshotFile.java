package dev.repartee.examples.live;

import dev.repartee.live.LiveLog;
import dev.repartee.live.LiveLogBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where a live log is kept for the next start. It is written beside and moved into place, so that
 * whoever is killed while writing finds the one before.
 */
record SnapshotFile(Path path) {
  /** The live log as it was written last, or one without rows. */
  LiveLog restore(LiveLogBuilder builder) throws IOException {
    return Files.exists(path) ? builder.restore(Files.readAllBytes(path)) : builder.build();
  }

  void write(LiveLog live) throws IOException {
    Path beside = path.resolveSibling(path.getFileName() + ".new");
    Files.write(beside, live.toBytes());
    Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
