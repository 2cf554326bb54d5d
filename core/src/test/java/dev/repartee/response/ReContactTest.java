package dev.repartee.response;

import static dev.repartee.testing.Talk.flat;
import static dev.repartee.testing.Talk.headline;
import static dev.repartee.testing.Talk.log;
import static dev.repartee.testing.Talk.minutes;
import static dev.repartee.testing.Talk.post;
import static dev.repartee.testing.Talk.reply;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Slice;
import dev.repartee.model.Directory;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.testing.Message;
import dev.repartee.testing.NaiveStrand;
import dev.repartee.testing.Probe;
import dev.repartee.testing.RandomTalk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Who was answered and asks again: worked by hand, and against the definition. */
final class ReContactTest {
  private static final EngagementLog THREAD =
      log(
          100,
          post("p", "carl", 0).topic("beans"),
          reply("r", "care", 10, "p"),
          reply("t", "carl", 12, "r").expectsResponse(false), // thanks
          reply("s", "carl", 40, "r"),
          reply("u", "jane", 50, "s"),
          post("q", "zak", 60),
          reply("v", "jane", 70, "q"),
          post("w", "matt", 80));

  @Test
  void theClockRunsFromTheAnswerToTheNextQuestion() {
    ReContactSummary r = THREAD.measure(ReContact.standard());
    assertEquals(3, r.answers());
    assertEquals(1, r.askedAgain());
    assertEquals(1 / 3.0, r.askedAgainSoFar().value(), 1e-12);
    assertEquals(30 * 60_000, r.curve().timeMillis(0));
    assertEquals(1, r.curve().events(0));
    // Zak was watched for half an hour, Carl's second answer for 50 minutes: both still at risk.
    assertEquals(1 / 3.0, r.within(minutes(30)).value(), 1e-12);
    assertEquals("re-contact: 1/3 asked again so far", headline(r));
    assertTrue(r.toString().contains("within 7 d: "), r::toString);
  }

  @Test
  void whoWasNotWatchedLongEnoughDoesNotLookSettled() {
    ReContactSummary r =
        log(
                200,
                post("1", "a", 0),
                reply("1r", "care", 10, "1"),
                reply("1s", "a", 70, "1r"),
                post("2", "b", 150),
                reply("2r", "care", 160, "2"))
            .measure(ReContact.standard());
    // So far one of two; but the second has been watched for 40 minutes only.
    assertEquals(0.5, r.askedAgainSoFar().value(), 1e-12);
    assertEquals(1.0, r.within(minutes(60)).value(), 1e-12);
  }

  @Test
  void anotherTopicAndAnotherPersonAreNoReContact() {
    ReContactSummary r =
        log(
                100,
                post("p", "carl", 0).topic("beans"),
                reply("r", "care", 10, "p"),
                reply("z", "zak", 20, "r"),
                reply("s", "carl", 40, "r").topic("cups"),
                reply("u", "care", 50, "s"),
                reply("w", "carl", 60, "r").topic("beans"))
            .measure(ReContact.standard());
    assertEquals(2, r.answers());
    assertEquals(1, r.askedAgain());
    assertEquals(50 * 60_000, r.curve().timeMillis(0)); // and the other watched just as long
    assertEquals(1, r.curve().events(0));
  }

  @Test
  void partsByWhoAnsweredHoldBothSorts() {
    var by = THREAD.measure(ReContact.standard().by(Dimension.DEPARTMENT.ofAnswer()));
    assertEquals(1, by.get("Support").askedAgain());
    assertEquals(2, by.get("Sales").answers());
    assertEquals(0, by.get("Sales").askedAgain());
    assertEquals(0.0, by.get("Sales").askedAgainSoFar().value());
  }

