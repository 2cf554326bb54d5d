package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.repartee.internal.walk.StateActs;
import dev.repartee.internal.walk.StateActs.Author;
import dev.repartee.measure.EventFilter;
import dev.repartee.measure.Slice;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.resolution.Resolution;
import dev.repartee.resolution.ResolutionSummary;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How what becomes of conversations comes into a log, and what stands in the audit. */
class StatesTest {
  private static final Directory DIRECTORY =
      Directory.builder()
          .organization(
              "Acme", a -> a.member("care", "Support").member("tech", "Tech").bot("bot", "Support"))
          .organization("Bolt", b -> b.member("bolt", "Service"))
          .person("Carl", "carl@blog", "carl@chirp")
          .bots("forum_bot")
          .build();

  private static final List<Interaction> TALK =
      List.of(
          Post.of("p", "carl@blog", at(9)).addressedTo("Acme").in("c"),
          Reply.of("r", "care", at(10)).to("p"),
          Post.of("q", "zak", at(9)).addressedTo("Acme").in("d"));

  private static String at(int hour) {
    return String.format("2026-01-05T%02d:00:00Z", hour);
  }

  private static EngagementLog log(Interaction... acts) {
    return EngagementLog.builder(DIRECTORY).asOf(at(20)).addAll(TALK).addAll(List.of(acts)).build();
  }

  private static StateActs states(EngagementLog log) {
    return Objects.requireNonNull(log.columns().states);
  }

  private static List<String> told(EngagementLog log) {
    StateActs states = states(log);
    Columns columns = log.columns();
    return IntStream.range(0, columns.conversations())
        .mapToObj(c -> columns.starts[c])
        .flatMap(
            opener ->
                IntStream.range(states.begin(opener), states.end(opener))
                    .mapToObj(
                        i ->
                            columns.id(opener).orElseThrow()
                                + " "
                                + states.kind(i)
                                + " before "
                                + (states.nextMessage(i) - opener)))
        .toList();
  }

  @Test
  void aLogWithoutThemHasNone() {
    assertNull(log().columns().states);
    assertNull(log(Act.of(ActKind.VIEW, "zak", at(9)).on("p")).columns().states);
  }

  @Test
  void theyAreDoneOnAMessageOrInAConversation() {
    EngagementLog log =
        log(
            Act.of(ActKind.RESOLVE, "care", at(11)).on("r"),
            Act.of(ActKind.HOLD, "care", at(9)).in("d"),
            Act.of(ActKind.HOLD, "care", "2026-01-05T09:30:00Z").in("c"));
    assertEquals(List.of("p HOLD before 1", "p RESOLVE before 2", "q HOLD before 1"), told(log));
    assertEquals(0, log.audit().rejected());
    assertEquals(3, log.stateActs());
    assertEquals(0, log.acts());
    assertEquals(true, log.toString().contains("\n3 acts of states beside them\n"), log::toString);
    assertEquals(3, log.messages());
    assertEquals(3, log.persons());
    assertEquals(3, log.rows().count(), "they are no rows of persons");
  }

  @Test
  void anUnknownMessageGivesWayToAKnownConversation() {
    assertEquals(
        List.of("q RESOLVE before 1"),
        told(log(Act.of(ActKind.RESOLVE, "care", at(11)).on("gone").in("d"))));
  }

