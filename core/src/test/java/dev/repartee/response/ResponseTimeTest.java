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
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Facts.Unit;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.response.ResponseSummary.Exclusion;
import dev.repartee.response.ResponseSummary.TargetAttainment;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.stats.Proportion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Examples worked by hand. */
final class ResponseTimeTest {
  private static double median(ResponseSummary summary) {
    return summary.answeredLatencies().quantileMillis(0.5) / 60_000;
  }

  @Test
  void theHeadlineIsTheMedianAndWhatItRestsOn() {
    ResponseSummary r =
        log(50, post("p", "carl", 0), reply("r", "care", 42, "p")).measure(ResponseTime.eachTurn());
    assertEquals("response each turn: median 42 min, 1/1 answered", headline(r));
    assertEquals("42 min", r.median().value().map(d -> d.toMinutes() + " min").orElse(""));
  }

  @Test
  void whoAsksTwiceWaitsOnceAndSinceTheFirst() {
    ResponseSummary r =
        log(
                50,
                post("p", "carl", 0),
                reply("q", "carl", 10, "p"),
                reply("r", "care", 30, "q"),
                reply("s", "carl", 40, "r"))
            .measure(ResponseTime.eachTurn());
    assertEquals(2, r.exchanges());
    assertEquals(1, r.answered());
    assertEquals(30, median(r));
    assertEquals(1, r.waiting());
    assertEquals(10 * 60_000, r.curve().timeMillis(0));
  }

  @Test
  void inFlatTalkAnAnswerIsForWhoSpokeLast() {
    EngagementLog log =
        log(
            50,
            flat("1", "carl", 0),
            flat("2", "matt", 10),
            flat("3", "care", 12),
            flat("4", "care", 20));
    ResponseSummary r = log.measure(ResponseTime.eachTurn());
    // The second message finds nobody who spoke last and waits: Carl was overlooked.
    assertEquals(1, r.answeredByInference());
    assertEquals(2, median(r));
    assertEquals(1, r.waiting());
    ResponseSummary all =
        log.measure(ResponseTime.eachTurn().answers(AnswerRule.standard().oneAnswerServesAll()));
    assertEquals(2, all.answeredByInference());
    assertEquals(7, median(all));
  }

  @Test
  void namingAndFollowingOnInOnesOwnRunAreDirect() {
    ResponseSummary r =
        log(
                50,
                flat("1", "carl", 0),
                flat("2", "matt", 10),
                flat("3", "care", 12).naming("carl"),
                reply("4", "jane", 14, "2").in("t"),
                reply("5", "jane", 15, "4").in("t"))
            .measure(ResponseTime.eachTurn());
    assertEquals(2, r.answeredDirectly());
    assertEquals(8, median(r)); // of 12 and 4
  }

  @Test
  void thanksExpectNothing() {
    ResponseSummary r =
        log(
                50,
                post("p", "carl", 0),
                reply("r", "care", 5, "p"),
                reply("s", "carl", 6, "r").expectsResponse(false))
            .measure(ResponseTime.eachTurn());
    assertEquals(1, r.exchanges());
    assertEquals(1, r.excluded(Exclusion.EXPECTS_NO_RESPONSE));
    assertEquals(1, r.excluded().get(Exclusion.EXPECTS_NO_RESPONSE));
  }

  @Test
  void botsAndAutomaticMessagesDoNotAnswer() {
    EngagementLog log =
        log(
            50,
            post("p", "carl", 0),
            reply("a", "care", 1, "p").automatic(true),
            reply("b", "bot", 2, "p"),
            reply("c", "care", 9, "p"));
    assertEquals(9, median(log.measure(ResponseTime.eachTurn())));
    assertEquals(
        2,
        median(log.measure(ResponseTime.eachTurn().answers(AnswerRule.standard().countingBots()))));
  }

