package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.Fact;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Opened;
import dev.repartee.measure.Opened.Case;
import dev.repartee.measure.Opened.Cases;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Unit;
import dev.repartee.model.Interaction;
import dev.repartee.response.Backlog;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds for the cases of every measure that opens them. */
class OpenedProperties {
  private static final Instant AS_OF =
      Instant.ofEpochMilli(RandomRows.START + RandomRows.DAYS * RandomRows.DAY);

  private static EngagementLog log(List<Interaction> rows) {
    return EngagementLog.builder(RandomRows.DIRECTORY).asOf(AS_OF).addAll(rows).build();
  }

  @Provide
  Arbitrary<List<Interaction>> rows() {
    return RandomRows.lists();
  }

  private static boolean canBeOpened(Measure<?> measure) {
    try {
      measure.opened(1);
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private static List<Measure<?>> thatOpen() {
    return LawsProperties.all().stream()
        .<Measure<?>>map(measure -> measure)
        .filter(OpenedProperties::canBeOpened)
        .toList();
  }

  @Provide
  Arbitrary<Measure<?>> measures() {
    return Arbitraries.of(thatOpen());
  }

  @Test
  void measuresOfOutcomesOpenThem() {
    Set<String> opened = new HashSet<>();
    thatOpen().forEach(measure -> opened.add(measure.plan().text().split("[ ,]", 2)[0]));
    assertTrue(
        opened.containsAll(
            List.of(
                "response",
                "first",
                "session",
                "longest",
                "last",
                "every",
                "hand-off",
                "backlog",
                "re-contact",
                "ratings",
                "lasting",
                "dialogue",
                "effort",
                "openness",
                "recovery",
                "funnel",
                "acknowledgement")),
        opened::toString);
  }

  @Property
  void casesAreAsManyAsTheFactSays(
      @ForAll("rows") List<Interaction> rows, @ForAll("measures") Measure<?> measure) {
    assertCounts(log(rows), measure);
    assertCounts(log(rows).followedFor(Duration.ofHours(30)), measure);
  }

  private static <S extends Summary<S>> void assertCounts(EngagementLog log, Measure<S> measure) {
    Opened<S> opened = log.measure(measure.opened(2));
    Opened<S> whole = log.measure(measure.opened(Opened.keepingAll()));
    S summary = log.measure(measure);
    assertArrayEquals(summary.toBytes(), opened.summary().toBytes(), measure::toString);
    assertFalse(opened.outcomes().isEmpty(), measure::toString);
    boolean isBreakdown = summary instanceof Breakdown<?>;
    Facts facts = isBreakdown ? total((Breakdown<?>) summary) : summary.facts();
    for (List<String> outcome : opened.outcomes()) {
      String[] key = outcome.subList(1, outcome.size()).toArray(new String[0]);
      Cases few = opened.cases(outcome.get(0), key);
      Cases all = whole.cases(outcome.get(0), key);
      String what = measure + ": " + outcome;
      Optional<Fact> fact = facts.find(outcome.get(0), key);
      assertTrue(fact.isPresent(), what);
      if (fact.get().state() == Facts.State.VALUE) {
        assertEquals(fact.get().numerator().orElse(0), few.count(), what);
      }
      assertLists(few, all, what);
    }
  }

  private static <S extends Summary<S>> Facts total(Breakdown<S> breakdown) {
    return breakdown.total().facts();
  }

  private static void assertLists(Cases few, Cases all, String what) {
    assertEquals(few.count(), all.count(), what);
    assertTrue(all.isComplete(), what);
    assertEquals(all.count(), all.worst().size(), what);
    assertEquals(sorted(all.worst()), sorted(all.sample()), what);
    assertEquals(Math.min(2, few.count()), few.worst().size(), what);
    assertEquals(Math.min(2, few.count()), few.sample().size(), what);
    assertEquals(all.worst().subList(0, few.worst().size()), few.worst(), what);
    assertEquals(all.sample().subList(0, few.sample().size()), few.sample(), what);
    List<Duration> lasted = all.worst().stream().map(Case::lasted).toList();
    assertEquals(lasted.stream().sorted(Comparator.reverseOrder()).toList(), lasted, what);
    assertTrue(lasted.stream().noneMatch(Duration::isNegative), what);
  }

  private static List<String> sorted(List<Case> cases) {
    return cases.stream().map(Case::toString).sorted().toList();
  }

  /** The cases of the whole, whether put together of parts, of windows or of keys. */
  @Property
  void casesOfAMergeAreThoseOfTheWhole(
      @ForAll("rows") List<Interaction> rows,
      @ForAll("measures") Measure<?> measure,
      @ForAll @IntRange(min = 1, max = 3) int kept,
      @ForAll long seed) {
    assertMerges(rows, measure.opened(kept), new Random(seed));
  }

  private static <S extends Summary<S>> void assertMerges(
      List<Interaction> rows, Measure<Opened<S>> measure, Random random) {
    EngagementLog log = log(rows);
    Opened<S> whole = log.measure(measure);
    assertArrayEquals(whole.toBytes(), measure.fromBytes(whole.toBytes()).toBytes());
    assertEquals(whole.toMap(), measure.fromBytes(whole.toBytes()).toMap());
    List<List<Interaction>> pieces = Splitting.split(rows, measure.plan().unit(), 3, random);
    Collections.shuffle(pieces, random);
    Opened<S> merged = log(pieces.get(0)).measure(measure);
    for (List<Interaction> piece : pieces.subList(1, pieces.size())) {
      merged = merged.merge(log(piece).measure(measure));
    }
    assertArrayEquals(whole.toBytes(), merged.toBytes(), measure::toString);
    assertEquals(whole.toMap(), merged.toMap(), measure::toString);
    assertArrayEquals(
        whole.toBytes(),
        log.measure(measure.by(Dimension.CHANNEL)).total().toBytes(),
        measure::toString);
  }

  /** The backlog keeps a list of its own, found and ordered by itself. */
  @Property
  void whoWaitsIsWhoTheBacklogNames(@ForAll("rows") List<Interaction> rows) {
    Backlog backlog = Backlog.standard().showing(10_000);
    List<String> named =
        log(rows).measure(backlog).longest().stream()
            .map(
                one ->
                    one.message()
                        + " of "
                        + one.conversation()
                        + " by "
                        + one.person()
                        + " to "
                        + one.organization()
                        + " at "
                        + one.since()
                        + ": "
                        + one.waited())
            .sorted()
            .toList();
    List<String> opened =
        log(rows).measure(backlog.opened(Opened.keepingAll())).cases("waiting").worst().stream()
            .map(
                one ->
                    one.message()
                        + " of "
                        + one.conversation()
                        + " by "
                        + one.person()
                        + " to "
                        + one.organization()
                        + " at "
                        + one.at()
                        + ": "
                        + one.lasted())
            .sorted()
            .toList();
    assertEquals(named, opened);
  }

  /** What a measure over persons shows of the log it shows of the rows that it gives, too. */
  @Property
  void casesOfPersonsAreTheSameInTwoSteps(
      @ForAll("rows") List<Interaction> rows, @ForAll("measures") Measure<?> measure) {
    if (measure.plan().unit() == Unit.PERSON) {
      byte[] whole = log(rows).measure(measure.opened(2)).toBytes();
      try {
        assertArrayEquals(
            whole, inTwoSteps(rows).measure(measure.opened(2)).toBytes(), measure::toString);
      } catch (IllegalStateException e) {
        assertTrue(String.valueOf(e.getMessage()).contains("rows by person"), e::getMessage);
      }
    }
  }

  private static EngagementLog inTwoSteps(List<Interaction> rows) {
    EngagementLog log = log(rows);
    return EngagementLog.ofRows(log.directory(), AS_OF, log.rows().toList());
  }
}
