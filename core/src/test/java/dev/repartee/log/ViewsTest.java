package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.apath.APath;
import dev.repartee.apath.APathSummary;
import dev.repartee.apath.Stage;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.internal.time.EventTime;
import dev.repartee.measure.Counts.CountSummary;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import dev.repartee.measure.Summary;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Views at their edges: no rows, all of time, nothing known yet, bounds within a millisecond. */
class ViewsTest {
  private static final Directory ACME =
      Directory.builder().organization("Acme", acme -> acme.member("care", "Support")).build();
  private static final long DAY = 86_400_000L;

  private static EngagementLog.Builder builder() {
    return EngagementLog.builder(ACME);
  }

  /** Asked on day 0, answered on day 1, asked on day 2, never answered; as of day 10. */
  private static EngagementLog log() {
    return builder()
        .asOf(Instant.ofEpochMilli(10 * DAY))
        .add(Post.of("a", "carl", 0).channel("blog"))
        .add(Reply.of("b", "care", DAY).to("a"))
        .add(Reply.of("c", "carl", 2 * DAY).to("b"))
        .add(Act.of(ActKind.FOLLOW, "carl", 3 * DAY).on("a"))
        .build();
  }

  static List<Measure<?>> measures() {
    return List.of(
        ResponseTime.eachTurn().withTarget(Duration.ofHours(1)),
        ResponseTime.firstResponse(),
        ResponseTime.eachMessage(),
        Dialogue.standard(),
        Rows.all(),
        APath.standard(),
        ResponseTime.eachTurn().by(Dimension.CHANNEL),
        APath.standard().by(Dimension.month(ZoneOffset.UTC)),
        Measures.of(ResponseTime.eachTurn(), Dialogue.standard()).by(Dimension.ORGANIZATION));
  }

  @Test
  void aFilterIsPartOfTheOrigin() {
    ResponseTime turns = ResponseTime.eachTurn();
    EngagementLog blog = log().filter("on blog", row -> row.channel().equals("blog"));
    ResponseSummary both = log().measure(turns);
    ResponseSummary early = early(turns);
    assertEquals(2, both.exchanges());
    assertEquals(1, early.exchanges());
    assertEquals("\"any\" and \"early \\\"a\\\"\"", early.origin().filter());
    assertEquals("", both.origin().filter());
    assertEquals(early.origin(), turns.fromBytes(early.toBytes()).origin());
    assertArrayEquals(early.toBytes(), turns.fromBytes(early.toBytes()).toBytes());
    assertTrue(early.origin().toString().contains("\nfilter \"any\" and"));
    assertEquals(3, early.merge(early(turns)).merge(early(turns)).exchanges());
    assertEquals(
        "cannot merge, filter differs: [\"any\" and \"early \\\"a\\\"\"] and []; set the same"
            + " filter(…)",
        assertThrows(IllegalArgumentException.class, () -> early.merge(both)).getMessage());
    assertEquals(
        "\"on blog\"", blog.measure(turns.by(Dimension.CHANNEL)).get("blog").origin().filter());
    assertEquals(
        "name ( ) must not be blank: it distinguishes this filter from others",
        assertThrows(IllegalArgumentException.class, () -> log().filter(" ", row -> true))
            .getMessage());
    assertArrayEquals(bytes(log(), turns), bytes(log().parallel(), turns));
    assertArrayEquals(bytes(blog, turns), bytes(blog.parallel(2), turns));
  }

  private static ResponseSummary early(ResponseTime turns) {
    return log()
        .filter("early \"a\"", row -> row.atMillis() < DAY)
        .filter("any", row -> true)
        .measure(turns);
  }

  @Test
  void daysAreBounds() {
    ResponseTime turns = ResponseTime.eachTurn();
    assertArrayEquals(
        bytes(log().between("1970-01-01T00:00:00Z", "1970-01-02T00:00:00Z"), turns),
        bytes(log().between("1970-01-01", "1970-01-02"), turns));
    ZoneId auckland = ZoneId.of("Pacific/Auckland");
    assertArrayEquals(
        bytes(log().between("1970-01-01T12:00:00Z", "1970-01-03T12:00:00Z"), turns),
        bytes(log().between(LocalDate.of(1970, 1, 2), LocalDate.of(1970, 1, 4), auckland), turns));
    assertEquals(
        "startInclusive (1970-13-01T00:00:00Z) must be ISO 8601 with an offset, such as"
            + " 2026-02-01T00:00:00Z",
        assertThrows(
                IllegalArgumentException.class, () -> log().between("1970-13-01", "1970-01-02"))
            .getMessage());
  }

