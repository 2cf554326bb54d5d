package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** In which order rows stand: by effective time, then depth, then id; whatever came first. */
class OrderTest {
  private static EngagementLog log(List<Interaction> rows) {
    return EngagementLog.builder().addAll(rows).build();
  }

  private static void assertShape(List<String> expected, Interaction... rows) {
    List<Interaction> shuffled = new ArrayList<>(List.of(rows));
    for (int seed = 0; seed < 10; seed++) {
      assertEquals(expected, Shape.of(log(shuffled)));
      Collections.shuffle(shuffled, new Random(seed));
    }
  }

  @Test
  void parentsStandBeforeTheirRepliesAndEqualDepthsById() {
    assertShape(
        List.of("z c>z d>z a>d b>d"),
        Post.of("z", "x", 0),
        Reply.of("d", "x", 0).to("z"),
        Reply.of("c", "x", 0).to("z"),
        Reply.of("b", "x", 0).to("d"),
        Reply.of("a", "x", 0).to("d"));
  }

  @Test
  void aFlatMessageHangsBelowTheOpener() {
    assertShape(
        List.of("a b>a z c>b"),
        Post.of("a", "x", 0).in("t"),
        Reply.of("z", "x", 5).in("t"),
        Reply.of("b", "x", 5).to("a"),
        Reply.of("c", "x", 5).to("b"));
  }

  @Test
  void theFirstParentlessMessageOpensAndTheLesserIdWhereTimesAreEqual() {
    assertShape(
        List.of("b a>b c"),
        Reply.of("a", "x", 0).to("b"),
        Post.of("c", "x", 3).in("t"),
        Post.of("b", "x", 3).in("t"));
  }

  @Test
  void aSkewedReplyDragsItsOwnReplies() {
    assertShape(
        List.of("a f>a b>a c>b d>c e>a"),
        Post.of("a", "x", 0),
        Reply.of("b", "x", 50).to("a"),
        Reply.of("c", "x", 10).to("b"),
        Reply.of("d", "x", 20).to("c"),
        Reply.of("e", "x", 51).to("a"),
        Reply.of("f", "x", 49).to("a"));
  }

  @Test
  void onlyAReplyEarlierThanItsParentCountsAsSkewed() {
    EngagementLog log =
        log(
            List.of(
                Post.of("a", "x", 50),
                Reply.of("b", "x", 10).to("a"),
                Reply.of("c", "x", 20).to("b"), // later than b, though it takes effect at 50
                Reply.of("d", "x", 50).to("a")));
    assertEquals(1, log.audit().count(Audit.Reason.CLOCK_SKEW));
    assertEquals(List.of("b"), log.audit().examples(Audit.Reason.CLOCK_SKEW));
  }

  @Test
  void conversationsStandByTheTimeAndIdOfTheirOpeners() {
    assertShape(
        List.of("3 2>3", "9", "a", "b", "0"),
        Post.of("3", "x", -5),
        Reply.of("2", "x", 90).to("3"),
        Post.of("b", "x", 0),
        Post.of("a", "x", 0),
        Post.of("9", "x", 0),
        Post.of("0", "x", 1));
  }

  /** The rows of a person: {@code a1 b2} for ids and times. */
  private static List<String> ofPersons(EngagementLog log) {
    Columns columns = Shape.columns(log);
    PersonIndex index = columns.personIndex;
    List<String> result = new ArrayList<>();
    for (int person = 0; person + 1 < index.starts.length; person++) {
      List<String> rows = new ArrayList<>();
      for (int p = index.starts[person]; p < index.starts[person + 1]; p++) {
        rows.add(columns.id(index.rows[p]).orElse("-") + columns.effectiveAt(index.rows[p]));
      }
      result.add(String.join(" ", rows));
    }
    return result.stream().sorted().toList();
  }

  @Test
  void theRowsOfAPersonStandByEffectiveTimeMessagesBeforeActs() {
    List<Interaction> rows =
        new ArrayList<>(
            List.of(
                Post.of("a", "y", 0),
                Reply.of("b", "x", 9).to("a"),
                Post.of("c", "x", 3),
                Act.of(ActKind.VIEW, "x", 3),
                Act.of(ActKind.VIEW, "x", 5).id("s"),
                Post.of("d", "z", 7),
                Reply.of("e", "x", 5).to("d"))); // takes effect at 7
    for (int seed = 0; seed < 10; seed++) {
      assertEquals(List.of("a0", "c3 -3 s5 e7 b9", "d7"), ofPersons(log(rows)));
      Collections.shuffle(rows, new Random(seed));
    }
  }

  @Test
  void theRowsOfABusyPersonStandLikewise() {
    List<Interaction> rows = new ArrayList<>();
    for (int i = 100; i < 400; i++) {
      rows.add(Post.of("p" + i, "y", 1_000));
      rows.add(Reply.of("r" + i, "x", i % 10).to(i % 2 == 0 ? "p" + i : null));
    }
    String expected = ofPersons(log(rows)).get(1);
    String[] words = expected.split(" ", -1);
    long before = Long.MIN_VALUE;
    String idBefore = "";
    for (String word : words) {
      long at = Long.parseLong(word.substring(4));
      assertEquals(Math.max(before, at), at);
      String id = at == before ? idBefore : "";
      assertEquals(true, id.compareTo(word.substring(0, 4)) < 0, expected);
      before = at;
      idBefore = word.substring(0, 4);
    }
    Collections.shuffle(rows, new Random(1));
    assertEquals(expected, ofPersons(log(rows)).get(1));
  }
}
