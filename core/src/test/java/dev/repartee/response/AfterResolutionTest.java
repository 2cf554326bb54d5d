package dev.repartee.response;

import static dev.repartee.testing.Talk.headline;
import static dev.repartee.testing.Talk.log;
import static dev.repartee.testing.Talk.minutes;
import static dev.repartee.testing.Talk.post;
import static dev.repartee.testing.Talk.reply;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who asks again after something was resolved, by hand; times are minutes. */
final class AfterResolutionTest {
  private static final ReContact WITHIN = ReContact.standard().afterResolution();
  private static final ReContact ACROSS = WITHIN.acrossConversations();

  private static Instant at(long minute) {
    return Instant.ofEpochSecond(60 * minute);
  }

  private static Act act(ActKind kind, @Nullable String author, long minute, String on) {
    return Act.of(kind, author, at(minute)).on(on);
  }

  private static Act resolve(@Nullable String author, long minute, String on) {
    return act(ActKind.RESOLVE, author, minute, on);
  }

  private static String told(ReContactSummary r) {
    return r.askedAgain() + "/" + r.answers();
  }

  /**
   * Carl's is resolved at 20, without an answer, and he asks again at 50; Zak's at 70, for good.
   */
  private static EngagementLog desk() {
    return log(
        100,
        post("p", "carl", 0).topic("beans").channel("chat"),
        resolve("care", 20, "p"),
        reply("t", "carl", 22, "p").topic("beans").expectsResponse(false), // thanks
        reply("s", "carl", 50, "p").topic("beans"),
        post("q", "zak", 60),
        reply("v", "jane", 65, "q"),
        resolve("bot", 70, "q"));
  }

  @Test
  void theClockRunsFromTheResolutionToTheNextQuestion() {
    ReContactSummary r = desk().measure(WITHIN);
    assertEquals("1/2", told(r));
    assertEquals(30 * 60_000, r.curve().timeMillis(0));
    assertEquals(1, r.curve().events(0));
    assertEquals(1, r.curve().censored(0), "Zak's was watched for just as long");
    assertEquals("re-contact after resolution: 1/2", headline(r));
    assertEquals(
        "after a resolution, in the same conversation, on the same topic",
        r.toString().lines().skip(1).findFirst().orElseThrow());
    // After answers it is another question: Carl was never answered, Zak once.
    assertEquals("0/1", told(desk().measure(ReContact.standard())));
  }

  @Test
  void onlyWhatTakesEffectCounts() {
    assertEquals(
        "0/1",
        told(
            log(
                    100,
                    post("p", "carl", 0),
                    resolve("stranger", 5, "p"),
                    resolve("care", 10, "p"),
                    resolve("jane", 20, "p")) // resolved already
                .measure(WITHIN)));
    // Opened again by an act, which asks nothing; each resolution is one.
    ReContactSummary twice =
        log(
                100,
                post("p", "carl", 0),
                resolve("care", 10, "p"),
                act(ActKind.REOPEN, "care", 20, "p"),
                resolve("care", 30, "p"),
                reply("q", "carl", 40, "p"))
            .measure(WITHIN);
    assertEquals("2/2", told(twice));
    assertEquals(10 * 60_000, twice.curve().timeMillis(0));
    assertEquals(30 * 60_000, twice.curve().timeMillis(1));
    // Of what the organization began, once somebody asks.
    assertEquals(
        "0/1",
        told(
            log(
                    100,
                    post("p", "care", 0),
                    resolve("care", 1, "p"),
                    reply("q", "carl", 5, "p"),
                    resolve("care", 10, "p"))
                .measure(WITHIN)));
  }

  @Test
  void itIsThePersonWhoAskedLast() {
    ReContactSummary r =
        log(
                100,
                post("p", "carl", 0),
                reply("q", "zak", 5, "p"),
                resolve("care", 10, "p"),
                reply("r", "carl", 20, "p"),
                reply("s", "zak", 40, "p"))
            .measure(WITHIN);
    assertEquals("1/1", told(r));
    assertEquals(30 * 60_000, r.curve().timeMillis(0));
    EngagementLog forum =
        log(
            Directory.empty(),
            100,
            post("p", "carl", 0),
            reply("q", "zak", 5, "p"),
            resolve("carl", 10, "p"),
            reply("r", "zak", 20, "p"),
            reply("s", "carl", 40, "p"));
    assertEquals(
        30 * 60_000,
        forum.measure(WITHIN.answers(AnswerRule.anybodyElse())).curve().timeMillis(0),
        "in a forum it is the opener");
  }

  @Test
  void anotherTopicCountsWhereItIsSaid() {
    EngagementLog log =
        log(
            100,
            post("p", "carl", 0).topic("beans"),
            resolve("care", 10, "p"),
            reply("q", "carl", 20, "p").topic("cups"),
            post("s", "carl", 30).topic("beans"));
    assertEquals("0/1", told(log.measure(WITHIN)));
    assertEquals("1/1", told(log.measure(WITHIN.onAnyTopic())));
    assertEquals("1/1", told(log.measure(ACROSS)));
    assertEquals(20 * 60_000, log.measure(ACROSS).curve().timeMillis(0));
    assertEquals(10 * 60_000, log.measure(ACROSS.onAnyTopic()).curve().timeMillis(0));
    assertTrue(
        log.measure(ACROSS.onAnyTopic())
            .toString()
            .contains("\nafter a resolution, in any conversation, on any topic\n"));
  }

