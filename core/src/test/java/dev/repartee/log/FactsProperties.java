package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.repartee.measure.Breakdown;
import dev.repartee.measure.BytesTest;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.Fact;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Facts.Unit;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Summary;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Interaction;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What holds for the facts of every measure. */
class FactsProperties {
  private static final Instant AS_OF =
      Instant.ofEpochMilli(RandomRows.START + RandomRows.DAYS * RandomRows.DAY);

  private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

  private static EngagementLog log(List<Interaction> rows) {
    return EngagementLog.builder(RandomRows.DIRECTORY).asOf(AS_OF).addAll(rows).build();
  }

  private static EngagementLog without(List<Interaction> rows, Predicate<ActKind> kinds) {
    return log(
        rows.stream().filter(row -> !(row instanceof Act act && kinds.test(act.kind()))).toList());
  }

  @Provide
  Arbitrary<List<Interaction>> rows() {
    return RandomRows.lists();
  }

  @Provide
  Arbitrary<Measure<?>> measures() {
    return Arbitraries.of(LawsProperties.all());
  }

  @Property
  void factsOfAMergeAreThoseOfTheWhole(
      @ForAll("rows") List<Interaction> rows,
      @ForAll("measures") Measure<?> measure,
      @ForAll long seed) {
    assertMerge(rows, measure, new Random(seed));
  }

  private static <S extends Summary<S>> void assertMerge(
      List<Interaction> rows, Measure<S> measure, Random random) {
    S summary = log(rows).measure(measure);
    Facts whole = summary.facts();
    List<List<Interaction>> pieces = Splitting.split(rows, measure.plan().unit(), 3, random);
    S merged = log(pieces.get(0)).measure(measure);
    for (List<Interaction> piece : pieces.subList(1, pieces.size())) {
      merged = log(piece).measure(measure).merge(merged);
    }
    assertEquals(fields(whole), fields(merged.facts()), measure::toString);
    assertEquals(summary.toMap(), merged.toMap(), measure::toString);
    assertEquals(whole.toMap().get("measures"), merged.toMap().get("measures"), measure::toString);
    assertEquals(whole.toString(), merged.facts().toString(), measure::toString);
  }

  /** All that a fact tells, its text too. */
  private static List<List<Object>> fields(Facts facts) {
    return facts.rows().stream()
        .<List<Object>>map(f -> List.of(f.toMap(), f.origin(), f.text(), f.word(), f.numerator()))
        .toList();
  }

  @Property
  void namesDoNotDependOnTheData(
      @ForAll("rows") List<Interaction> rows, @ForAll("measures") Measure<?> measure) {
    List<String> names = names(log(List.of()).measure(measure));
    assertEquals(names, names(log(rows).measure(measure)), measure::toString);
    EngagementLog stateless = without(rows, ActKind::isOfState);
    assertEquals(names, names(stateless.measure(measure)), measure::toString);
    EngagementLog actless = without(rows, kind -> true);
    assertEquals(names, names(actless.measure(measure)), measure::toString);
  }

  /** In the order in which they are declared; of a breakdown those of each part. */
  private static <S extends Summary<S>> List<String> names(Summary<?> summary) {
    if (!(summary instanceof Breakdown<?>)) {
      return summary.facts().rows().stream()
          .filter(fact -> fact.key().isEmpty())
          .map(fact -> fact.view() + "/" + fact.statistic())
          .toList();
    }
    @SuppressWarnings("unchecked") // of whatever
    Breakdown<S> breakdown = (Breakdown<S>) summary;
    List<String> names = names(breakdown.total());
    for (Breakdown.Part<S> part : breakdown.parts()) {
      assertEquals(names, names(part.summary()), part::name);
    }
    return names;
  }

  @Property
  void partsByWhoAnsweredHaveTheSameNames(
      @ForAll("rows") List<Interaction> rows, @ForAll("measures") Measure<?> measure) {
    if (measure.plan().knowsAnswers()) {
      Measure<?> byAnswerer = measure.by(Dimension.MEMBER.ofAnswer());
      assertEquals(
          names(log(rows).measure(measure)),
          names(log(rows).measure(byAnswerer)),
          measure::toString);
    }
  }

