package dev.repartee.response;

import static dev.repartee.testing.Talk.flat;
import static dev.repartee.testing.Talk.headline;
import static dev.repartee.testing.Talk.log;
import static dev.repartee.testing.Talk.minutes;
import static dev.repartee.testing.Talk.post;
import static dev.repartee.testing.Talk.reply;
import static dev.repartee.testing.Talk.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import dev.repartee.measure.Summary;
import dev.repartee.model.Directory;
import dev.repartee.response.ResponseSummary.Exclusion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The same talk by every clock, worked by hand. Times are minutes. */
final class ClocksTest {
  private static final ResponseTime EACH_TURN = ResponseTime.eachTurn();
  private static final ResponseTime FIRST = ResponseTime.firstResponse();
  private static final ResponseTime EACH_MESSAGE = ResponseTime.eachMessage();
  private static final ResponseTime SESSION = ResponseTime.session();
  private static final ResponseTime LONGEST = ResponseTime.longest();
  private static final AnsweredTime LAST = ResponseTime.lastMessage();
  private static final AnsweredTime EVERY_REPLY = ResponseTime.everyReply();
  private static final List<Measure<?>> ALL =
      List.of(EACH_TURN, FIRST, EACH_MESSAGE, SESSION, LONGEST, LAST, EVERY_REPLY);

  /** The answered latencies in minutes, then how many wait and how many are still in time. */
  private static String told(Answered<?> r) {
    List<Long> latencies = new ArrayList<>();
    for (long minute = 0; minute < 10_000; minute++) {
      long upTo = minute * 60_000;
      long before = minute == 0 ? 0 : r.answeredLatencies().countAtMost(upTo - 60_000);
      for (long n = before; n < r.answeredLatencies().countAtMost(upTo); n++) {
        latencies.add(minute);
      }
    }
    long inTime = r instanceof ResponseSummary waits ? waits.stillInTime() : 0;
    long waiting =
        r instanceof ResponseSummary waits
            ? waits.waiting()
            : ((AnsweredTime.Latencies) r).unanswered();
    String text = latencies + (waiting == 0 ? "" : " and " + waiting + " waiting");
    return text + (inTime == 0 ? "" : " and " + inTime + " in time");
  }

  private static Answered<?> answered(EngagementLog log, Measure<?> measure) {
    return (Answered<?>) log.measure(measure);
  }

  private static Measure<?> answers(Measure<?> measure, AnswerRule rule) {
    return measure instanceof ResponseTime waits
        ? waits.answers(rule)
        : ((AnsweredTime) measure).answers(rule);
  }

  private static String told(EngagementLog log, Measure<?> measure) {
    return told(answered(log, measure));
  }

  private static void assertAll(EngagementLog log, String... told) {
    Results results = log.measure(Measures.of(ALL.toArray(new Measure<?>[0])));
    for (int i = 0; i < ALL.size(); i++) {
      String expected = told[Math.min(i, told.length - 1)];
      assertEquals(expected, told((Answered<?>) results.get(ALL.get(i))), ALL.get(i).toString());
    }
  }

  private static void assertExcluded(EngagementLog log, Exclusion reason, int... counts) {
    for (int i = 0; i < ALL.size(); i++) {
      assertEquals(
          counts[Math.min(i, counts.length - 1)],
          answered(log, ALL.get(i)).excluded(reason),
          ALL.get(i).toString());
    }
  }

  private static EngagementLog thread() {
    return log(
        240,
        post("p", "carl", 0),
        reply("q", "carl", 20, "p"),
        reply("r", "care", 30, "q"),
        reply("s", "carl", 60, "r"),
        reply("z", "zak", 65, "p"),
        reply("t", "care", 180, "s"));
  }