  @Test
  void whatCannotBeIsSetAsideByReason() {
    EngagementLog log =
        log(
            Act.of(ActKind.RESOLVE, "care", at(11)),
            Act.of(ActKind.RESOLVE, "care", at(11)).on("gone"),
            Act.of(ActKind.RESOLVE, "care", at(11)).in("nowhere"),
            Act.of(ActKind.RESOLVE, "care", at(21)).on("p"),
            Act.of(ActKind.RESOLVE, "care", (String) null).on("p"),
            Act.of(ActKind.RATE, "zak", at(11)).on("q"),
            Act.of(ActKind.HOLD, "care", at(11)).on("p").id("x"),
            Act.of(ActKind.HOLD, "care", at(11)).on("p").id("x"),
            Act.of(ActKind.ASSIGN, "care", at(12)).on("p").id("y").assignedTo("Tech"),
            Act.of(ActKind.ASSIGN, "care", at(12)).on("p").id("y").assignedTo("Sales"),
            Act.of(ActKind.RESUME, "tech", at(8)).on("p"));
    assertEquals(2, log.audit().count(Audit.Reason.UNSEEN_MEMBER), "tech was seen here");
    assertEquals(
        Map.of(
            Audit.Reason.UNKNOWN_TARGET, 3L,
            Audit.Reason.AFTER_AS_OF, 1L,
            Audit.Reason.MISSING_TIME, 1L,
            Audit.Reason.MISSING_RATING, 1L,
            Audit.Reason.DUPLICATE_ID, 1L,
            Audit.Reason.CONFLICTING_ID, 1L,
            Audit.Reason.CLOCK_SKEW, 1L,
            Audit.Reason.UNSEEN_MEMBER, 2L),
        log.audit().counts());
    assertEquals(3, states(log).size());
    assertEquals("Sales", states(log).department(states(log).size() - 1), "the first by name");
    assertEquals(
        List.of("row 4", "row 5", "row 6"), log.audit().examples(Audit.Reason.UNKNOWN_TARGET));
    assertEquals(log.audit().accepted(), log.messages() + log.acts() + log.stateActs());
  }

  @Test
  void aStrictBuilderRefusesAnActOnNothing() {
    EngagementLog.Builder strict =
        EngagementLog.builder(DIRECTORY)
            .strict()
            .addAll(TALK)
            .add(Act.of(ActKind.RESOLVE, "care", at(11)).on("gone").id("x"));
    String message =
        Objects.requireNonNull(
            assertThrows(IllegalArgumentException.class, strict::build).getMessage());
    assertEquals(
        "row with id (x): UNKNOWN_TARGET; what is resolved, assigned or rated is in the log."
            + " Correct the row, or leave strict() out to have such rows counted",
        message);
  }

  @Test
  void idsOfOtherRowsNeverMeetTheirs() {
    EngagementLog log =
        log(
            Act.of(ActKind.REACTION, "zak", at(11)).on("p").id("r"),
            Act.of(ActKind.RESOLVE, "care", at(11)).on("p").id("r"),
            Reply.of("s", "zak", at(12)).to("r"));
    assertEquals(0, log.audit().rejected());
    assertEquals(List.of("p RESOLVE before 2"), told(log));
  }

  @Test
  void theLastOfThemDecidesTheAssumedAsOf() {
    List<Interaction> rows = new ArrayList<>(TALK);
    rows.add(Act.of(ActKind.RESOLVE, "care", at(15)).on("p"));
    rows.add(Act.of(ActKind.RESOLVE, "care", at(19)).on("gone"));
    assertEquals(at(15), EngagementLog.of(DIRECTORY, rows).asOf().toString());
  }

  @Test
  void ofOneTimeTheMessageComesFirstUnlessTheSourceSaysOtherwise() {
    EngagementLog log =
        EngagementLog.of(
            DIRECTORY,
            Post.of("p", "zak", at(9)).addressedTo("Acme").sequence(1),
            Reply.of("r", "care", at(10)).to("p").sequence(5),
            Act.of(ActKind.HOLD, "care", at(10)).on("p").sequence(4),
            Act.of(ActKind.RESOLVE, "care", at(10)).on("p"));
    assertEquals(List.of("p HOLD before 1", "p RESOLVE before 2"), told(log));
  }

  @Test
  void aFoldedCopyHandsItsStatesToTheOneThatIsKept() {
    EngagementLog log =
        EngagementLog.builder(DIRECTORY)
            .foldRepeats(Duration.ofHours(2))
            .add(Post.of("1", "zak", at(9)).in("c").fingerprint("f").addressedTo("Acme"))
            .add(Post.of("2", "zak", at(10)).in("c").fingerprint("f").addressedTo("Acme"))
            .add(Act.of(ActKind.RESOLVE, "care", at(11)).on("2"))
            .build();
    assertEquals(1, log.audit().count(Audit.Reason.DUPLICATE_CONTENT));
    assertEquals(List.of("1 RESOLVE before 1"), told(log));
  }

