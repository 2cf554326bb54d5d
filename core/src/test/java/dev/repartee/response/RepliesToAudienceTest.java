package dev.repartee.response;

import static dev.repartee.testing.Talk.log;
import static dev.repartee.testing.Talk.post;
import static dev.repartee.testing.Talk.reply;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.exchange.AnswerRule.RepliesToAudience;
import dev.repartee.log.EngagementLog;
import dev.repartee.response.ResponseSummary.Exclusion;
import org.junit.jupiter.api.Test;

/** Whether somebody waits who helped another customer: worked examples. */
class RepliesToAudienceTest {
  private static final AnswerRule HELPERS =
      AnswerRule.standard().repliesToAudience(RepliesToAudience.DO_NOT_WAIT);

  /** Carl asks, Eve helps, Carl thanks. */
  private static final EngagementLog HELPED =
      log(
          1_000,
          post("q", "carl", 0),
          reply("h", "eve", 5, "q"),
          reply("t", "carl", 9, "h").expectsResponse(false));

  @Test
  void aHelperWaitsUnlessToldOtherwise() {
    ResponseSummary all = HELPED.measure(ResponseTime.eachTurn());
    assertEquals(2, all.waiting());
    assertEquals(1, all.repliesToAudience());
    assertTrue(all.toString().contains("1 of them began as replies to others"), all::toString);
    ResponseSummary asked = HELPED.measure(ResponseTime.eachTurn().answers(HELPERS));
    assertEquals(1, asked.waiting());
    assertEquals(0, asked.repliesToAudience());
    assertEquals(1, asked.excluded(Exclusion.ADDRESSED_TO_AUDIENCE));
    assertEquals(0, asked.excluded(Exclusion.EXPECTS_NO_RESPONSE));
  }

  @Test
  void theBacklogOfAnAgentNamesWhoAsked() {
    assertEquals(2, HELPED.measure(Backlog.standard()).waiting());
    assertEquals(1, HELPED.measure(Backlog.standard().answers(HELPERS)).waiting());
  }

  @Test
  void whoWaitsAlreadyGoesOnWaiting() {
    EngagementLog log =
        log(
            1_000,
            post("q", "carl", 0),
            post("e", "eve", 1).in("q"),
            reply("h", "eve", 5, "q"),
            reply("a", "care", 30, "h"));
    ResponseSummary summary = log.measure(ResponseTime.eachTurn().answers(HELPERS));
    assertEquals(2, summary.exchanges());
  }

  @Test
  void itIsPartOfTheRule() {
    assertEquals("replies to audience do not wait", HELPERS.text());
    assertTrue(!HELPERS.equals(AnswerRule.standard()));
    assertEquals(
        AnswerRule.standard().countingBots().repliesToAudience(RepliesToAudience.DO_NOT_WAIT),
        HELPERS.countingBots());
  }
}