  @Test
  void acrossConversationsATurnBeginsAnewAfterItWasResolved() {
    EngagementLog log =
        log(
            100,
            post("p", "carl", 0), // never answered: by answers alone one turn
            resolve("care", 10, "p"),
            reply("q", "carl", 25, "p"),
            post("o", "dan", 0),
            post("n", "dan", 5),
            resolve("care", 10, "o"),
            reply("m", "dan", 30, "n"), // goes on with what he asked before
            Post.of("a", null, at(0)),
            resolve("care", 10, "a"));
    ReContactSummary r = log.measure(ACROSS);
    assertEquals("1/2", told(r));
    assertEquals(15 * 60_000, r.curve().timeMillis(0));
    assertEquals(1, r.anonymous());
    assertEquals("1/3", told(log.measure(WITHIN)), "in the conversation it is the same message");
    // What is asked elsewhere in the instant of the resolution has been asked before.
    EngagementLog atOnce =
        log(100, post("p", "carl", 0), resolve("care", 10, "p"), post("q", "carl", 10));
    assertEquals("0/1", told(atOnce.measure(ACROSS)));
  }

  @Test
  void aMessageOfTheInstantOfTheActStandsBeforeIt() {
    Interaction[] rows = {
      post("p", "carl", 0), resolve("care", 10, "p"), reply("q", "carl", 10, "p")
    };
    assertEquals("0/1", told(log(100, rows).measure(WITHIN)));
    ReContactSummary numbered =
        log(
                100,
                post("p", "carl", 0).sequence(1),
                resolve("care", 10, "p").sequence(2),
                reply("q", "carl", 10, "p").sequence(3))
            .measure(WITHIN);
    assertEquals("1/1", told(numbered));
    assertEquals(0, numbered.curve().timeMillis(0));
  }

  @Test
  void windowsFollowUpAndKeysOfTimeGoByTheAct() {
    long day = 1_440;
    EngagementLog log =
        log(
            9 * day,
            post("p", "carl", 0).channel("chat"),
            resolve("care", 3 * day, "p"),
            reply("q", "carl", 4 * day, "p").channel("mail"));
    for (ReContact measure : List.of(WITHIN, ACROSS)) {
      assertEquals("1/1", told(log.between(at(3 * day), at(4 * day)).measure(measure)));
      assertEquals("0/0", told(log.between(at(0), at(day)).measure(measure)));
      assertEquals("1/1", told(log.followedFor(minutes(day)).measure(measure)));
      assertEquals("0/1", told(log.followedFor(minutes(day - 1)).measure(measure)));
      assertEquals("0/1", told(log.asOf(at(4 * day - 1)).measure(measure)));
      assertFalse(log.asOf(at(3 * day - 1)).measure(measure).isObserved());
      assertEquals(
          List.of(List.of("1970-01-04", "chat")),
          log.measure(measure.by(Dimension.day(ZoneOffset.UTC).and(Dimension.CHANNEL))).keys());
      assertEquals("1/1", told(log.only(Dimension.CHANNEL, "chat").measure(measure)));
    }
  }

  @Test
  void resolutionsAfterTheLastMessageAreSeenInAnyConversation() {
    EngagementLog log = log(100, post("p", "carl", 0), resolve("care", 50, "p"));
    assertEquals("0/1", told(log.measure(ACROSS)));
    assertEquals(50 * 60_000, log.measure(ACROSS).curve().largestMillis());
  }

  @Test
  void clocksThatDisagreeAreLeftOut() {
    ReContactSummary r = log(100, post("p", "carl", 20), resolve("care", 10, "p")).measure(WITHIN);
    assertEquals("0/0", told(r));
    assertEquals(1, r.clockSkew());
    assertEquals("re-contact after resolution: no data", headline(r));
  }

  @Test
  void whereTheLogTellsNoStatesNothingIsObserved() {
    EngagementLog log = log(100, post("p", "carl", 0), reply("r", "care", 5, "p"));
    for (ReContact measure : List.of(WITHIN, ACROSS)) {
      ReContactSummary r = log.measure(measure);
      assertFalse(r.isObserved());
      assertEquals("re-contact after resolution: not observed", headline(r));
      assertEquals(
          "resolutions (none in the log) are not observed; add Act.of(ActKind.RESOLVE, …), or ask"
              + " isObserved() first",
          assertThrows(IllegalStateException.class, r::askedAgain).getMessage());
      assertThrows(IllegalStateException.class, () -> r.within(minutes(5)));
      assertArrayEquals(r.toBytes(), measure.fromBytes(r.toBytes()).toBytes());
      assertFalse(measure.fromBytes(r.toBytes()).isObserved());
    }
    assertTrue(log.measure(ReContact.standard()).isObserved());
    // States are told, and nothing was resolved.
    ReContactSummary held =
        log(100, post("p", "carl", 0), act(ActKind.HOLD, "care", 5, "p")).measure(WITHIN);
    assertTrue(held.isObserved());
    assertEquals("re-contact after resolution: no data", headline(held));
  }

  @Test
  void theTextNamesAllOptionsAndKeysOfAnswersAreRefused() {
    assertEquals(
        "re-contact after resolution across conversations, on any topic, counting bots",
        ACROSS.onAnyTopic().answers(AnswerRule.standard().countingBots()).toString());
    String message =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> desk().measure(WITHIN.by(Dimension.DEPARTMENT.ofAnswer())))
                .getMessage());
    assertTrue(message.contains("use the dimension without ofAnswer()"), message);
  }
}
