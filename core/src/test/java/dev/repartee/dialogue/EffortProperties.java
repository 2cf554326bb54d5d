package dev.repartee.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.Objects;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Effort and canned answers are what the definitions say, for random talk and all rules. */
final class EffortProperties {
  private static final long HORIZON = 20;

  private record Case(boolean isOpen, long messages, long handOffs, long departments) {}

  private static Effort effort(int rule) {
    Effort measure = Effort.standard().withHorizon(Duration.ofMillis(HORIZON));
    return measure.answers(RandomTalk.rule(rule));
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void effortIsWhatTheDefinitionSays(
      @ForAll long seed,
      @ForAll @IntRange(max = 15) int rule,
      @ForAll @IntRange(max = 3) int view) {
    EngagementLog log = new RandomTalk(seed).log();
    log = (view & 1) == 0 ? log : log.followedFor(Duration.ofMillis(9));
    log = (view & 2) == 0 ? log : log.asOf(Instant.ofEpochMilli(35));
    List<Case> cases = new ArrayList<>();
    log.measure(new Probe(slice -> expect(slice, RandomTalk.rule(rule), cases)));
    EffortSummary effort = log.measure(effort(rule));
    compare(cases.stream().filter(c -> !c.isOpen).toList(), effort);
    if (effort.unanswerable() == 0) {
      compare(cases, effort.includingOpen());
    }
  }

  private static void expect(Slice slice, AnswerRule rule, List<Case> cases) {
    for (int unit = 0; unit < slice.units(); unit++) {
      for (NaiveStrand whole :
          NaiveStrand.of(Message.of(slice, unit), rule, slice.organizations())) {
        for (int person : whole.people()) {
          Message first =
              whole.messages().stream()
                  .filter(m -> m.person == person && whole.talkWith(person).contains(m))
                  .findFirst()
                  .orElseThrow();
          expect(slice, whole.until(slice.seenUntil(first.row)), person, first, cases);
        }
      }
    }
  }

  private static void expect(
      Slice slice, NaiveStrand strand, int person, Message first, List<Case> cases) {
    List<NaiveStrand.Exchange> waits =
        strand.exchanges.stream().filter(e -> e.anchor().person == person).toList();
    if (waits.isEmpty()) {
      return;
    }
    boolean isOpen = slice.asOf() - first.effectiveAt() < HORIZON;
    int last =
        waits.stream()
            .filter(e -> e.answer() != null)
            .mapToInt(e -> Objects.requireNonNull(e.answer()).row)
            .max()
            .orElse(-1);
    List<Message> talk = strand.talkWith(person).stream().filter(m -> m.row <= last).toList();
    List<Message> heard = talk.stream().filter(m -> m.isMember || m.person != person).toList();
    long handOffs = 0;
    long departments = 0;
    for (int i = 1; i < heard.size(); i++) {
      Message before = heard.get(i - 1);
      Message now = heard.get(i);
      boolean isOther = before.person != now.person;
      handOffs += isOther ? 1 : 0;
      boolean isSame =
          !isOther
              || slice
                  .departmentOf(before.person, before.row)
                  .equals(slice.departmentOf(now.person, now.row));
      departments += isSame ? 0 : 1;
    }
    cases.add(new Case(isOpen, talk.size() - heard.size(), handOffs, departments));
  }

  private static void compare(List<Case> cases, EffortSummary effort) {
    List<Case> answered = cases.stream().filter(c -> c.messages > 0).toList();
    if (effort.unanswerable() > 0) {
      assertEquals(cases.size(), effort.unanswerable());
      return;
    }
    assertEquals(answered.size(), effort.answered());
    assertEquals(cases.size() - answered.size(), effort.unanswered());
    assertEquals(answered.stream().mapToLong(Case::messages).sum(), effort.messages().sum());
    assertEquals(
        answered.stream().filter(c -> c.messages == 1).count(),
        effort.messages().exactly(1).successes());
    assertEquals(answered.stream().mapToLong(Case::handOffs).sum(), effort.handOffs().sum());
    assertEquals(
        answered.stream().mapToLong(Case::departments).sum(), effort.departmentHandOffs().sum());
  }
}
