package dev.repartee.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A summary of a part knows which part it is of, and is not added up with what holds it. */
class SelectionTest {
  private static final ResponseTime EACH = ResponseTime.eachTurn();
  private static final Directory ACME =
      Directory.builder().organization("Acme", acme -> acme.member("care", "Support")).build();

  /** On the blog one of two is answered, on chat one of one, in the forum none of one. */
  private static EngagementLog log() {
    return EngagementLog.builder(ACME)
        .add(Post.of("a", "carl", day(1)).channel("blog").topic("tea"))
        .add(Reply.of("b", "care", day(2)).to("a").channel("blog"))
        .add(Post.of("c", "carl", day(3)).channel("blog").topic("milk"))
        .add(Post.of("d", "dora", day(3)).channel("chat").topic("tea"))
        .add(Reply.of("e", "care", day(4)).to("d").channel("chat"))
        .add(Post.of("f", "dora", day(5)).channel("forum").topic("tea"))
        .asOf(day(9))
        .build();
  }

  private static String day(int day) {
    return "2026-01-0" + day + "T00:00:00Z";
  }

  private static ResponseSummary on(EngagementLog log, String... channels) {
    return log.only(Dimension.CHANNEL, channels).measure(EACH);
  }

  private static String refusal(ResponseSummary a, ResponseSummary b) {
    assertThrows(IllegalArgumentException.class, () -> b.merge(a));
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> a.merge(b)).getMessage());
  }

  @Test
  void aPartSaysWhichItIs() {
    EngagementLog log = log();
    ResponseSummary blog = on(log, "blog");
    assertEquals("channel \"blog\"", blog.origin().selection());
    assertEquals("", log.measure(EACH).origin().selection());
    assertTrue(blog.origin().toString().contains("\nonly channel \"blog\"\n"));
    assertEquals(Map.of("channel", List.of("blog")), blog.origin().toMap().get("selection"));
    assertEquals(
        "channel \"blog\" or \"chat\" and topic \"tea\"",
        log.only(Dimension.CHANNEL, "chat", "blog")
            .only(Dimension.TOPIC, "tea")
            .measure(EACH)
            .origin()
            .selection());
    assertEquals(
        "channel \"chat\"",
        on(log.only(Dimension.CHANNEL, "blog", "chat"), "chat", "forum").origin().selection());
    assertEquals(
        "channel none", on(log.only(Dimension.CHANNEL, "blog"), "chat").origin().selection());
    assertEquals(
        "channel and topic \"blog, milk\"",
        log.measure(EACH.by(Dimension.CHANNEL.and(Dimension.TOPIC)))
            .get("blog", "milk")
            .origin()
            .selection());
  }

  @Test
  void bytesRememberIt() {
    ResponseSummary blog = on(log(), "blog", "chat");
    ResponseSummary read = EACH.fromBytes(blog.toBytes());
    assertEquals(blog.origin(), read.origin());
    assertArrayEquals(blog.toBytes(), read.toBytes());
    assertEquals("channel \"blog\" or \"chat\"", read.origin().selection());
  }

  @Test
  void aPartIsNotAddedToWhatHoldsIt() {
    EngagementLog log = log();
    ResponseSummary blog = on(log, "blog");
    String remedy =
        "; what one holds may be in the other too; merge wholes, or parts of which no fact is in"
            + " both";
    assertEquals(
        "cannot merge, selection differs: [channel \"blog\"] and [everything]" + remedy,
        refusal(blog, log.measure(EACH)));
    assertEquals(
        "cannot merge, selection differs: [channel \"blog\"] and [channel \"blog\" or \"chat\"]"
            + remedy,
        refusal(blog, on(log, "blog", "chat")));
    Breakdown<ResponseSummary> parts = log.measure(EACH.by(Dimension.CHANNEL));
    refusal(parts.get("blog"), parts.total());
    refusal(blog, log.only(Dimension.TOPIC, "tea").measure(EACH));
    refusal(EACH.fromBytes(blog.toBytes()), log.measure(EACH));
  }

  @Test
  void aPartIsNotAddedToItself() {
    EngagementLog log = log();
    String twice =
        "cannot merge, both are the same part of the same log, so that all would count twice; merge"
            + " different windows, different keys, or logs of different conversations";
    ResponseSummary blog = on(log, "blog");
    assertEquals(twice, refusal(blog, blog));
    assertEquals(twice, refusal(blog, on(log, "blog")));
    assertEquals(twice, refusal(blog, log.measure(EACH.by(Dimension.CHANNEL)).get("blog")));
    ResponseSummary filtered = log.filter("any", row -> true).measure(EACH);
    assertEquals(twice, refusal(filtered, filtered));
    ResponseSummary both = blog.merge(on(log(), "blog"));
    assertEquals(4, both.exchanges());
    assertEquals(twice, refusal(both, blog));
  }

  @Test
  void partsWithoutACommonKeyAreAPartAgainAndAllTheWhole() {
    EngagementLog log = log();
    ResponseSummary two = on(log, "blog").merge(on(log, "chat"));
    assertEquals("channel \"blog\" or \"chat\"", two.origin().selection());
    assertArrayEquals(on(log, "blog", "chat").toBytes(), two.toBytes());
    Breakdown<ResponseSummary> parts = log.measure(EACH.by(Dimension.CHANNEL));
    ResponseSummary some = parts.get("forum").merge(parts.get("blog"));
    assertEquals("channel \"blog\" or \"forum\"", some.origin().selection());
    assertArrayEquals(log.measure(EACH).toBytes(), some.merge(parts.get("chat")).toBytes());
    // Bytes do not know that there are no other keys.
    assertEquals(
        "channel \"blog\" or \"chat\" or \"forum\"",
        some.merge(EACH.fromBytes(parts.get("chat").toBytes())).origin().selection());
  }

  @Test
  void partsOfDifferentKeysAndWindowsWouldLeaveHoles() {
    EngagementLog log = log();
    ResponseSummary blog = on(log.between("2026-01-01", "2026-01-03"), "blog");
    ResponseSummary chat = on(log.between("2026-01-03", "2026-01-05"), "chat");
    assertEquals(
        "cannot merge, selection differs: [channel \"blog\"] and [channel \"chat\"]; their windows"
            + " differ too; merge parts with the same key first",
        refusal(blog, chat));
    ResponseSummary later = on(log.between("2026-01-03", "2026-01-05"), "blog");
    assertArrayEquals(
        on(log.between("2026-01-01", "2026-01-05"), "blog").toBytes(), blog.merge(later).toBytes());
  }
}
