package dev.repartee.response;

import static dev.repartee.testing.Talk.acme;
import static dev.repartee.testing.Talk.flat;
import static dev.repartee.testing.Talk.log;
import static dev.repartee.testing.Talk.minutes;
import static dev.repartee.testing.Talk.post;
import static dev.repartee.testing.Talk.reply;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.dialogue.Effort;
import dev.repartee.dialogue.EffortSummary;
import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.Audit;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.stats.SurvivalCurve;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Who waited, who answered and how long it took, in situations that people met with help desks,
 * trackers and forums. Times are minutes unless they say otherwise.
 */
final class WhoAnsweredTest {
  private static final long HOUR = 60;
  private static final long DAY = 24 * HOUR;
  private static final ResponseTime EACH_TURN = ResponseTime.eachTurn();
  private static final ResponseTime FIRST = ResponseTime.firstResponse();

  /** The times of the answered in seconds, ascending, then how many wait; up to 200 hours. */
  private static String told(ResponseSummary r) {
    List<Long> seconds = new ArrayList<>();
    LongStream.rangeClosed(0, 200 * HOUR * 60)
        .forEach(
            second -> {
              while (seconds.size() < r.answeredLatencies().countAtMost(second * 1_000)) {
                seconds.add(second);
              }
            });
    return seconds + " and " + r.waiting() + " waiting";
  }

  private static String told(EngagementLog log, ResponseTime clock) {
    return told(log.measure(clock));
  }

  /** As {@link #told} says answered after some minutes, and nobody waiting. */
  private static String after(long... minutes) {
    return LongStream.of(minutes).map(m -> m * 60).boxed().toList() + " and 0 waiting";
  }

  @Test
  void whoWritesTwiceWaitsSinceTheFirst() {
    EngagementLog log =
        log(999, post("1", "carl", 0), reply("2", "carl", 30, "1"), reply("3", "care", 60, "2"));
    assertEquals(after(60), told(log, EACH_TURN));
  }

  /** Asked on Monday, Tuesday and Wednesday; on Thursday Wednesday's is answered, then Monday's. */
  @Test
  void threeDaysOfQuestionsAndTwoAnswers() {
    EngagementLog log =
        log(
            4 * DAY,
            post("mon", "carl", 0),
            reply("tue", "carl", DAY, "mon"),
            reply("wed", "carl", 2 * DAY, "mon"),
            reply("thu", "care", 3 * DAY, "wed"),
            reply("thu2", "care", 3 * DAY + 5, "mon"));
    assertEquals(after(3 * DAY), told(log, FIRST));
    assertEquals(after(3 * DAY), told(log, EACH_TURN));
    assertEquals(
        List.of(DAY * 60, (3 * DAY + 5) * 60) + " and 1 waiting",
        told(log, ResponseTime.eachMessage()));
  }

  /** Thanked, and eleven days later something new is asked and answered within a minute. */
  @Test
  void thanksAreNoQuestion() {
    Instant start = Instant.parse("2026-01-05T09:00:00Z");
    List<Post> rows =
        List.of(
            Post.of("1", "carl", start),
            Post.of("2", "care", start.plusSeconds(42)),
            Post.of("3", "carl", start.plusSeconds(100)),
            Post.of("4", "carl", start.plusSeconds(11 * 86_400)),
            Post.of("5", "care", start.plusSeconds(11 * 86_400 + 60)));
    for (boolean isLabelled : new boolean[] {true, false}) {
      EngagementLog.Builder builder = EngagementLog.builder(acme()).asOf("2026-02-01T00:00:00Z");
      rows.forEach(
          row ->
              builder.add(row.in("t").expectsResponse(!isLabelled || !row.id().get().equals("3"))));
      EngagementLog log = builder.build();
      assertEquals("[42, 60] and 0 waiting", told(log, ResponseTime.session()));
      // Without the label, "thanks" waits for what comes eleven days later.
      double last = isLabelled ? 60 : 11 * 86_400 + 60 - 100;
      assertEquals(2, log.measure(EACH_TURN).answered());
      assertEquals(last * 1_000, log.measure(EACH_TURN).answeredLatencies().maxMillis());
    }
  }

