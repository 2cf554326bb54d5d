package dev.repartee.dialogue;

import static dev.repartee.testing.Talk.flat;
import static dev.repartee.testing.Talk.headline;
import static dev.repartee.testing.Talk.log;
import static dev.repartee.testing.Talk.minutes;
import static dev.repartee.testing.Talk.post;
import static dev.repartee.testing.Talk.reply;
import static dev.repartee.testing.Talk.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.measure.Facts;
import dev.repartee.model.Directory;
import dev.repartee.model.Interaction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cases worked by hand. Care and Joe are of Support, Jane of Sales. */
final class EffortTest {
  private static final long MONTH = 30 * 24 * 60;

  private static final Directory ACME =
      Directory.builder()
          .organization(
              "Acme",
              acme ->
                  acme.member("care", "Support").member("joe", "Support").member("jane", "Sales"))
          .build();

  private static EffortSummary measure(Interaction... rows) {
    return log(ACME, MONTH, rows).measure(Effort.standard());
  }

  @Test
  void oneMessageMayBeEnough() {
    EffortSummary e =
        measure(
            post("1", "carl", 0),
            reply("1r", "care", 5, "1"),
            reply("1s", "carl", 9, "1r").expectsResponse(false));
    assertEquals(1, e.answered());
    assertEquals(1, e.messages().exactly(1).successes());
    assertEquals(1, e.handOffs().exactly(0).successes());
    assertEquals("effort: 1.00 messages, 0.00 hand-offs, 1 answered", headline(e));
  }

  @Test
  void whatIsWrittenAndWhoTakesOverUntilTheLastAnswerIsEffort() {
    EffortSummary e =
        measure(
            post("1", "carl", 0),
            reply("2", "carl", 1, "1"),
            reply("3", "care", 2, "2"),
            reply("4", "carl", 3, "3"),
            reply("5", "joe", 4, "4"),
            reply("6", "carl", 5, "5"),
            reply("7", "jane", 6, "6"),
            // What follows has no answer, or ends no wait.
            reply("8", "care", 7, "6"),
            reply("9", "carl", 8, "7"));
    assertEquals(4, e.messages().sum());
    assertEquals(2, e.handOffs().sum());
    assertEquals(1, e.departmentHandOffs().sum());
    assertTrue(
        e.toString()
            .contains("\nmessages until the last answer: median 4, mean 4.00, at most 4\none "),
        e::toString);
    Facts facts = e.facts();
    assertEquals(List.of("1", "0", "0"), texts(facts, "answered", "unanswered", "open"));
    assertEquals(4, facts.get("messages_mean").value().getAsDouble());
    assertEquals(4, facts.get("messages_median").value().getAsDouble());
    assertEquals(4, facts.get("messages_max").value().getAsDouble());
    assertEquals(2, facts.get("hand_offs_mean").value().getAsDouble());
    assertEquals(1, facts.get("department_hand_offs_max").value().getAsDouble());
    assertEquals(0, facts.get("no_department_hand_off").numerator().getAsLong());
    assertEquals(1, facts.get("answered_share").denominator().getAsLong());
    assertEquals("mature cases", facts.get("answered").view());
    assertEquals("cases", e.includingOpen().facts().get("answered").view());
  }

  @Test
  void whereNobodyWasAnsweredThereAreNoDistributions() {
    Facts facts = measure(post("1", "carl", 0)).facts();
    assertEquals(List.of("0", "1"), texts(facts, "answered", "unanswered"));
    assertEquals(0, facts.get("answered_share").value().getAsDouble());
    for (String statistic :
        List.of("messages_mean", "messages_median", "messages_max", "one_message_enough")) {
      assertTrue(facts.get(statistic).value().isEmpty(), statistic);
    }
  }

  @Test
  void eachPersonOfAStrandHasACase() {
    EffortSummary e =
        measure(
            flat("1", "carl", 0),
            flat("2", "matt", 1),
            flat("3", "care", 2),
            flat("4", "carl", 3),
            flat("5", "jane", 4),
            flat("6", "zak", 5),
            flat("7", "luigi", 6).expectsResponse(false));
    // Matt: 1 message, care. Carl: 2 messages, Jane. Zak waits. Luigi waits for nothing.
    assertEquals(2, e.answered());
    assertEquals(1, e.unanswered());
    assertEquals(3, e.messages().sum());
    assertEquals(0, e.handOffs().sum());
    assertEquals("2/3", e.answeredShare().successes() + "/" + e.answeredShare().trials());
  }

  @Test
  void strandsFollowEachOther() {
    EffortSummary e =
        measure(
            post("1", "carl", 0),
            reply("1r", "care", 1, "1"),
            post("2", "matt", 0),
            post("3", "matt", 0).in("x"),
            post("4", "zak", 1).in("x"),
            post("5", "jane", 2).in("x").naming("matt"));
    assertEquals(2, e.answered());
    assertEquals(2, e.unanswered());
  }

  @Test
  void youngCasesAreApart() {
    EffortSummary e = measure(post("1", "carl", MONTH - 9), reply("2", "care", MONTH - 8, "1"));
    assertEquals(0, e.answered());
    assertEquals(1, e.open());
    assertEquals(1, e.includingOpen().answered());
    assertEquals("effort: no data", headline(e));
    assertTrue(e.toString().contains("\nunanswered 0, open 1\n"), e::toString);
    assertFalse(e.toString().contains("until the last answer"), e::toString);
    assertFalse(e.messages().mean().isDefined());
    assertEquals(
        "cannot merge, view differs: one includes open cases, the other does not; merge first,"
            + " then take the view",
        assertThrows(IllegalArgumentException.class, () -> e.merge(e.includingOpen()))
            .getMessage());
    assertEquals("effort: nobody was answered", headline(measure(post("1", "carl", 0))));
  }

  @Test
  void withoutAnOrganizationNobodyCanAnswer() {
    EffortSummary e =
        log(Directory.empty(), MONTH, post("1", "carl", 0), reply("2", "matt", 1, "1"))
            .measure(Effort.standard());
    assertEquals(2, e.unanswerable());
    assertEquals(0, e.unanswered());
    EffortSummary anybody =
        log(Directory.empty(), MONTH, post("1", "carl", 0), reply("2", "matt", 1, "1"))
            .measure(Effort.standard().answers(AnswerRule.anybodyElse()));
    assertEquals(1, anybody.answered());
    assertEquals(1, anybody.unanswered());
  }

  @Test
  void optionsAreInTheText() {
    assertEquals(
        "effort, answered with \"answer\", counting bots, one answer serves all, horizon PT1H",
        Effort.standard()
            .answers(
                AnswerRule.standard().answeredWith("answer").countingBots().oneAnswerServesAll())
            .withHorizon(minutes(60))
            .plan()
            .text());
  }
}