  @Test
  void oneThreadByAllClocks() {
    assertAll(
        thread(),
        "[30, 120] and 1 waiting", // each turn
        "[30]", // first
        "[10, 120] and 1 waiting", // each message: nobody replied to the first
        "[30] and 1 in time", // session: zak's is not a day old
        "[] and 1 waiting", // longest: zak waits longer than Carl did
        "[10, 120] and 1 waiting", // last message
        "[10, 120] and 2 waiting"); // every reply
    assertExcluded(thread(), Exclusion.ADDRESSED_TO_AUDIENCE, 0, 0, 1, 0, 0, 0, 0);
    assertEquals(175 * 60_000, thread().measure(LONGEST).curve().timeMillis(0));
    assertEquals(175 * 60_000, thread().measure(SESSION).curve().largestMillis());
  }

  @Test
  void anAnswerAtOnceTakesNoTime() {
    assertAll(log(50, post("p", "carl", 0), reply("r", "care", 0, "p")), "[0]");
  }

  @Test
  void ofSeveralCustomersOneIsAnswered() {
    EngagementLog log =
        log(
            24 * 60 + 10,
            post("p", "carl", 0),
            reply("q", "matt", 5, "p"),
            reply("s", "zak", 6, "p"),
            reply("r", "care", 9, "q"));
    assertAll(
        log,
        "[4] and 2 waiting",
        "[9]", // first: whomever it answers
        "[] and 1 waiting", // each message: the others reply to Carl
        "[4] and 2 waiting",
        "[] and 1 waiting",
        "[4] and 2 waiting",
        "[4] and 2 waiting");
  }

  @Test
  void anotherOrganizationAnswersNobody() {
    Directory directory =
        Directory.builder()
            .organization("Acme", acme -> acme.member("care", "Support"))
            .organization("Bolt", bolt -> bolt.member("bolt_help", "Service"))
            .build();
    EngagementLog log =
        log(
            directory,
            24 * 60,
            post("p", "carl", 0).addressedTo("Acme"),
            reply("r", "bolt_help", 9, "p"),
            post("u", "matt", 0));
    assertAll(log, "[] and 1 waiting");
    assertExcluded(log, Exclusion.UNADDRESSED, 1);
  }

  @Test
  void aBotIsFirst() {
    EngagementLog log =
        log(50, post("p", "carl", 0), reply("b", "bot", 1, "p"), reply("r", "care", 9, "p"));
    assertAll(log.only(Dimension.CHANNEL, Dimension.NONE), "[9]", "[9]", "[9]", "[9]", "[9]");
    for (Measure<?> measure : ALL) {
      String expected = measure.equals(EVERY_REPLY) ? "[1, 9]" : "[1]";
      assertEquals(
          expected,
          told(log, answers(measure, AnswerRule.standard().countingBots())),
          measure.toString());
    }
  }

  @Test
  void theOrganizationOpens() {
    EngagementLog log =
        log(50, post("p", "care", 0), reply("q", "carl", 5, "p"), reply("r", "care", 20, "q"));
    assertAll(log, "[15]", "[]", "[15]");
  }

  @Test
  void thanksBeforeAQuestion() {
    EngagementLog log =
        log(
            50,
            post("p", "carl", 0).expectsResponse(false),
            reply("q", "carl", 10, "p"),
            reply("r", "care", 30, "q"));
    assertAll(log, "[20]", "[]", "[20]");
    assertExcluded(log, Exclusion.EXPECTS_NO_RESPONSE, 1);
  }

  @Test
  void clocksThatDisagree() {
    EngagementLog log = log(50, post("p", "carl", 20), reply("r", "care", 10, "p"));
    assertAll(log, "[]");
    assertExcluded(log, Exclusion.CLOCK_SKEW, 1);
  }

  @Test
  void theLongestIsOfThoseThatClocksTell() {
    EngagementLog log =
        log(
            90,
            post("p", "carl", 20),
            reply("r", "care", 10, "p"),
            reply("s", "carl", 30, "r"),
            reply("t", "care", 35, "s"));
    assertEquals("[5]", told(log, LONGEST));
    assertEquals(0, log.measure(LONGEST).excluded(Exclusion.CLOCK_SKEW));
  }

