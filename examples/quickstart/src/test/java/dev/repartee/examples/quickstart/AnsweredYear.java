package dev.repartee.examples.quickstart;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** A year of weeks on two channels, on which Acme answers a share of people after a time. */
final class AnsweredYear {
  static final int WEEKS = 52;
  private static final Instant MONDAY = Instant.parse("2025-01-06T00:00:00Z");
  private static final long WEEK = 604_800_000L;

  private final EngagementLog.Builder rows;
  private final Random random;
  private int rowCount;

  AnsweredYear(long seed) {
    random = new Random(seed);
    rows =
        EngagementLog.builder(
            Directory.builder()
                .organization("Acme", acme -> acme.member("care", "Support"))
                .build());
    rows.asOf("2026-01-06T00:00:00Z");
  }

  /** A week of a channel. */
  AnsweredYear week(int week, String channel, int asks, double share, double hours) {
    for (int i = 0; i < asks; i++) {
      String id = "p" + rowCount++;
      long at = MONDAY.toEpochMilli() + week * WEEK + (long) (random.nextDouble() * WEEK);
      // Some write often, most once.
      String who = channel + "-visitor-" + (int) (1_000 * Math.pow(random.nextDouble(), 2));
      rows.add(Post.of(id, who, at).channel(channel));
      if (random.nextDouble() < share) {
        long wait = (long) (3_600_000 * hours * 2 * random.nextDouble());
        rows.add(Reply.of("r" + id, "care", at + wait).to(id).channel(channel));
      }
    }
    return this;
  }

  /** Weeks in which nothing changes but how many write. */
  static Culture nothing(long seed) {
    AnsweredYear year = new AnsweredYear(seed);
    for (int week = 0; week < WEEKS; week++) {
      year.week(week, "chat", week < 30 ? 40 : 14, 0.8, 4);
      year.week(week, "mail", week < 20 ? 12 : 35, 0.9, 8);
    }
    return year.culture();
  }

  Culture culture() {
    return Culture.of(
        new Loaded(rows.build(), "year", false, List.of()),
        new MeasureOptions(),
        new CultureOptions());
  }
}
