package dev.repartee.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.apath.APath;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.log.Audit;
import dev.repartee.log.EngagementLog;
import dev.repartee.log.EngagementLog.IdScope;
import dev.repartee.measure.Counts;
import dev.repartee.measure.Dimension;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.OfficeHours;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.participation.Participation;
import dev.repartee.response.Backlog;
import dev.repartee.response.BacklogSummary.Waiting;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a live log does, by hand. */
class LiveLogTest {
  private static final Directory DIRECTORY =
      Directory.builder().organization("Acme", acme -> acme.member("care", "Support")).build();
  private static final ResponseTime RESPONSE = ResponseTime.eachTurn();
  private static final Duration WEEK = Duration.ofDays(7);

  private static LiveLogBuilder builder() {
    return LiveLog.builder(DIRECTORY)
        .followedFor(WEEK)
        .measuring(RESPONSE)
        .waitingBy(Backlog.standard().withTarget(Duration.ofHours(4)));
  }

  private static Instant at(String dayAndTime) {
    return Instant.parse("2026-01-" + dayAndTime + ":00Z");
  }

  private static List<String> messages(List<Waiting> waiting) {
    return waiting.stream().map(Waiting::message).toList();
  }

  private static String refusal(Executable asked) {
    return String.valueOf(assertThrows(RuntimeException.class, asked).getMessage());
  }

  @Test
  void whoWaitsAndWhoIsDueNext() {
    LiveLog live = builder().build();
    live.add(Post.of("p1", "carl", at("05T09:00")));
    live.add(Post.of("p2", "zak", at("05T10:00")));
    live.add(Post.of("p3", "matt", at("05T12:00")));
    live.add(Reply.of("r2", "care", at("05T10:30")).to("p2"));
    WaitingNow waiting = live.waiting(at("05T13:30"));
    assertEquals(2, waiting.count());
    assertEquals(1, waiting.overdue());
    assertEquals(List.of("p1", "p3"), messages(waiting.longest(5)));
    assertEquals(List.of("p1"), messages(waiting.longest(1)));
    assertEquals(List.of("p3"), messages(waiting.dueNext(5)));
    assertEquals(at("05T16:00"), waiting.dueNext(1).get(0).due().orElseThrow());
    assertEquals(List.of(), waiting.longest(0));
    assertEquals("2 waiting, 1 overdue", waiting.toString().lines().findFirst().orElseThrow());
    live.add(Reply.of("r1", "care", at("05T14:00")).to("p1"));
    assertEquals(2, waiting.count(), "an answer does not change");
    assertEquals(1, live.waiting(at("05T14:00")).count());
    assertEquals(2, live.waiting(at("05T13:59")).count(), "nobody knew of it then");
    assertEquals(0, live.waiting(at("05T08:59")).count());
  }

  @Test
  void whatIsAtRestIsLetGoOfAndStillCounts() {
    LiveLog live = builder().build();
    live.add(Post.of("p1", "carl", at("05T09:00")));
    live.add(Reply.of("r1", "care", at("05T09:42")).to("p1"));
    live.add(Post.of("p2", "zak", at("05T09:00")));
    assertEquals(0, live.retire(at("12T09:42")), "exactly a week is not longer than a week");
    assertEquals(1, live.retire(at("12T09:43")));
    assertEquals(1, live.retired());
    assertEquals(1, live.open(), "zak waits");
    ResponseSummary response = live.measure(RESPONSE, at("20T00:00"));
    assertEquals(1, response.answered());
    assertEquals(1, response.waiting());
    assertEquals(1, live.waiting(at("20T00:00")).count());
    live.add(Reply.of("r2", "care", at("20T00:00")).to("p2"));
    assertEquals(1, live.retire(at("28T00:00")));
    assertEquals(0, live.open());
    assertEquals(0, live.waiting(at("28T00:00")).count());
    assertEquals("live: 4 rows offered, 0 open\n2 conversations let go of", live.toString());
  }