  @Test
  void whoAsksAgainAndAgain() {
    EngagementLog log =
        log(
            50,
            post("p", "carl", 0),
            reply("q", "carl", 10, "p"),
            reply("s", "carl", 20, "q"),
            reply("r", "care", 30, "s"));
    assertAll(
        log,
        "[30]",
        "[30]",
        "[10] and 2 waiting",
        "[30]",
        "[30]",
        "[10]", // the clock that starts anew with each
        "[10] and 2 waiting");
  }

  @Test
  void oneMessageWithTwoReplies() {
    EngagementLog log =
        log(50, post("p", "carl", 0), reply("r", "care", 5, "p"), reply("s", "jane", 9, "p"));
    assertAll(log, "[5]", "[5]", "[5]", "[5]", "[5]", "[5]", "[5, 9]");
    assertEquals(
        "[5] and 1 waiting",
        told(
            log(50, post("p", "carl", 0), reply("r", "care", 5, "p"), reply("q", "zak", 7, "p")),
            EVERY_REPLY));
  }

  @Test
  void theOptionsOfWhoAnswersHoldForAllClocks() {
    EngagementLog forum =
        log(
            Directory.empty(),
            24 * 60,
            post("p", "carl", 0).label("question"),
            reply("c", "matt", 5, "p").label("comment").expectsResponse(false),
            reply("a", "zak", 9, "p").label("answer").expectsResponse(false));
    for (Measure<?> measure : ALL) {
      assertEquals(1, answered(forum, measure).excluded(Exclusion.NOBODY_CAN_ANSWER));
      Measure<?> byAnybody = answers(measure, AnswerRule.anybodyElse());
      String all = measure.equals(EVERY_REPLY) ? "[5, 9]" : "[5]";
      assertEquals(all, told(forum, byAnybody), measure.toString());
      assertEquals(
          "[9]",
          told(forum, answers(byAnybody, AnswerRule.anybodyElse().answeredWith("answer"))),
          measure.toString());
    }
    EngagementLog flat =
        log(
            24 * 60 + 10,
            flat("1", "carl", 0),
            flat("2", "matt", 10),
            flat("3", "care", 12),
            flat("4", "care", 20));
    assertEquals("[2] and 1 waiting", told(flat, SESSION));
    assertEquals(
        "[2, 12]", told(flat, SESSION.answers(AnswerRule.standard().oneAnswerServesAll())));
    assertEquals("[] and 1 waiting", told(flat, LONGEST));
    assertEquals("[12]", told(flat, LONGEST.answers(AnswerRule.standard().oneAnswerServesAll())));
    assertEquals("[2, 12]", told(flat, LAST.answers(AnswerRule.standard().oneAnswerServesAll())));
  }

  @Test
  void aSessionBeginsAfterSilenceOfBoth() {
    ResponseTime session = ResponseTime.session(minutes(60));
    EngagementLog log =
        log(
            1000,
            flat("1", "carl", 0),
            flat("2", "care", 10), // answered
            flat("3", "care", 50), // goes on with Carl
            flat("4", "carl", 100), // within an hour of that: the same session
            flat("5", "carl", 160), // an hour later: a session
            flat("6", "carl", 200),
            flat("7", "care", 230), // too late for it, and no silence before
            flat("8", "carl", 240), // the same session still
            flat("9", "carl", 990)); // still in time
    assertEquals("[10] and 1 waiting and 1 in time", told(log, session));
    assertEquals("[10] and 1 in time", told(log, ResponseTime.session(minutes(70))));
    assertEquals("[10] and 2 waiting and 1 in time", told(log, ResponseTime.session(minutes(50))));
  }

