package dev.repartee.response;

import static dev.repartee.testing.Talk.headline;
import static dev.repartee.testing.Talk.log;
import static dev.repartee.testing.Talk.minutes;
import static dev.repartee.testing.Talk.post;
import static dev.repartee.testing.Talk.reply;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Measures;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether who shares, mentions or recommends is answered. */
class AcknowledgementTest {
  private static Act act(String id, ActKind kind, String author, long minute) {
    return Act.of(kind, author, minute * 60_000).id(id);
  }

  private static ResponseSummary measure(EngagementLog log) {
    return log.measure(ResponseTime.acknowledgement());
  }

  @Test
  void theFirstAnswerThatRepliesStopsTheClock() {
    ResponseSummary r =
        measure(
            log(
                50,
                post("p", "care", 0),
                act("s", ActKind.SHARE, "carl", 1).on("p"),
                reply("b", "bot", 2, "s"),
                reply("c", "carl", 3, "s"),
                reply("r", "care", 6, "s"),
                reply("t", "jane", 9, "s"),
                act("m", ActKind.MENTION, "matt", 10),
                act("n", ActKind.RECOMMEND, "luigi", 20),
                reply("q", "jane", 23, "n"),
                act("l", ActKind.REACTION, "zak", 30),
                act("own", ActKind.SHARE, "jane", 31)));
    assertEquals(3, r.exchanges());
    assertEquals(2, r.answered());
    assertEquals(1, r.waiting());
    assertEquals(Optional.of(minutes(3)), r.answeredLatencies().quantile(0));
    assertEquals(Optional.of(minutes(5)), r.answeredLatencies().quantile(1));
    assertEquals("acknowledgement: median 5 min, 2/3 answered", headline(r));
  }

  @Test
  void whatComesLaterIsNotSeen() {
    EngagementLog log = log(50, act("m", ActKind.MENTION, "matt", 10), reply("q", "jane", 23, "m"));
    assertEquals(1, measure(log).answered());
    EngagementLog before = log.asOf(Instant.ofEpochMilli(22 * 60_000));
    assertEquals(1, measure(before).waiting());
    assertEquals(1, measure(log.followedFor(Duration.ofMinutes(12))).waiting());
    assertEquals(1, measure(log.followedFor(Duration.ofMinutes(13))).answered());
  }

  @Test
  void targetsAndOtherAnswerersApply() {
    EngagementLog log = log(50, act("m", ActKind.MENTION, "matt", 10), reply("b", "bot", 12, "m"));
    ResponseTime measure =
        ResponseTime.acknowledgement()
            .answers(AnswerRule.standard().countingBots())
            .withTarget(minutes(3));
    assertEquals(1, log.measure(measure).target().met());
    assertEquals(1, measure(log).waiting());
  }

  @Test
  void itIsAMeasureOverPersons() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> Measures.of(ResponseTime.acknowledgement(), ResponseTime.eachTurn()));
    assertTrue(String.valueOf(refusal.getMessage()).contains("acknowledgement"), refusal::toString);
  }
}
