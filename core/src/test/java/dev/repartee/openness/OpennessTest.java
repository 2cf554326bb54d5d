package dev.repartee.openness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Opened;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Sentiment;
import dev.repartee.stats.Estimate;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpennessTest {
  private static final int DAY = 24 * 60;

  private final List<Interaction> rows = new ArrayList<>();

  /** Turns of as many people on a channel, the first of them answered after an hour. */
  private void turns(String channel, Sentiment label, int turns, int answered) {
    for (int i = 0; i < turns; i++) {
      String id = channel + label + i;
      rows.add(Talk.post(id, "v" + id, i).channel(channel).sentiment(label));
      if (i < answered) {
        rows.add(Talk.reply("r" + id, "care", i + 60L, id));
      }
    }
  }

  private EngagementLog log() {
    return Talk.log(10 * DAY, rows.toArray(new Interaction[0]));
  }

  /** Channel a: 2/2 against 1/2, weight 1; b: 1/4 against 0/1, weight 4/5; c: praise only. */
  @Test
  void theDifferenceIsTakenChannelByChannel() {
    turns("a", Sentiment.POSITIVE, 2, 2);
    turns("a", Sentiment.NEGATIVE, 2, 1);
    turns("b", Sentiment.POSITIVE, 4, 1);
    turns("b", Sentiment.NEGATIVE, 1, 0);
    turns("c", Sentiment.POSITIVE, 5, 5);
    turns("c", Sentiment.NEUTRAL, 3, 3);
    OpennessSummary open = log().measure(Openness.standard());
    assertEquals((0.5 * 1 + 0.25 * 0.8) / 1.8, open.difference().value(), 1e-12);
    assertEquals(8 / 11.0, open.praise().value(), 1e-12);
    assertEquals(1 / 3.0, open.criticism().value(), 1e-12);
    assertEquals(1 / 3.0, open.lower().value(), 1e-12);
    assertEquals(List.of("c"), open.notCompared());
    assertEquals(3, open.neutral());
    assertEquals(OpennessSummary.Verdict.UNPROVEN, open.verdict());
    assertTrue(open.stillNeeded().getAsLong() > 0, open.toString());
    assertTrue(Double.isNaN(open.pValue()));
    assertTrue(open.toString().contains("fewer than 10 effective clusters"), open.toString());
    assertEquals("openness: UNPROVEN, 0.73 against 0.33", Talk.headline(open));
    assertTrue(open.toString().length() <= 1000);
  }

  @Test
  void factsSayHowEachChannelAnswers() {
    turns("a", Sentiment.POSITIVE, 2, 2);
    turns("a", Sentiment.NEGATIVE, 2, 1);
    turns("b", Sentiment.POSITIVE, 4, 1);
    turns("b", Sentiment.NEGATIVE, 1, 0);
    turns("c", Sentiment.POSITIVE, 5, 5);
    turns("c", Sentiment.NEUTRAL, 3, 3);
    OpennessSummary open = log().measure(Openness.standard());
    Facts facts = open.facts();
    assertEquals(
        List.of("3", "11", "UNPROVEN", "1 d", "0.10", "1", "1", "3", "0"),
        Talk.texts(
            facts,
            "criticism_turns",
            "praise_turns",
            "verdict",
            "time_limit",
            "margin",
            "channels_not_compared",
            "organizations_pooled",
            "excluded_neutral",
            "excluded_unlabelled"));
    assertEquals(0.7 / 1.8, facts.get("difference").value().getAsDouble(), 1e-12);
    assertEquals(1 / 3.0, facts.get("answered_in_time_lower").value().getAsDouble(), 1e-12);
    assertEquals(State.NOT_DEFINED, facts.get("difference_p_value").state());
    assertTrue(facts.get("turns_still_needed").value().getAsDouble() > 0);
    assertEquals("2", facts.get("criticism_turns", "a").text());
    assertEquals(0.5, facts.get("criticism_answered_in_time", "a").value().getAsDouble(), 1e-12);
    assertEquals(0.25, facts.get("praise_answered_in_time", "b").value().getAsDouble(), 1e-12);
    assertEquals(State.NO_DATA, facts.get("criticism_answered_in_time", "c").state());
    assertEquals("NO", facts.get("in_the_difference", "c").word());
    assertTrue(
        open.table().contains("\n\nchannel  criticism turns  criticism answered in time  "),
        open::table);
  }

  @Test
  void withoutOneOfTheSidesFactsSayWhatIsNotThere() {
    Facts none = log().measure(Openness.standard()).facts();
    assertEquals(
        List.of("0", "0", "UNPROVEN"),
        Talk.texts(none, "criticism_turns", "praise_turns", "verdict"));
    assertEquals(State.NO_DATA, none.get("criticism_answered_in_time").state());
    assertEquals(State.NOT_DEFINED, none.get("turns_still_needed").state());
    assertEquals(State.NOT_DEFINED, none.get("difference_90_low").state());
    turns("a", Sentiment.POSITIVE, 200, 180);
    turns("a", Sentiment.NEGATIVE, 200, 60);
    Facts both = log().measure(Openness.standard()).facts();
    assertEquals(List.of("FAVOURS_PRAISE", "0"), Talk.texts(both, "verdict", "turns_still_needed"));
    // The 90 % interval lies within the one of 95 %.
    assertTrue(
        both.get("difference").low().getAsDouble()
            < both.get("difference_90_low").value().getAsDouble());
    assertTrue(
        both.get("difference_90_high").value().getAsDouble()
            < both.get("difference").high().getAsDouble());
  }

  @Test
  void aTurnIsWhatItBeginsWith() {
    EngagementLog log =
        Talk.log(
            10 * DAY,
            Talk.post("a", "carl", 0).sentiment(Sentiment.POSITIVE),
            Talk.reply("b", "carl", 5, "a").sentiment(Sentiment.NEGATIVE),
            Talk.post("c", "zak", 0),
            Talk.reply("d", "zak", 5, "c").sentiment(Sentiment.POSITIVE),
            Talk.post("e", "matt", 0));
    OpennessSummary open = log.measure(Openness.standard());
    // Carl praised, and became angry while he waited; what Zak wanted nobody had labelled.
    assertEquals(0, open.criticismTurns());
    assertEquals(1, open.praiseTurns());
    assertEquals(2, open.unlabelled());
  }

  @Test
  void onRequestTheMostNegativeLabelDecides() {
    EngagementLog log =
        Talk.log(
            10 * DAY,
            Talk.post("a", "carl", 0).sentiment(Sentiment.POSITIVE),
            Talk.reply("b", "carl", 5, "a").sentiment(Sentiment.NEGATIVE),
            Talk.post("c", "zak", 0),
            Talk.reply("d", "zak", 5, "c").sentiment(Sentiment.POSITIVE),
            Talk.post("e", "matt", 0).sentiment(Sentiment.NEUTRAL),
            Talk.reply("f", "matt", 5, "e").sentiment(Sentiment.POSITIVE),
            Talk.post("g", "jim", 0),
            // What Ann writes after the answer is another turn, and what others write is not hers.
            Talk.post("h", "ann", 0).sentiment(Sentiment.POSITIVE),
            Talk.reply("i", "jo", 1, "h").sentiment(Sentiment.NEGATIVE),
            Talk.reply("j", "care", 5, "h"),
            Talk.reply("k", "ann", 9, "j").sentiment(Sentiment.NEGATIVE));
    Openness measure = Openness.standard().byMostNegativeLabel().withMargin(0.2);
    OpennessSummary open = log.measure(measure);
    assertEquals(3, open.criticismTurns(), "Carl, Jo, and Ann's second");
    assertEquals(2, open.praiseTurns(), "Zak, and Ann's first");
    assertEquals(1, open.neutral());
    assertEquals(1, open.unlabelled());
    assertEquals(
        "openness within PT24H, margin 0.2, by the most negative label of a turn, counting bots",
        measure.answers(AnswerRule.standard().countingBots()).toString());
    // Followed for 2 min, what Carl, Zak and Matt say next is not seen.
    OpennessSummary early = log.followedFor(Duration.ofMinutes(2)).measure(measure);
    assertEquals(2, early.criticismTurns());
    assertEquals(2, early.praiseTurns(), "Carl and Ann");
    assertEquals(2, early.unlabelled());
  }

  @Test
  void missingSidesAreNamed() {
    assertEquals(
        "openness: UNPROVEN, no praise, no criticism",
        Talk.headline(log().measure(Openness.standard())));
    turns("a", Sentiment.POSITIVE, 40, 30);
    OpennessSummary open = log().measure(Openness.standard());
    assertEquals("openness: UNPROVEN, no criticism", Talk.headline(open));
    assertFalse(open.difference().isDefined());
    assertFalse(open.lower().isDefined());
    assertEquals(OptionalLong.empty(), open.stillNeeded());
  }

  @Test
  void plainCasesAreShown() {
    turns("a", Sentiment.POSITIVE, 200, 180);
    turns("a", Sentiment.NEGATIVE, 200, 60);
    OpennessSummary open = log().measure(Openness.standard());
    assertEquals(OpennessSummary.Verdict.FAVOURS_PRAISE, open.verdict());
    assertEquals(0.6, open.difference().value(), 1e-12);
    assertTrue(open.pValue() < 1e-6);
    assertEquals(OptionalLong.of(0), open.stillNeeded());
    rows.clear();
    turns("a", Sentiment.POSITIVE, 200, 60);
    turns("a", Sentiment.NEGATIVE, 200, 180);
    assertEquals(
        OpennessSummary.Verdict.FAVOURS_CRITICISM, log().measure(Openness.standard()).verdict());
  }

  /** Nothing scatters where all or none are answered; of many people it is known all the same. */
  @Test
  void whoAnswersNobodyIsAtParity() {
    turns("a", Sentiment.POSITIVE, 2_000, 0);
    turns("a", Sentiment.NEGATIVE, 2_000, 0);
    OpennessSummary open = log().measure(Openness.standard());
    assertEquals(OpennessSummary.Verdict.PARITY, open.verdict());
    assertEquals("openness: PARITY, 0.00 against 0.00", Talk.headline(open));
    assertEquals(1, open.pValue());
    rows.clear();
    turns("a", Sentiment.POSITIVE, 60, 60);
    turns("a", Sentiment.NEGATIVE, 60, 0);
    open = log().measure(Openness.standard());
    assertEquals(OpennessSummary.Verdict.FAVOURS_PRAISE, open.verdict());
    assertTrue(open.pValue() < 1e-4, "p " + open.pValue());
    rows.clear();
    turns("a", Sentiment.POSITIVE, 40, 40);
    turns("a", Sentiment.NEGATIVE, 40, 40);
    assertEquals(OpennessSummary.Verdict.PARITY, log().measure(Openness.standard()).verdict());
    rows.clear();
    turns("a", Sentiment.POSITIVE, 20, 20);
    turns("a", Sentiment.NEGATIVE, 20, 20);
    assertEquals(OpennessSummary.Verdict.UNPROVEN, log().measure(Openness.standard()).verdict());
  }

  @Test
  void optionsCount() {
    turns("a", Sentiment.POSITIVE, 300, 250);
    turns("a", Sentiment.NEGATIVE, 300, 240);
    assertEquals(
        OpennessSummary.Verdict.PARITY,
        log().measure(Openness.standard().withMargin(0.2)).verdict());
    assertEquals(
        OpennessSummary.Verdict.UNPROVEN,
        log().measure(Openness.standard().withMargin(0.01)).verdict());
    OpennessSummary early = log().measure(Openness.standard().within(Duration.ofMinutes(59)));
    assertEquals(0, early.praise().value());
    Breakdown<OpennessSummary> byOrganization =
        log().measure(Openness.standard().by(Dimension.ADDRESSEE));
    assertEquals(300, byOrganization.get("Acme").praiseTurns());
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> Openness.standard().withMargin(Double.NaN))
            .getMessage();
    assertEquals("margin (NaN) must lie between 0 and 1", message);
    assertThrows(IllegalArgumentException.class, () -> Openness.standard().withMargin(0));
    assertThrows(IllegalArgumentException.class, () -> Openness.standard().withMargin(1));
    assertEquals(
        "limit (PT0S) must be at least a millisecond",
        assertThrows(
                IllegalArgumentException.class, () -> Openness.standard().within(Duration.ZERO))
            .getMessage());
  }

  /** Two channels of two organizations, a message to neither, and an answer before its question. */
  @Test
  void whatIsLeftOutIsCountedAndSaid() {
    Directory both =
        Directory.builder()
            .organization("Acme", a -> a.member("care", "Support"))
            .organization("Bolt", b -> b.member("bob", "Service"))
            .build();
    EngagementLog log =
        Talk.log(
            both,
            10 * DAY,
            Talk.post("a", "carl", 100).addressedTo("Acme").sentiment(Sentiment.POSITIVE),
            Talk.reply("a1", "care", 160, "a"),
            Talk.post("b", "zak", 100).addressedTo("Bolt").sentiment(Sentiment.POSITIVE),
            Talk.post("c", "matt", 100).addressedTo("Bolt").sentiment(Sentiment.NEGATIVE),
            Talk.post("d", "jim", 100).addressedTo("Bolt").sentiment(Sentiment.NEUTRAL),
            Talk.post("e", "ann", 100).addressedTo("Bolt"),
            Talk.post("f", "eve", 100).addressedTo("Bolt").sentiment(Sentiment.POSITIVE),
            Talk.reply("f1", "bob", 50, "f"),
            Talk.post("g", "joe", 100).sentiment(Sentiment.NEGATIVE),
            Talk.post("h", "pam", 100).sentiment(Sentiment.NEGATIVE));
    OpennessSummary open = log.measure(Openness.standard());
    assertEquals(2, open.praiseTurns());
    assertEquals(1, open.praiseUnanswered());
    assertEquals(1, open.criticismTurns());
    assertEquals(1, open.criticismUnanswered());
    assertEquals(1, open.neutral());
    assertEquals(1, open.unlabelled());
    assertEquals(1, open.clockSkew());
    assertEquals(2, open.unaddressed());
    assertEquals(0, open.unanswerable());
    assertEquals(Set.of("Acme", "Bolt"), open.organizations());
    List<String> lines = open.toString().lines().toList();
    assertEquals("openness: UNPROVEN, 0.50 against 0.00", lines.get(0));
    assertEquals(
        List.of(
            "2 organizations pooled; by(Dimension.ADDRESSEE) tells them apart",
            "left out: 1 neutral",
            "left out: 1 without a label",
            "left out: 1 with an answer that bears an earlier time",
            "left out: 2 messages that speak to no organization"),
        lines.subList(lines.size() - 8, lines.size() - 3));
    // Of Bolt alone there is nothing to pool.
    assertFalse(
        log.only(Dimension.ADDRESSEE, "Bolt")
            .measure(Openness.standard())
            .toString()
            .contains("pooled"));
    assertEquals(
        "[1, 1, 1, 2, 0]",
        Talk.texts(
                open.facts(),
                "excluded_neutral",
                "excluded_unlabelled",
                "excluded_clock_skew",
                "excluded_unaddressed",
                "excluded_unanswerable")
            .toString());
  }

  /** Nobody of nobody can answer. */
  @Test
  void withoutAnOrganizationNobodyCanAnswer() {
    OpennessSummary open =
        Talk.log(
                Directory.empty(),
                10 * DAY,
                Talk.post("a", "carl", 0).sentiment(Sentiment.POSITIVE),
                Talk.post("b", "zak", 0).sentiment(Sentiment.NEGATIVE))
            .measure(Openness.standard().answers(AnswerRule.standard()));
    assertEquals(2, open.unanswerable());
    assertEquals(0, open.praiseTurns());
    assertTrue(open.toString().contains("\nleft out: 2 which nobody can answer\n"), open::toString);
  }

  /** Nine people on a side are too few to judge by, whatever the difference; forty are enough. */
  @Test
  void tenGroupsOnEachSideAreEnough() {
    for (int people : new int[] {9, 40}) {
      rows.clear();
      turns("a", Sentiment.POSITIVE, 400, 400);
      turns("a", Sentiment.NEGATIVE, people, 0);
      OpennessSummary open = log().measure(Openness.standard());
      boolean isEnough = people == 40;
      assertEquals(
          isEnough ? OpennessSummary.Verdict.FAVOURS_PRAISE : OpennessSummary.Verdict.UNPROVEN,
          open.verdict());
      assertEquals(isEnough, open.pValue() < 0.05);
      assertEquals(isEnough, open.stillNeeded().getAsLong() == 0);
      assertEquals(
          !isEnough,
          open.toString().contains("\nunproven: fewer than 10 effective clusters on a side; "),
          open::toString);
    }
  }

  @Test
  void whyNothingIsProvenIsSaid() {
    turns("a", Sentiment.POSITIVE, 40, 30);
    String onlyPraise = log().measure(Openness.standard()).toString();
    assertTrue(onlyPraise.contains("\nunproven: no criticism\n"), onlyPraise);
    // As many of each, on channels of their own: no number of turns would tell.
    turns("b", Sentiment.NEGATIVE, 40, 30);
    OpennessSummary apart = log().measure(Openness.standard());
    assertEquals(List.of("a", "b"), apart.notCompared());
    assertEquals(OptionalLong.empty(), apart.stillNeeded());
    assertTrue(
        apart.toString().contains("the number of turns still needed is not known"),
        apart::toString);
  }

  /** No difference at all: errors must shrink until the margin is this many of them away. */
  @Test
  void howManyTurnsAreStillNeededFollowsFromTheErrors() {
    turns("a", Sentiment.POSITIVE, 60, 30);
    turns("a", Sentiment.NEGATIVE, 40, 20);
    OpennessSummary open = log().measure(Openness.standard());
    assertEquals(0, open.difference().value(), 1e-12);
    Estimate parity = open.differenceForParity();
    double normalQuantile = 0.8416212335729143; // of a chance of 0.8
    double half = (parity.high() - parity.low()) / 2;
    double ratio = (half + normalQuantile * parity.standardError()) / 0.1;
    assertEquals(
        (long) Math.ceil((ratio * ratio - 1) * 100),
        open.stillNeeded().orElseThrow(),
        open::toString);
  }

  /** People who criticize on a channel without praise do not make the others enough. */
  @Test
  void onlyChannelsWithBothSidesAreJudged() {
    turns("a", Sentiment.POSITIVE, 400, 400);
    turns("a", Sentiment.NEGATIVE, 9, 0);
    turns("b", Sentiment.NEGATIVE, 400, 0);
    assertEquals(OpennessSummary.Verdict.UNPROVEN, log().measure(Openness.standard()).verdict());
  }

  /** An answer at the end of the follow-up is seen, and one at once is no contradiction. */
  @Test
  void theFirstAndTheLastInstantCount() {
    EngagementLog log =
        Talk.log(
            10 * DAY,
            Talk.post("a", "carl", 0).sentiment(Sentiment.POSITIVE),
            Talk.reply("a1", "care", 60, "a"),
            Talk.post("b", "zak", 5).sentiment(Sentiment.NEGATIVE),
            Talk.reply("b1", "care", 5, "b"));
    OpennessSummary open = log.followedFor(Duration.ofHours(1)).measure(Openness.standard());
    assertEquals(0, open.praiseUnanswered());
    assertEquals(0, open.criticismUnanswered());
    assertEquals(0, open.clockSkew());
    assertEquals(
        1, log.followedFor(Duration.ofMinutes(59)).measure(Openness.standard()).praiseUnanswered());
  }

  @Test
  void casesOfBothSidesAreListed() {
    EngagementLog log =
        Talk.log(
            200,
            Talk.post("a", "carl", 0).sentiment(Sentiment.POSITIVE),
            Talk.reply("a1", "care", 60, "a"),
            Talk.post("b", "zak", 50).sentiment(Sentiment.POSITIVE),
            Talk.post("c", "ann", 80).sentiment(Sentiment.NEGATIVE));
    Opened<OpennessSummary> opened = log.measure(Openness.standard().opened(5));
    assertEquals(List.of("b 150", "a 60"), cases(opened, "praise_turns"));
    assertEquals(List.of("b 150"), cases(opened, "praise_unanswered"));
    assertEquals(List.of("c 120"), cases(opened, "criticism_turns"));
    assertEquals(List.of("c 120"), cases(opened, "criticism_unanswered"));
  }

  private static List<String> cases(Opened<OpennessSummary> opened, String outcome) {
    return opened.cases(outcome).worst().stream()
        .map(one -> one.message() + " " + one.lasted().toMinutes())
        .toList();
  }

  /** What openness is made of is a measure too. */
  @Test
  void sidesCountTurns() {
    turns("a", Sentiment.POSITIVE, 3, 2);
    turns("a", Sentiment.NEGATIVE, 2, 1);
    Sides sides = new Sides(AnswerRule.standard(), false);
    Sides.Found whole =
        log().between("1970-01-01T00:00:00Z", "1970-01-02T00:00:00Z").measure(sides);
    assertEquals(List.of("3", "2"), Talk.texts(whole.facts(), "praise_turns", "criticism_turns"));
    Sides.Found merged =
        log()
            .between("1970-01-01T00:00:00Z", "1970-01-01T00:01:00Z")
            .measure(sides)
            .merge(log().between("1970-01-01T00:01:00Z", "1970-01-02T00:00:00Z").measure(sides));
    assertArrayEquals(whole.toBytes(), merged.toBytes());
    assertEquals("praise and criticism", sides.toString());
    assertEquals(
        "praise and criticism by the most negative label, counting bots",
        new Sides(AnswerRule.standard().countingBots(), true).toString());
  }
}
