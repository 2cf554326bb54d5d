package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.measure.Dimension;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where rows that name no channel and no topic stand. */
class InheritanceTest {
  private static List<String> channels(Interaction... rows) {
    Columns columns = Shape.columns(EngagementLog.builder().addAll(List.of(rows)).build());
    List<String> result = new ArrayList<>();
    for (int row = 0; row < columns.rows(); row++) {
      int code = columns.channel == null ? -1 : columns.channel[row];
      result.add(code < 0 ? "-" : columns.channels.get(code));
    }
    return result;
  }

  @Test
  void aReplyStandsWhereItsParentStands() {
    assertEquals(
        List.of("blog", "chat", "chat"),
        channels(
            Post.of("a", "x", 0).channel("blog"),
            Reply.of("b", "x", 1).to("a").channel("chat"),
            Reply.of("c", "x", 2).to("b")));
  }

  @Test
  void aFlatMessageStandsWhereTheOpenerStands() {
    assertEquals(
        List.of("blog", "chat", "blog"),
        channels(
            Post.of("a", "x", 0).channel("blog").in("t"),
            Reply.of("b", "x", 1).channel("chat").in("t"),
            Reply.of("c", "x", 2).in("t")));
  }

  @Test
  void anActStandsWhereItsMessageStands() {
    assertEquals(
        List.of("blog", "-", "blog", "chat"),
        channels(
            Post.of("a", "x", 0).channel("blog"),
            Act.of(ActKind.VIEW, "x", 1),
            Act.of(ActKind.VIEW, "x", 2).on("a"),
            Act.of(ActKind.VIEW, "x", 3).on("a").channel("chat")));
  }

  @Test
  void anOpenerInheritsNothing() {
    assertEquals(
        List.of("-", "chat", "-"),
        channels(
            Post.of("a", "x", 0),
            Reply.of("b", "x", 1).to("a").channel("chat"),
            Reply.of("c", "x", 2).to("a")));
  }

  @Test
  void topicsAreInheritedAlike() {
    EngagementLog log =
        EngagementLog.builder()
            .add(Post.of("a", "x", 0).topic("tea"))
            .add(Reply.of("b", "x", 1).to("a"))
            .add(Reply.of("c", "x", 2).to("b").topic("milk"))
            .build();
    assertEquals(2, log.measure(Rows.all().by(Dimension.TOPIC)).get("tea").messages());
    assertEquals(1, log.measure(Rows.all().by(Dimension.TOPIC)).get("milk").messages());
  }
}