  @Property
  void everyFactIsWhole(
      @ForAll("rows") List<Interaction> rows, @ForAll("measures") Measure<?> measure) {
    assertWhole(log(rows).measure(measure).facts());
    assertWhole(log(List.of()).measure(measure).facts());
  }

  private static void assertWhole(Facts facts) {
    Set<List<Object>> seen = new HashSet<>();
    for (Fact fact : facts) {
      String said = fact.origin().measure() + ": " + fact + " " + fact.toMap();
      assertTrue(
          seen.add(List.of(fact.origin().measure(), fact.view(), fact.key(), fact.statistic())),
          () -> "twice: " + said);
      assertTrue(SNAKE_CASE.matcher(fact.statistic()).matches(), said);
      assertEquals(fact.state() == State.VALUE, fact.toMap().containsKey("value"), said);
      boolean isWord = fact.unit() == Unit.WORD;
      boolean isThere = isWord ? !fact.word().isEmpty() : fact.value().isPresent();
      assertEquals(fact.state() == State.VALUE, isThere, said);
      assertTrue(fact.word().isEmpty() || isWord, said);
      assertTrue(fact.value().isEmpty() || !isWord, said);
      assertInOrder(fact.low(), fact.value(), said);
      assertInOrder(fact.value(), fact.high(), said);
      assertInOrder(fact.low(), fact.high(), said);
      assertTrue(isThere || fact.low().isEmpty() || fact.high().isEmpty(), said);
      if (fact.unit() == Unit.COUNT && isThere) {
        assertEquals(fact.value().getAsDouble(), (double) fact.numerator().getAsLong(), said);
      }
      if (fact.denominator().isPresent()) {
        assertTrue(fact.numerator().getAsLong() <= fact.denominator().getAsLong(), said);
      }
      if (fact.unit() == Unit.SHARE && isThere) {
        assertTrue(Math.abs(fact.value().getAsDouble()) <= 1 + 1e-9, said);
      }
      assertFalse(fact.text().isEmpty(), said);
      assertFalse(fact.text().contains("NaN") || fact.text().contains("Infinity"), said);
      assertPlain(fact.toMap(), said);
    }
    assertPlain(facts.toMap(), "all");
  }

  private static void assertInOrder(OptionalDouble lesser, OptionalDouble greater, String said) {
    if (lesser.isPresent()) {
      assertTrue(Double.isFinite(lesser.getAsDouble()), said);
    }
    if (greater.isPresent()) {
      assertTrue(Double.isFinite(greater.getAsDouble()), said);
    }
    if (lesser.isPresent() && greater.isPresent()) {
      double tolerance = 1e-9 * Math.max(1, Math.abs(greater.getAsDouble()));
      assertTrue(lesser.getAsDouble() <= greater.getAsDouble() + tolerance, said);
    }
  }

  /** Of types that any JSON library writes as what they are. */
  private static void assertPlain(Object object, String said) {
    assertNotNull(object, said);
    if (object instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            assertTrue(key instanceof String, said);
            assertPlain(value, said);
          });
    } else if (object instanceof List<?> list) {
      list.forEach(one -> assertPlain(one, said));
    } else if (object instanceof Double number) {
      assertTrue(Double.isFinite(number), said);
    } else if (!(object instanceof String
        || object instanceof Long
        || object instanceof Integer
        || object instanceof Boolean)) {
      fail(said + " has " + object.getClass());
    }
  }

  /** Also of those whose numbers rest on more than random rows give. */
  @Test
  void factsOfALogThatHoldsSomethingAreWhole() {
    for (Measure<?> measure : BytesTest.measures()) {
      assertWhole(BytesTest.LOG.measure(measure).facts());
      EngagementLog empty = EngagementLog.builder(BytesTest.LOG.directory()).asOf(AS_OF).build();
      assertEquals(
          names(empty.measure(measure)), names(BytesTest.LOG.measure(measure)), measure::toString);
    }
  }
}