  @Test
  void whoDidItIsKnownWhereItMatters() {
    StateActs acts =
        states(
            log(
                Act.of(ActKind.RESOLVE, "care", at(11)).on("p"),
                Act.of(ActKind.RESOLVE, "bolt", at(12)).on("p"),
                Act.of(ActKind.RESOLVE, "carl@chirp", at(13)).on("p"),
                Act.of(ActKind.RESOLVE, "stranger", at(14)).on("p"),
                Act.of(ActKind.RESOLVE, "forum_bot", at(15)).on("p"),
                Act.of(ActKind.RESOLVE, null, at(16)).in("c"),
                Act.of(ActKind.RESOLVE, "bot", at(17)).on("p")));
    int acme = 0;
    int bolt = 1;
    int carl = acts.person(2);
    assertEquals(
        List.of(
            Author.MEMBER,
            Author.MEMBER,
            Author.AUDIENCE,
            Author.AUDIENCE,
            Author.UNNAMED,
            Author.UNNAMED,
            Author.MEMBER),
        IntStream.range(0, 7).mapToObj(acts::author).toList());
    assertEquals(
        List.of(true, false, true, true, true, true, true),
        IntStream.range(0, 7).mapToObj(i -> acts.isAbout(i, acme)).toList());
    assertEquals(
        List.of(false, true, false, false, false, true, false),
        IntStream.range(0, 7).mapToObj(i -> acts.isAbout(i, bolt)).toList());
    assertEquals(
        List.of(true, true, true, false, true, true, true),
        IntStream.range(0, 7).mapToObj(i -> acts.isBy(i, acme, carl)).toList());
    assertEquals(true, acts.isBy(3, Slice.NONE, carl), "in a forum anybody");
  }

