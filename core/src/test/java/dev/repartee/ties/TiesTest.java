package dev.repartee.ties;

import static dev.repartee.testing.Talk.flat;
import static dev.repartee.testing.Talk.headline;
import static dev.repartee.testing.Talk.log;
import static dev.repartee.testing.Talk.post;
import static dev.repartee.testing.Talk.reply;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Groups.Grouping;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Slice;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.stats.Proportion;
import dev.repartee.testing.FactRows;
import dev.repartee.testing.Probe;
import dev.repartee.testing.RealData;
import dev.repartee.testing.Talk;
import dev.repartee.testing.VerdictSimulation;
import dev.repartee.ties.TiesSummary.Contribution;
import dev.repartee.ties.TiesSummary.Edge;
import dev.repartee.ties.TiesSummary.Flow;
import dev.repartee.ties.TiesSummary.Helper;
import dev.repartee.ties.TiesSummary.Relationship;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ties worked by hand. Times are minutes. */
class TiesTest {
  private static final long MONTH = 60 * 24 * 30;
  private static final Ties MATURE = Ties.standard().withHorizon(Duration.ZERO);

  private static TiesSummary ties(EngagementLog log) {
    return log.measure(MATURE);
  }

  private static List<String> edges(TiesSummary ties) {
    return ties.edges().stream().map(Edge::toString).toList();
  }

  /** Carl asks, care answers twice, Carl thanks; Dora answers Carl; Zak replies to himself. */
  private static EngagementLog example() {
    return log(
        MONTH,
        post("p", "carl", 0),
        reply("r1", "care", 10, "p"),
        reply("r2", "care", 11, "r1"),
        reply("t", "carl", 20, "r1"),
        reply("d", "dora", 30, "p"),
        reply("z1", "zak", 40, "p"),
        reply("z2", "zak", 41, "z1"));
  }

  @Test
  void tiesOfAThread() {
    TiesSummary ties = ties(example());
    // r1 answers Carl by link. r2 replies to its own author, and Carl does not wait any more.
    assertEquals(
        List.of("care -> carl, 1", "carl -> care, 1", "dora -> carl, 1", "zak -> carl, 1"),
        edges(ties));
    assertEquals("2/4", count(ties.reciprocity()));
    assertEquals(4, ties.persons());
    assertEquals(4.0 / (4 * 3), ties.density(), 1e-15);
    // Carl is the only one who can answer care, and all others can answer Carl alone: it is chance.
    assertEquals(0.5, ties.expectedReciprocity(), 1e-12);
    assertEquals(0, ties.reciprocityBeyondChance(), 1e-12);
    assertEquals("2/4", count(ties.weightedReciprocity()));
    assertEquals(3, ties.reach());
    // Of Carl, Dora and Zak only Carl answers somebody who answers him.
    assertEquals("1/3", count(ties.withReturnedTie()));
    assertEquals("1/3", count(ties.withDialogue()));
    assertEquals("3/3", count(ties.onAtLeastDays(1)));
    assertEquals("2/4", count(ties.amongAudience()));
    assertEquals("1/4", count(ties.share(Flow.ORGANIZATION_TO_AUDIENCE)));
    assertEquals("1/4", count(ties.share(Flow.AUDIENCE_TO_ORGANIZATION)));
    assertEquals("0/4", count(ties.share(Flow.ORGANIZATION_TO_ORGANIZATION)));
    assertEquals(4, ties.messages(Contribution.ANSWERS));
    assertEquals(1, ties.messages(Contribution.ANSWERS_NOBODY));
    assertEquals(2, ties.messages(Contribution.ANSWERS_ONESELF));
    assertEquals("ties: 4 mature, 0.50 returned", headline(ties));
  }

