package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog.IdScope;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of rows that are not as they should be: one test for each rule. */
class BadRowsTest {
  private static final Directory ACME =
      Directory.builder().organization("Acme", acme -> acme.member("care", "Support")).build();

  private static EngagementLog log(Interaction... rows) {
    return EngagementLog.builder(ACME).addAll(List.of(rows)).build();
  }

  private static String day(int day) {
    return String.format(Locale.ROOT, "2026-01-%02dT00:00:00Z", day);
  }

  private static void assertSetAside(EngagementLog log, Audit.Reason reason, long count) {
    assertEquals(count, log.audit().count(reason), log.audit()::toString);
    assertEquals(log.audit().offered(), log.audit().accepted() + log.audit().rejected());
    assertEquals(log.audit().accepted(), log.messages() + log.acts());
  }

  @Nested
  class Rejected {
    @Test
    void whatCouldNotBeReadIsCountedAtItsPlace() {
      EngagementLog.Builder builder = EngagementLog.builder(ACME);
      builder.appender().unreadable();
      builder.add(Post.of("a", "carl", day(1)));
      builder.appender().unreadable();
      builder.add(Post.of(null, "carl", day(1)));
      EngagementLog log = builder.build();

      assertSetAside(log, Audit.Reason.UNREADABLE, 2);
      assertSetAside(log, Audit.Reason.MISSING_ID, 1);
      assertEquals(List.of("row 1", "row 3"), log.audit().examples(Audit.Reason.UNREADABLE));
      assertEquals(List.of("row 4"), log.audit().examples(Audit.Reason.MISSING_ID));
      assertEquals("2026-01-01T00:00:00Z", log.asOf().toString());
    }

    @Test
    void whatCouldNotBeReadStopsAStrictBuilderAndMayNotBeBegun() {
      Appender strict = EngagementLog.builder(ACME).strict().appender();
      assertEquals(
          "row 1: UNREADABLE; a row can be read. Correct the row, or leave strict() out to have"
              + " such rows counted",
          assertThrows(IllegalArgumentException.class, strict::unreadable).getMessage());

      Appender begun = EngagementLog.builder(ACME).appender().id("a");
      assertThrows(IllegalStateException.class, begun::unreadable);
    }

    @ParameterizedTest
    @CsvSource(
        nullValues = "null",
        value = {
          "null, 2026-01-01T00:00:00Z, MISSING_ID",
          "'  ', 2026-01-01T00:00:00Z, MISSING_ID",
          "b, null, MISSING_TIME",
          "b, ' ', MISSING_TIME",
          "b, yesterday, UNPARSABLE_TIME",
          "b, 2026-02-30T00:00:00Z, UNPARSABLE_TIME",
          "b, 2026-01-01T00:00:00, UNPARSABLE_TIME",
          "b, 0000-12-31T00:00:00Z, TIME_OUT_OF_RANGE",
        })
    void rowsWithoutAUsableIdOrTimeAreSetAside(String id, String at, Audit.Reason reason) {
      EngagementLog log = log(Post.of("a", "carl", day(1)), Post.of(id, "carl", at));

      assertSetAside(log, reason, 1);
      assertEquals(1, log.messages());
      assertEquals(
          List.of(id == null || id.isBlank() ? "row 2" : id), log.audit().examples(reason));
    }

    @Test
    void microsecondsTakenForMillisecondsAreOutOfRange() {
      Instant time = Instant.parse(day(1));
      EngagementLog log = log(Post.of("a", "carl", time.toEpochMilli() * 1_000));
      assertSetAside(log, Audit.Reason.TIME_OUT_OF_RANGE, 1);
      assertSetAside(log(Post.of("a", "x", Instant.MAX)), Audit.Reason.TIME_OUT_OF_RANGE, 1);
      assertSetAside(log(Post.of("a", "x", Instant.MIN)), Audit.Reason.TIME_OUT_OF_RANGE, 1);
    }

    @Test
    void rowsAtTheAsOfAreSeenLaterOnesSetAside() {
      EngagementLog log =
          EngagementLog.builder(ACME)
              .asOf(day(2))
              .add(Post.of("a", "carl", day(2)))
              .add(Post.of("b", "carl", "2026-01-02T00:00:00.001Z"))
              .build();
      assertSetAside(log, Audit.Reason.AFTER_AS_OF, 1);
      assertEquals(List.of("a"), Shape.of(log));
    }