  @Test
  void theUnansweredCount() {
    List<Interaction> rows = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      rows.add(post("p" + i, "carl" + i, 0));
      if (i <= 4) {
        rows.add(reply("r" + i, "care", 60L * i, "p" + i));
      }
    }
    ResponseSummary r =
        log(24 * 60, rows.toArray(new Interaction[0])).measure(ResponseTime.eachTurn());
    assertEquals(DurationEstimate.State.NOT_REACHED, r.median().state());
    assertEquals(150, median(r)); // of the answered alone: 2.5 hours
    assertEquals(0.4, r.within(minutes(240)).value(), 1e-12);
    assertEquals(0.6, r.curve().survivalAt(minutes(240).toMillis()).value(), 1e-12);
    assertEquals(0.4, r.answeredSoFar().value(), 1e-12);
    assertTrue(r.answeredSoFar().isClustered());
    assertEquals(
        Proportion.of(4, 10).toString(),
        log(24 * 60, rows.toArray(new Interaction[0]))
            .measure(ResponseTime.eachTurn().asIndependent())
            .answeredSoFar()
            .toString());
    assertTrue(r.toString().startsWith("response each turn: median not reached"), r::toString);
  }

  @Test
  void targetsAreJudgedAmongTheDue() {
    ResponseSummary r =
        log(
                100,
                post("1", "a", 0),
                reply("1r", "care", 30, "1"), // met, at the last moment
                post("2", "b", 0),
                reply("2r", "care", 31, "2"), // missed
                post("3", "c", 70), // overdue: its time is up at the as-of
                post("4", "d", 71), // still in time
                post("5", "e", 80),
                reply("5r", "care", 90, "5")) // met early
            .measure(ResponseTime.eachTurn().withTarget(minutes(30)));
    TargetAttainment target = r.target();
    assertEquals(1, target.met());
    assertEquals(1, target.missed());
    assertEquals(1, target.overdue());
    assertEquals(3, target.due());
    assertEquals(1, target.metEarly());
    assertEquals(1, target.stillInTime());
    assertEquals(1 / 3.0, target.attainment().value(), 1e-12);
    assertTrue(target.toString().startsWith("within 30 min: 0.33 of 3 due"), target::toString);
    Facts facts = r.facts();
    assertEquals(
        List.of("5", "3", "2", "30 min", "1", "1", "1", "1"),
        texts(
            facts,
            "waits",
            "answered",
            "waiting",
            "target",
            "target_missed",
            "target_overdue",
            "target_met_early",
            "target_still_in_time"));
    assertEquals(30 * 60_000, facts.get("target").value().getAsDouble());
    assertEquals(1, facts.get("target_met").numerator().getAsLong());
    assertEquals(3, facts.get("target_met").denominator().getAsLong());
    assertEquals(Unit.MILLISECONDS, facts.get("wait_median").unit());
    // Of the answered 10, 30 and 31 minutes.
    assertEquals(30 * 60_000, facts.get("answered_only_median").value().getAsDouble());
  }

  @Test
  void whereNothingIsDueThereIsNoAttainment() {
    ResponseSummary r =
        log(10, post("1", "a", 0)).measure(ResponseTime.eachTurn().withTarget(minutes(30)));
    assertTrue(r.target().attainment().isEmpty());
    assertEquals(1, r.target().stillInTime());
  }

  @Test
  void inASpanNoLongerThanTheTargetAllAnsweredIsNoAttainment() {
    ResponseTime measure = ResponseTime.eachTurn().withTarget(minutes(30));
    List<Interaction> rows = new ArrayList<>();
    for (int i = 1; i < 30; i++) {
      rows.add(post("p" + i, "carl" + i, i));
      if (i <= 20) {
        rows.add(reply("r" + i, "care", i + 5, "p" + i)); // the fast ones, as ever
      }
    }
    TargetAttainment target = log(30, rows.toArray(new Interaction[0])).measure(measure).target();
    assertTrue(target.attainment().isEmpty());
    assertEquals(Double.NaN, target.attainment().value());
    assertEquals(20, target.metEarly());
    assertEquals(9, target.stillInTime());
    // A minute later the first is due: its start and the target are not after the as-of.
    TargetAttainment later = log(31, rows.toArray(new Interaction[0])).measure(measure).target();
    assertEquals(1, later.due());
    assertEquals(1, later.met());
  }

  @Test
  void anAnswerBeforeItsMessageIsExcluded() {
    ResponseSummary r =
        log(50, post("p", "carl", 20), reply("r", "care", 10, "p"))
            .measure(ResponseTime.eachTurn());
    assertEquals(0, r.exchanges());
    assertEquals(1, r.excluded(Exclusion.CLOCK_SKEW));
    assertTrue(r.toString().startsWith("response each turn: no data"), r::toString);
  }

  @Test
  void whatHappensAfterTheFollowUpIsNotSeen() {
    EngagementLog log = log(100, post("p", "carl", 0), reply("r", "care", 42, "p"));
    ResponseSummary r = log.followedFor(minutes(41)).measure(ResponseTime.eachTurn());
    assertEquals(1, r.waiting());
    assertEquals(41 * 60_000, r.curve().timeMillis(0));
    ResponseSummary asOf =
        log.asOf(Instant.ofEpochMilli(41 * 60_000)).measure(ResponseTime.eachTurn());
    assertEquals(1, asOf.waiting());
    assertEquals(1, log.followedFor(minutes(42)).measure(ResponseTime.eachTurn()).answered());
  }

  @Test
  void firstResponseIsWhomeverItAnswers() {
    EngagementLog log =
        log(
            50,
            post("p", "carl", 0),
            reply("q", "matt", 5, "p"),
            reply("r", "care", 9, "q"),
            reply("s", "care", 20, "p"));
    ResponseSummary any = log.measure(ResponseTime.firstResponse());
    assertEquals(1, any.exchanges());
    assertEquals(9, median(any));
    assertEquals(1, any.answeredByInference());
    ResponseSummary direct = log.measure(ResponseTime.firstResponse().directRepliesOnly());
    assertEquals(20, median(direct));
    assertEquals(1, direct.answeredDirectly());
  }

  @Test
  void eachMessageWaitsForAReplyToItself() {
    ResponseSummary r =
        log(
                50,
                post("p", "carl", 0),
                reply("q", "carl", 5, "p"),
                reply("m", "matt", 6, "p"),
                reply("r", "care", 9, "q"))
            .measure(ResponseTime.eachMessage());
    assertEquals(2, r.exchanges());
    assertEquals(4, median(r));
    assertEquals(1, r.waiting());
    assertEquals(1, r.excluded(Exclusion.ADDRESSED_TO_AUDIENCE));
  }

  @Test
  void onlyALabelAnswers() {
    EngagementLog forum =
        log(
            Directory.empty(),
            50,
            post("p", "carl", 0).label("question"),
            reply("c", "matt", 5, "p").label("comment"),
            reply("a", "zak", 9, "p").label("answer"));
    ResponseTime byAnybody = ResponseTime.eachTurn().answers(AnswerRule.anybodyElse());
    assertEquals(5, median(forum.measure(byAnybody)));
    assertEquals(
        9,
        median(forum.measure(byAnybody.answers(AnswerRule.anybodyElse().answeredWith("answer")))));
  }

  @Test
  void withoutAnOrganizationNobodyCanAnswer() {
    ResponseSummary r =
        log(Directory.empty(), 50, post("p", "carl", 0), reply("c", "matt", 5, "p"))
            .measure(ResponseTime.eachTurn());
    assertEquals(0, r.exchanges());
    assertEquals(2, r.excluded(Exclusion.NOBODY_CAN_ANSWER));
    assertTrue(r.answeredSoFar().isEmpty());
    assertTrue(r.toString().contains("answers(AnswerRule.anybodyElse())"), r::toString);
  }

  @Test
  void aPartByWhoAnsweredDescribesTheAnsweredOnly() {
    Breakdown<ResponseSummary> by =
        log(
                50,
                post("1", "a", 0),
                reply("1r", "care", 10, "1"),
                post("2", "b", 0),
                reply("2r", "jane", 20, "2"),
                post("3", "c", 0))
            .measure(ResponseTime.eachTurn().by(Dimension.DEPARTMENT.ofAnswer()));
    assertEquals(10, median(by.get("Support")));
    assertEquals(20, median(by.get("Sales")));
    assertEquals(1, by.get(Dimension.NO_ANSWER).waiting());
    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> by.get("Sales").median());
    assertTrue(refusal.toString().contains("use answeredLatencies()"), refusal::toString);
    for (Breakdown.Part<ResponseSummary> each : by.parts()) {
      ResponseSummary part = each.summary();
      assertThrows(IllegalStateException.class, part::answeredSoFar);
      assertThrows(IllegalStateException.class, part::curve);
      assertThrows(IllegalStateException.class, part::target);
      assertThrows(IllegalStateException.class, () -> part.within(minutes(1)));
      Facts facts = part.facts();
      for (String rate : List.of("answered_so_far", "wait_median", "answered_within_1h")) {
        assertEquals(State.NOT_OBSERVED, facts.get(rate).state());
        assertTrue(facts.get(rate).value().isEmpty());
      }
      assertTrue(part.table().endsWith("\nnot observed: chosen by who answered"), part::table);
    }
    assertEquals(0.667, by.total().answeredSoFar().value(), 0.001);
  }

  @Test
  void ofNothingThereAreCountsAndNoTimes() {
    Facts facts = log(100).measure(ResponseTime.eachTurn().withTarget(minutes(30))).facts();
    assertEquals(List.of("0", "0", "30 min"), texts(facts, "waits", "answered", "target"));
    for (String number :
        List.of("wait_median", "answered_so_far", "answered_within_1h", "target_met")) {
      assertEquals(State.NO_DATA, facts.get(number).state(), number);
    }
  }

  @Test
  void optionsAreInTheText() {
    Map<String, ResponseTime> texts =
        Map.of(
            "response each turn", ResponseTime.standard(),
            "response each turn, answered by anybody else",
                ResponseTime.eachTurn().answers(AnswerRule.anybodyElse()),
            "first response, direct replies only, answered with \"a\\\"b\", counting bots",
                ResponseTime.firstResponse()
                    .answers(AnswerRule.standard().countingBots().answeredWith("a\"b"))
                    .directRepliesOnly(),
            "response each message, one answer serves all, target PT1H, exact",
                ResponseTime.eachMessage()
                    .exact()
                    .withTarget(minutes(60))
                    .answers(AnswerRule.standard().oneAnswerServesAll()));
    texts.forEach(
        (text, measure) -> {
          assertEquals(text, measure.plan().text());
          assertEquals(text, measure.toString());
        });
  }

  @Test
  void optionsThatDoNotFitAreRefused() {
    assertEquals(
        "clock (response each turn) must be that of first responses for directRepliesOnly(); use"
            + " firstResponse(), or eachMessage(), which takes direct replies only",
        assertThrows(IllegalStateException.class, () -> ResponseTime.eachTurn().directRepliesOnly())
            .getMessage());
    assertEquals(
        "target (PT0S) must be at least a millisecond",
        assertThrows(
                IllegalArgumentException.class,
                () -> ResponseTime.eachTurn().withTarget(minutes(0)))
            .getMessage());
    ResponseSummary r = log(1, post("p", "carl", 0)).measure(ResponseTime.eachTurn());
    assertTrue(
        assertThrows(IllegalStateException.class, r::target).toString().contains("withTarget"));
  }

  @Test
  void textsAreShort() {
    List<Interaction> rows = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      rows.add(post("p" + i, "carl" + i, i));
      if (i % 2 == 0) {
        rows.add(reply("r" + i, "care", i + 4000, "p" + i));
      }
    }
    EngagementLog log = log(9000, rows.toArray(new Interaction[0]));
    for (ResponseTime measure :
        List.of(
            ResponseTime.eachTurn(),
            ResponseTime.firstResponse(),
            ResponseTime.eachMessage().withTarget(minutes(60)))) {
      String text = log.measure(measure).toString();
      assertTrue(headline(text).length() <= 49, text);
      assertTrue(text.length() <= 1000, text);
    }
  }
}