  @Test
  void factsOfTheWholeAndOfTheForemost() {
    TiesSummary ties = ties(example());
    assertEquals(
        List.of(
            "ties",
            "ties_returned",
            "ties_returned_by_chance",
            "ties_young",
            "ties_returned_beyond_chance",
            "ties_of_all_pairs",
            "answers",
            "answers_returned",
            "answers_audience_to_audience",
            "answers_audience_to_organization",
            "answers_organization_to_audience",
            "answers_organization_to_organization",
            "people",
            "people_reached",
            "people_with_returned_tie",
            "people_with_dialogue",
            "people_on_at_least_2_days",
            "messages_answer_somebody",
            "messages_answer_nobody",
            "messages_answer_oneself",
            "messages_answer_somebody_without_a_name",
            "messages_answer_a_machine",
            "messages_without_author",
            "messages_of_machines"),
        FactRows.names(ties));
    Facts facts = ties.facts();
    assertEquals(4, facts.get("ties").value().orElseThrow());
    assertEquals(2, facts.get("ties_returned").numerator().orElseThrow());
    assertEquals(0.5, facts.get("ties_returned_by_chance").value().orElseThrow(), 1e-12);
    assertEquals(1 / 3.0, facts.get("ties_of_all_pairs").value().orElseThrow(), 1e-12);
    assertEquals(2, facts.get("answers_audience_to_audience").numerator().orElseThrow());
    assertEquals(3, facts.get("people_reached").value().orElseThrow());
    assertEquals(2, facts.get("messages_answer_oneself").value().orElseThrow());
    assertEquals(
        "most_helpful_answered_others: 1\nmost_helpful_answers: 1\nmost_helpful_is_member: YES",
        FactRows.text(ties, "care"));
    assertEquals(
        """
        most_helpful_answered_others: 1
        most_helpful_answers: 1
        most_helpful_is_member: NO
        closest_days: 1
        closest_dialogues: 1
        closest_tenure: 40 min
        closest_messages: 2
        closest_answered_others: 1
        closest_answered_by_others: 3
        closest_returned_ties: 1""",
        FactRows.text(ties, "carl"));
    // Lists of people are easier to read with a column for each number.
    assertTrue(ties.table().contains("most helpful  member  answered others  answers\ncare"));
    assertFalse(ties.table().contains("closest days"), ties::table);
  }

  @Test
  void factsWithoutTies() {
    TiesSummary none = ties(log(0));
    assertEquals(FactRows.names(ties(example())), FactRows.names(none));
    assertEquals(State.NO_DATA, none.facts().get("ties_returned").state());
    assertEquals(State.NOT_DEFINED, none.facts().get("ties_returned_by_chance").state());
    assertEquals("fewer than 2 people", none.facts().get("ties_of_all_pairs").note());
    assertEquals(0, none.facts().get("people").value().orElseThrow());
  }

  @Test
  void textAndTableOfAThread() {
    TiesSummary ties = ties(example());
    assertTrue(
        ties.toString()
            .contains(
                "\nreturned "
                    + ties.reciprocity()
                    + "\nby chance 0.50, answer by answer "
                    + ties.weightedReciprocity()
                    + "\namong the audience "
                    + ties.amongAudience()
                    + "\nwith a returned tie "
                    + ties.withReturnedTie()
                    + ", reach 3\ncare (member): answered 1 other\n"),
        ties::toString);
    String table = ties.table();
    for (String line :
        List.of(
            "people reached +3 *",
            "care +yes +1 +1 *",
            "dora +no +1 +1 *",
            "carl +1 +1 +40 min +2 +1 *")) {
      assertTrue(table.lines().anyMatch(row -> row.matches(line)), line + "\n" + table);
    }
    assertFalse(ties(log(MONTH, post("p", "carl", 0))).toString().contains("by chance"));
  }

  /** Two pairs who answer each other: all is returned, which is as far beyond chance as can be. */
  @Test
  void whereAllIsReturnedNothingIsFurtherBeyondChance() {
    TiesSummary ties =
        ties(
            log(
                MONTH,
                post("p", "carl", 0),
                reply("r", "care", 1, "p"),
                reply("t", "carl", 2, "r"),
                post("q", "zak", 0),
                reply("s", "jane", 1, "q"),
                reply("u", "zak", 2, "s")));
    assertEquals("4/4", count(ties.reciprocity()));
    assertTrue(ties.expectedReciprocity() > 0 && ties.expectedReciprocity() < 1);
    assertEquals(1, ties.reciprocityBeyondChance(), 1e-12);
  }