    @Test
    void withoutAnAsOfTheLastAcceptedRowIsAssumed() {
      EngagementLog log = log(Post.of("a", "carl", day(2)), Post.of(null, "carl", day(5)));
      assertEquals(Instant.parse(day(2)), log.asOf());
      assertTrue(log.isAsOfAssumed());
    }

    @Test
    void theAssumedAsOfIsNoneOfARowThatIsSetAside() {
      EngagementLog conflict = log(Post.of("a", "carl", day(2)), Post.of("a", "carl", day(5)));
      assertEquals(Instant.parse(day(2)), conflict.asOf());
      EngagementLog folded =
          EngagementLog.builder(ACME)
              .foldRepeats(Duration.ofDays(9))
              .add(Post.of("a", "carl", day(2)).in("t").fingerprint("f"))
              .add(Post.of("b", "carl", day(5)).in("t").fingerprint("f"))
              .build();
      assertEquals(Instant.parse(day(2)), folded.asOf());
    }

    @Test
    void anActNeedsNoId() {
      EngagementLog log =
          log(Act.of(ActKind.VIEW, "carl", day(1)), Act.of(ActKind.VIEW, "c", day(1)));
      assertEquals(2, log.acts());
      assertSetAside(log, Audit.Reason.MISSING_ID, 0);
    }

    @Test
    void strictThrowsAtTheFirst() {
      EngagementLog.Builder builder =
          EngagementLog.builder(ACME).strict().add(Post.of("a", "carl", day(1)));
      Appender appender = builder.appender().id("b").author("carl").at("yesterday");
      IllegalArgumentException e = assertThrows(IllegalArgumentException.class, appender::end);
      assertEquals(
          "row 2 (id b), at (yesterday): UNPARSABLE_TIME; a time is ISO 8601 with an offset, as"
              + " 2009-07-31T09:00:00Z. Correct the row, or leave strict() out to have such rows"
              + " counted",
          e.getMessage());
    }

    @Test
    void strictThrowsForWhatOnlyTheWholeShows() {
      EngagementLog.Builder builder =
          EngagementLog.builder(ACME)
              .strict()
              .add(Post.of("a", "carl", day(1)))
              .add(Post.of("a", "zak", day(1)));
      IllegalArgumentException e = assertThrows(IllegalArgumentException.class, builder::build);
      assertEquals(
          "row with id (a): CONFLICTING_ID; an id occurs once in its scope. Correct the row, or leave"
              + " strict() out to have such rows counted",
          e.getMessage());
    }
  }

  @Nested
  class SharedIds {
    @Test
    void equalRowsAreKeptOnce() {
      EngagementLog log = log(Post.of("a", "carl", day(1)), Post.of("a", "carl", day(1)));
      assertSetAside(log, Audit.Reason.DUPLICATE_ID, 1);
      assertEquals(1, log.messages());
    }

    @Test
    void ofDifferentRowsTheFirstInTimeIsKept() {
      Post late = Post.of("a", "zak", day(2));
      Post early = Post.of("a", "carl", day(1));
      Reply reply = Reply.of("r", "care", day(3)).to("a");
      for (EngagementLog log : List.of(log(late, early, reply), log(reply, early, late))) {
        assertSetAside(log, Audit.Reason.CONFLICTING_ID, 1);
        assertEquals(List.of("a r>a"), Shape.of(log));
        assertEquals(Instant.parse(day(1)).toEpochMilli(), Shape.columns(log).at[0]);
      }
    }

    @Test
    void copiesAreComparedWithTheOneKept() {
      Post kept = Post.of("a", "carl", day(1));
      Post other = Post.of("a", "zak", day(2));
      EngagementLog log = log(other, other, kept, kept);
      assertSetAside(log, Audit.Reason.DUPLICATE_ID, 1);
      assertSetAside(log, Audit.Reason.CONFLICTING_ID, 2);
    }

