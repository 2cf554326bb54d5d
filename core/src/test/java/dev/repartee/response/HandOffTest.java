package dev.repartee.response;

import static dev.repartee.testing.Talk.acme;
import static dev.repartee.testing.Talk.flat;
import static dev.repartee.testing.Talk.headline;
import static dev.repartee.testing.Talk.log;
import static dev.repartee.testing.Talk.minutes;
import static dev.repartee.testing.Talk.post;
import static dev.repartee.testing.Talk.reply;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.exchange.AnswerRule.RepliesToAudience;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measures;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.OfficeHours;
import dev.repartee.response.ResponseSummary.Closing;
import dev.repartee.response.ResponseSummary.Exclusion;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Waits that begin where a conversation is handed over, by hand; times are minutes. */
final class HandOffTest {
  private static final ResponseTime CLOCK = ResponseTime.afterHandOff();
  private static final AnswerRule BOTS = AnswerRule.standard().countingBots();

  private static Act act(ActKind kind, @Nullable String author, long minute) {
    return Act.of(kind, author, at(minute)).on("p");
  }

  private static Act assign(@Nullable String author, long minute) {
    return act(ActKind.ASSIGN, author, minute);
  }

  private static Instant at(long minute) {
    return Instant.ofEpochSecond(60 * minute);
  }

  private static long minutesOf(double millis) {
    return Math.round(millis / 60_000);
  }

  /** The answered, the waiting and the closed, each by its only time in minutes. */
  private static String told(ResponseSummary r) {
    String answered =
        r.answered() == 0
            ? "0 answered"
            : r.answered() + " answered, last " + minutesOf(r.answeredLatencies().maxMillis());
    return answered + ", " + r.waiting() + " waiting, " + r.closed() + " closed";
  }

  private static String told(Interaction... rows) {
    return told(log(100, rows).measure(CLOCK));
  }

  /** Carl asks at 0, a bot answers at once and hands over at 10, and a human writes at 15. */
  private static EngagementLog botGivesUp() {
    return log(
        100,
        post("p", "carl", 0),
        reply("b", "bot", 0, "p"),
        assign("bot", 10),
        reply("r", "care", 15, "p"));
  }

  @Test
  void whatABotHandsOverWaitsForAHumanFromThen() {
    for (ResponseTime clock : List.of(CLOCK, CLOCK.answers(BOTS))) {
      ResponseSummary r = botGivesUp().measure(clock);
      assertEquals("1 answered, last 5, 0 waiting, 0 closed", told(r));
      assertEquals("hand-off response: median 5 min, 1/1 answered", headline(r));
      assertEquals(1, r.answeredDirectly());
    }
    // No other clock starts there: of the bot, or from the question on.
    assertEquals(
        0,
        botGivesUp()
            .measure(ResponseTime.eachTurn().answers(BOTS))
            .answeredLatencies()
            .maxMillis());
    assertEquals(
        15,
        minutesOf(botGivesUp().measure(ResponseTime.eachTurn()).answeredLatencies().maxMillis()));
  }

  @Test
  void whoeverAssignsAndToWhomeverItIsOneHandOff() {
    for (Act handOff :
        List.of(
            assign("bot", 10),
            assign("care", 10).assignedTo("Sales"),
            assign("jane", 10).assignedTo("care"),
            assign("jane", 10).assignedTo("nobody we know"),
            assign("system", 10), // no account of the directory
            assign("carl", 10),
            assign(null, 10),
            act(ActKind.ASSIGN, "care", 10).on(null).in("t"))) {
      ResponseSummary r =
          log(100, post("p", "carl", 0).in("t"), handOff, reply("r", "jane", 15, "p"))
              .measure(CLOCK);
      assertEquals("1 answered, last 5, 0 waiting, 0 closed", told(r), handOff::toString);
    }
  }

