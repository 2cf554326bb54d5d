package dev.repartee.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.exchange.AnswerRule.RepliesToAudience;
import dev.repartee.testing.RandomTalk;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AnswerRuleTest {
  @Test
  void rulesAreEqualIfTheirOptionsAre() {
    Set<AnswerRule> rules = new HashSet<>();
    Set<String> texts = new HashSet<>();
    for (int number = 0; number < 16; number++) {
      rules.add(RandomTalk.rule(number));
      texts.add(RandomTalk.rule(number).text());
      assertEquals(RandomTalk.rule(number), RandomTalk.rule(number));
    }
    assertEquals(16, rules.size());
    assertEquals(16, texts.size());
    AnswerRule tricky = AnswerRule.standard().answeredWith("a\", counting bots");
    assertNotEquals(AnswerRule.standard().answeredWith("a").countingBots(), tricky);
  }

  @Test
  void theTextListsWhatIsUnusual() {
    assertEquals("", AnswerRule.standard().text());
    assertEquals("answered by the addressee", AnswerRule.standard().toString());
    assertEquals(
        "answered by anybody else, answered with \"answer\"",
        AnswerRule.anybodyElse().answeredWith("answer").text());
    assertEquals("", AnswerRule.standard().suffix());
    assertEquals(
        ", counting bots, one answer serves all",
        AnswerRule.standard().countingBots().oneAnswerServesAll().suffix());
  }

  @Test
  void whereThereIsNoOrganizationAnybodyElseAnswers() {
    assertEquals(AnswerRule.anybodyElse(), AnswerRule.usualIn(0));
    assertEquals(AnswerRule.standard(), AnswerRule.usualIn(1));
    assertFalse(AnswerRule.standard().canBeMetIn(0));
    assertTrue(AnswerRule.standard().canBeMetIn(1));
    assertTrue(AnswerRule.anybodyElse().canBeMetIn(0));
  }

  @Test
  void aBlankLabelIsRefused() {
    assertEquals(
        "label ( ) must not be blank; leave answeredWith(…) out to take any",
        assertThrows(IllegalArgumentException.class, () -> AnswerRule.standard().answeredWith(" "))
            .getMessage());
  }

  @Test
  void whatWasSaidIsAskedBack() {
    AnswerRule standard = AnswerRule.standard();
    AnswerRule all =
        AnswerRule.anybodyElse()
            .answeredWith("a")
            .countingBots()
            .oneAnswerServesAll()
            .repliesToAudience(RepliesToAudience.DO_NOT_WAIT);
    assertFalse(standard.isByAnybodyElse());
    assertFalse(standard.isCountingBots());
    assertFalse(standard.isServingAll());
    assertEquals(Optional.empty(), standard.label());
    assertEquals(RepliesToAudience.WAIT, standard.repliesToAudience());
    assertTrue(all.isByAnybodyElse());
    assertTrue(all.isCountingBots());
    assertTrue(all.isServingAll());
    assertEquals(Optional.of("a"), all.label());
    assertEquals(RepliesToAudience.DO_NOT_WAIT, all.repliesToAudience());
    assertEquals(
        "answered by anybody else, answered with \"a\", counting bots, one answer serves all,"
            + " replies to audience do not wait",
        all.toString());
    assertEquals(all.hashCode(), all.countingBots().hashCode());
    assertNotEquals(standard.hashCode(), all.hashCode());
  }
}