    @Test
    void everyAttributeCounts() {
      Post row = Post.of("a", "carl", day(1));
      List<Post> others =
          List.of(
              row.channel("blog"),
              row.topic("beans"),
              row.label("x"),
              row.in("c"),
              row.fingerprint("f"),
              row.naming("zak"),
              row.addressedTo("Acme"),
              row.automatic(true),
              row.expectsResponse(false),
              row.sentiment(dev.repartee.model.Sentiment.NEUTRAL),
              row.intent(dev.repartee.model.Intent.OTHER));
      for (Post other : others) {
        assertSetAside(log(row, other), Audit.Reason.CONFLICTING_ID, 1);
        assertSetAside(log(other, other), Audit.Reason.DUPLICATE_ID, 1);
      }
    }

    @Test
    void numbersAndTheirTextsAreTheSameId() {
      EngagementLog.Builder builder = EngagementLog.builder(ACME);
      Appender a = builder.appender();
      a.id(12).author("carl").at(1_000).end();
      a.id("13").parent("12").author(7).at(2_000).end();
      a.id(14).parent(13).author("7").at(3_000).end();
      a.id("014").parent(14).author("07").at(4_000).end();
      EngagementLog log = builder.build();
      assertEquals(List.of("12 13>12 14>13 014>14"), Shape.of(log));
      assertEquals(3, log.persons());
    }

    @Test
    void idsMayRepeatBetweenConversations() {
      List<Interaction> rows =
          List.of(
              Post.of("1", "carl", day(1)).in("x"),
              Reply.of("2", "care", day(2)).to("1").in("x"),
              Post.of("1", "zak", day(3)).in("y"),
              Reply.of("2", "care", day(4)).to("1").in("y"));
      EngagementLog scoped =
          EngagementLog.builder(ACME).idScope(IdScope.CONVERSATION).addAll(rows).build();
      assertEquals(List.of("1 2>1", "1 2>1"), Shape.of(scoped));
      assertSetAside(log(rows.toArray(Interaction[]::new)), Audit.Reason.CONFLICTING_ID, 2);
    }

    @Test
    void idsMayRepeatBetweenChannels() {
      EngagementLog log =
          EngagementLog.builder(ACME)
              .idScope(IdScope.CHANNEL)
              .add(Post.of("1", "carl", day(1)).channel("blog"))
              .add(Post.of("1", "carl", day(1)).channel("forum"))
              .add(Reply.of("2", "care", day(2)).to("1").channel("forum"))
              .build();
      assertEquals(2, log.conversations());
      assertEquals(0, log.audit().rejected());
    }
  }

  @Nested
  class Repeats {
    private final Post post = Post.of("p", "blog", day(1));
    private final Reply copy = Reply.of("a", "carl", day(2)).fingerprint("f").to("p");

    private EngagementLog folded(Duration tolerance, Interaction... rows) {
      return EngagementLog.builder(ACME).foldRepeats(tolerance).addAll(List.of(rows)).build();
    }

    @Test
    void repeatsAreFoldedOnRequestOnly() {
      Interaction[] rows = {post, copy, copy.id("b"), Reply.of("c", "care", day(3)).to("b")};
      assertEquals(4, log(rows).messages());
      EngagementLog log = folded(Duration.ZERO, rows);
      assertSetAside(log, Audit.Reason.DUPLICATE_CONTENT, 1);
      assertEquals(List.of("p a>p c>a"), Shape.of(log));
    }

    @Test
    void aCopyThatNamesItsParentIsKeptBeforeAnEarlierOne() {
      EngagementLog log =
          folded(
              Duration.ofDays(9),
              post.in("t"),
              Reply.of("early", "carl", day(2)).fingerprint("f").in("t"),
              Reply.of("late", "carl", day(3)).fingerprint("f").in("t").to("p"),
              Reply.of("r", "care", day(4)).in("t").to("early"));
      assertEquals(List.of("p late>p r>late"), Shape.of(log));
    }

    @Test
    void whatLiesOutsideTheToleranceStays() {
      Interaction[] rows = {post, copy, Reply.of("b", "carl", day(4)).fingerprint("f").to("p")};
      assertEquals(3, folded(Duration.ofDays(1), rows).messages());
      assertEquals(2, folded(Duration.ofDays(2), rows).messages());
    }

