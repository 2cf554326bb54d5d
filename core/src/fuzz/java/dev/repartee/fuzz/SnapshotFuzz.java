package dev.repartee.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.live.LiveLog;
import dev.repartee.live.LiveLogBuilder;
import dev.repartee.log.RandomRows;
import dev.repartee.response.ResponseTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** Snapshots of live logs. */
class SnapshotFuzz {
  static final long BASE = 1_000_000;
  static final long FACTOR = 100;
  private static final int LONGEST = 1 << 16;
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  static LiveLogBuilder builder() {
    return LiveLog.builder(RandomRows.DIRECTORY)
        .followedFor(Duration.ofDays(4))
        .measuring(ResponseTime.eachTurn(), Dialogue.standard());
  }

  @FuzzTest(maxDuration = "30m")
  void restores(byte[] input) {
    if (input.length >= 1 && input.length <= LONGEST) {
      byte[] bytes = Bounds.sealed(input);
      Bounds.memory(BASE, FACTOR, bytes.length, () -> read(bytes));
      read(bytes).ifPresent(SnapshotFuzz::use);
    }
  }

  private static Optional<LiveLog> read(byte[] bytes) {
    try {
      return Optional.of(builder().restore(bytes));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What was restored can be asked, goes on, and is written again. */
  private static void use(LiveLog live) {
    live.measure(ResponseTime.eachTurn(), END);
    live.waiting(END).longest(3);
    live.addAll(RandomRows.list(new Random(8), 10));
    live.retire(END);
    if (live.toString().isEmpty() || live.audit().toString().isEmpty()) {
      throw new AssertionError("says nothing");
    }
    builder().restore(live.toBytes());
  }
}
