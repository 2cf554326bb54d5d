package dev.repartee.openness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Opened;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Sentiment;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.util.ArrayList;
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
    List<String> lines = r.toString().lines().toList();
    assertEquals("not recovered after 1 d, within 7 d more:", lines.get(2));
    assertTrue(lines.get(3).startsWith("  answered by then: 1.00"), lines.get(3));
    assertTrue(lines.get(3).endsWith(", 1"), lines.get(3));
    assertTrue(lines.get(4).startsWith("  not answered by then: 0.50"), lines.get(4));
    assertTrue(lines.get(4).endsWith(", 2"), lines.get(4));
    assertEquals(
        List.of(
            "1 recovered within 1 d, in neither arm",
            "1 not watched for 1 d, in neither arm",
            "1 not recovered, but wrote on without a label",
            "1 without an author, left out"),
        lines.subList(6, lines.size() - 3));
  }

  @Test
  void factsFollowTheSameFive() {
    Facts facts = log().measure(Recovery.standard()).facts();
    assertEquals(
        List.of("5", "3", "2", "1 d", "1", "1", "1", "2", "1", "1", "0"),
        Talk.texts(
            facts,
            "complaints",
            "recovered",
            "not_recovered",
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

  /** Answers before the complaint, and nothing that is watched. */
  @Test
  void timesThatContradictTheOrderAreLeftOut() {
    RecoverySummary r =
        Talk.log(
                9 * DAY,
                Talk.post("a", "ann", 100).sentiment(Sentiment.NEGATIVE),
                Talk.reply("a1", "care", 60, "a"),
                Talk.post("b", "ben", 100).sentiment(Sentiment.NEGATIVE),
                Talk.reply("b1", "care", 100, "b"))
            .measure(Recovery.standard());
    assertEquals(1, r.clockSkew());
    assertEquals(1, r.complaints(), "an answer at the same time is one");
    assertEquals(1, r.answeredCurve().count());
    assertEquals("1", r.facts().get("excluded_clock_skew").text());
    assertTrue(
        r.toString().contains("\n1 with times that contradict the order, left out\n"), r::toString);
    assertFalse(r.toString().contains("without an author"), r::toString);
    assertFalse(
        Talk.log(DAY).measure(Recovery.standard()).toString().contains("difference"),
        "nobody complained");
  }

  /**
   * Ann writes forty times, so that there is room for all, and praises Bolt and not Acme; Ben the
   * other way.
   */
  @Test
  void recoveryIsTowardsTheOrganizationThatWasCriticized() {
    Directory both =
        Directory.builder()
            .organization("Acme", a -> a.member("care", "Support"))
            .organization("Bolt", b -> b.member("bob", "Service"))
            .build();
    List<Interaction> rows = new ArrayList<>();
    rows.add(Talk.post("a", "ann", 0).addressedTo("Acme").sentiment(Sentiment.NEGATIVE));
    for (int i = 1; i <= 40; i++) {
      rows.add(
          Talk.post("b" + i, "ann", i * 60L).addressedTo("Bolt").sentiment(Sentiment.POSITIVE));
    }
    rows.add(Talk.post("y", "ben", 0).addressedTo("Bolt").sentiment(Sentiment.NEGATIVE));
    rows.add(Talk.post("y1", "ben", DAY).addressedTo("Acme").sentiment(Sentiment.POSITIVE));
    RecoverySummary apart =
        Talk.log(both, 20 * DAY, rows.toArray(new Interaction[0])).measure(Recovery.standard());
    assertEquals(2, apart.complaints());
    assertEquals(0, apart.recovered());
    rows.add(Talk.post("z", "ann", 3 * DAY).addressedTo("Acme").sentiment(Sentiment.POSITIVE));
    RecoverySummary r =
        Talk.log(both, 20 * DAY, rows.toArray(new Interaction[0])).measure(Recovery.standard());
    assertEquals(1, r.recovered());
    assertEquals(0.5, r.within(Duration.ofDays(3)).value());
    assertEquals(0, r.within(Duration.ofDays(3).minusMillis(1)).value());
  }

  /** What counts is seen at the very end of the time that is followed, not after. */
  @Test
  void theLastInstantIsSeen() {
    EngagementLog log =
        Talk.log(
            9 * DAY,
            Talk.post("a", "ann", 0).sentiment(Sentiment.NEGATIVE),
            Talk.reply("a1", "care", DAY, "a"),
            Talk.post("a2", "ann", 3 * DAY).sentiment(Sentiment.POSITIVE));
    RecoverySummary just = log.followedFor(Duration.ofDays(3)).measure(Recovery.standard());
    assertEquals(1, just.recovered());
    assertEquals(
        0,
        log.followedFor(Duration.ofDays(3).minusMinutes(1))
            .measure(Recovery.standard())
            .recovered());
    RecoverySummary answered = log.followedFor(Duration.ofDays(1)).measure(Recovery.standard());
    assertEquals(1, answered.answeredCurve().count());
    assertEquals(0, answered.unansweredCurve().count());
    // Watched for two days after the landmark, and recovered at the end of them.
    assertEquals(1, just.answeredCurve().within(Duration.ofDays(2)).value());
    assertEquals(0, just.answeredCurve().within(Duration.ofDays(2).minusMinutes(1)).value());
  }

  /** Ann came round on day 3 of 20, Ben and Cem did not, Cem complained at the very end. */
  @Test
  void complaintsAreListedByHowLongTheyLasted() {
    EngagementLog log =
        Talk.log(
            20 * DAY,
            Talk.post("a", "ann", 0).sentiment(Sentiment.NEGATIVE),
            Talk.reply("a1", "care", 60, "a"),
            Talk.post("a2", "ann", 3 * DAY).sentiment(Sentiment.POSITIVE),
            Talk.post("b", "ben", 10 * DAY).sentiment(Sentiment.NEGATIVE),
            Talk.post("c", "cem", 20 * DAY).sentiment(Sentiment.NEGATIVE));
    Opened<RecoverySummary> opened = log.measure(Recovery.standard().opened(5));
    assertEquals(0, opened.summary().clockSkew());
    assertEquals(List.of("b 10", "a 3", "c 0"), cases(opened, "complaints"));
    assertEquals(List.of("a 3"), cases(opened, "recovered"));
    assertEquals(List.of("b 10", "c 0"), cases(opened, "not_recovered"));
    assertEquals(List.of("a 3"), cases(opened, "answered_by_landmark"));
    assertEquals(List.of("b 10"), cases(opened, "unanswered_by_landmark"));
  }

  private static List<String> cases(Opened<RecoverySummary> opened, String outcome) {
    return opened.cases(outcome).worst().stream()
        .map(one -> one.message() + " " + one.lasted().toDays())
        .toList();
  }
}