    @Test
    void otherAuthorsConversationsAndAnonymousRowsStay() {
      EngagementLog log =
          folded(
              Duration.ofDays(30),
              post,
              copy,
              Reply.of("b", "zak", day(2)).fingerprint("f").to("p"),
              Post.of("c", "carl", day(2)).fingerprint("f"),
              Reply.of("d", null, day(2)).fingerprint("f").to("p"),
              Reply.of("e", null, day(2)).fingerprint("f").to("p"),
              Reply.of("g", "carl", day(2)).to("p"),
              Reply.of("h", "carl", day(2)).to("p"));
      assertSetAside(log, Audit.Reason.DUPLICATE_CONTENT, 0);
    }

    @Test
    void aCopyBelowAnotherIsFoldedIntoIt() {
      EngagementLog log =
          folded(
              Duration.ofDays(9),
              Post.of("a", "carl", day(1)).fingerprint("f").in("t"),
              Reply.of("b", "care", day(2)).to("a"),
              Reply.of("c", "carl", day(3)).fingerprint("f").to("b"),
              Reply.of("d", "carl", day(4)).fingerprint("f").to("a"),
              Reply.of("e", "zak", day(5)).to("c"),
              Reply.of("f", "zak", day(6)).in("t"));
      assertSetAside(log, Audit.Reason.DUPLICATE_CONTENT, 2);
      assertSetAside(log, Audit.Reason.CYCLE, 0);
      assertEquals(List.of("a b>a e>a f"), Shape.of(log));
    }
  }

  @Nested
  class Kept {
    @Test
    void rowsWithoutAnAuthorAreDifferentPersons() {
      EngagementLog log = log(Post.of("a", null, day(1)), Post.of("b", " ", day(2)));
      assertSetAside(log, Audit.Reason.ANONYMOUS, 2);
      assertEquals(2, log.messages());
      assertEquals(2, log.persons());
    }

    @Test
    void anOrphanOpensItsOwnConversation() {
      EngagementLog log =
          log(Post.of("a", "carl", day(1)), Reply.of("r", "zak", day(2)).to("lost"));
      assertSetAside(log, Audit.Reason.ORPHAN, 1);
      assertEquals(List.of("a", "r"), Shape.of(log));
    }

    @Test
    void anOrphanThatNamesItsConversationStaysInIt() {
      EngagementLog log =
          log(
              Post.of("a", "carl", day(1)).in("t"),
              Reply.of("r", "zak", day(2)).to("lost").in("t"),
              Reply.of("s", "care", day(3)).to("r"));
      assertSetAside(log, Audit.Reason.ORPHAN, 1);
      assertEquals(List.of("a r s>r"), Shape.of(log));
    }

    @Test
    void aMessageCannotReplyToItself() {
      EngagementLog log = log(Reply.of("a", "carl", day(1)).to("a"));
      assertSetAside(log, Audit.Reason.CYCLE, 1);
      assertEquals(List.of("a"), Shape.of(log));
    }

    @Test
    void aCircleIsCutAtItsEarliestMessage() {
      Reply a = Reply.of("a", "carl", day(3)).to("c");
      Reply b = Reply.of("b", "care", day(1)).to("a");
      Reply c = Reply.of("c", "carl", day(2)).to("b");
      Reply tail = Reply.of("tail", "zak", day(4)).to("a");
      for (EngagementLog log : List.of(log(a, b, c, tail), log(tail, c, b, a))) {
        assertSetAside(log, Audit.Reason.CYCLE, 1);
        assertEquals(List.of("b c>b a>c tail>a"), Shape.of(log));
      }
    }

    @Test
    void aCircleThroughAnActIsCutAtAMessage() {
      EngagementLog log =
          log(
              Act.of(ActKind.SHARE, "zak", day(1)).id("s").on("b"),
              Reply.of("b", "carl", day(2)).to("s"),
              Act.of(ActKind.SHARE, "zak", day(3)).id("t").on("t"));
      assertSetAside(log, Audit.Reason.CYCLE, 2);
      assertEquals(List.of("b", "t"), log.audit().examples(Audit.Reason.CYCLE));
      assertEquals(List.of("b"), Shape.of(log));
      Columns columns = Shape.columns(log);
      assertEquals(List.of(0, -1), List.of(columns.parent[1], columns.parent[2]));
    }

