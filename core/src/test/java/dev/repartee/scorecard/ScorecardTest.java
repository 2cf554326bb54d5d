package dev.repartee.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.consistency.Consistency;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Results;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Sentiment;
import dev.repartee.participation.Participation;
import dev.repartee.scorecard.Ranking.RankInterval;
import dev.repartee.scorecard.Scorecard.Component;
import dev.repartee.scorecard.Scorecard.Weights;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Interval;
import dev.repartee.stats.Replicated;
import dev.repartee.testing.Talk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScorecardTest {
  private static final int DAY = 24 * 60;

  private final List<Interaction> rows = new ArrayList<>();

  private static Directory directory() {
    return Directory.builder()
        .organization("Acme", a -> a.member("care", "Support"))
        .organization("Bolt", b -> b.member("help", "Support"))
        .build();
  }

  private EngagementLog log() {
    return Talk.log(directory(), 200 * DAY, rows.toArray(new Interaction[0]));
  }

  /** Strands of as many people; some answered after half an hour, of whom some return. */
  private void strands(String organization, String member, int all, int answered, int returned) {
    for (int i = 0; i < all; i++) {
      String id = organization + i;
      Sentiment label = i % 2 == 0 ? Sentiment.POSITIVE : Sentiment.NEGATIVE;
      rows.add(Talk.post(id, "v" + id, i).addressedTo(organization).sentiment(label));
      if (i < answered) {
        rows.add(Talk.reply("r" + id, member, i + 30L, id));
      }
      if (i < returned) {
        rows.add(Talk.reply("b" + id, "v" + id, i + 60L, "r" + id).expectsResponse(false));
      }
    }
  }

  /** Of 40 strands 30 are answered, 12 with return; the 10 last of either label are not. */
  @Test
  void componentsAreWhatTheirNamesSay() {
    strands("Acme", "care", 40, 30, 12);
    rows.addAll(Stream.of(1, 2, 3).<Interaction>map(i -> Talk.post("ad" + i, "care", i)).toList());
    Scorecard card = Scorecards.of(log()).get("Acme");
    assertEquals(100, card.component(Component.LISTENING).score().value(), 1e-9);
    assertEquals(75, card.component(Component.RESPONDING).score().value(), 1e-9);
    assertEquals(100 * (0.75 + 0.4) / 2, card.component(Component.DIALOGUE).score().value(), 1e-9);
    assertEquals(75, card.component(Component.OPENNESS).score().value(), 1e-9);
    // Attracted are the 20 who praise, and 6 whose second word is no criticism; of these 26 are at
    // affinity the 12 who were answered and spoke again.
    double advocacy = 100 * 12 / 26.0;
    assertEquals(advocacy, card.component(Component.ADVOCACY).score().value(), 1e-9);
    assertEquals((100 + 75 + 57.5 + 75 + advocacy) / 5, card.total(Weights.equal()).value(), 1e-9);
    assertEquals(
        (2 * 75 + advocacy) / 3.0,
        card.total(
                Weights.equal()
                    .with(Component.LISTENING, 0)
                    .with(Component.DIALOGUE, 0)
                    .with(Component.OPENNESS, 0)
                    .with(Component.RESPONDING, 2))
            .value(),
        1e-9);
    assertTrue(card.total(Weights.equal()).hasInterval());
    assertEquals("Acme: 71, 5 of 7 components", Talk.headline(card));
    assertTrue(card.toString().length() <= 1000, card.toString());
  }

  @Test
  void aMissingComponentIsNamedAndLeftOut() {
    rows.add(Talk.post("a", "ann", 0).addressedTo("Acme"));
    Scorecards cards = Scorecards.of(log());
    Scorecard card = cards.get("Acme");
    assertEquals(
        List.of(
            "listening: missing because the organization wrote nothing",
            "dialogue: missing because nobody was answered, so that nobody could return",
            "openness: missing because no turn is labelled as praise or criticism",
            "participation: missing because the directory names one department only",
            "consistency: missing because no whole week has a message of the audience"),
        card.missing().stream().map(ComponentScore::toString).toList());
    assertFalse(card.component(Component.LISTENING).score().isDefined());
    // Nobody was answered: that is 0, not missing.
    assertEquals(0, card.component(Component.RESPONDING).score().value());
    Scorecard handed =
        cards
            .with(
                "Acme",
                ComponentScore.of(
                    Component.PARTICIPATION,
                    Estimate.of(0.4, 0.05, new Interval(0.3, 0.5), 0.95, 0)))
            .with("Acme", ComponentScore.missing(Component.CONSISTENCY, "the series is too short"))
            .get("Acme");
    assertEquals(
        "participation: 40 [30, 50]", handed.component(Component.PARTICIPATION).toString());
    assertTrue(handed.toString().contains("missing because the series is too short"));
    assertEquals("none (no component)", Scorecard.of("x").total(Weights.equal()).toString());
    assertEquals(
        "organization (Core) must be one of [Acme]",
        assertThrows(IllegalArgumentException.class, () -> cards.get("Core")).getMessage());
  }

  /** Two shares with errors of their own of 0.03 and 0.04: half of each, 0.025. */
  @Test
  void ownErrorsAddUp() {
    Scorecard card =
        Scorecard.of("x")
            .with(
                ComponentScore.of(
                    Component.PARTICIPATION,
                    Estimate.of(0.4, 0.03, new Interval(0.3, 0.5), 0.95, 0)))
            .with(
                ComponentScore.of(
                    Component.CONSISTENCY,
                    Estimate.of(0.6, 0.04, new Interval(0.5, 0.7), 0.95, 0)));
    Estimate total = card.total(Weights.equal());
    assertEquals(50, total.value(), 1e-12);
    assertEquals(2.5, total.standardError(), 1e-12);
    assertEquals(50 + 1.959963984540054 * 2.5, total.high(), 1e-9);
    Scorecard unsure =
        card.with(
            ComponentScore.of(
                Component.RESPONDING, Estimate.withoutInterval(0.5, 1, "fewer than 2 groups")));
    assertFalse(unsure.total(Weights.equal()).hasInterval());
    assertEquals(50, unsure.total(Weights.equal()).value(), 1e-12);
  }

  @Test
  void organizationsAreRankedOnWhatAllHave() {
    strands("Acme", "care", 400, 380, 200);
    strands("Bolt", "help", 400, 120, 10);
    Scorecards cards =
        Scorecards.of(log())
            .with("Bolt", ComponentScore.of(Component.CONSISTENCY, Replicated.constant(1)));
    Ranking ranking = cards.ranking();
    assertFalse(ranking.common().contains(Component.CONSISTENCY));
    assertEquals(List.of("Acme"), ranking.leftOut().get(Component.CONSISTENCY));
    assertEquals(List.of("Acme", "Bolt"), ranking.leftOut().get(Component.PARTICIPATION));
    assertEquals(1, ranking.get("Acme").rank());
    assertEquals(new RankInterval(1, 1), ranking.get("Acme").interval());
    assertEquals(new RankInterval(2, 2), ranking.get("Bolt").interval());
    assertEquals(new RankInterval(1, 1), ranking.underWeights("Acme"));
    assertEquals(1, ranking.effectiveWeights().values().stream().mapToDouble(w -> w).sum(), 1e-12);
    // Both speak with people only.
    assertEquals(0.0, ranking.effectiveWeights().get(Component.LISTENING));
    assertEquals("2 organizations by 5 components", Talk.headline(ranking));
    assertTrue(ranking.toString().length() <= 1000, ranking.toString());
  }

  @Test
  void whereScoresDoNotDifferNothingWeighs() {
    Ranking equals = Scorecards.of(List.of(card("a", 0.9, 0.1), card("b", 0.9, 0.1))).ranking();
    assertTrue(equals.table().contains("what differs: nothing"), equals.table());
    Ranking without =
        Scorecards.of(List.of(card("a", 0.9, 0.1), card("b", 0.1, 0.9)))
            .ranking(Weights.equal().with(Component.RESPONDING, 0));
    assertEquals(List.of(Component.CONSISTENCY), without.common());
    Ranking alone = Scorecards.of(List.of(card("a", 0.9, 0.1))).ranking();
    assertFalse(alone.toString().contains("NaN"), alone.toString());
  }

  @Test
  void ranksHaveTiesAndDependOnWeights() {
    Scorecard a = card("a", 0.9, 0.1);
    Scorecard b = card("b", 0.1, 0.9);
    Scorecard c = card("c", 0.05, 0.05);
    Ranking ranking = Scorecards.of(List.of(a, b, c)).ranking();
    assertEquals(1, ranking.get("a").rank());
    assertEquals(1, ranking.get("b").rank());
    assertEquals(3, ranking.get("c").rank());
    assertEquals(new RankInterval(1, 2), ranking.underWeights("a"));
    assertEquals(new RankInterval(3, 3), ranking.underWeights("c"));
    assertEquals(
        new RankInterval(1, 1),
        Scorecards.of(List.of(a, b, c))
            .ranking(Weights.equal().with(Component.RESPONDING, 9))
            .underWeights("a"));
    // Without errors nothing is shown.
    assertEquals(new RankInterval(1, 3), ranking.get("c").interval());
    assertEquals(
        "no ranking: no component is common to all",
        Scorecards.of(List.of(a, Scorecard.of("d"))).ranking().toString());
    assertEquals(
        "cards must be of different organizations: a has two",
        assertThrows(IllegalArgumentException.class, () -> Scorecards.of(List.of(a, a)))
            .getMessage());
  }

  private static Scorecard card(String name, double responding, double consistency) {
    return Scorecard.of(name)
        .with(ComponentScore.of(Component.RESPONDING, Replicated.constant(responding)))
        .with(ComponentScore.of(Component.CONSISTENCY, Replicated.constant(consistency)));
  }

  @Test
  void partsMergeToTheCardsOfTheWhole() {
    strands("Acme", "care", 40, 30, 12);
    strands("Bolt", "help", 40, 10, 5);
    Breakdown<Results> merged =
        log()
            .between("1970-01-01T00:00:00Z", "1970-01-01T00:20:00Z")
            .measure(Scorecards.conversations())
            .merge(
                log()
                    .between("1970-01-01T00:20:00Z", "1970-02-01T00:00:00Z")
                    .measure(Scorecards.conversations()));
    assertEquals(
        Scorecards.of(log()).table(),
        Scorecards.of(merged, log().measure(Scorecards.persons()))
            .with(
                log().measure(Consistency.standard()),
                log().measure(Participation.of(log().directory())))
            .table());
    assertEquals("2 cards", Talk.headline(Scorecards.of(log())));
  }

  /**
   * Of 8 whole weeks with a question 6 have an answer: 75. Support answers all, Sales nothing: one
   * department of two is as good as 0 of 1.
   */
  @Test
  void aLogFillsTheWholeCard() {
    for (int week = 0; week < 8; week++) {
      long monday = (4 + 7L * week) * DAY; // 1970-01-01 was a Thursday
      rows.add(Talk.post("q" + week, "ann", monday));
      if (week < 6) {
        rows.add(Talk.reply("a" + week, "care", monday + 60, "q" + week));
      }
    }
    Scorecard card =
        Scorecards.of(Talk.log((4 + 56) * DAY, rows.toArray(new Interaction[0]))).get("Acme");
    assertEquals(75, card.component(Component.CONSISTENCY).score().value(), 1e-9);
    assertEquals(0, card.component(Component.PARTICIPATION).score().value(), 1e-9);
    assertEquals(
        List.of("openness: missing because no turn is labelled as praise or criticism"),
        card.missing().stream().map(ComponentScore::toString).toList());
  }

  @Test
  void badWeightsAreRefused() {
    assertEquals(
        "weight of DIALOGUE (-1.0) must be at least 0 and finite",
        assertThrows(
                IllegalArgumentException.class, () -> Weights.equal().with(Component.DIALOGUE, -1))
            .getMessage());
    assertEquals(
        "share of DIALOGUE (2.0) must lie in [0, 1]",
        assertThrows(
                IllegalArgumentException.class,
                () -> ComponentScore.of(Component.DIALOGUE, Replicated.constant(2)))
            .getMessage());
    assertEquals(Map.of(), Scorecards.of(List.of()).ranking().effectiveWeights());
  }
}