  private static String count(Proportion share) {
    return share.successes() + "/" + share.trials();
  }

  @Test
  void weightsCountAnswerByAnswer() {
    TiesSummary ties =
        ties(
            log(
                MONTH,
                post("p", "carl", 0),
                reply("r1", "care", 1, "p"),
                reply("r2", "care", 2, "p"),
                reply("r3", "care", 3, "p"),
                reply("t", "carl", 4, "r1"),
                reply("j", "jane", 5, "t")));
    // care to carl 3, carl to care 1, jane to carl 1: (1 + 1 + 0) of 5; plain, 2 of 3.
    assertEquals("2/5", count(ties.weightedReciprocity()));
    assertEquals("2/3", count(ties.reciprocity()));
    assertEquals(3, ties.edge("care", "carl").orElseThrow().weight());
    assertEquals(5, ties.answers());
  }

  @Test
  void aFlatAnswerIsInferredAndARunGoesOn() {
    TiesSummary ties =
        ties(
            log(
                MONTH,
                flat("a", "carl", 0),
                flat("b", "dora", 1),
                flat("c", "care", 2),
                flat("d", "jane", 3)));
    // care answers who spoke last; jane goes on where nobody waits: an answer to nobody.
    assertEquals(List.of("care -> dora, 1"), edges(ties));
    assertEquals(1, ties.edges().get(0).inferred());
    assertEquals(3, ties.messages(Contribution.ANSWERS_NOBODY));
    TiesSummary all =
        log(MONTH, flat("a", "carl", 0), flat("b", "dora", 1), flat("c", "care", 2))
            .measure(MATURE.answers(AnswerRule.standard().oneAnswerServesAll()));
    assertEquals(List.of("care -> carl, 1", "care -> dora, 1"), edges(all));
  }

  @Test
  void whoIsNamedIsAnsweredAndOnceOnly() {
    TiesSummary ties =
        ties(
            log(
                MONTH,
                post("p", "carl", 0),
                reply("q", "dora", 1, "p").naming("carl"),
                reply("r", "care", 2, "p").naming("dora"),
                reply("s", "care", 3, "q").naming("jane"),
                reply("t", "carl", 4, "p").naming("carl")));
    assertEquals(List.of("care -> carl, 1", "care -> dora, 2", "dora -> carl, 1"), edges(ties));
    assertEquals(0, ties.edges().stream().mapToLong(Edge::inferred).sum());
  }

  @Test
  void machinesAndRowsWithoutAuthorAreCountedApart() {
    TiesSummary ties =
        ties(
            log(
                MONTH,
                post("p", "carl", 0),
                reply("b", "bot", 1, "p"),
                reply("m", "care", 2, "p").automatic(true),
                reply("x", "carl", 3, "b"),
                Reply.of("n", null, 240_000L).to("p"),
                reply("r", "care", 5, "n")));
    assertEquals(List.of(), edges(ties));
    assertEquals("ties: nobody answers anybody", headline(ties));
    assertEquals(2, ties.messages(Contribution.BY_MACHINE));
    assertEquals(1, ties.messages(Contribution.ANSWERS_MACHINE));
    assertEquals(1, ties.messages(Contribution.BY_ANONYMOUS));
    assertEquals(1, ties.messages(Contribution.ANSWERS_ANONYMOUS));
    assertEquals(1, ties.messages(Contribution.ANSWERS_NOBODY));
    assertTrue(ties.reciprocity().isEmpty());
    assertTrue(Double.isNaN(ties(log(MONTH)).density()));
    assertTrue(Double.isNaN(ties(log(MONTH)).expectedReciprocity()));
    assertTrue(Double.isNaN(ties(log(MONTH)).reciprocityBeyondChance()));
    assertEquals("ties: no data", headline(ties(log(MONTH))));
    assertEquals(
        List.of("bot -> carl, 1", "carl -> bot, 1"),
        edges(
            log(MONTH, post("p", "carl", 0), reply("b", "bot", 1, "p"), reply("x", "carl", 3, "b"))
                .measure(MATURE.answers(AnswerRule.standard().countingBots()))));
  }

