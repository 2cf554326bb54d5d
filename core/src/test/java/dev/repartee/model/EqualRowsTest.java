package dev.repartee.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.repartee.response.ResponseTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EqualRowsTest {
  private static Act act(ActKind kind) {
    return Act.of(kind, "carl", 0).id("a");
  }

  @Test
  void rowsAreEqualWhereAllTheirAttributesAre() {
    Post post = Post.of("a", "carl", 0);
    List<Interaction> different =
        List.of(
            post,
            Reply.of("a", "carl", 0),
            act(ActKind.SHARE),
            act(ActKind.CLICK),
            Post.of("b", "carl", 0),
            Post.of("a", "zak", 0),
            Post.of("a", "carl", 1),
            Reply.of("a", "carl", 0).to("p"),
            post.in("c"),
            post.channel("c"),
            post.topic("c"),
            post.addressedTo("c"),
            post.naming("c"),
            post.sentiment(Sentiment.NEUTRAL),
            post.intent(Intent.IDEA),
            post.label("c"),
            post.fingerprint("c"),
            post.expectsResponse(false),
            post.automatic(true));
    Set<Interaction> distinct = new HashSet<>(different);
    assertEquals(different.size(), distinct.size());
    assertEquals(post, Post.of("a", "carl", 0).label("x").label(null));
    assertEquals(post.hashCode(), Post.of("a", "carl", 0).hashCode());
    assertEquals(act(ActKind.SHARE), act(ActKind.SHARE));
  }

  @Test
  void clocksWithTheSameOptionsAreEqual() {
    ResponseTime turns = ResponseTime.eachTurn().withTarget(Duration.ofHours(1));
    assertEquals(turns, ResponseTime.eachTurn().withTarget(Duration.ofHours(1)));
    assertEquals(
        turns.hashCode(), ResponseTime.eachTurn().withTarget(Duration.ofHours(1)).hashCode());
    assertNotEquals(turns, ResponseTime.eachTurn());
    assertNotEquals(turns, ResponseTime.firstResponse().withTarget(Duration.ofHours(1)));
  }
}