    @Test
    void aFoldedRowIsNotAlsoKeptAsAnOrphan() {
      EngagementLog log =
          EngagementLog.builder(ACME)
              .foldRepeats(Duration.ofDays(3))
              .add(Reply.of("a", "carl", day(1)).to("lost").in("t").fingerprint("f"))
              .add(Reply.of("b", "carl", day(2)).to("lost").in("t").fingerprint("f"))
              .build();
      assertSetAside(log, Audit.Reason.DUPLICATE_CONTENT, 1);
      assertSetAside(log, Audit.Reason.ORPHAN, 1);
      assertEquals(List.of("a"), log.audit().examples(Audit.Reason.ORPHAN));
    }

    @Test
    void aReplyEarlierThanItsParentTakesEffectWithIt() {
      EngagementLog log =
          log(
              Post.of("a", "carl", day(5)),
              Reply.of("early", "care", day(3)).to("a"),
              Reply.of("later", "care", day(6)).to("a"));
      assertSetAside(log, Audit.Reason.CLOCK_SKEW, 1);
      assertEquals(List.of("a early>a later>a"), Shape.of(log));
      assertEquals(0, Shape.messages(log.asOf(day(4))));
      assertEquals(2, Shape.messages(log.asOf(day(5))));
    }

    @Test
    void anOrganizationThatNobodyKnowsIsNamed() {
      EngagementLog log = log(Post.of("a", "carl", day(1)).addressedTo("Umbrella"));
      assertSetAside(log, Audit.Reason.UNKNOWN_ADDRESSEE, 1);
      assertSetAside(log, Audit.Reason.UNADDRESSED, 1);
      assertEquals(List.of("a:-"), Shape.organizations(log));
    }
  }

  /** Sizes that a recursive or quadratic step would not survive. */
  @Nested
  class Large {
    private static final int MANY = 1_000_000;

    @Test
    void aChainOfAMillionReplies() {
      EngagementLog.Builder builder = EngagementLog.builder(ACME);
      Appender a = builder.appender();
      for (long i = 0; i < MANY; i++) {
        a.id(i).author(i % 2).at(i);
        (i == 0 ? a : a.parent(i - 1)).end();
      }
      assertOneConversation(builder.build());
    }

    @Test
    @Tag("large")
    void aChainOfAMillionRepliesAtOneTime() {
      EngagementLog.Builder builder = EngagementLog.builder(ACME);
      Appender a = builder.appender();
      for (long i = MANY - 1; i >= 0; i--) {
        a.id(i).author(i).at(5);
        (i == 0 ? a : a.parent(i - 1)).end();
      }
      EngagementLog log = builder.build();
      assertOneConversation(log);
      assertEquals(MANY - 1, Shape.columns(log).parent.length - 1);
      assertEquals(MANY - 2, Shape.columns(log).parent[MANY - 1]);
    }

    @Test
    @Tag("large")
    void aPostWithAMillionReplies() {
      EngagementLog.Builder builder = EngagementLog.builder(ACME);
      Appender a = builder.appender();
      a.id(0).author("care").at(0).end();
      for (long i = MANY - 1; i > 0; i--) {
        a.id(i).parent(0).author(i).at(i % 1_000).end();
      }
      assertOneConversation(builder.build());
    }

    @Test
    void aCircleOfAMillionRepliesWithATail() {
      EngagementLog.Builder builder = EngagementLog.builder(ACME);
      Appender a = builder.appender();
      for (long i = 0; i < MANY; i++) {
        long parent = i == 0 ? MANY / 2 : i - 1;
        a.id(i).parent(parent).author(i % 3).at(i).end();
      }
      EngagementLog log = builder.build();
      assertSetAside(log, Audit.Reason.CYCLE, 1);
      assertOneConversation(log);
    }

    @Test
    @Tag("large")
    void aMillionCopiesOfOneRow() {
      EngagementLog.Builder builder = EngagementLog.builder(ACME).foldRepeats(Duration.ZERO);
      Appender a = builder.appender();
      for (int i = 0; i < MANY; i++) {
        a.id("same").author("carl").at(7).fingerprint("f").end();
      }
      EngagementLog log = builder.build();
      assertSetAside(log, Audit.Reason.DUPLICATE_ID, MANY - 1);
    }

    private void assertOneConversation(EngagementLog log) {
      assertEquals(MANY, log.messages());
      assertEquals(1, log.conversations());
    }
  }
}