  @Test
  void youngTiesAreApart() {
    long week = 7 * 24 * 60;
    EngagementLog log =
        log(
            week + 10,
            post("p", "carl", 0),
            reply("r", "care", 10, "p"), // exactly as old as the horizon: mature
            reply("t", "carl", 11, "r"));
    TiesSummary ties = log.measure(Ties.standard());
    assertEquals(2, ties.ties());
    assertEquals(1, ties.young());
    assertEquals("1/1", count(ties.reciprocity()));
    assertEquals("ties: 1 mature, 1 young, 1.00 returned", headline(ties));
  }

  @Test
  void personsAreOneOverAllAccountsAndDaysAreLocal() {
    Directory directory =
        Directory.builder()
            .organization("Acme", acme -> acme.member("care", "Support"))
            .person("Carl", "carl@blog", "carl@chirp")
            .build();
    EngagementLog log =
        Talk.log(
            directory,
            MONTH,
            post("p", "carl@blog", 0), // 1 January 12:00 in Auckland
            reply("r", "care", 10, "p"),
            reply("t", "carl@chirp", 13 * 60, "r"), // 2 January there
            post("q", "carl@chirp", 24 * 60 * 3)); // 4 January, here and there
    Relationship utc = ties(log).relationship("Carl").orElseThrow();
    assertEquals(2, utc.days());
    assertEquals(3, utc.messages());
    assertEquals(1, utc.dialogues());
    assertEquals(1, utc.returned());
    assertEquals(Duration.ofDays(3), utc.tenure());
    assertEquals("Carl: 2 days, 1 dialogue", utc.toString());
    ZoneId auckland = ZoneId.of("Pacific/Auckland");
    TiesSummary there = log.measure(MATURE.withZone(auckland));
    assertEquals(3, there.relationship("Carl").orElseThrow().days());
    assertEquals("1/1", count(there.onAtLeastDays(3)));
    assertEquals("0/1", count(there.onAtLeastDays(4)));
    assertTrue(there.relationship("care").isEmpty());
    assertTrue(there.relationship("nobody").isEmpty());
    assertTrue(there.edge("Carl", "nobody").isEmpty());
  }

  @Test
  void helpersAreRankedAndTiesBrokenByWhatIsKnown() {
    TiesSummary ties =
        ties(
            log(
                MONTH,
                post("a", "ann", 0),
                post("b", "bea", 0),
                reply("1", "zoe", 1, "a"),
                reply("2", "zoe", 2, "b"),
                reply("3", "care", 3, "a"),
                reply("4", "care", 4, "b"),
                reply("5", "care", 5, "b"),
                reply("6", "max", 6, "a"),
                reply("7", "kim", 7, "a")));
    assertEquals(
        List.of("care", "zoe", "kim", "max"),
        ties.mostHelpful(9).stream().map(Helper::person).toList());
    assertEquals("zoe: answered 2 others", ties.mostHelpful(2).get(1).toString());
    assertEquals("kim: answered 1 other", ties.mostHelpful(3).get(2).toString());
    assertEquals("care (member): answered 2 others", ties.mostHelpful(1).get(0).toString());
    assertEquals(
        List.of("zoe", "kim"), ties.mostHelpfulOfAudience(2).stream().map(Helper::person).toList());
    assertEquals(List.of(), ties.mostHelpful(0));
    assertEquals(
        "most (-1) must be at least 0",
        assertThrows(IllegalArgumentException.class, () -> ties.mostHelpful(-1)).getMessage());
    assertEquals(
        "most (-1) must be at least 0",
        assertThrows(IllegalArgumentException.class, () -> ties.closest(-1)).getMessage());
    assertEquals(
        "days (0) must be at least 1",
        assertThrows(IllegalArgumentException.class, () -> ties.onAtLeastDays(0)).getMessage());
    // On one day all of them: most dialogues, longest tenure, then by name.
    assertEquals(
        List.of("ann", "bea", "zoe", "kim", "max"),
        ties.closest(9).stream().map(Relationship::person).toList());
  }

