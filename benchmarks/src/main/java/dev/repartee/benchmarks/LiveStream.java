package dev.repartee.benchmarks;

import dev.repartee.log.Appender;
import dev.repartee.model.Directory;
import java.util.SplittableRandom;

/**
 * Endless rows as they come to a help desk: many conversations under way, each of a question, its
 * answers and questions back, one row a tenth of a second.
 */
final class LiveStream {
  static final Directory DIRECTORY =
      Directory.builder()
          .organization(
              "Acme",
              acme -> {
                for (int i = 0; i < 20; i++) {
                  acme.member("agent" + i, "Support");
                }
              })
          .build();

  private static final long START = 1_767_225_600_000L; // 2026-01-01T00:00Z
  private static final long MILLIS_PER_ROW = 100;
  private static final int MOST_MESSAGES = 6;
  private static final long PEOPLE = 5_000_000;

  private final String[] agents = new String[20];
  private final SplittableRandom random = new SplittableRandom(1);
  private final long[] last;
  private final long[] person;
  private final byte[] left;
  private long id;
  private long clock = START;

  /**
   * A stream.
   *
   * @param underWay how many conversations are
   */
  LiveStream(int underWay) {
    last = new long[underWay];
    person = new long[underWay];
    left = new byte[underWay];
    for (int i = 0; i < agents.length; i++) {
      agents[i] = "agent" + i;
    }
  }

  /** The time of the last row, in epoch milliseconds. */
  long clock() {
    return clock;
  }

  /** The next row; an odd number of messages is left where the person is to be answered. */
  void next(Appender row) {
    int conversation = random.nextInt(last.length);
    next(conversation, row);
  }

  /** The next row of one of the conversations. */
  void next(int conversation, Appender row) {
    clock += MILLIS_PER_ROW;
    id++;
    row.id(id).at(clock);
    if (left[conversation] == 0) {
      person[conversation] = 1_000 + random.nextLong(PEOPLE);
      left[conversation] = (byte) (1 + 2 * random.nextInt(MOST_MESSAGES / 2));
      row.author(person[conversation]).channel("chat");
    } else {
      boolean isAnswer = (left[conversation]-- & 1) == 1;
      row.parent(last[conversation]);
      if (isAnswer) {
        row.author(agents[random.nextInt(agents.length)]);
      } else {
        row.author(person[conversation]);
      }
    }
    last[conversation] = id;
    row.end();
  }
}