  @Test
  void whatComesForWhatWasLetGoOfIsLate() {
    LiveLog live = builder().build();
    live.add(Post.of("p1", "carl", at("05T09:00")).in("c"));
    live.add(Reply.of("r1", "care", at("05T09:42")).to("p1"));
    live.add(Reply.of("r9", "care", at("05T09:42")).to("unknown").expectsResponse(false));
    byte[] before = live.measure(RESPONSE, at("20T00:00")).toBytes();
    live.retire(at("20T00:00"));
    live.add(Reply.of("r2", "carl", at("05T10:00")).to("r1"));
    live.add(Post.of("p1", "carl", at("05T09:00")).in("c"));
    live.add(Post.of("new", "zak", at("05T09:00")).in("c"));
    live.add(Post.of("unknown", "zak", at("05T09:00")));
    live.add(Act.of(ActKind.RESOLVE, "care", at("05T09:00")).in("c"));
    assertEquals(5, live.late());
    assertEquals(List.of("r2", "p1", "new", "unknown", "row 8"), live.lateExamples());
    assertEquals(0, live.open());
    assertArrayEquals(before, live.measure(RESPONSE, at("20T00:00")).toBytes());
    assertTrue(live.toString().endsWith("5 rows late: [r2, p1, new, unknown, row 8]"));
  }

  @Test
  void anOrphanFindsItsParentLater() {
    LiveLog live = builder().build();
    live.add(Reply.of("r1", "care", at("05T09:42")).to("p1"));
    live.add(Reply.of("r2", "carl", at("05T10:00")).to("r1").expectsResponse(false));
    assertEquals(Map.of(Audit.Reason.ORPHAN, 1L), live.audit());
    assertEquals(0, live.measure(RESPONSE, at("06T00:00")).exchanges());
    live.add(Post.of("p1", "carl", at("05T09:00")));
    assertEquals(1, live.open());
    assertEquals(Map.of(), live.audit());
    assertEquals(1, live.measure(RESPONSE, at("06T00:00")).answered());
  }

  @Test
  void whoGivesUpWaitingLetsGo() {
    LiveLog live = builder().givingUpAfter(Duration.ofDays(10)).build();
    live.add(Post.of("p1", "carl", at("05T09:00")));
    assertEquals(0, live.retire(at("13T00:00")), "carl waits");
    assertEquals(1, live.waiting(at("15T09:00")).count());
    assertEquals(0, live.waiting(at("15T09:01")).count());
    assertEquals(1, live.retire(at("15T09:01")));
    assertEquals(1, live.measure(RESPONSE, at("16T00:00")).waiting(), "measures count it");
  }

  /** Both are due on Monday at one, but of the first it is not told any more. */
  @Test
  void whoGaveUpIsNotDueNextEither() {
    OfficeHours office = OfficeHours.parse("Mon-Fri 09:00-17:00 UTC");
    LiveLog live =
        builder()
            .waitingBy(Backlog.standard().withTarget(Duration.ofHours(4)).during(office))
            .givingUpAfter(Duration.ofHours(24))
            .build();
    live.add(Post.of("p1", "carl", at("10T10:00")));
    live.add(Post.of("p2", "zak", at("11T10:00")));
    WaitingNow waiting = live.waiting(at("11T11:00"));
    assertEquals(List.of("p2"), messages(waiting.dueNext(5)));
    assertEquals(List.of("p2"), messages(waiting.longest(5)));
    assertEquals(at("12T13:00"), waiting.dueNext(1).get(0).due().orElseThrow());
    assertEquals(0, waiting.overdue());
  }

  @Test
  void whatIsForgottenIsLateByItsTime() {
    LiveLog live = builder().rememberingFor(Duration.ofDays(2)).build();
    live.add(Post.of("p1", "carl", at("01T09:00")).expectsResponse(false));
    assertEquals(1, live.retire(at("09T00:00")));
    live.retire(at("11T00:00"));
    live.add(Reply.of("r1", "zak", at("10T00:00")).to("p1"));
    assertEquals(1, live.late(), "two days are remembered");
    live.retire(at("11T00:01"));
    live.add(Post.of("p1", "carl", at("01T09:00")).expectsResponse(false));
    assertEquals(2, live.late(), "delivered again");
    LiveLog restored = builder().rememberingFor(Duration.ofDays(2)).restore(live.toBytes());
    restored.add(Post.of("p1", "carl", at("01T09:00")).expectsResponse(false));
    assertEquals(3, restored.late());
    live.add(Reply.of("r2", "zak", at("10T00:00")).to("p1"));
    assertEquals(2, live.late());
    assertEquals(1, live.audit().get(Audit.Reason.ORPHAN), "a reply to what nobody knows");
    assertEquals(1, live.open());
  }