  @Test
  void twoAccountsOfOneNameAreOneAndTieToNobody() {
    Directory directory = Directory.builder().person("carl", "carl@blog").build();
    TiesSummary ties =
        ties(Talk.log(directory, 10, post("p", "carl@blog", 0), reply("r", "carl", 1, "p")));
    assertEquals(List.of(), edges(ties));
    assertEquals(1, ties.persons());
  }

  @Test
  void windowsKeysAndCanonicalText() {
    TiesSummary window = ties(example().between("1970-01-01T00:15:00Z", "1970-01-01T00:35:00Z"));
    assertEquals(List.of("carl -> care, 1", "dora -> carl, 1"), edges(window));
    assertEquals("0/2", count(window.reciprocity()));
    assertEquals("1/2", count(window.withDialogue()));
    assertEquals(
        "ties, young for PT0S, days of Europe/Paris, answered by anybody else",
        MATURE.withZone(ZoneId.of("Europe/Paris")).answers(AnswerRule.anybodyElse()).plan().text());
    assertEquals(
        "horizon (PT-1S) must not be negative; Duration.ZERO makes all strands mature at once",
        assertThrows(
                IllegalArgumentException.class, () -> MATURE.withHorizon(Duration.ofSeconds(-1)))
            .getMessage());
  }

  @Test
  void aStarAndAChainOfAMillionAreWorkLikeAnyOther() {
    var builder = EngagementLog.builder(Talk.acme());
    var rows = builder.appender();
    int n = 300_000;
    rows.id(0).author("care").at(0L).end();
    for (int i = 1; i <= n; i++) {
      rows.id(i).parent(0).author(i % 1000).at(i).end();
      rows.id(n + i).parent(i == 1 ? 0 : n + i - 1).author(i % 2).at(i).end();
    }
    TiesSummary ties = builder.build().measure(MATURE);
    assertEquals(2L * n, ties.answers());
    assertEquals(n - 1, ties.share(Flow.AUDIENCE_TO_AUDIENCE).successes());
    assertEquals(n / 1000 + 1, ties.edge("1", "care").orElseThrow().weight());
    assertEquals(1000, ties.reach());
  }

  /** Ties by who answers and by who is answered; answers by person, members' by thread. */
  @Test
  void sharesKnowThatPersonsRepeat() {
    List<Interaction> rows = new ArrayList<>();
    long[][] among = new long[4][Groups.COUNT];
    for (int i = 0; i < 60; i++) {
      String post = "p" + i;
      String helper = "w" + i * i % 11;
      rows.add(post(post, "v" + i % 13, i));
      rows.add(reply("r" + i, "care", i + 1, post));
      rows.add(reply("h" + i, helper, i + 2, post));
      rows.add(reply("t" + i, "v" + i % 13, i + 3, (i % 4 == 0 ? "h" : "r") + i));
      int thread = Groups.ofName(post);
      boolean isAmong = i % 4 == 0;
      count(among, Groups.ofName(helper), thread, true);
      count(among, Groups.ofName("v" + i % 13), thread, isAmong);
      count(among, thread, thread, false);
    }
    TiesSummary ties = ties(log(MONTH, rows.toArray(Interaction[]::new)));
    assertEquals(
        Proportion.clustered(new long[][] {among[0], among[2]}, new long[][] {among[1], among[3]})
            .toString(),
        ties.amongAudience().toString());
    assertReciprocity(ties);
  }