  private static <S extends Summary<S>> byte[] bytes(EngagementLog log, Measure<S> measure) {
    S summary = log.measure(measure);
    byte[] bytes = summary.toBytes();
    assertArrayEquals(bytes, measure.fromBytes(bytes).toBytes());
    assertTrue(summary.toString().length() <= 1000);
    assertTrue(summary.toString().lines().findFirst().orElse("").length() <= 49);
    return bytes;
  }

  private static void assertMessage(
      String message, org.junit.jupiter.api.function.Executable executable) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, executable).getMessage());
  }

  @ParameterizedTest
  @MethodSource("measures")
  void anEmptyLogCanBeMeasuredInEveryWay(Measure<?> measure) {
    EngagementLog log = builder().build();
    byte[] bytes = bytes(log, measure);
    assertArrayEquals(bytes, bytes(log.parallel(8), measure));
    EngagementLog view =
        log.parallel()
            .between("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")
            .only(Dimension.CHANNEL, "x");
    assertEquals(bytes(view, measure).length, bytes(view, measure).length);
  }

  @Test
  void ofNothingNothingIsZeroPercent() {
    EngagementLog log = EngagementLog.builder().build();
    ResponseSummary response = log.measure(ResponseTime.eachTurn());
    assertEquals(0, response.exchanges());
    assertTrue(response.median().toString().contains("no data"), response.median()::toString);
    assertTrue(Double.isNaN(response.answeredSoFar().value()));
    assertTrue(Double.isNaN(response.within(Duration.ofDays(1)).value()));
    DialogueSummary dialogue = log.measure(Dialogue.standard());
    assertTrue(Double.isNaN(dialogue.twoWay().value()));
    assertTrue(Double.isNaN(dialogue.medianTurns()));
    assertTrue(Double.isNaN(dialogue.balance().value()));
    APathSummary path = log.measure(APath.standard());
    assertTrue(path.stages().stream().noneMatch(stage -> stage.isObserved()));
    CountSummary count = log.measure(Rows.all());
    assertTrue(Double.isNaN(count.share().value()));
  }

  @ParameterizedTest
  @MethodSource("measures")
  void asOfBeforeEveryRowIsLikeAnEmptyLog(Measure<?> measure) {
    Instant before = Instant.ofEpochMilli(-1);
    EngagementLog empty = builder().asOf(before).build();
    assertArrayEquals(bytes(empty, measure), bytes(log().asOf(before), measure));
    assertArrayEquals(bytes(empty, measure), bytes(log().asOf(before).parallel(3), measure));
  }

  @ParameterizedTest
  @MethodSource("measures")
  void allOfTimeIsTheWholeLog(Measure<?> measure) {
    assertArrayEquals(
        bytes(log(), measure), bytes(log().between(Instant.MIN, Instant.MAX), measure));
    Instant from = Instant.ofEpochMilli(EventTime.MIN).minusNanos(1);
    Instant to = Instant.ofEpochMilli(EventTime.MAX).plusNanos(1_000_000);
    assertArrayEquals(bytes(log(), measure), bytes(log().between(from, to), measure));
  }

  @Test
  void theFirstAndTheLastAcceptedTimesWork() {
    EngagementLog log =
        builder()
            .add(Post.of("a", "carl", EventTime.MIN))
            .add(Reply.of("b", "care", EventTime.MAX).to("a"))
            .add(Post.of("c", "carl", EventTime.MIN - 1))
            .add(Post.of("d", "carl", EventTime.MAX + 1))
            .build();
    assertEquals(2, log.audit().count(Audit.Reason.TIME_OUT_OF_RANGE));
    assertEquals(Instant.ofEpochMilli(EventTime.MAX), log.asOf());
    ResponseSummary response = log.measure(ResponseTime.eachTurn());
    assertEquals(Duration.ofMillis(EventTime.MAX - EventTime.MIN), response.median().orElseThrow());
    assertEquals(
        List.of("0000-12"),
        log.measure(Rows.all().by(Dimension.month(ZoneOffset.ofHours(-1)))).keys().stream()
            .map(key -> key.get(0))
            .filter(key -> !key.startsWith("9999"))
            .toList());
  }

  @Nested
  class Windows {
    @Test
    void holdTheirStartAndNotTheirEnd() {
      assertEquals(1, messages(0, 1));
      assertEquals(0, messages(1, DAY));
      assertEquals(0, messages(-1, 0));
      assertEquals(2, messages(DAY, 2 * DAY + 1));
      assertEquals(1, messages(DAY, 2 * DAY));
    }

    private long messages(long from, long to) {
      return Shape.messages(log().between(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to)));
    }

    @Test
    void boundsWithinAMillisecondCountAsTheNext() {
      Instant zero = Instant.ofEpochMilli(0);
      assertEquals(0, Shape.messages(log().between(zero.plusNanos(1), zero.plusMillis(5))));
      assertEquals(1, Shape.messages(log().between(zero, zero.plusNanos(1))));
      assertEquals(1, Shape.messages(log().between(zero.minusNanos(1), zero.plusNanos(1))));
    }

    @Test
    void ofOneAnotherAreWhatBothHold() {
      EngagementLog view =
          log()
              .between("1970-01-01T00:00:00Z", "1970-01-03T00:00:00Z")
              .between("1970-01-02T00:00:00Z", "1970-02-01T00:00:00Z");
      assertEquals(1, Shape.messages(view));
      assertEquals(
          "[[1970-01-02T00:00:00Z, 1970-01-03T00:00:00Z)]",
          view.measure(Rows.all()).origin().windows().toString());
    }

    @Test
    void mustHaveSomethingInCommonWithTheWindowTheyAreTakenOf() {
      EngagementLog january = log().between("1970-01-01T00:00:00Z", "1970-02-01T00:00:00Z");
      assertMessage(
          "window (1971-01-01T00:00:00Z to 1972-01-01T00:00:00Z) must overlap the window"
              + " it is taken from; start from the whole log",
          () -> january.between("1971-01-01T00:00:00Z", "1972-01-01T00:00:00Z"));
    }

    @Test
    void mustEndAfterTheirStart() {
      assertMessage(
          "endExclusive (1970-01-01T00:00:00Z) must be after startInclusive"
              + " (1970-01-01T00:00:00Z)",
          () -> log().between("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"));
    }

    @Test
    void beforeAndAfterAllAcceptedTimesAreEmptyAndSaySo() {
      String rule = ") must hold a whole millisecond of the years 1 to 9999";
      assertMessage(
          "window (-1000000000-01-01T00:00:00Z to -1000000000-01-01T00:00:01Z" + rule,
          () -> log().between(Instant.MIN, Instant.MIN.plusSeconds(1)));
      assertMessage(
          "window (+1000000000-12-31T23:59:58.999999999Z to"
              + " +1000000000-12-31T23:59:59.999999999Z"
              + rule,
          () -> log().between(Instant.MAX.minusSeconds(1), Instant.MAX));
      Instant zero = Instant.ofEpochMilli(0);
      assertMessage(
          "window (1970-01-01T00:00:00.000000001Z to 1970-01-01T00:00:00.000000002Z" + rule,
          () -> log().between(zero.plusNanos(1), zero.plusNanos(2)));
    }
  }

  @Nested
  class FollowUp {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "PT2562047788015H12M55.807S",
          "PT2562047788015H12M55.806S",
          "PT2562047788015215H30M7.999999999S"
        })
    void beyondAllTimesSeesEverythingAndNeverSettles(String text) {
      EngagementLog view = log().between("1970-01-01T00:00:00Z", "1970-01-02T00:00:00Z");
      ResponseSummary all = view.measure(ResponseTime.eachTurn());
      ResponseSummary followed =
          view.followedFor(Duration.parse(text)).measure(ResponseTime.eachTurn());
      assertEquals(all.answered(), followed.answered());
      assertEquals(all.median().toString(), followed.median().toString());
      assertFalse(followed.origin().isSettled());
    }

    @Test
    void isAtLeastAMillisecond() {
      assertMessage(
          "duration (PT0.000999999S) must be at least a millisecond",
          () -> log().followedFor(Duration.ofNanos(999_999)));
      assertMessage(
          "duration (PT0S) must be at least a millisecond", () -> log().followedFor(Duration.ZERO));
    }

    @Test
    void seesAnswersAtItsEndAndNotLater() {
      EngagementLog first = log().between("1970-01-01T00:00:00Z", "1970-01-02T00:00:00Z");
      assertEquals(
          1, first.followedFor(Duration.ofDays(1)).measure(ResponseTime.eachTurn()).answered());
      ResponseSummary missed =
          first.followedFor(Duration.ofMillis(DAY - 1)).measure(ResponseTime.eachTurn());
      assertEquals(0, missed.answered());
      assertEquals(1, missed.waiting());
      assertFalse(missed.curve().within(Duration.ofMillis(DAY)).isDefined());
    }

    @Test
    void settlesAtTheWindowsEndAndTheFollowUpNotBefore() {
      EngagementLog view =
          log()
              .between("1970-01-01T00:00:00Z", "1970-01-02T00:00:00Z")
              .followedFor(Duration.ofDays(2));
      ResponseTime each = ResponseTime.eachTurn();
      assertTrue(view.asOf("1970-01-04T00:00:00Z").measure(each).origin().isSettled());
      assertFalse(view.asOf("1970-01-03T23:59:59.999Z").measure(each).origin().isSettled());
      Dialogue dialogue = Dialogue.standard();
      assertTrue(view.asOf("1970-01-09T00:00:00Z").measure(dialogue).origin().isSettled());
      assertFalse(view.asOf("1970-01-08T23:59:59.999Z").measure(dialogue).origin().isSettled());
    }

    @Test
    void ofManyMeasuresSettlesWithTheSlowest() {
      EngagementLog view =
          log()
              .between("1970-01-01T00:00:00Z", "1970-01-02T00:00:00Z")
              .followedFor(Duration.ofDays(2))
              .asOf("1970-01-04T00:00:00Z");
      ResponseTime each = ResponseTime.eachTurn();
      Results results = view.measure(Measures.of(each, Dialogue.standard()));
      assertFalse(results.origin().isSettled());
      assertTrue(results.get(each).origin().isSettled());
      assertFalse(results.get(Dialogue.standard()).origin().isSettled());
    }
  }

  @Test
  void asOfHidesByEffectiveTimeInTheWalkOfAPersonToo() {
    EngagementLog log =
        builder()
            .asOf(Instant.ofEpochMilli(20 * DAY))
            .add(Post.of("a", "zak", 10 * DAY))
            .add(Reply.of("b", "carl", DAY).to("a")) // takes effect with its parent
            .add(Post.of("c", "matt", 2 * DAY))
            .build();
    assertEquals(1, log.asOf(Instant.ofEpochMilli(5 * DAY)).measure(APath.standard()).persons());
    assertEquals(
        1, log.asOf(Instant.ofEpochMilli(10 * DAY - 1)).measure(APath.standard()).persons());
    assertEquals(3, log.asOf(Instant.ofEpochMilli(10 * DAY)).measure(APath.standard()).persons());
  }

  @Test
  void kindsAreSeenWhenTheyTakeEffect() {
    EngagementLog log =
        builder()
            .add(Post.of("a", "zak", 10 * DAY))
            .add(Reply.of("b", "carl", DAY).to("a"))
            .build();
    EngagementLog before = log.asOf(Instant.ofEpochMilli(10 * DAY - 1));
    assertFalse(before.measure(APath.standard()).stage(Stage.ATTENTION).isObserved());
    assertTrue(log.measure(APath.standard()).stage(Stage.ADVOCATES).isObserved());
  }

  @Test
  void choicesAddUp() {
    EngagementLog log =
        builder()
            .add(Post.of("a", "carl", 0).channel("blog").topic("tea"))
            .add(Post.of("b", "carl", 1).channel("blog").topic("milk"))
            .add(Post.of("c", "carl", 2).channel("chat").topic("tea"))
            .build();
    EngagementLog blog = log.only(Dimension.CHANNEL, "blog", "nowhere");
    assertEquals(2, Shape.messages(blog));
    assertEquals(1, Shape.messages(blog.only(Dimension.TOPIC, "tea")));
    assertEquals(0, Shape.messages(blog.only(Dimension.CHANNEL, "chat")));
    assertEquals(2, Shape.messages(blog.only(Dimension.CHANNEL, "blog", "nowhere")));
    assertEquals(0, Shape.messages(blog.only(Dimension.TOPIC, "")));
    assertEquals(0, Shape.messages(blog.only(Dimension.TOPIC, Dimension.NONE)));
  }

  @Test
  void foldingWithinAllOfTimeWorks() {
    EngagementLog log =
        EngagementLog.builder()
            .foldRepeats(Duration.ofSeconds(Long.MAX_VALUE))
            .add(Post.of("a", "x", 0).fingerprint("1").in("t"))
            .add(Post.of("b", "x", EventTime.MAX).fingerprint("1").in("t"))
            .build();
    assertEquals(1, log.audit().count(Audit.Reason.DUPLICATE_CONTENT));
  }

  @Test
  void anAsOfOutsideTheAcceptedYearsIsRefused() {
    for (Instant instant : List.of(Instant.MIN, Instant.MAX)) {
      assertMessage(
          "asOf (" + instant + ") must lie in the years 1 to 9999", () -> builder().asOf(instant));
    }
    assertMessage(
        "asOf (1970-01-11T00:00:00.001Z) must not be later than the as-of of the log"
            + " (1970-01-11T00:00:00Z); set a later one on the builder if the rows are complete up"
            + " to it",
        () -> log().asOf("1970-01-11T00:00:00.001Z"));
    assertMessage(
        "asOf (" + Instant.MIN + ") must lie in the years 1 to 9999",
        () -> log().asOf(Instant.MIN));
  }

  @Test
  void theHeadlineIsShort() {
    assertEquals("log: 3 messages, 1 act, 1 conversation", log().toString().split("\n", -1)[0]);
    assertEquals(
        "log: 10,000,000 messages, 9,000,000 acts\n2,000,000 conversations",
        EngagementLog.headline(10_000_000, 9_000_000, 2_000_000));
    for (long n = 1; n < 100_000_000_000L; n *= 10) {
      assertTrue(EngagementLog.headline(n, n, n).split("\n", -1)[0].length() <= 49);
    }
  }
}
