package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.internal.hash.HashKey;
import dev.repartee.measure.Dimension;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.response.ResponseTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids of every kind: numbers, numbers as texts, long ones, other scripts. */
class IdsTest {
  private static EngagementLog log(Interaction... rows) {
    return EngagementLog.builder().addAll(List.of(rows)).build();
  }

  @ParameterizedTest
  @ValueSource(
      longs = {0, 1, -1, 9, 10, -10, 999_999_999_999_999_999L, Long.MAX_VALUE, Long.MIN_VALUE})
  void aNumberAndItsPlainTextAreTheSame(long id) {
    EngagementLog.Builder builder = EngagementLog.builder();
    builder.appender().id(id).author(id).at(0).end();
    builder.appender().id("r").parent(Long.toString(id)).author(Long.toString(id)).at(1).end();
    EngagementLog log = builder.build();
    assertEquals(List.of(id + " r>" + id), Shape.of(log));
    assertEquals(1, log.persons());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036854775808", // one more than the largest long
        "-9223372036854775809",
        "9999999999999999999", // 19 digits
        "18446744073709551616", // 20 digits, 0 in 64 bits
        "18446744073709551617",
        "007",
        "+7",
        "-0",
        "00",
        "-",
        "７", // a digit of full width
        "7.0",
      })
  void whatIsNoPlainNumberIsAText(String id) {
    EngagementLog log =
        log(
            Post.of(id, "x", 0),
            Post.of("7", "x", 0),
            Post.of("0", "x", 0),
            Post.of("1", "x", 0),
            Reply.of("r", "y", 1).to(id));
    assertEquals(0, log.audit().rejected());
    assertTrue(Shape.of(log).contains(id + " r>" + id), () -> Shape.of(log).toString());
  }

  @Test
  void numbersStandBeforeTextsInOrder() {
    EngagementLog log =
        log(
            Post.of("é", "x", 0),
            Post.of("b", "x", 0),
            Post.of("10", "x", 0),
            Post.of("9", "x", 0),
            Post.of("-9", "x", 0),
            Post.of("😀", "x", 0),
            Post.of("\uFFFD", "x", 0));
    assertEquals(List.of("-9", "9", "10", "b", "é", "\uFFFD", "😀"), Shape.of(log));
  }

  @Test
  void longTextsAreTexts() {
    String two = "é".repeat(1_000_000);
    String plain = "x".repeat(2_000_000);
    EngagementLog log =
        EngagementLog.builder(
                Directory.builder().organization("Acme", a -> a.member("care", plain)).build())
            .add(Post.of(two, plain, 0).channel(plain).topic(two).label(plain))
            .add(Reply.of(plain, "care", 1).to(two).in(two))
            .add(Reply.of(plain + "y", two, 2).to(plain).fingerprint(plain).naming(two))
            .build();
    assertEquals(1, log.conversations());
    assertEquals(3, log.persons());
    byte[] bytes = log.measure(ResponseTime.eachTurn().by(Dimension.CHANNEL)).toBytes();
    assertEquals(
        log.measure(ResponseTime.eachTurn().by(Dimension.CHANNEL)).keys(),
        ResponseTime.eachTurn().by(Dimension.CHANNEL).fromBytes(bytes).keys());
    assertTrue(
        log.measure(ResponseTime.eachTurn().by(Dimension.CHANNEL)).toString().length() <= 1000);
  }

  @Test
  void examplesOfLongIdsAreShort() {
    String id = "x".repeat(2_000_000);
    EngagementLog log = log(Post.of(id, "x", 0), Post.of(id, "y", 0));
    assertTrue(log.audit().table().length() < 1000);
  }

  @Test
  void anActSharesNoIdWithAnotherAct() {
    EngagementLog log =
        log(
            Post.of("1", "x", 0),
            Act.of(ActKind.SHARE, "y", 1).id("1").on("1"),
            Act.of(ActKind.SHARE, "y", 2).id("1").on("1"));
    assertEquals(1, log.audit().count(Audit.Reason.CONFLICTING_ID));
    assertEquals(1, log.acts());
    assertEquals(List.of("1"), Shape.of(log));
  }

  /** The number whose hash is that of a text of one character, whatever the key. */
  private static long twin(String text) {
    TextHeap heap = new TextHeap();
    long twin = (1L << Byte.SIZE) | text.charAt(0);
    HashKey key = HashKey.OF_PROCESS;
    assertEquals(key.hash(twin), heap.hash(heap.add(text), key));
    return twin;
  }

  @Test
  void equalHashesDoNotMakeEqualIds() {
    String twin = Long.toString(twin("p"));
    EngagementLog log =
        log(
            Post.of("p", "p", 0).in("p").fingerprint("p"),
            Post.of(twin, twin, 1).in(twin).fingerprint(twin),
            Reply.of("r", "x", 2).to("p"),
            Reply.of("s", "x", 3).to(twin));
    assertEquals(List.of("p r>p", twin + " s>" + twin), Shape.of(log));
    assertEquals(3, log.persons());
    EngagementLog unknown = log(Post.of("5", "x", 0), Reply.of("6", "x", 1).to("p"));
    assertEquals(1, unknown.audit().count(Audit.Reason.ORPHAN));
    EngagementLog numbers = log(Post.of(twin, "x", 0), Reply.of("6", "x", 1).to("p"));
    assertEquals(1, numbers.audit().count(Audit.Reason.ORPHAN));
    assertEquals(List.of(twin, "6"), Shape.of(numbers));
  }
}