  @Test
  void whatIsHandedOnBeforeAnAnswerIsOneWait() {
    assertEquals(
        "1 answered, last 20, 0 waiting, 0 closed",
        told(
            post("p", "carl", 0),
            assign("bot", 10),
            assign("care", 20).assignedTo("Sales"),
            assign("jane", 25).assignedTo("Support"),
            reply("r", "care", 30, "p")));
    assertEquals(
        "2 answered, last 20, 0 waiting, 0 closed",
        told(
            post("p", "carl", 0),
            assign("bot", 10),
            reply("r", "care", 30, "p"),
            assign("care", 40).assignedTo("Sales"), // answered, and still open
            reply("s", "jane", 41, "p")));
  }

  @Test
  void aMessageOfTheInstantOfAnActStandsBeforeIt() {
    Interaction[] rows = {post("p", "carl", 0), assign("bot", 10), reply("r", "care", 10, "p")};
    assertEquals("0 answered, 1 waiting, 0 closed", told(rows));
    assertEquals(
        "1 answered, last 0, 0 waiting, 0 closed",
        told(
            post("p", "carl", 0).sequence(1),
            assign("bot", 10).sequence(2),
            reply("r", "care", 10, "p").sequence(3)));
    // Likewise what is asked in the instant of the act is asked before.
    assertEquals(
        "1 answered, last 5, 0 waiting, 0 closed",
        told(post("p", "carl", 10), assign("bot", 10), reply("r", "care", 15, "p")));
  }

  @Test
  void whoWaitsIsCensored() {
    ResponseSummary r = log(100, post("p", "carl", 0), assign("bot", 10)).measure(CLOCK);
    assertEquals("0 answered, 1 waiting, 0 closed", told(r));
    assertEquals(90, minutesOf(r.curve().largestMillis()));
  }

  @Test
  void whatIsResolvedBeforeAnAnswerIsClosedWithoutOne() {
    ResponseSummary r =
        log(
                100,
                post("p", "carl", 0),
                assign("bot", 10),
                act(ActKind.RESOLVE, "care", 30),
                reply("r", "care", 40, "p"))
            .measure(CLOCK);
    assertEquals("0 answered, 0 waiting, 1 closed", told(r));
    assertEquals(1, r.closed(Closing.BY_ORGANIZATION));
    assertEquals(1.0, r.closedWithin(minutes(20)).value(), 1e-12);
    assertEquals(
        1,
        log(100, post("p", "carl", 0), assign("bot", 10), act(ActKind.RESOLVE, "carl", 30))
            .measure(CLOCK)
            .closed(Closing.BY_PERSON));
    // In the instant of the answer, the answer comes first.
    assertEquals(
        "1 answered, last 20, 0 waiting, 0 closed",
        told(
            post("p", "carl", 0),
            assign("bot", 10),
            act(ActKind.RESOLVE, "care", 30),
            reply("r", "care", 30, "p")));
    // A stranger resolves nothing.
    assertEquals(
        "1 answered, last 30, 0 waiting, 0 closed",
        told(
            post("p", "carl", 0),
            assign("bot", 10),
            act(ActKind.RESOLVE, "stranger", 30),
            reply("r", "care", 40, "p")));
  }

  @Test
  void whatIsNotOpenIsNotHandedOver() {
    ResponseSummary r =
        log(
                100,
                post("p", "jane", 0), // nobody of the audience has asked
                assign("jane", 1),
                reply("q", "carl", 2, "p").expectsResponse(false),
                assign("jane", 3),
                reply("s", "carl", 4, "p"),
                act(ActKind.HOLD, "jane", 5),
                assign("jane", 6),
                act(ActKind.RESUME, "jane", 7),
                act(ActKind.RESOLVE, "jane", 8),
                assign("jane", 9),
                act(ActKind.REOPEN, "jane", 10),
                assign("jane", 11),
                reply("r", "care", 18, "s"))
            .measure(CLOCK);
    assertEquals("1 answered, last 7, 0 waiting, 0 closed", told(r));
    assertEquals(4, r.excluded(Exclusion.NOT_OPEN));
    assertTrue(r.toString().contains("\nexcluded: 4 strand not open\n"), r::toString);
    assertArrayEquals(r.toBytes(), CLOCK.fromBytes(r.toBytes()).toBytes());
    assertEquals(4, CLOCK.fromBytes(r.toBytes()).excluded(Exclusion.NOT_OPEN));
    // On hold no clock stands still, and an act then is of the same wait.
    assertEquals(
        "1 answered, last 20, 0 waiting, 0 closed",
        told(
            post("p", "carl", 0),
            assign("bot", 10),
            act(ActKind.HOLD, "jane", 12),
            assign("jane", 14),
            reply("r", "care", 30, "p")));
  }