  /** On Monday a bot answers after 5 minutes, on Friday somebody asks again, and waits for 10. */
  @Test
  void whatABotAnsweredOnMondayIsAskedAgainOnFriday() {
    long friday = 4 * DAY + 5 * HOUR;
    EngagementLog log =
        log(
            9 * DAY,
            flat("1", "carl", 0),
            flat("2", "bot", 5),
            flat("3", "carl", friday),
            flat("4", "care", friday + 10));
    assertEquals("[600] and 1 waiting", told(log, ResponseTime.session()));
    assertEquals(after(5, 10), told(log, EACH_TURN.answers(AnswerRule.standard().countingBots())));
    assertEquals(after(friday + 10), told(log, EACH_TURN));
    assertEquals(after(friday + 10), told(log, FIRST));
  }

  @Test
  void thatAnAgentJoinedIsNoAnswer() {
    EngagementLog log =
        log(
            999,
            post("1", "carl", 0),
            reply("2", "care", 1, "1").automatic(true),
            reply("3", "care", 15, "1"));
    assertEquals(after(15), told(log, FIRST));
  }

  @Test
  void whoAnswersFirstIsNotWhoAnswersNext() {
    EngagementLog log =
        log(
            999,
            post("1", "carl", 0),
            reply("2", "care", 2, "1"),
            reply("3", "carl", 3, "2"),
            reply("4", "jane", 63, "3"));
    Breakdown<ResponseSummary> first = log.measure(FIRST.by(Dimension.MEMBER.ofAnswer()));
    assertEquals(List.of(List.of("care")), first.keys());
    assertEquals(120_000, first.get("care").answeredLatencies().maxMillis());
    Breakdown<ResponseSummary> turns = log.measure(EACH_TURN.by(Dimension.MEMBER.ofAnswer()));
    assertEquals(3_600_000, turns.get("jane").answeredLatencies().maxMillis());
  }

  @Test
  void goingBackAndForthAmongColleaguesIsHandingOver() {
    EffortSummary effort =
        log(
                60 * DAY,
                post("1", "carl", 0),
                reply("2", "care", 1, "1"),
                reply("3", "carl", 2, "2"),
                reply("4", "jane", 3, "3"),
                reply("5", "carl", 4, "4"),
                reply("6", "care", 5, "5"))
            .measure(Effort.standard());
    assertEquals(3, effort.messages().sum());
    assertEquals(2, effort.handOffs().sum());
  }

  @Test
  void ownCommentsAndThoseOfOnesOtherAccountAnswerNothing() {
    Directory directory = Directory.builder().person("Carl", "carl", "carl2").build();
    EngagementLog log =
        log(
            directory,
            999,
            post("1", "carl", 0),
            reply("2", "carl", 5, "1"),
            reply("3", "carl2", 10, "1"),
            reply("4", "dan", 60, "1"));
    assertEquals(after(60), told(log, FIRST.answers(AnswerRule.anybodyElse())));
  }

  @Test
  void aCommentIsNoReview() {
    EngagementLog log =
        log(
            Directory.empty(),
            9 * DAY,
            post("1", "carl", 0),
            reply("2", "dan", HOUR, "1").label("comment"),
            reply("3", "eve", 2 * DAY, "1").label("review"));
    assertEquals(
        after(2 * DAY), told(log, FIRST.answers(AnswerRule.anybodyElse().answeredWith("review"))));
  }

  @Test
  void anAnswerInTheSameMillisecondIsOne() {
    EngagementLog log = log(999, post("z", "carl", 0), reply("a", "care", 0, "z"));
    assertEquals(after(0), told(log, EACH_TURN));
    assertEquals(after(0), told(log, FIRST));
  }

  @Test
  void aReplyThatLandsInAnotherTicketStaysWhereItRepliesTo() {
    EngagementLog log =
        log(
            999,
            post("1", "carl", 0).in("t1"),
            reply("2", "care", 50, "1").in("t2"),
            reply("3", "carl", 55, "2").in("t1").expectsResponse(false));
    assertEquals(1, log.conversations());
    assertEquals(after(50), told(log, FIRST));
  }