  /** Helpers are alike; of those they answer some answer everybody and some nobody. */
  @Test
  void reciprocityKnowsWhoIsAnsweredToo() {
    List<Interaction> rows = new ArrayList<>();
    for (int i = 0; i < 180; i++) {
      String visitor = "v" + i % 6;
      rows.add(post("p" + i, visitor, i));
      rows.add(reply("h" + i, "w" + i / 6, i + 1, "p" + i));
      if (i % 6 < 2) {
        rows.add(reply("t" + i, visitor, i + 2, "h" + i));
      }
    }
    TiesSummary ties = ties(log(MONTH, rows.toArray(Interaction[]::new)));
    assertEquals("120/240", count(ties.reciprocity()));
    assertReciprocity(ties);
  }

  private static void assertReciprocity(TiesSummary ties) {
    long[][] returned = new long[4][Groups.COUNT];
    for (Edge edge : ties.edges()) {
      boolean isReturned = ties.edge(edge.to(), edge.from()).isPresent();
      count(returned, Groups.ofName(edge.from()), Groups.ofName(edge.to()), isReturned);
    }
    assertEquals(
        Proportion.clustered(
                new long[][] {returned[0], returned[2]}, new long[][] {returned[1], returned[3]})
            .toString(),
        ties.reciprocity().toString());
  }

  /** Counts a trial in both groupings. */
  private static void count(long[][] counts, int first, int second, boolean isHit) {
    counts[0][first] += isHit ? 1 : 0;
    counts[1][first]++;
    counts[2][second] += isHit ? 1 : 0;
    counts[3][second]++;
  }

  @Test
  void groupsOfNamesAreThoseOfRows() {
    EngagementLog log =
        log(MONTH, post("p", "carl", 0), Post.of("q", "7", 1), reply("r", "Ä", 2, "p"));
    log.measure(
        new Probe(
            (Slice slice) -> {
              for (int unit = 0; unit < slice.units(); unit++) {
                for (int row = slice.from(unit); row < slice.to(unit); row++) {
                  String name = slice.personName(slice.person(row));
                  assertEquals(Grouping.PERSON.of(slice.groups(row)), Groups.ofName(name), name);
                }
              }
            }));
  }

  @Test
  void theAnsweredVisitorsOfTheBlogThread() {
    for (Measure<TiesSummary> measure : List.of(Ties.standard(), MATURE)) {
      TiesSummary ties = RealData.blogThread().measure(measure);
      List<Edge> answered =
          ties.edges().stream().filter(edge -> edge.from().equals("Simon")).toList();
      assertEquals(
          List.of("Annemieke", "Carl", "Matt @ Kurb", "Zak", "andrewnim"),
          answered.stream().filter(edge -> edge.inferred() == 0).map(Edge::to).toList());
      assertEquals(
          List.of("Luigi Cappel"),
          answered.stream().filter(edge -> edge.inferred() > 0).map(Edge::to).toList());
      assertEquals(6, ties.reach());
      assertEquals(12, Stream.of(Contribution.values()).mapToLong(ties::messages).sum());
    }
    TiesSummary young = RealData.blogThread().measure(Ties.standard());
    assertEquals(young.ties(), young.young());
    assertFalse(young.reciprocity().hasInterval());
  }

  /**
   * Where everybody answers anybody, as many ties are returned as are expected, far more than
   * density says. Where people meet in rooms only, it lies beyond chance: the shuffles do not know
   * who could meet.
   */
  @Test
  void reciprocityByChanceIsThatOfTheBusy() {
    VerdictSimulation simulation = new VerdictSimulation(2009, 10);
    VerdictSimulation.Returned all = simulation.returned(100, 1.5, 1);
    assertEquals(all.reciprocity(), all.expected(), 0.015);
    assertTrue(all.density() < all.expected() / 3, all.toString());
    VerdictSimulation.Returned rooms = simulation.returned(100, 1.5, 5);
    assertTrue(rooms.reciprocity() > rooms.expected() + 0.1, rooms.toString());
  }
}
