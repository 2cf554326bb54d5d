package dev.repartee.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.testing.Message;
import dev.repartee.testing.NaiveStrand;
import dev.repartee.testing.Probe;
import dev.repartee.testing.RandomTalk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Canned answers are what maps of sets say, for random talk. */
final class CannedAnswersProperties {
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void cannedIsWhatIsInOtherConversationsToo(
      @ForAll long seed, @ForAll @IntRange(max = 15) int number) {
    EngagementLog log = new RandomTalk(seed).log();
    AnswerRule rule = RandomTalk.rule(number);
    Map<Integer, Set<Integer>> conversations = new HashMap<>();
    Map<Integer, Integer> answers = new HashMap<>();
    log.measure(
        new Probe(
            slice -> {
              for (int unit = 0; unit < slice.units(); unit++) {
                for (NaiveStrand strand :
                    NaiveStrand.of(Message.of(slice, unit), rule, slice.organizations())) {
                  for (Message answer : strand.answering()) {
                    answers.merge(answer.fingerprint, 1, Integer::sum);
                    conversations
                        .computeIfAbsent(answer.fingerprint, f -> new HashSet<>())
                        .add(slice.from(unit));
                  }
                }
              }
            }));
    CannedSummary canned = log.measure(CannedAnswers.standard().answers(rule));
    assertEquals(answers.getOrDefault(-1, 0).longValue(), canned.withoutFingerprint());
    answers.remove(-1);
    assertEquals(answers.size(), canned.texts());
    assertEquals(answers.values().stream().mapToLong(n -> n).sum(), canned.answers());
    for (int others = 1; others < 5; others++) {
      int least = others + 1;
      assertEquals(
          answers.entrySet().stream()
              .filter(e -> conversations.getOrDefault(e.getKey(), Set.of()).size() >= least)
              .mapToLong(Map.Entry::getValue)
              .sum(),
          canned.repeatedIn(others).successes());
    }
  }
}