  @Test
  void whereNothingIsAssignedThereIsNoData() {
    EngagementLog resolved =
        log(100, post("p", "carl", 0), reply("r", "care", 5, "p"), act(ActKind.RESOLVE, "care", 6));
    for (EngagementLog log : List.of(log(100, post("p", "carl", 0)), resolved)) {
      ResponseSummary r = log.measure(CLOCK);
      assertEquals("hand-off response: no data", headline(r));
      assertEquals(0, r.exchanges());
      assertTrue(r.answeredSoFar().isEmpty());
      assertFalse(r.within(minutes(5)).isDefined());
      assertTrue(r.toString().contains("no act assigns anything; add Act.of(ActKind.ASSIGN"));
    }
  }

  @Test
  void privateMessagesBotsAndAutomaticOnesAreNoAnswers() {
    Interaction[] rows = {
      post("p", "carl", 0),
      assign("bot", 10),
      reply("n", "jane", 12, "p").privately(true),
      reply("b", "bot", 13, "p"),
      reply("o", "care", 14, "p").automatic(true),
      reply("r", "care", 20, "p")
    };
    assertEquals("1 answered, last 10, 0 waiting, 0 closed", told(rows));
    assertEquals(
        "1 answered, last 3, 0 waiting, 0 closed",
        told(log(100, rows).measure(CLOCK.answers(BOTS))));
  }

  @Test
  void anybodyOfTheAnsweringSideAnswersWhomever() {
    EngagementLog log =
        log(
            100,
            flat("p", "carl", 0),
            flat("q", "zak", 1),
            assign("bot", 10),
            reply("r", "care", 15, "p"), // Zak asked last, and Carl is answered
            assign("care", 20),
            flat("s", "jane", 28).naming("zak"));
    ResponseSummary r = log.measure(CLOCK);
    assertEquals("2 answered, last 8, 0 waiting, 0 closed", told(r));
    assertEquals(1, r.answeredDirectly());
    Breakdown<ResponseSummary> by = log.measure(CLOCK.by(Dimension.DEPARTMENT.ofAnswer()));
    assertEquals(1, by.get("Sales").answered());
    assertEquals(1, by.get("Support").answered());
    assertEquals(
        2, log.measure(CLOCK.by(Dimension.of("who", row -> row.person()))).get("zak").answered());
  }

  @Test
  void aThreadWhoseBeginningIsMissingCountsAsForTurns() {
    EngagementLog cut =
        log(100, reply("p", "carl", 0, "gone"), assign("bot", 10), reply("r", "care", 15, "p"));
    assertEquals("1 answered, last 5, 0 waiting, 0 closed", told(cut.measure(CLOCK)));
    assertEquals(1, cut.measure(ResponseTime.eachTurn()).answered());
  }

  @Test
  void inAForumTheOpenerWaitsForAnybodyElse() {
    EngagementLog forum =
        log(
            Directory.empty(),
            100,
            flat("p", "carl", 0),
            assign("mod", 10),
            flat("q", "carl", 12),
            flat("r", "zak", 30));
    ResponseTime byAnybody = CLOCK.answers(AnswerRule.anybodyElse());
    assertEquals("1 answered, last 20, 0 waiting, 0 closed", told(forum.measure(byAnybody)));
    assertEquals(1, forum.measure(CLOCK).excluded(Exclusion.NOBODY_CAN_ANSWER));
  }