  @Test
  void whatAnAgentOpensOnBehalfOfACustomerHasNoFirstResponse() {
    EngagementLog log =
        log(999, post("1", "care", 0), reply("2", "carl", 10, "1"), reply("3", "care", 60, "2"));
    assertEquals(0, log.measure(FIRST).exchanges());
    assertEquals(after(50), told(log, EACH_TURN));
  }

  @Test
  void aCustomerWhoIsOutOfOfficeAsksNothing() {
    EngagementLog log =
        log(
            60 * DAY,
            post("1", "carl", 0),
            reply("2", "care", 20, "1"),
            reply("3", "carl", 21, "2").automatic(true));
    assertEquals(after(20), told(log, EACH_TURN));
    assertEquals(0, log.measure(Dialogue.standard()).count(DialogueSummary.Form.DIALOGUE));
    EngagementLog written =
        log(
            60 * DAY,
            post("1", "carl", 0),
            reply("2", "care", 20, "1"),
            reply("3", "carl", 21, "2"));
    assertEquals(1, written.measure(EACH_TURN).waiting());
    assertEquals(1, written.measure(Dialogue.standard()).count(DialogueSummary.Form.DIALOGUE));
  }

  /** Carl asks, what he says next is deleted, care answers that, and both go on. */
  @Test
  void whatHangsBelowADeletedMessageIsAConversationOfItsOwn() {
    EngagementLog log =
        log(
            999,
            post("1", "carl", 0),
            reply("3", "care", 20, "2"),
            reply("4", "carl", 30, "3"),
            reply("5", "care", 40, "4"));
    assertEquals(1, log.audit().count(Audit.Reason.ORPHAN));
    assertEquals(2, log.conversations());
    assertEquals("[600] and 1 waiting", told(log, EACH_TURN));
    assertEquals("[] and 1 waiting", told(log, FIRST));
  }

  @Test
  void whoHasLeftAnsweredAtThatTime() {
    Directory directory =
        Directory.builder()
            .organization(
                "Acme",
                acme ->
                    acme.member("care", "Support")
                        .member("former_agent", "Support")
                        .until(Instant.ofEpochSecond(5 * DAY * 60)))
            .build();
    EngagementLog log =
        log(
            directory,
            9 * DAY,
            post("1", "carl", 0),
            reply("2", "former_agent", HOUR, "1"),
            post("3", "former_agent", 6 * DAY));
    assertEquals("[3600] and 1 waiting", told(log, EACH_TURN));
  }