  @Test
  void followUpAndOrderOfClocksAreKept() {
    ReContactSummary followed = THREAD.followedFor(minutes(39)).measure(ReContact.standard());
    assertEquals(0, followed.askedAgain());
    assertEquals(3, followed.answers());
    ReContactSummary skewed =
        log(50, post("p", "carl", 20), reply("r", "care", 10, "p")).measure(ReContact.standard());
    assertEquals(0, skewed.answers());
    assertEquals(1, skewed.clockSkew());
    assertEquals("re-contact: no data", headline(skewed));
    assertTrue(skewed.toString().contains("1 answer before its start"), skewed::toString);
    assertTrue(skewed.askedAgainSoFar().isEmpty());
  }

  @Test
  void whoAnswersIsAnOption() {
    EngagementLog forum =
        log(
            Directory.empty(),
            50,
            flat("1", "carl", 0),
            flat("2", "matt", 5).label("answer").expectsResponse(false),
            flat("3", "carl", 9));
    assertEquals(0, forum.measure(ReContact.standard()).answers());
    ReContact byAnybody = ReContact.standard().answers(AnswerRule.anybodyElse());
    assertEquals(
        1,
        forum
            .measure(byAnybody.answers(AnswerRule.anybodyElse().answeredWith("answer")))
            .askedAgain());
    assertEquals(
        0,
        forum
            .measure(byAnybody.answers(AnswerRule.anybodyElse().answeredWith("comment")))
            .answers());
    assertEquals(
        "re-contact, answered by anybody else, counting bots, one answer serves all",
        byAnybody.answers(AnswerRule.anybodyElse().countingBots().oneAnswerServesAll()).toString());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void summariesHoldWhatTheDefinitionSays(
      @ForAll long seed, @ForAll @IntRange(max = 15) int rule, @ForAll boolean isFollowed) {
    EngagementLog log = new RandomTalk(seed).log().between(Instant.EPOCH, Instant.ofEpochMilli(30));
    log = isFollowed ? log.followedFor(Duration.ofMillis(9)) : log;
    List<Long> again = new ArrayList<>();
    List<Long> notYet = new ArrayList<>();
    List<Message> skewed = new ArrayList<>();
    log.measure(new Probe(s -> expect(s, RandomTalk.rule(rule), again, notYet, skewed)));
    ReContact measure = ReContact.standard();
    measure = measure.answers(RandomTalk.rule(rule));
    ReContactSummary r = log.measure(measure);
    assertEquals(again.size(), r.askedAgain());
    assertEquals(again.size() + notYet.size(), r.answers());
    assertEquals(skewed.size(), r.clockSkew());
    SurvivalCurve curve = r.curve();
    for (int i = 0; i < curve.size(); i++) {
      long time = curve.timeMillis(i);
      assertEquals(again.stream().filter(x -> x == time).count(), curve.events(i));
      assertEquals(notYet.stream().filter(x -> x == time).count(), curve.censored(i));
    }
    assertArrayEquals(r.toBytes(), measure.fromBytes(r.toBytes()).toBytes());
  }

  private static void expect(
      Slice slice, AnswerRule rule, List<Long> again, List<Long> notYet, List<Message> skewed) {
    for (int unit = 0; unit < slice.units(); unit++) {
      for (NaiveStrand strand :
          NaiveStrand.of(Message.of(slice, unit), rule, slice.organizations())) {
        for (NaiveStrand.Exchange e : strand.exchanges) {
          Message answer = e.answer();
          long until = slice.seenUntil(e.anchor().row);
          if (e.anchor().effectiveAt() >= 30 || answer == null || answer.effectiveAt() > until) {
            continue;
          }
          Message next = null;
          for (Message later : strand.messages()) {
            boolean isNext =
                next == null
                    && later.row > answer.row
                    && !later.isMember
                    && !later.isAutomatic
                    && later.person == e.anchor().person
                    && later.expectsResponse
                    && later.effectiveAt() <= until;
            next = isNext ? later : next;
          }
          long watched = (next == null ? until : next.at) - answer.at;
          if (answer.at < e.anchor().at || watched < 0) {
            skewed.add(answer);
          } else {
            (next == null ? notYet : again).add(watched);
          }
        }
      }
    }
  }
}