  @Test
  void bothDoorsTakeTheSame() {
    LiveLog columns = builder().build();
    LiveLog objects = builder().build();
    long millis = at("05T09:00").toEpochMilli();
    columns
        .appender()
        .id(" 7 ")
        .author("carl")
        .at(millis)
        .channel("chirp")
        .attribute("language", "en")
        .attribute("language", "fr")
        .value("order", 1)
        .value("order", 2.5)
        .end();
    columns.appender().id(8).parent(7).author("care").at("2026-01-05T09:42:00Z").end();
    columns.appender().parent("7").act(ActKind.RATE).rating(4).author(17).at(at("05T10:00")).end();
    objects.addAll(
        List.of(
            Post.of(" 7 ", "carl", millis)
                .channel("chirp")
                .attribute("language", "fr")
                .value("order", 2.5),
            Reply.of("8", "care", at("05T09:42")).to("7"),
            Act.of(ActKind.RATE, "17", at("05T10:00")).on("7").rating(4)));
    Instant now = at("06T00:00");
    assertArrayEquals(
        objects.measure(RESPONSE, now).toBytes(), columns.measure(RESPONSE, now).toBytes());
    var orders = Counts.ofValue("order").by(Dimension.attribute("language"));
    assertArrayEquals(
        objects.measure(orders, now).toBytes(), columns.measure(orders, now).toBytes());
    assertEquals(objects.audit(), columns.audit());
    assertEquals(1, columns.audit().get(Audit.Reason.NORMALIZED));
    assertEquals("live: 3 rows offered, 1 open", columns.toString());
  }

  @Test
  void badRowsAreCountedAtTheDoor() {
    LiveLog live = builder().build();
    live.appender().author("carl").at(at("05T09:00")).end();
    live.appender().id("a").author("carl").end();
    live.appender().id("b").author("carl").at("yesterday").end();
    live.appender().id("c").author("carl").at(Long.MAX_VALUE).end();
    live.appender().unreadable();
    assertEquals(
        Map.of(
            Audit.Reason.MISSING_ID, 1L,
            Audit.Reason.MISSING_TIME, 1L,
            Audit.Reason.UNPARSABLE_TIME, 1L,
            Audit.Reason.TIME_OUT_OF_RANGE, 1L,
            Audit.Reason.UNREADABLE, 1L),
        live.audit());
    assertEquals(5, live.offered());
    assertEquals(0, live.open());
  }

  @Test
  void idsMayRepeatInOtherConversations() {
    LiveLog live = builder().idScope(IdScope.CONVERSATION).build();
    for (String conversation : List.of("a", "b", "c")) {
      live.add(Post.of("1", "carl", at("05T09:00")).in(conversation));
      if (!conversation.equals("b")) {
        live.add(Reply.of("2", "care", at("05T10:00")).to("1").in(conversation));
      }
    }
    assertEquals(3, live.open());
    assertEquals(2, live.retire(at("20T00:00")), "only in b does anybody wait");
    assertEquals(1, live.waiting(at("20T00:00")).count());
  }

  @Test
  void aFollowUpIsNeededToLetGoAndNothingElse() {
    LiveLog live = LiveLog.builder(DIRECTORY).build();
    live.add(Post.of("p1", "carl", at("05T09:00")));
    assertEquals(1, live.measure(RESPONSE, at("06T00:00")).waiting());
    assertTrue(live.measure(RESPONSE, at("06T00:00")).origin().followUp().isEmpty());
    assertTrue(refusal(() -> live.retire(at("20T00:00"))).contains("followedFor"));
    assertTrue(refusal(() -> live.waiting(at("06T00:00")).overdue()).contains("withTarget"));
    assertTrue(refusal(() -> live.waiting(at("06T00:00")).dueNext(1)).contains("withTarget"));
    assertTrue(refusal(() -> live.waiting(at("06T00:00")).longest(-1)).contains("(-1)"));
  }