  @Test
  void anAnswerAsLateAsTheSilenceIsInTime() {
    ResponseTime session = ResponseTime.session(minutes(60));
    EngagementLog log =
        log(200, flat("1", "carl", 0), flat("2", "care", 60), flat("3", "carl", 110));
    assertEquals("[60]", told(log, session));
    assertEquals(1, log.measure(session).excluded(Exclusion.NO_SILENCE_BEFORE)); // the third
    assertEquals("[] and 1 in time", told(log.asOf(Instant.ofEpochSecond(59 * 60)), session));
    EngagementLog late = log(200, flat("1", "carl", 0), flat("2", "care", 61));
    assertEquals("[] and 1 waiting", told(late, session));
    assertEquals(60 * 60_000, late.measure(session).curve().largestMillis());
  }

  @Test
  void whomALateAnswerBringsBackBeginsNoSession() {
    ResponseTime session = ResponseTime.session(minutes(60));
    ResponseSummary r =
        log(
                300,
                flat("1", "carl", 0),
                flat("2", "care", 100),
                flat("3", "carl", 110),
                flat("4", "carl", 120))
            .measure(session);
    assertEquals("[] and 1 waiting", told(r));
    assertEquals(1, r.excluded(Exclusion.NO_SILENCE_BEFORE));
    assertTrue(r.toString().contains("1 no silence before"), r::toString);
  }

  @Test
  void sessionsAreOfOnePersonInOneStrand() {
    EngagementLog log =
        log(
            24 * 60 + 50,
            flat("1", "carl", 0),
            flat("2", "care", 10),
            flat("3", "matt", 20), // his first: there was silence with him
            flat("4", "care", 30),
            post("o", "carl", 40)); // another conversation
    assertEquals("[10, 10] and 1 waiting", told(log, SESSION));
  }

  @Test
  void sessionsStillInTimeAreInTheCurve() {
    ResponseSummary r =
        log(100, post("1", "a", 0), reply("1r", "care", 30, "1"), post("2", "b", 50))
            .measure(SESSION.withTarget(minutes(40)));
    assertEquals(2, r.exchanges());
    assertEquals(0, r.waiting());
    assertEquals(1, r.stillInTime());
    assertEquals(0.5, r.answeredSoFar().value(), 1e-12);
    assertEquals(1, r.curve().censoredCount());
    assertEquals(0.5, r.within(minutes(30)).value(), 1e-12);
    assertEquals(1, r.target().met());
    assertEquals(1, r.target().overdue());
    assertTrue(r.toString().contains("0 waiting, 1 still in time"), r::toString);
    assertEquals(
        List.of("2", "0", "1", "0", "1", "0", "0"),
        texts(
            r.facts(),
            "waits",
            "waiting",
            "still_in_session",
            "target_missed",
            "target_overdue",
            "target_met_early",
            "target_still_in_time"));
    assertEquals("session response: median 30 min, 1/2 answered", headline(r));
  }

  @Test
  void theFollowUpEndsWhatIsSeenOfAStrand() {
    EngagementLog log =
        log(
            500,
            post("p", "carl", 0),
            reply("r", "care", 10, "p"),
            reply("s", "carl", 20, "r"),
            reply("t", "care", 60, "s"),
            reply("u", "carl", 100, "t"),
            reply("v", "care", 400, "u"));
    assertEquals("[300]", told(log, LONGEST));
    assertEquals("[40]", told(log.followedFor(minutes(99)), LONGEST));
    ResponseSummary waiting = log.followedFor(minutes(59)).measure(LONGEST);
    assertEquals("[] and 1 waiting", told(waiting));
    assertEquals(39 * 60_000, waiting.curve().largestMillis());
    ResponseSummary sinceLonger = log.followedFor(minutes(130)).measure(LONGEST);
    assertEquals(40 * 60_000, sinceLonger.curve().largestMillis()); // longer than the open one
  }

