package dev.repartee.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Slice;
import dev.repartee.testing.Message;
import dev.repartee.testing.NaiveStrand;
import dev.repartee.testing.Probe;
import dev.repartee.testing.RandomTalk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The history of everybody is what the definitions say of the whole log. */
final class PersonHistoryProperties {
  /** An entry as the definitions tell it, by id. */
  private record Told(String outcome, List<String> answers, long at) {}

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void historiesAreWhatTheDefinitionsSay(@ForAll long seed, @ForAll boolean isEarlier) {
    EngagementLog whole = new RandomTalk(seed).log();
    EngagementLog log = isEarlier ? whole.asOf(Instant.ofEpochMilli(30)) : whole;
    AnswerRule rule = AnswerRule.usualIn(log.directory().organizations().size());
    Map<String, Map<String, Told>> told = new TreeMap<>();
    log.measure(new Probe(slice -> tell(slice, rule, told)));
    for (Map.Entry<String, Map<String, Told>> person : told.entrySet()) {
      PersonHistory history = PersonHistory.of(log, person.getKey());
      assertEquals(person.getValue().size(), history.entries().size(), person.getKey());
      long last = Long.MIN_VALUE;
      for (PersonHistory.Entry entry : history.entries()) {
        Told expected = Objects.requireNonNull(person.getValue().get(entry.id().orElseThrow()));
        assertEquals(expected.outcome(), outcome(entry));
        assertEquals(
            expected.answers().stream().sorted().toList(),
            entry.answers().stream().sorted().toList());
        assertEquals(expected.at(), entry.at().toEpochMilli());
        assertTrue(last <= expected.at());
        last = expected.at();
      }
    }
  }

  private static String outcome(PersonHistory.Entry entry) {
    Optional<PersonHistory.Answer> answer = entry.answer();
    return answer.isPresent()
        ? answer.get().by()
            + " "
            + answer.get().after().map(Duration::toMillis).orElse(-1L)
            + " "
            + answer.get().isDirect()
        : entry.waiting().map(w -> "waits " + w.toMillis()).orElse("");
  }

  private static void tell(Slice slice, AnswerRule rule, Map<String, Map<String, Told>> told) {
    for (int unit = 0; unit < slice.units(); unit++) {
      List<Message> conversation = Message.of(slice, unit);
      List<NaiveStrand.Exchange> exchanges = new ArrayList<>();
      for (NaiveStrand strand : NaiveStrand.of(conversation, rule, slice.organizations())) {
        exchanges.addAll(strand.exchanges);
      }
      for (Message message : conversation) {
        if (!message.isAnonymous) {
          told.computeIfAbsent(slice.personName(message.person), p -> new TreeMap<>())
              .put(slice.id(message.row).orElseThrow(), told(slice, message, exchanges));
        }
      }
    }
  }

  private static Told told(Slice slice, Message message, List<NaiveStrand.Exchange> exchanges) {
    String outcome = "";
    List<String> answers = new ArrayList<>();
    for (NaiveStrand.Exchange exchange : exchanges) {
      Message answer = exchange.answer();
      if (exchange.anchor().row == message.row) {
        long after = answer == null ? 0 : answer.at - message.at;
        outcome =
            answer == null
                ? "waits " + (slice.asOf() - message.at)
                : slice.personName(answer.person)
                    + " "
                    + (after < 0 ? -1 : after)
                    + " "
                    + exchange.isDirect();
      }
      if (answer != null && answer.row == message.row) {
        answers.add(slice.personName(exchange.anchor().person));
      }
    }
    return new Told(outcome, answers, message.effectiveAt());
  }
}
