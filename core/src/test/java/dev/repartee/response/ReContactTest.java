package dev.repartee.response;

import static dev.repartee.testing.Talk.flat;
import static dev.repartee.testing.Talk.headline;
import static dev.repartee.testing.Talk.log;
import static dev.repartee.testing.Talk.minutes;
import static dev.repartee.testing.Talk.post;
import static dev.repartee.testing.Talk.reply;
import static dev.repartee.testing.Talk.texts;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Slice;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.testing.Message;
import dev.repartee.testing.NaiveStrand;
import dev.repartee.testing.Probe;
import dev.repartee.testing.RandomTalk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
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
  void factsSayHowManyAskAgain() {
    Facts facts = THREAD.measure(ReContact.standard()).facts();
    assertEquals(
        List.of("3", "1", "0", "0"),
        texts(facts, "answers", "asked_again", "excluded_anonymous", "excluded_clock_skew"));
    assertEquals(1, facts.get("asked_again_so_far").numerator().getAsLong());
    assertEquals(3, facts.get("asked_again_so_far").denominator().getAsLong());
    assertEquals(State.TOO_SHORT, facts.get("asked_again_within_7d").state());
    Facts none = log(100).measure(ReContact.standard()).facts();
    assertEquals("0", none.get("answers").text());
    assertEquals(State.NO_DATA, none.get("asked_again_within_7d").state());
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

  @Test
  void peopleWhoOpenAConversationForEachQuestionAreFollowed() {
    List<Interaction> rows = new ArrayList<>();
    for (int person = 0; person < 300; person++) {
      for (int time = 0; time < 4; time++) {
        String id = person + "-" + time;
        rows.add(post(id, "p" + person, 1_440L * time).topic("beans"));
        rows.add(reply(id + "a", "care", 1_440L * time + 30, id));
      }
    }
    EngagementLog log = log(100_000, rows.toArray(Interaction[]::new));
    assertEquals(0, log.measure(ReContact.standard()).askedAgain());
    ReContactSummary across = log.measure(ReContact.standard().acrossConversations());
    assertEquals(1_200, across.answers());
    assertEquals(900, across.askedAgain());
    assertEquals(0.75, across.within(Duration.ofDays(1)).value(), 1e-12);
    assertTrue(across.toString().contains("\nin any conversation, on the same topic\n"));
  }

  @Test
  void anotherTopicCountsWhereItIsSaid() {
    EngagementLog log =
        log(
            100,
            post("p", "carl", 0).topic("beans"),
            reply("r", "care", 10, "p"),
            post("s", "carl", 40).topic("cups"),
            reply("t", "care", 50, "s"),
            Post.of("x", null, Instant.ofEpochSecond(60 * 60)),
            reply("y", "care", 70, "x"));
    ReContact across = ReContact.standard().acrossConversations();
    assertEquals(0, log.measure(across).askedAgain());
    ReContactSummary any = log.measure(across.onAnyTopic());
    assertEquals(1, any.askedAgain());
    assertEquals(2, any.answers());
    assertEquals(1, any.anonymous());
  }

  @Test
  void whoAsksElsewhereBeforeTheAnswerDoesNotAskAgain() {
    EngagementLog log =
        log(
            100,
            post("p", "carl", 0),
            post("q", "carl", 5),
            reply("r", "care", 10, "p"),
            reply("s", "care", 20, "q"));
    assertEquals(0, log.measure(ReContact.standard().acrossConversations()).askedAgain());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void acrossConversationsSummariesHoldWhatTheDefinitionSays(
      @ForAll long seed, @ForAll @IntRange(max = 15) int rule, @ForAll boolean isFollowed) {
    EngagementLog log = new RandomTalk(seed).log();
    log = isFollowed ? log.followedFor(Duration.ofMillis(9)) : log;
    List<Ask> asks = new ArrayList<>();
    log.measure(new Probe(s -> asks(s, RandomTalk.rule(rule), asks)));
    List<Long> again = new ArrayList<>();
    List<Long> notYet = new ArrayList<>();
    long anonymous = 0;
    for (Ask ask : asks) {
      if (ask.answer == null || ask.answer.effectiveAt() > ask.until) {
        continue;
      }
      if (ask.isAnonymous()) {
        anonymous++;
        continue;
      }
      Optional<Ask> next =
          asks.stream()
              .filter(a -> a.anchor.person == ask.anchor.person)
              .filter(a -> a.organization == ask.organization && ORDER.compare(ask, a) < 0)
              .filter(a -> a.anchor.effectiveAt() >= ask.answer.effectiveAt())
              .min(ORDER)
              .filter(a -> a.anchor.effectiveAt() <= ask.until);
      long watched = next.map(a -> a.anchor.at).orElse(ask.until) - ask.answer.at;
      if (ask.answer.at >= ask.anchor.at && watched >= 0) {
        (next.isPresent() ? again : notYet).add(watched);
      }
    }
    ReContactSummary r =
        log.measure(ReContact.standard().answers(RandomTalk.rule(rule)).acrossConversations());
    assertEquals(again.size(), r.askedAgain());
    assertEquals(again.size() + notYet.size(), r.answers());
    assertEquals(anonymous, r.anonymous());
    SurvivalCurve curve = r.curve();
    for (int i = 0; i < curve.size(); i++) {
      long time = curve.timeMillis(i);
      assertEquals(again.stream().filter(x -> x == time).count(), curve.events(i));
    }
  }

  /** A question in whatever conversation. */
  private record Ask(
      Message anchor, @Nullable Message answer, long until, int organization, String id) {
    boolean isAnonymous() {
      return anchor.isAnonymous;
    }
  }

  /** By time, and within a moment by the numbers of conversation and message. */
  private static final Comparator<Ask> ORDER =
      Comparator.<Ask>comparingLong(ask -> ask.anchor.effectiveAt())
          .thenComparingInt(ask -> Integer.parseInt(ask.id.substring(0, ask.id.indexOf('.'))))
          .thenComparingInt(ask -> Integer.parseInt(ask.id.substring(ask.id.indexOf('.') + 1)));

  private static void asks(Slice slice, AnswerRule rule, List<Ask> asks) {
    for (int unit = 0; unit < slice.units(); unit++) {
      for (NaiveStrand strand :
          NaiveStrand.of(Message.of(slice, unit), rule, slice.organizations())) {
        for (NaiveStrand.Exchange e : strand.exchanges) {
          int row = e.anchor().row;
          asks.add(
              new Ask(
                  e.anchor(),
                  e.answer(),
                  slice.seenUntil(row),
                  slice.organization(row),
                  slice.id(row).orElseThrow()));
        }
      }
    }
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
