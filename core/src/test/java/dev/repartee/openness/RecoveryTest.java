package dev.repartee.openness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.model.Post;
import dev.repartee.model.Sentiment;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryTest {
  private static final int DAY = 24 * 60;

  /**
   * Ann is answered after an hour and thanks on day 3, elsewhere. Ben is not answered and praises
   * on day 2. Cem is answered on day 2, too late for the landmark, and writes without a label. Dan
   * recovers within the hour. Eve complained on day 19.5 of 20. The row without an author cannot be
   * followed.
   */
  private static EngagementLog log() {
    return Talk.log(
        20 * DAY,
        Talk.post("a", "ann", 0).sentiment(Sentiment.NEGATIVE),
        Talk.reply("a1", "care", 60, "a"),
        Talk.post("a2", "ann", 3 * DAY).sentiment(Sentiment.POSITIVE).channel("elsewhere"),
        Talk.post("b", "ben", 0).sentiment(Sentiment.NEGATIVE),
        Talk.post("b1", "ben", 2 * DAY).sentiment(Sentiment.NEUTRAL),
        Talk.post("c", "cem", 0).sentiment(Sentiment.NEGATIVE),
        Talk.reply("c1", "care", 2 * DAY, "c"),
        Talk.reply("c2", "cem", 4 * DAY, "c1"),
        Talk.post("d", "dan", 0).sentiment(Sentiment.NEGATIVE),
        Talk.post("d1", "dan", 30).sentiment(Sentiment.POSITIVE),
        Talk.post("e", "eve", 39 * DAY / 2).sentiment(Sentiment.NEGATIVE),
        Post.of("f", null, 0L).sentiment(Sentiment.NEGATIVE));
  }

  @Test
  void recoveryIsFollowedByPerson() {
    RecoverySummary r = log().measure(Recovery.standard());
    assertEquals(5, r.complaints());
    assertEquals(3, r.recovered());
    assertEquals(1, r.anonymous());
    assertEquals(1, r.recoveredBeforeLandmark());
    assertEquals(1, r.unwatchedAtLandmark());
    assertEquals(1, r.wroteOnUnlabelled());
    assertEquals(1, r.answeredCurve().count());
    assertEquals(2, r.unansweredCurve().count());
    // After 30 min 1 of 5; Eve is gone after 12 h; then 1 of 3 left at each of two and three days.
    assertEquals(1 - 0.8 * (2 / 3.0), r.within(Duration.ofDays(2)).value(), 1e-12);
    assertEquals(1 - 0.8 * (1 / 3.0), r.within(Duration.ofDays(3)).value(), 1e-12);
    // Ann recovers 2 days after the landmark, Ben 1 day after it, Cem not: 1 - 1/2.
    assertEquals(0.5, r.effectOfAnswering().value(), 1e-12);
    assertEquals("recovery: 3/5 recovered so far", Talk.headline(r));
    assertTrue(r.toString().length() <= 1000, r.toString());
  }

  @Test
  void factsFollowTheSameFive() {
    Facts facts = log().measure(Recovery.standard()).facts();
    assertEquals(
        List.of("5", "3", "1 d", "1", "1", "1", "2", "1", "1", "0"),
        Talk.texts(
            facts,
            "complaints",
            "recovered",
            "landmark",
            "recovered_before_landmark",
            "unwatched_at_landmark",
            "answered_by_landmark",
            "unanswered_by_landmark",
            "wrote_on_unlabelled",
            "excluded_anonymous",
            "excluded_clock_skew"));
    assertEquals(
        1 - 0.8 * (1 / 3.0), facts.get("recovered_within_7d").value().getAsDouble(), 1e-12);
    assertEquals(State.TOO_SHORT, facts.get("recovered_within_30d").state());
    assertEquals(
        1.0, facts.get("answered_by_landmark_recovered_7d_later").value().getAsDouble(), 1e-12);
    assertEquals(
        0.5, facts.get("unanswered_by_landmark_recovered_7d_later").value().getAsDouble(), 1e-12);
    assertEquals(0.5, facts.get("recovered_difference_by_answering").value().getAsDouble(), 1e-12);
    Facts none = Talk.log(DAY).measure(Recovery.standard()).facts();
    assertEquals("0", none.get("complaints").text());
    assertEquals(State.NO_DATA, none.get("recovered_within_30d").state());
    assertEquals(State.NOT_DEFINED, none.get("recovered_difference_p_value").state());
  }

  @Test
  void theLandmarkDecides() {
    RecoverySummary r =
        log().measure(Recovery.standard().withLandmark(Duration.ofDays(2).plusMinutes(1)));
    assertEquals(2, r.answeredCurve().count()); // Ann and Cem
    assertEquals(0, r.unansweredCurve().count()); // Ben recovered before
    assertEquals(2, r.recoveredBeforeLandmark());
  }

  @Test
  void whatAnswersMayBeChosen() {
    EngagementLog log =
        Talk.log(
            9 * DAY,
            Talk.post("a", "ann", 0).sentiment(Sentiment.NEGATIVE),
            Talk.reply("a1", "ben", 60, "a"));
    assertEquals(0, log.measure(Recovery.standard()).answeredCurve().count());
    Recovery byAnybody = Recovery.standard().answers(AnswerRule.anybodyElse());
    assertEquals(1, log.measure(byAnybody).answeredCurve().count());
    assertEquals(
        "recovery after criticism, landmark PT24H, answered by anybody else", byAnybody.toString());
    // Without a rule it is the one that is usual in the log; the standard one may be asked for.
    assertEquals(
        "recovery after criticism, landmark PT24H, answered by the addressee",
        Recovery.standard().answers(AnswerRule.standard()).toString());
  }

  /** Answered, recovered and no longer watched after just a day. */
  @Test
  void theLandmarkItselfBelongsToTheTimeBefore() {
    RecoverySummary r =
        Talk.log(
                10 * DAY,
                Talk.post("a", "ann", 0).sentiment(Sentiment.NEGATIVE),
                Talk.reply("a1", "care", DAY, "a"),
                Talk.post("d", "dan", 0).sentiment(Sentiment.NEGATIVE),
                Talk.post("d1", "dan", DAY).sentiment(Sentiment.POSITIVE),
                Talk.post("e", "eve", 9 * DAY).sentiment(Sentiment.NEGATIVE))
            .measure(Recovery.standard());
    assertEquals(1, r.answeredCurve().count());
    assertEquals(1, r.recoveredBeforeLandmark());
    assertEquals(1, r.unansweredCurve().count());
    assertEquals(0, r.unwatchedAtLandmark());
  }

  @Test
  void whatComesAfterTheFollowUpIsNotSeen() {
    RecoverySummary r = log().followedFor(Duration.ofDays(1)).measure(Recovery.standard());
    assertEquals(1, r.recovered());
    assertEquals(0, r.wroteOnUnlabelled());
    assertEquals(
        "recovery: no complaints",
        Talk.headline(log().asOf("1969-12-31T23:00:00Z").measure(Recovery.standard())));
  }
}
