package dev.repartee.examples.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Lines of talk as a feed has them: questions and answers, some out of order, some twice, some that
 * answer what was settled long ago, and some that nobody can read.
 */
final class TalkLines {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final int MOST_SECONDS = 1_700;

  private final Random random;

  private TalkLines(Random random) {
    this.random = random;
  }

  /** So many lines; the same seed makes the same. */
  static List<String> list(long seed, int count) {
    return new TalkLines(new Random(seed)).lines(count);
  }

  /** When about so many lines have come: a clock that depends on nothing else. */
  static Instant clock(long lines) {
    return START.plus(Duration.ofSeconds(MOST_SECONDS / 2).multipliedBy(lines));
  }

  private List<String> lines(int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int kind = random.nextInt(100);
      if (kind == 0) {
        lines.add("{\"id\":");
      } else if (kind < 3 && i > 0) {
        lines.add(lines.get(Math.max(0, i - 1 - random.nextInt(40))));
      } else {
        lines.add(message(i, kind < 5 ? 2_000 : 20));
      }
    }
    return lines;
  }

  private String message(int i, int furthest) {
    boolean isAnswer = i > furthest && random.nextInt(2) == 0;
    String parent = isAnswer ? ",\"parent\":\"m" + (i - 1 - random.nextInt(furthest)) + "\"" : "";
    return "{\"id\":\"m%d\",\"author\":\"%s\",\"at\":\"%s\",\"channel\":\"%s\"%s}"
        .formatted(
            i,
            isAnswer ? "care" : "person " + random.nextInt(400),
            clock(i).minusSeconds(random.nextInt(4 * MOST_SECONDS)),
            random.nextBoolean() ? "chat" : "mail",
            parent);
  }
}
