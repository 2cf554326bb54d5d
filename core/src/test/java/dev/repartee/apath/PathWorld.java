package dev.repartee.apath;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Small logs of Acme for paths worked by hand. Day 1 is 1 March 2026, at noon. */
final class PathWorld {
  static final Directory ACME =
      Directory.builder()
          .organization("Acme", acme -> acme.member("acme_care", "Support").bot("bot", "Support"))
          .person("Carl", "carl@blog", "carl@twitter")
          .topic("spring sale", "Acme", "Support")
          .build();

  private PathWorld() {}

  static Instant day(int day) {
    return Instant.parse("2026-03-01T12:00:00Z").plus(Duration.ofDays(day - 1));
  }

  static Act act(ActKind kind, String author, int day) {
    return Act.of(kind, author, day(day)).channel("twitter");
  }

  static Post post(String id, String author, int day) {
    return Post.of(id, author, day(day)).channel("twitter");
  }

  static Reply reply(String id, String author, int day, String to) {
    return Reply.of(id, author, day(day)).to(to);
  }

  /** A log as of a day. */
  static EngagementLog log(int asOf, Interaction... rows) {
    return EngagementLog.builder(ACME).addAll(List.of(rows)).asOf(day(asOf)).build();
  }

  static String firstLine(Object result) {
    return result.toString().lines().findFirst().orElseThrow();
  }
}