  @Test
  void labelsAndRepliesToAudienceAreOptionsAsElsewhere() {
    EngagementLog log =
        log(
            100,
            post("p", "jane", 0),
            reply("q", "carl", 1, "p").expectsResponse(false),
            reply("h", "zak", 5, "q"),
            assign("bot", 10),
            reply("r", "care", 12, "h").label("note"),
            reply("s", "care", 15, "h").label("answer"));
    assertEquals(
        "1 answered, last 5, 0 waiting, 0 closed",
        told(log.measure(CLOCK.answers(AnswerRule.standard().answeredWith("answer")))));
    assertEquals(
        1,
        log.measure(
                CLOCK.answers(
                    AnswerRule.standard().repliesToAudience(RepliesToAudience.DO_NOT_WAIT)))
            .excluded(Exclusion.NOT_OPEN));
  }

  @Test
  void eachOrganizationHandsItsOwnStrandOver() {
    Directory two =
        Directory.builder()
            .organization("Acme", acme -> acme.member("care", "Support"))
            .organization("Bolt", bolt -> bolt.member("bolt", "Service"))
            .build();
    Interaction[] rows = {
      post("p", "carl", 0).addressedTo("Acme"),
      reply("q", "carl", 2, "p").addressedTo("Bolt"),
      assign("bolt", 10),
      reply("r", "care", 15, "p"),
      reply("s", "bolt", 30, "q")
    };
    assertEquals(
        "1 answered, last 20, 0 waiting, 0 closed", told(log(two, 100, rows).measure(CLOCK)));
    // Nobody that is named, on the conversation: both strands.
    rows[2] = assign(null, 10).on(null).in("t");
    rows[0] = post("p", "carl", 0).addressedTo("Acme").in("t");
    ResponseSummary both = log(two, 100, rows).measure(CLOCK);
    assertEquals("2 answered, last 20, 0 waiting, 0 closed", told(both));
    Breakdown<ResponseSummary> by = log(two, 100, rows).measure(CLOCK.by(Dimension.ORGANIZATION));
    assertEquals(1, by.get("Acme").answered());
    assertEquals(1, by.get("Bolt").answered());
    // Of an organization that nobody asked, and of a conversation that speaks to none.
    ResponseSummary none =
        log(
                two,
                100,
                post("p", "carl", 0).addressedTo("Acme"),
                assign("bolt", 10),
                post("o", "zak", 0),
                Act.of(ActKind.ASSIGN, null, at(5)).on("o"))
            .measure(CLOCK);
    assertEquals(0, none.exchanges());
    assertEquals(1, none.excluded(Exclusion.NOT_OPEN));
    assertEquals(1, none.excluded(Exclusion.UNADDRESSED));
  }

  @Test
  void clocksThatDisagreeAreLeftOut() {
    // The act takes effect with the message it is done on, at 20, and says 5 itself.
    ResponseSummary early =
        log(100, post("p", "carl", 20), assign("bot", 5), reply("r", "care", 25, "p"))
            .measure(CLOCK);
    assertEquals("1 answered, last 20, 0 waiting, 0 closed", told(early));
    ResponseSummary before =
        log(
                100,
                post("p", "carl", 0),
                assign("bot", 45),
                reply("q", "carl", 50, "p"),
                reply("r", "care", 40, "q"))
            .measure(CLOCK);
    assertEquals(1, before.excluded(Exclusion.CLOCK_SKEW));
    assertEquals(0, before.exchanges());
  }

