package dev.repartee.ties;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Slice;
import dev.repartee.stats.Proportion;
import dev.repartee.testing.Message;
import dev.repartee.testing.NaiveStrand;
import dev.repartee.testing.Probe;
import dev.repartee.testing.RandomTalk;
import dev.repartee.ties.TiesSummary.Contribution;
import dev.repartee.ties.TiesSummary.Edge;
import dev.repartee.ties.TiesSummary.Flow;
import dev.repartee.ties.TiesSummary.Relationship;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Ties are what the definitions say, for random talk and all rules. */
final class TiesProperties {
  private static final long HORIZON = 12;
  private static final long START = 3;
  private static final long END = 36;

  /** A tie as plain numbers: weight, inferred, first, last. */
  private record Expected(
      Map<List<String>, long[]> ties,
      Set<String> wrote,
      Set<String> everybody,
      Set<String> members,
      Map<String, Set<String>> dialogues,
      Map<Contribution, Long> contributions) {
    Expected() {
      this(
          new TreeMap<>((a, b) -> a.toString().compareTo(b.toString())),
          new TreeSet<>(),
          new TreeSet<>(),
          new TreeSet<>(),
          new TreeMap<>(),
          new EnumMap<>(Contribution.class));
    }
  }

  private static Ties measure(int rule) {
    Ties measure = Ties.standard().withHorizon(Duration.ofMillis(HORIZON));
    return measure.answers(RandomTalk.rule(rule));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void tiesAreWhatTheDefinitionsSay(
      @ForAll long seed,
      @ForAll @IntRange(max = 15) int rule,
      @ForAll @IntRange(max = 3) int view) {
    EngagementLog log = new RandomTalk(seed).log();
    log = (view & 1) == 0 ? log : log.asOf(Instant.ofEpochMilli(37));
    boolean isWindow = (view & 2) != 0;
    log = isWindow ? log.between(Instant.ofEpochMilli(START), Instant.ofEpochMilli(END)) : log;
    Expected expected = new Expected();
    log.measure(new Probe(slice -> expect(slice, RandomTalk.rule(rule), isWindow, expected)));
    TiesSummary ties = log.measure(measure(rule));
    assertEdges(expected, ties);
    assertShares(expected, ties, log.asOf().toEpochMilli());
    for (Contribution c : Contribution.values()) {
      assertEquals(expected.contributions.getOrDefault(c, 0L), ties.messages(c), c.name());
    }
  }

  private static void expect(Slice slice, AnswerRule rule, boolean isWindow, Expected expected) {
    for (int unit = 0; unit < slice.units(); unit++) {
      List<Message> conversation = Message.of(slice, unit);
      List<NaiveStrand> strands = NaiveStrand.of(conversation, rule, slice.organizations());
      for (Message message : conversation) {
        if (!isWindow || (message.effectiveAt() >= START && message.effectiveAt() < END)) {
          message(slice, message, strands, rule, expected);
        }
      }
      for (NaiveStrand strand : strands) {
        dialogues(slice, unit, strand, isWindow, expected);
      }
    }
  }

  private static void dialogues(
      Slice slice, int unit, NaiveStrand strand, boolean isWindow, Expected expected) {
    Set<Integer> seen = new HashSet<>();
    for (Message back : strand.returns) {
      boolean isFirst = seen.add(back.person);
      boolean isIn = !isWindow || (back.effectiveAt() >= START && back.effectiveAt() < END);
      if (isFirst && isIn && !back.isAnonymous) {
        String where = slice.from(unit) + "/" + back.organization;
        expected
            .dialogues
            .computeIfAbsent(slice.personName(back.person), p -> new HashSet<>())
            .add(where);
      }
    }
  }

  private static void message(
      Slice slice, Message m, List<NaiveStrand> strands, AnswerRule rule, Expected expected) {
    if (isMachine(m, rule)) {
      expected.contributions.merge(Contribution.BY_MACHINE, 1L, Long::sum);
      return;
    }
    if (m.isAnonymous) {
      expected.contributions.merge(Contribution.BY_ANONYMOUS, 1L, Long::sum);
      return;
    }
    String author = slice.personName(m.person);
    expected.wrote.add(author);
    expected.everybody.add(author);
    if (slice.organizationOf(m.person, m.row) >= 0) {
      expected.members.add(author);
    }
    Set<Integer> linked = new LinkedHashSet<>();
    Set<Integer> anonymous = new HashSet<>();
    Message parent = m.parent;
    if (parent != null && !isMachine(parent, rule) && parent.person != m.person) {
      (parent.isAnonymous ? anonymous : linked).add(parent.person);
    }
    if (m.namesAudience && m.named != m.person) {
      linked.add(m.named);
    }
    Set<Integer> inferred = new LinkedHashSet<>();
    for (NaiveStrand strand : strands) {
      for (NaiveStrand.Exchange exchange : strand.exchanges) {
        if (exchange.answer() == m && exchange.anchor().isAnonymous) {
          anonymous.add(exchange.anchor().person);
        } else if (exchange.answer() == m) {
          (exchange.isDirect() ? linked : inferred).add(exchange.anchor().person);
        }
      }
    }
    inferred.removeAll(linked);
    linked.forEach(to -> tie(slice, m, to, false, expected));
    inferred.forEach(to -> tie(slice, m, to, true, expected));
    Contribution contribution =
        !linked.isEmpty() || !inferred.isEmpty()
            ? Contribution.ANSWERS
            : !anonymous.isEmpty()
                ? Contribution.ANSWERS_ANONYMOUS
                : parent == null
                    ? Contribution.ANSWERS_NOBODY
                    : isMachine(parent, rule)
                        ? Contribution.ANSWERS_MACHINE
                        : Contribution.ANSWERS_ONESELF;
    expected.contributions.merge(contribution, 1L, Long::sum);
  }

  private static boolean isMachine(Message m, AnswerRule rule) {
    return m.isAutomatic || (m.isBot && !rule.isCountingBots());
  }

  private static void tie(Slice slice, Message m, int to, boolean isInferred, Expected expected) {
    String target = slice.personName(to);
    expected.everybody.add(target);
    if (slice.organizationOf(to, m.row) >= 0) {
      expected.members.add(target);
    }
    long[] tie =
        expected.ties.computeIfAbsent(
            List.of(slice.personName(m.person), target),
            key -> new long[] {0, 0, Long.MAX_VALUE, Long.MIN_VALUE});
    tie[0]++;
    tie[1] += isInferred ? 1 : 0;
    tie[2] = Math.min(tie[2], m.effectiveAt());
    tie[3] = Math.max(tie[3], m.effectiveAt());
  }

  private static void assertEdges(Expected expected, TiesSummary ties) {
    List<Edge> edges = ties.edges();
    assertEquals(expected.ties.size(), edges.size());
    for (Edge edge : edges) {
      long[] tie = expected.ties.get(List.of(edge.from(), edge.to()));
      assertArrayEquals(
          tie,
          new long[] {
            edge.weight(), edge.inferred(), edge.first().toEpochMilli(), edge.last().toEpochMilli()
          });
    }
  }

  private static void assertShares(Expected expected, TiesSummary ties, long asOf) {
    long mature = 0;
    long returned = 0;
    long weight = 0;
    long returnedWeight = 0;
    long[] flows = new long[Flow.values().length];
    Map<String, Set<String>> mutual = new TreeMap<>();
    for (Map.Entry<List<String>, long[]> tie : expected.ties.entrySet()) {
      String from = tie.getKey().get(0);
      String to = tie.getKey().get(1);
      long[] back = expected.ties.get(List.of(to, from));
      flows[(expected.members.contains(from) ? 2 : 0) + (expected.members.contains(to) ? 1 : 0)] +=
          tie.getValue()[0];
      if (back != null) {
        mutual.computeIfAbsent(from, p -> new TreeSet<>()).add(to);
      }
      if (asOf - tie.getValue()[2] >= HORIZON) {
        mature++;
        returned += back == null ? 0 : 1;
        weight += tie.getValue()[0];
        returnedWeight += back == null ? 0 : Math.min(tie.getValue()[0], back[0]);
      }
    }
    assertShare(returned, mature, ties.reciprocity());
    assertShare(returnedWeight, weight, ties.weightedReciprocity());
    assertEquals(expected.ties.size() - mature, ties.young());
    for (Flow flow : Flow.values()) {
      assertEquals(flows[flow.ordinal()], ties.share(flow).successes());
    }
    Set<String> reached = new TreeSet<>(expected.wrote);
    reached.removeAll(expected.members);
    assertEquals(reached.size(), ties.reach());
    assertEquals(expected.everybody.size(), ties.persons());
    assertEquals(
        reached.stream().filter(expected.dialogues::containsKey).count(),
        ties.withDialogue().successes());
    for (Relationship one : ties.closest(Integer.MAX_VALUE)) {
      assertEquals(expected.dialogues.getOrDefault(one.person(), Set.of()).size(), one.dialogues());
      assertEquals(mutual.getOrDefault(one.person(), Set.of()).size(), one.returned());
      assertTrue(one.days() == 1, one.toString()); // all of it lies within one day
    }
  }

  private static void assertShare(long hits, long trials, Proportion share) {
    assertEquals(hits, share.successes());
    assertEquals(trials, share.trials());
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void partsMergeToTheWholeAndOrderDoesNotMatter(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 39) int cut) {
    RandomTalk talk = new RandomTalk(seed);
    Ties measure = measure(0);
    Instant start = Instant.ofEpochMilli(0);
    Instant middle = Instant.ofEpochMilli(cut);
    Instant end = Instant.ofEpochMilli(50);
    TiesSummary whole = talk.log().between(start, end).measure(measure);
    TiesSummary before = talk.log().between(start, middle).measure(measure);
    // Another log has other codes for the same people.
    TiesSummary after = talk.shuffledLog().between(middle, end).measure(measure);
    assertArrayEquals(whole.toBytes(), before.merge(after).toBytes());
    assertArrayEquals(whole.toBytes(), after.merge(before).toBytes());
    TiesSummary read = measure.fromBytes(whole.toBytes());
    assertEquals(whole.edges(), read.edges());
    assertEquals(whole.table(), read.table());
  }
}