  @Test
  void whatCannotBeAnsweredIsRefusedWithAReason() {
    LiveLog live = builder().build();
    live.add(Post.of("p1", "carl", at("05T09:00")).expectsResponse(false));
    Instant now = at("20T00:00");
    assertTrue(refusal(() -> live.measure(APath.standard(), now)).contains("over conversations"));
    Directory other = Directory.builder().organization("Bolt", b -> b.member("b", "B")).build();
    assertTrue(
        refusal(() -> live.measure(Participation.of(other), now)).contains("log.directory()"));
    assertEquals(1, live.measure(Counts.ofMessages("all", row -> true), now).share().trials());
    live.retire(now);
    assertTrue(refusal(() -> live.measure(Dialogue.standard(), now)).contains("measuring(…)"));
    assertTrue(refusal(() -> live.measure(RESPONSE, at("19T00:00"))).contains("last retirement"));
    assertTrue(refusal(() -> live.waiting(at("19T00:00"))).contains("last retirement"));
    assertTrue(refusal(() -> live.retire(at("19T00:00"))).contains("do not run back"));
    assertTrue(refusal(() -> live.measure(RESPONSE, "today")).contains("ISO 8601"));
    assertTrue(refusal(() -> live.waiting(Instant.MAX)).contains("years 1 to 9999"));
    assertTrue(refusal(() -> builder().measuring(RESPONSE).build()).contains("name each once"));
    assertTrue(
        refusal(() -> builder().measuring(APath.standard()).build())
            .contains("over conversations"));
    live.appender().id("half");
    assertTrue(refusal(() -> live.add(Post.of("x", "y", now))).contains("call end()"));
    assertTrue(refusal(live::toBytes).contains("call end()"));
    assertTrue(refusal(() -> live.appender().value("", 1)).contains("blank"));
    assertTrue(refusal(() -> live.appender().value("order", Double.NaN)).contains("NaN"));
  }

  @Test
  void noMoreNamesOfAttributesThanALogHas() {
    LiveLog live = builder().build();
    for (int i = 0; i < 100; i++) {
      live.add(Post.of("p" + i, "carl", at("05T09:00")).attribute("name " + i, "x"));
    }
    String refusal =
        refusal(
            () -> live.add(Post.of("p", "carl", at("05T09:00")).attribute("one too many", "x")));
    assertTrue(refusal.contains("at most 100"), refusal);
  }

  /** Many blocks, one conversation so large that it is one by itself, and joins between them. */
  @Test
  void manyConversationsAndALargeOne() {
    LiveLog live = builder().build();
    EngagementLog.Builder log = EngagementLog.builder(DIRECTORY).asOf(at("30T00:00"));
    Random random = new Random(3);
    List<Interaction> rows = new ArrayList<>();
    for (int i = 0; i < 6_000; i++) {
      Instant at = at("05T09:00").plusSeconds(random.nextInt(1_000_000));
      String author = random.nextInt(3) == 0 ? "care" : "p" + random.nextInt(500);
      int parent = random.nextInt(4) == 0 ? 0 : random.nextInt(8_000);
      rows.add(
          random.nextInt(3) == 0
              ? Post.of("m" + i, author, at)
              : Reply.of("m" + i, author, at).to("m" + parent));
    }
    live.addAll(rows);
    log.addAll(rows);
    ResponseSummary expected = log.build().asOf(at("20T00:00")).followedFor(WEEK).measure(RESPONSE);
    assertArrayEquals(expected.toBytes(), live.measure(RESPONSE, at("20T00:00")).toBytes());
    LiveLog restored = builder().restore(live.toBytes());
    assertArrayEquals(expected.toBytes(), restored.measure(RESPONSE, at("20T00:00")).toBytes());
    assertEquals(live.open(), restored.open());
  }

