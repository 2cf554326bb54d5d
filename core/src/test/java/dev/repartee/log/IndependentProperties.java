package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import dev.repartee.testing.RandomTalk;
import java.time.Duration;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Taking facts as independent changes the errors and nothing else. */
class IndependentProperties {
  @Property(edgeCases = EdgeCasesMode.NONE, tries = 100)
  void responseIsTheSameButForItsErrors(@ForAll long seed) {
    EngagementLog log = new RandomTalk(seed).log();
    ResponseTime measure = ResponseTime.eachTurn().withTarget(Duration.ofMillis(7));
    ResponseSummary inGroups = log.measure(measure);
    ResponseSummary alone = log.measure(measure.asIndependent());
    assertEquals(inGroups.excluded(), alone.excluded());
    assertEquals(inGroups.answeredDirectly(), alone.answeredDirectly());
    assertEquals(Proportion.of(inGroups.answered(), inGroups.exchanges()), alone.answeredSoFar());
    assertEquals(
        Proportion.of(inGroups.target().met(), inGroups.target().due()),
        alone.target().attainment());
    assertEquals(
        inGroups.curve().asIndependent().toString(), alone.curve().toString(), "Greenwood's error");
    assertEquals(inGroups.curve().asIndependent().median(), alone.median());
    assertEquals(
        inGroups.curve().asIndependent().within(Duration.ofMillis(9)),
        alone.within(Duration.ofMillis(9)));
    assertEquals(
        inGroups.answeredLatencies().asIndependent().toString(),
        alone.answeredLatencies().toString());
  }

  @Property(edgeCases = EdgeCasesMode.NONE, tries = 100)
  void dialogueIsTheSameButForItsErrors(@ForAll long seed) {
    EngagementLog log = new RandomTalk(seed).log();
    DialogueSummary inGroups = log.measure(Dialogue.standard()).includingOpen();
    DialogueSummary alone = log.measure(Dialogue.standard().asIndependent()).includingOpen();
    assertEquals(inGroups.strands(), alone.strands());
    assertEquals(inGroups.audienceMessages(), alone.audienceMessages());
    Proportion twoWay = inGroups.twoWay();
    assertEquals(Proportion.of(twoWay.successes(), twoWay.trials()), alone.twoWay());
    Estimate balance = alone.balance();
    assertEquals(inGroups.balance().value(), balance.value());
    assertTrue(Double.isNaN(balance.standardError()), "no error without groups");
  }
}