  @Test
  void censoringThatInformsIsSaid() {
    for (String text :
        List.of(thread().measure(LONGEST).toString(), thread().measure(LONGEST).table())) {
      assertTrue(text.contains("informative censoring"), text);
    }
    assertTrue(
        refusal(() -> LONGEST.withTarget(minutes(5))).endsWith("use eachTurn().withTarget(…)"));
  }

  private static String refusal(Executable call) {
    return String.valueOf(assertThrows(IllegalStateException.class, call).getMessage());
  }

  @Test
  void whatDescribesTheAnsweredOnlyHasNoRates() {
    AnsweredTime.Latencies last = thread().measure(LAST);
    assertEquals("last message: answered only, median 1 h 5 min", headline(last));
    assertTrue(
        last.toString()
            .contains(
                "no rates, no curve: each message that follows up on a question starts the clock"
                    + " anew; for these use eachTurn()"),
        last::toString);
    AnsweredTime.Latencies every = thread().measure(EVERY_REPLY);
    assertTrue(every.toString().contains("for these use eachMessage()"), every::toString);
    Facts facts = last.facts();
    assertEquals(List.of("2", "1"), texts(facts, "answered", "unanswered"));
    assertEquals(65 * 60_000, facts.get("answered_only_median").value().getAsDouble());
    assertTrue(facts.find("answered_so_far").isEmpty(), facts::toString);
    for (AnsweredTime.Latencies r : List.of(last, every)) {
      assertTrue(r.table().contains("\nanswered only median "), r::table);
      assertTrue(r.table().contains("\ncaution "), r::table);
    }
  }

  @Test
  void whereNothingIsAnsweredTheHeadlineSaysSo() {
    EngagementLog log = log(10, post("p", "carl", 0));
    assertEquals("last message: none answered", headline(log.measure(LAST)));
    assertEquals("every reply: no data", headline(log(10).measure(EVERY_REPLY)));
    assertEquals("longest response: no data", headline(log(10).measure(LONGEST)));
  }

  @Test
  void partsByWhoAnsweredDescribeTheAnsweredOnly() {
    for (Measure<?> measure : ALL) {
      assertEquals(told(thread(), measure), toldByAnswerer(measure));
    }
  }

  private static <S extends Summary<S>> String toldByAnswerer(Measure<S> measure) {
    Breakdown<S> by = thread().measure(measure.by(Dimension.DEPARTMENT.ofAnswer()));
    if (!measure.equals(LONGEST) && by.get("Support") instanceof ResponseSummary part) {
      refusal(part::curve);
    }
    return told((Answered<?>) by.total());
  }

  @Test
  void clocksAndTheirOptionsAreInTheText() {
    assertEquals("session response, silence PT24H", SESSION.plan().text());
    assertEquals(
        "session response, silence PT0.002S, target PT0.001S",
        ResponseTime.session(Duration.ofNanos(2_999_999))
            .withTarget(Duration.ofMillis(1))
            .toString());
    assertEquals("longest response", LONGEST.toString());
    assertEquals(
        "last message, counting bots",
        LAST.answers(AnswerRule.standard().countingBots()).toString());
    assertEquals("every reply", EVERY_REPLY.toString());
  }

  @Test
  void sessionsNeedASilence() {
    assertEquals(
        "silence (PT0S) must be at least a millisecond",
        assertThrows(IllegalArgumentException.class, () -> ResponseTime.session(Duration.ZERO))
            .getMessage());
    assertEquals(
        "target (PT25H) must be at most the silence that divides sessions (PT24H): no session is"
            + " watched for longer; use session(…) with a longer silence",
        assertThrows(IllegalArgumentException.class, () -> SESSION.withTarget(minutes(25 * 60)))
            .getMessage());
  }

  @Test
  void textsAreShort() {
    for (Measure<?> measure : ALL) {
      String text = thread().measure(measure).toString();
      assertTrue(headline(text).length() <= 49, text);
      assertTrue(text.length() <= 1000, text);
    }
  }
}
