package dev.repartee.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.apath.APath;
import dev.repartee.consistency.Consistency;
import dev.repartee.dialogue.Dialogue;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Results;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Sentiment;
import dev.repartee.openness.Openness;
import dev.repartee.participation.Participation;
import dev.repartee.response.ResponseTime;
import dev.repartee.scorecard.Ranking.RankInterval;
import dev.repartee.scorecard.Scorecard.Component;
import dev.repartee.scorecard.Scorecard.Weights;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Interval;
import dev.repartee.stats.Proportion;
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
    assertEquals(5, handed.component(Component.PARTICIPATION).score().standardError(), 1e-12);
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
    Ranking reversed = Scorecards.of(List.of(card("a", 0.1, 0.1), card("b", 0.9, 0.9))).ranking();
    assertEquals(
        List.of("b", "a"), reversed.places().stream().map(Ranking.Place::organization).toList());
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
    assertTrue(card.component(Component.CONSISTENCY).score().hasInterval());
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
    assertThrows(
        IllegalArgumentException.class,
        () -> Weights.equal().with(Component.DIALOGUE, Double.POSITIVE_INFINITY));
    assertEquals(
        "share of DIALOGUE (2.0) must lie in [0, 1]",
        assertThrows(
                IllegalArgumentException.class,
                () -> ComponentScore.of(Component.DIALOGUE, Replicated.constant(2)))
            .getMessage());
    assertEquals(Map.of(), Scorecards.of(List.of()).ranking().effectiveWeights());
  }

  /** Ten of forty messages speak with people: half of them would be 100, so this is 50. */
  @Test
  void halfOfTheMessagesToPeopleIsAll() {
    strands("Acme", "care", 10, 10, 0);
    for (int i = 0; i < 30; i++) {
      rows.add(Talk.post("ad" + i, "care", 10_000 + i));
    }
    ComponentScore listening = Scorecards.of(log()).get("Acme").component(Component.LISTENING);
    Proportion share = log().measure(Dialogue.standard()).messagesToAudience();
    assertEquals(50, listening.score().value(), 1e-9);
    assertEquals(200 * share.standardError(), listening.score().standardError(), 1e-9);
    assertEquals(200 * share.interval().orElseThrow().low(), listening.score().low(), 1e-9);
    assertEquals(0.5, listening.share().value(), 1e-12);
  }

  @Test
  void onePersonHasNoInterval() {
    strands("Acme", "care", 1, 1, 1);
    Scorecard card = Scorecards.of(log()).get("Acme");
    assertEquals(
        "listening: 100 (fewer than 2 groups)", card.component(Component.LISTENING).toString());
    assertEquals(
        "openness: missing because no turn criticizes", described(card, Component.OPENNESS));
    assertEquals("no turn criticizes", card.component(Component.OPENNESS).reason());
    rows.clear();
    rows.add(Talk.post("a", "ann", 0).addressedTo("Acme").sentiment(Sentiment.NEGATIVE));
    assertEquals(
        "openness: missing because no turn praises",
        described(Scorecards.of(log()).get("Acme"), Component.OPENNESS));
  }

  private static String described(Scorecard card, Component component) {
    return card.component(component).toString();
  }

  @Test
  void whatIsMissingFromAnEmptyLogIsSaid() {
    EngagementLog empty = log();
    Scorecard card =
        Scorecard.of(
                "Acme",
                empty.measure(ResponseTime.eachTurn()),
                empty.measure(Dialogue.standard()),
                empty.measure(Openness.standard()),
                empty.measure(APath.standard()))
            .with(
                ComponentScore.participation(empty.measure(Participation.of(directory())), "Core"))
            .with(ComponentScore.consistency(empty.measure(Consistency.standard()), "Acme"));
    assertEquals(
        List.of(
            "listening: missing because the organization wrote nothing",
            "responding: missing because nobody waited for a response",
            "dialogue: missing because no mature strand has a message of the audience",
            "openness: missing because no turn is labelled as praise or criticism",
            "participation: missing because the directory names no members",
            "consistency: missing because nobody wrote",
            "advocacy: missing because no act of will is in the log"),
        card.components().stream().map(ComponentScore::toString).toList());
    assertTrue(
        card.toString().endsWith("total, equal weights: none (no component)"), card::toString);
    assertEquals("Acme: 0 of 7 components", Talk.headline(card));
  }

  /** Support and Sales write as much as each other and Legal nothing: one of two possible. */
  @Test
  void departmentsBeyondTheFirstCount() {
    Directory three =
        Directory.builder()
            .organization(
                "Acme",
                a -> a.member("care", "Support").member("jane", "Sales").member("lea", "Legal"))
            .build();
    for (int i = 0; i < 20; i++) {
      rows.add(Talk.post("q" + i, "ann" + i, i));
      rows.add(Talk.reply("a" + i, i % 2 == 0 ? "care" : "jane", 60 + i, "q" + i));
    }
    EngagementLog log = Talk.log(three, 200 * DAY, rows.toArray(new Interaction[0]));
    double effective =
        log.measure(Participation.of(three)).organization("Acme").effectiveDepartments().value();
    assertEquals(2, effective, 0.1);
    assertEquals(
        100 * (effective - 1) / 2,
        Scorecards.of(log).get("Acme").component(Component.PARTICIPATION).score().value(),
        1e-9);
    EngagementLog silent = Talk.log(three, 200 * DAY, rows.get(0));
    assertEquals(
        "participation: missing because no member wrote",
        described(Scorecards.of(silent).get("Acme"), Component.PARTICIPATION));
  }

  /** Deviations of 0.4 and 0.1 at equal weights: what differs is responding, by four to one. */
  @Test
  void theTableSaysWhatDecides() {
    List<Scorecard> cards = List.of(card("c", 0.1, 0.3), card("b", 0.5, 0.4), card("a", 0.9, 0.5));
    Ranking ranking = Scorecards.of(cards).ranking();
    assertEquals(0.8, ranking.effectiveWeights().getOrDefault(Component.RESPONDING, 0.0), 1e-12);
    assertEquals(0.2, ranking.effectiveWeights().getOrDefault(Component.CONSISTENCY, 0.0), 1e-12);
    assertEquals(
        List.of("a", "b", "c"),
        ranking.places().stream().map(Ranking.Place::organization).toList());
    assertEquals("1 [1, 3] a, 70", ranking.get("a").toString().replaceAll(" \\(.*", ""));
    List<String> lines = ranking.table().lines().toList();
    assertTrue(lines.get(1).matches(" *1 +\\[1, 3\\] +a +70.* +\\[1, 1\\]"), lines.get(1));
    assertTrue(lines.get(3).matches(" *3 +\\[1, 3\\] +c +20.* +\\[3, 3\\]"), lines.get(3));
    assertEquals("what differs: responding 80 %, consistency 20 %", lines.get(4));
    assertEquals("other weights: Dirichlet, seed 2009", lines.get(5));
    assertEquals("left out: listening, missing for a, b, c", lines.get(6));
    assertFalse(ranking.hasFewWeeks());
    assertFalse(ranking.table().contains("few weeks"));
    assertEquals(
        "organization (x) must be ranked: [a, b, c]",
        assertThrows(IllegalArgumentException.class, () -> ranking.get("x")).getMessage());
    Ranking none = Scorecards.of(List.of(Scorecard.of("d"))).ranking();
    assertEquals(
        "organization (d) must be ranked: []; no component is common to all",
        assertThrows(IllegalArgumentException.class, () -> none.get("d")).getMessage());
    Ranking five =
        Scorecards.of(Stream.of("a", "b", "c", "d", "e").map(name -> card(name, 0.5, 0.5)).toList())
            .ranking();
    assertTrue(
        five.table().contains("\nleft out: openness, missing for a, b, c and 2 more\n"),
        five::table);
  }

  /** All questions of one week, and the same in each of eleven. */
  @Test
  void fewWeeksAreSaid() {
    strands("Acme", "care", 40, 30, 12);
    strands("Bolt", "help", 40, 20, 12);
    Ranking few = Scorecards.of(log()).ranking();
    assertTrue(few.hasFewWeeks());
    assertTrue(
        few.table().endsWith("\nfew weeks: how alike waits of one week are is not seen"),
        few::table);
    assertFalse(
        Scorecards.of(log()).ranking(Weights.equal().with(Component.RESPONDING, 0)).hasFewWeeks());
    rows.clear();
    for (int i = 0; i < 44; i++) {
      long at = i % 11 * 7L * DAY + i;
      rows.add(Talk.post("q" + i, "v" + i, at).addressedTo(i < 22 ? "Acme" : "Bolt"));
    }
    Ranking enough = Scorecards.of(log()).ranking();
    assertTrue(enough.common().contains(Component.RESPONDING));
    assertFalse(enough.hasFewWeeks(), enough::table);
  }

  @Test
  void cardsAreShown() {
    strands("Acme", "care", 40, 30, 12);
    strands("Bolt", "help", 40, 10, 5);
    Scorecards cards = Scorecards.of(log());
    List<String> lines = cards.toString().lines().toList();
    assertEquals("2 cards", lines.get(0));
    assertTrue(lines.get(1).startsWith("Acme: 71, "), lines.get(1));
    assertTrue(lines.get(2).startsWith("Bolt: "), lines.get(2));
    List<String> rows = cards.table().lines().toList();
    assertTrue(rows.get(0).matches("component +Acme +Bolt *"), rows.get(0));
    assertTrue(rows.get(2).matches("responding +75 \\[.*\\] +25 \\[.*\\] *"), rows.get(2));
    String card = cards.get("Acme").toString();
    assertTrue(
        card.lines().anyMatch(line -> line.matches("responding +75 .* +answered within 24 h")),
        card);
    assertTrue(card.lines().noneMatch(line -> line.matches("participation .*evenness.*")), card);
    assertEquals("abcdefghijklmnopqrst", name("abcdefghijklmnopqrst"));
    assertEquals("abcdefghijklmnopqrs…", name("abcdefghijklmnopqrstu"));
    assertTrue(Weights.equal().toString().startsWith("weights {LISTENING=1.0, "));
  }

  private static String name(String organization) {
    return Talk.headline(Scorecard.of(organization)).replaceAll(":.*", "");
  }

  /** Who only follows has no conversation, and is on a path all the same. */
  @Test
  void pathsWithoutConversationsHaveCards() {
    EngagementLog acts =
        Talk.log(
            100 * DAY,
            Act.of(ActKind.FOLLOW, "ann", 0L).addressedTo("Acme"),
            Talk.post("x", "ann", 1).addressedTo("Acme"));
    EngagementLog none = Talk.log(100 * DAY);
    Scorecards cards =
        Scorecards.of(none.measure(Scorecards.conversations()), acts.measure(Scorecards.persons()));
    assertEquals(List.of("Acme"), cards.organizations());
    assertEquals(
        "listening: missing because it was not provided",
        described(cards.get("Acme"), Component.LISTENING));
    assertFalse(cards.get("Acme").component(Component.ADVOCACY).isMissing());
    // Who has both has one card, that of the conversations.
    assertFalse(Scorecards.of(acts).get("Acme").component(Component.RESPONDING).isMissing());
  }
}