  @Test
  void bothDoorsAndACollectorTellTheSame() {
    EngagementLog objects =
        log(
            Act.of(ActKind.ASSIGN, "care", at(11)).on("p").assignedTo(" Tech "),
            Act.of(ActKind.ASSIGN, "care", at(12)).on("p").assignedTo("tech"),
            Act.of(ActKind.RATE, "zak", at(12)).in("d").rating(-3));
    EngagementLog.Builder builder = EngagementLog.builder(DIRECTORY).asOf(at(20)).addAll(TALK);
    Appender a = builder.appender();
    StringBuilder reused = new StringBuilder("Tech");
    a.act(ActKind.ASSIGN).author("care").at(at(11)).parent("p").assignedTo(reused);
    reused.setLength(0);
    a.end();
    a.author("care").at(at(12)).parent("p").assignedTo("tech").act(ActKind.ASSIGN).end();
    a.author("zak").at(at(12)).conversation("d").act(ActKind.RATE).rating(-3).end();
    EngagementLog columns = builder.build();
    EngagementLog collected =
        Stream.concat(
                TALK.stream(),
                Stream.<Interaction>of(
                    Act.of(ActKind.RATE, "zak", at(12)).in("d").rating(-3),
                    Act.of(ActKind.ASSIGN, "care", at(12)).on("p").assignedTo("tech"),
                    Act.of(ActKind.ASSIGN, "care", at(11)).on("p").assignedTo("Tech")))
            .parallel()
            .collect(EngagementLog.collector(DIRECTORY));
    for (EngagementLog log : List.of(objects, columns, collected)) {
      StateActs states = states(log);
      assertEquals(List.of("p ASSIGN before 2", "p ASSIGN before 2", "q RATE before 1"), told(log));
      assertEquals(List.of("Tech", "Tech"), List.of(states.department(0), states.department(1)));
      assertEquals(-3, states.rating(2));
    }
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    List<Interaction> rows = new ArrayList<>(TALK);
    for (int i = 0; i < 12; i++) {
      ActKind kind = i % 2 == 0 ? ActKind.HOLD : ActKind.RESUME;
      rows.add(Act.of(kind, "care", at(11)).on("p"));
      rows.add(Act.of(ActKind.RATE, "zak", at(11)).on("q").rating(i).id("same"));
    }
    List<String> expected = told(EngagementLog.of(DIRECTORY, rows));
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(rows, new Random(seed));
      EngagementLog log = EngagementLog.of(DIRECTORY, rows);
      assertEquals(expected, told(log));
      assertEquals(0, states(log).rating(states(log).size() - 1), "the first by all it tells");
    }
  }

  @Test
  void aRowThatWasBegunIsNotLost() {
    EngagementLog.Builder builder = EngagementLog.builder(DIRECTORY);
    builder.appender().rating(3);
    String message =
        Objects.requireNonNull(
            assertThrows(IllegalStateException.class, builder::build).getMessage());
    assertEquals("row 1 was begun and not ended; call end() after its last value", message);
  }

  @Test
  void theyAreNoEventsOfPersons() {
    String message =
        Objects.requireNonNull(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> EventFilter.acts(ActKind.SHARE, ActKind.RESOLVE))
                .getMessage());
    assertEquals(
        "kind (RESOLVE) must be an act of people, one of ("
            + ActKind.ofRows()
            + "); states of conversations are for Resolution, ratings for Ratings",
        message);
    assertEquals(10, ActKind.ofRows().size());
    assertEquals(false, ActKind.RESOLVE.isOfWill());
  }

  @Test
  void anActTellsWhatItWasGiven() {
    Act act = Act.of(ActKind.ASSIGN, "care", at(9)).on("p").assignedTo("Tech").rating(2).id("x");
    assertEquals("Tech", act.assignedTo().orElseThrow());
    assertEquals(OptionalInt.of(2), act.rating());
    assertEquals(
        act, Act.of(ActKind.ASSIGN, "care", at(9)).assignedTo("Tech").id("x").rating(2).on("p"));
    assertEquals(false, act.equals(act.rating(3)));
    assertEquals(false, act.equals(act.assignedTo(null)));
  }

  /** Whoever resolves is who they were at that time, and so is whoever is given a conversation. */
  @Test
  void whoSaysSoIsWhoTheyWereAtThatTime() {
    Instant hired = Instant.parse("2026-02-01T00:00:00Z");
    Instant moved = Instant.parse("2026-02-10T00:00:00Z");
    Directory directory =
        Directory.builder()
            .organization(
                "Acme",
                acme ->
                    acme.member("care", "Support")
                        .member("anna", "Support")
                        .from(hired)
                        .until(moved)
                        .member("anna", "Sales")
                        .from(moved))
            .build();
    EngagementLog log =
        EngagementLog.builder(directory)
            .asOf(Instant.parse("2026-03-01T00:00:00Z"))
            .add(Post.of("1", "anna", hired.minusSeconds(7_200)))
            .add(Act.of(ActKind.RESOLVE, "anna", hired.minusMillis(1)).on("1"))
            .add(Post.of("2", "carl", hired.minusSeconds(7_200)))
            .add(Act.of(ActKind.RESOLVE, "anna", hired).on("2"))
            .add(Post.of("3", "dan", hired))
            .add(Act.of(ActKind.ASSIGN, "care", moved.minusMillis(1)).on("3").assignedTo("anna"))
            .add(Post.of("4", "eve", hired))
            .add(Act.of(ActKind.ASSIGN, "care", moved).on("4").assignedTo("anna"))
            .build();
    ResponseSummary response = log.measure(ResponseTime.firstResponse());
    assertEquals(1, response.closed(ResponseSummary.Closing.BY_PERSON), "by anna, who asked");
    assertEquals(2, response.closed());
    assertEquals(
        List.of("Sales", "Support"),
        log.measure(Resolution.first()).backlog().stream()
            .map(ResolutionSummary.Backlog::department)
            .toList());
  }
}
