package dev.repartee.examples.live;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.repartee.live.LiveLog;
import dev.repartee.live.LiveLogBuilder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a live log is kept for the next start. It is written beside and moved into place once it is
 * on the disk, so that whoever is killed while writing finds the one before.
 */
record SnapshotFile(Path path) {
  /** The live log as it was written last, or one without rows. */
  LiveLog restore(LiveLogBuilder builder) throws IOException {
    return Files.exists(path) ? builder.restore(Files.readAllBytes(path)) : builder.build();
  }

  /** What a process that was killed while writing may leave; the next one writes over it. */
  Path beside() {
    return path.resolveSibling(path.getFileName() + ".new");
  }

  void write(LiveLog live) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(live.toBytes());
    try (FileChannel file = FileChannel.open(beside(), CREATE, WRITE, TRUNCATE_EXISTING)) {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    }
    Files.move(beside(), path, ATOMIC_MOVE, REPLACE_EXISTING);
  }
}
