package dev.repartee.testing;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Facts;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Small logs for examples worked by hand: times are minutes, the organization is Acme. */
public final class Talk {
  private Talk() {}

  /** Acme with two members of different departments and a bot. */
  public static Directory acme() {
    return Directory.builder()
        .organization(
            "Acme",
            acme -> acme.member("care", "Support").member("jane", "Sales").bot("bot", "Support"))
        .build();
  }

  /** Acme and Bolt, with a member each: care and help. */
  public static Directory acmeAndBolt() {
    return Directory.builder()
        .organization("Acme", acme -> acme.member("care", "Support"))
        .organization("Bolt", bolt -> bolt.member("help", "Service"))
        .build();
  }

  /** A log of Acme as of some minute. */
  public static EngagementLog log(long asOfMinute, Interaction... rows) {
    return log(acme(), asOfMinute, rows);
  }

  /** A log as of some minute. */
  public static EngagementLog log(Directory directory, long asOfMinute, Interaction... rows) {
    EngagementLog.Builder builder = EngagementLog.builder(directory);
    for (Interaction row : rows) {
      builder.add(row);
    }
    return builder.asOf(Instant.ofEpochMilli(millis(asOfMinute))).build();
  }

  /** A message that opens a conversation of its own. */
  public static Post post(String id, String author, long minute) {
    return Post.of(id, author, millis(minute));
  }

  /** A message in the flat thread "t". */
  public static Post flat(String id, String author, long minute) {
    return post(id, author, minute).in("t");
  }

  /** A reply. */
  public static Reply reply(String id, String author, long minute, String to) {
    return Reply.of(id, author, millis(minute)).to(to);
  }

  /** Minutes as a duration. */
  public static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  /** The first line of a result. */
  public static String headline(Object result) {
    return result.toString().lines().findFirst().orElseThrow();
  }

  /** Some facts that have no key, as people read them. */
  public static List<String> texts(Facts facts, String... statistics) {
    return Arrays.stream(statistics).map(statistic -> facts.get(statistic).text()).toList();
  }

  private static long millis(long minute) {
    return Duration.ofMinutes(minute).toMillis();
  }
}