  @Test
  void targetsAndOfficeHoursRunFromTheAct() {
    ResponseSummary met = botGivesUp().measure(CLOCK.withTarget(minutes(5)));
    assertEquals(1, met.target().met());
    assertEquals(1, botGivesUp().measure(CLOCK.withTarget(minutes(4))).target().missed());
    assertEquals(
        1, botGivesUp().asOf(at(14)).measure(CLOCK.withTarget(minutes(4))).target().overdue());
    assertEquals(
        1, botGivesUp().asOf(at(13)).measure(CLOCK.withTarget(minutes(4))).target().stillInTime());
    assertEquals(
        1,
        log(100, post("p", "carl", 0), assign("bot", 10), act(ActKind.RESOLVE, "care", 11))
            .measure(CLOCK.withTarget(minutes(4)))
            .target()
            .missed());
    // 1970-01-01 was a Thursday.
    OfficeHours hours = OfficeHours.parse("Thu 00:12-01:00 UTC");
    assertEquals(
        "1 answered, last 3, 0 waiting, 0 closed", told(botGivesUp().measure(CLOCK.during(hours))));
    assertEquals(1, botGivesUp().measure(CLOCK.startedOutside(hours)).answered());
    OfficeHours early = OfficeHours.parse("Thu 00:10-01:00 UTC");
    assertEquals(
        1, botGivesUp().measure(CLOCK.startedOutside(early)).excluded(Exclusion.IN_OFFICE_HOURS));
  }

  /** What is asked in one week may be handed over in the next, and is of that. */
  @Test
  void windowsFollowUpAndKeysOfTimeGoByTheAct() {
    long week = 7 * 1_440;
    EngagementLog log =
        log(
            2 * week,
            post("p", "carl", 0).channel("chat"),
            assign("bot", week),
            reply("r", "care", week + 60, "p"));
    EngagementLog second = log.between(at(week), at(2 * week));
    assertEquals(1, second.measure(CLOCK).answered());
    assertEquals(0, log.between(at(0), at(week)).measure(CLOCK).exchanges());
    assertEquals(0, second.measure(ResponseTime.eachTurn()).exchanges());
    assertEquals(
        1,
        second.measure(Measures.of(CLOCK, ResponseTime.eachTurn())).get(CLOCK).answered(),
        "beside a clock of rows");
    assertEquals(1, second.only(Dimension.CHANNEL, "chat").measure(CLOCK).answered());
    assertEquals(1, log.followedFor(minutes(60)).measure(CLOCK).answered());
    assertEquals(1, log.followedFor(minutes(59)).measure(CLOCK).waiting());
    assertEquals(0, log.asOf(at(week - 1)).measure(CLOCK).exchanges());
    assertEquals(1, log.asOf(at(week)).measure(CLOCK).waiting());
    assertEquals(
        List.of(List.of("1970-01-08", "00", "chat")),
        log.measure(
                CLOCK.by(
                    Dimension.day(ZoneOffset.UTC)
                        .and(Dimension.hour(ZoneOffset.UTC))
                        .and(Dimension.CHANNEL)))
            .keys());
    assertEquals(1, log.only(Dimension.hour(ZoneOffset.UTC), "00").measure(CLOCK).answered());
    assertEquals(
        1,
        log.only(Dimension.weekday(ZoneOffset.UTC), "4 Thu")
            .only(Dimension.week(ZoneOffset.UTC), "1970-W02")
            .measure(CLOCK)
            .answered());
  }

  /** Intervals know weeks by the act: one question a week ago, handed over in ten weeks. */
  @Test
  void replicateGroupsAreTheWeeksOfTheActs() {
    long week = 7 * 1_440;
    EngagementLog.Builder rows = EngagementLog.builder(acme()).asOf(at(30 * week));
    for (int i = 0; i < 60; i++) {
      String id = "p" + i;
      long handedOver = (1 + i % 20) * week;
      rows.add(post(id, "visitor" + i, i))
          .add(Act.of(ActKind.ASSIGN, "bot", at(handedOver)).on(id))
          .add(reply(id + "r", "care", handedOver + 1 + i % 7, id));
    }
    EngagementLog log = rows.build();
    assertFalse(log.measure(CLOCK).median().hasFewWeeks());
    assertTrue(log.measure(ResponseTime.eachTurn()).median().hasFewWeeks());
  }

  @Test
  void theTextNamesTheClock() {
    assertEquals(
        "hand-off response, counting bots, target PT4H",
        CLOCK.answers(BOTS).withTarget(Duration.ofHours(4)).toString());
    assertEquals(Duration.ZERO, CLOCK.plan().horizon());
  }
}