  @Test
  void nobodyAnswersForTwoOrganizationsAtOneTime() {
    Directory.Builder air =
        Directory.builder().organization("Air", of -> of.member("anna", "Support"));
    String message =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> air.organization("Rail", of -> of.member("anna", "Support")).build())
                .getMessage());
    assertTrue(message.startsWith("account (anna) is entered twice, as [anna: Air"), message);
    assertTrue(message.contains("and as [anna: Rail"), message);
  }

  @Test
  void ofTwoOrganizationsInAThreadEachAnswersWhatIsAskedOfIt() {
    Directory two =
        Directory.builder()
            .organization("Air", air -> air.member("air", "Support"))
            .organization("Rail", rail -> rail.member("rail", "Support"))
            .build();
    EngagementLog log =
        log(
            two,
            999,
            post("1", "carl", 0).addressedTo("Air"),
            reply("2", "rail", 5, "1"),
            reply("3", "air", 30, "1"),
            reply("4", "carl", 40, "2").addressedTo("Rail"),
            reply("5", "rail", 74, "4"));
    Breakdown<ResponseSummary> by = log.measure(EACH_TURN.by(Dimension.ORGANIZATION));
    assertEquals(after(30), told(by.get("Air")));
    assertEquals(after(34), told(by.get("Rail")));
  }

  /** Repeats are folded within a conversation; two posts are two questions. */
  @Test
  void whatIsPostedOnTwoChannelsIsAskedTwice() {
    EngagementLog log =
        EngagementLog.builder(acme())
            .foldRepeats(minutes(HOUR))
            .asOf(Instant.ofEpochSecond(DAY * 60))
            .add(post("1", "carl", 0).channel("blog").fingerprint("help"))
            .add(post("2", "carl", 1).channel("chirp").fingerprint("help"))
            .add(reply("3", "care", 20, "1").channel("blog"))
            .build();
    assertEquals("[1200] and 1 waiting", told(log, EACH_TURN));
    assertEquals(0, log.audit().count(Audit.Reason.DUPLICATE_CONTENT));
  }

  /** Carl's clock is 40 minutes late: all takes effect after his question, in March. */
  @Test
  void aLateClockOfTheOpenerMovesAllThatHangsBelow() {
    EngagementLog log =
        EngagementLog.builder(acme())
            .asOf("2026-04-01T00:00:00Z")
            .add(Post.of("1", "carl", "2026-03-01T00:30:00Z"))
            .add(Reply.of("2", "dan", "2026-02-28T23:50:00Z").to("1"))
            .add(Reply.of("3", "care", "2026-02-28T23:55:00Z").to("2"))
            .build();
    assertEquals(1, log.audit().count(Audit.Reason.CLOCK_SKEW));
    assertEquals(
        List.of(List.of("2026-03")),
        log.measure(EACH_TURN.by(Dimension.month(ZoneOffset.UTC))).keys());
    assertEquals(300_000, log.measure(EACH_TURN).answeredLatencies().maxMillis(), "by own times");
    LocalDate first = LocalDate.of(2026, 3, 1);
    Instant march = first.atStartOfDay(ZoneOffset.UTC).toInstant();
    assertEquals(0, log.asOf(march).measure(EACH_TURN).exchanges());
    assertEquals(
        0, log.between(Instant.EPOCH, march).measure(EACH_TURN).exchanges(), "and by window");
  }

  /** Asked on the 8th, 9th and 10th, answered on the 10th, 12th and 15th, as of the 12th. */
  @Test
  void whatEndsAfterTheAsOfIsNotOver() {
    EngagementLog.Builder rows = EngagementLog.builder(acme()).asOf("2026-10-20T00:00:00Z");
    String[] asked = {"08", "09", "10"};
    String[] answered = {"10", "12", "15"};
    for (int i = 0; i < asked.length; i++) {
      rows.add(Post.of("q" + i, "carl" + i, "2026-10-" + asked[i] + "T00:00:00Z"));
      rows.add(Reply.of("a" + i, "care", "2026-10-" + answered[i] + "T00:00:00Z").to("q" + i));
    }
    SurvivalCurve curve = rows.build().asOf("2026-10-12T00:00:00Z").measure(EACH_TURN).curve();
    long day = 86_400_000;
    assertEquals(1, curve.censoredCount());
    assertEquals(2 / 3.0, curve.survivalAt(2 * day).value(), 1e-12);
    assertEquals(0, curve.survivalAt(3 * day).value(), 1e-12);
    assertEquals(3.0 * day, curve.largestMillis());
  }

  /** Answered after just an hour, a millisecond later, due at the as-of and a millisecond later. */
  @Test
  void aTargetHoldsToTheMillisecond() {
    long hour = HOUR * 60_000;
    long asOf = 100 * hour;
    EngagementLog log =
        EngagementLog.builder(acme())
            .asOf(Instant.ofEpochMilli(asOf))
            .add(Post.of("1", "a", 0L))
            .add(Reply.of("1r", "care", hour).to("1"))
            .add(Post.of("2", "b", 0L))
            .add(Reply.of("2r", "care", hour + 1).to("2"))
            .add(Post.of("3", "c", asOf - hour))
            .add(Post.of("4", "d", asOf - hour + 1))
            .build();
    ResponseSummary.TargetAttainment target =
        log.measure(EACH_TURN.withTarget(minutes(HOUR))).target();
    assertEquals(
        List.of(1L, 1L, 1L, 1L, 3L),
        List.of(
            target.met(), target.missed(), target.overdue(), target.stillInTime(), target.due()));
  }

  @Test
  void aReplyToSomebodyNotInTheLogIsNoOpening() {
    DialogueSummary dialogue =
        log(60 * DAY, reply("a", "care", 0, "gone")).measure(Dialogue.standard());
    assertEquals(0, dialogue.messagesOpening().successes());
    assertEquals(1, dialogue.messagesToOwnOrUnknown().successes());
  }
}