  /** Who is silent in one block may speak in another. */
  @Test
  void whoSpeaksAnywhereIsNotSilent() {
    LiveLog live = builder().build();
    for (int i = 0; i < 1_500; i++) {
      live.add(Post.of("m" + i, "person " + i, at("05T09:00")));
    }
    String silent = "no message of Acme is in the log";
    assertTrue(live.measure(RESPONSE, at("05T10:00")).toString().contains(silent));
    live.add(Reply.of("r", "care", at("05T09:30")).to("m700"));
    assertFalse(live.measure(RESPONSE, at("05T10:00")).toString().contains(silent));
    assertFalse(
        builder()
            .restore(live.toBytes())
            .measure(RESPONSE, at("05T10:00"))
            .toString()
            .contains(silent));
  }

  /** Those with the least ids came last, into other blocks. */
  @Test
  void ofManyWhoWaitEquallyLongTheLeastIdsAreNamed() {
    LiveLog live = builder().build();
    List<String> ids = new ArrayList<>();
    for (int i = 9_999; i >= 8_000; i--) {
      live.add(Post.of("m" + i, "person " + i, at("05T09:00")));
      ids.add("m" + i);
    }
    ids.sort(Comparator.naturalOrder());
    assertEquals(ids.subList(0, 1), messages(live.waiting(at("05T10:00")).longest(1)));
    assertEquals(ids.subList(0, 3), messages(live.waiting(at("05T10:00")).longest(3)));
    assertEquals(ids.subList(0, 3), messages(live.waiting(at("05T10:00")).dueNext(3)));
    assertEquals(2_000, live.waiting(at("05T10:00")).count());
  }

  /** Who waits, without anything of the library: turns of one person with one member. */
  @Test
  void whoWaitsByAListOfTurns() {
    Random random = new Random(5);
    LiveLog live = builder().build();
    Map<Integer, List<long[]>> byConversation = new HashMap<>();
    long start = at("05T00:00").toEpochMilli();
    for (int i = 0; i < 4_000; i++) {
      int conversation = random.nextInt(600);
      List<long[]> before = byConversation.computeIfAbsent(conversation, c -> new ArrayList<>());
      long at = start + 1_000L * i;
      boolean isAnswer = !before.isEmpty() && random.nextInt(3) > 0;
      String author = isAnswer ? "care" : "person " + conversation;
      live.add(
          before.isEmpty()
              ? Post.of("m" + i, author, at)
              : Reply.of("m" + i, author, at).to("m" + before.get(before.size() - 1)[0]));
      before.add(new long[] {i, at, isAnswer ? 1 : 0});
      if (i % 200 == 199) {
        assertWaiting(byConversation, live.waiting(Instant.ofEpochMilli(at)), at);
        long past = start + 1_000L * random.nextInt(i);
        assertWaiting(byConversation, live.waiting(Instant.ofEpochMilli(past)), past);
      }
    }
  }

  private static void assertWaiting(
      Map<Integer, List<long[]>> byConversation, WaitingNow waiting, long now) {
    List<long[]> waits = new ArrayList<>();
    for (List<long[]> messages : byConversation.values()) {
      long[] since = null;
      for (long[] message : messages) {
        if (message[1] <= now) {
          since = message[2] == 1 ? null : since == null ? message : since;
        }
      }
      if (since != null) {
        waits.add(since);
      }
    }
    waits.sort(Comparator.comparingLong(message -> message[1]));
    long due = now - Duration.ofHours(4).toMillis();
    List<String> names = waits.stream().map(message -> "m" + message[0]).toList();
    List<String> next =
        waits.stream().filter(m -> m[1] > due).map(message -> "m" + message[0]).toList();
    assertEquals(names, messages(waiting.longest(Integer.MAX_VALUE)));
    assertEquals(names.stream().limit(7).toList(), messages(waiting.longest(7)));
    assertEquals(next.stream().limit(7).toList(), messages(waiting.dueNext(7)));
    assertEquals(names.size() - next.size(), waiting.overdue());
  }
}
