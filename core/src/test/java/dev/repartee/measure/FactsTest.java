package dev.repartee.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Facts.Fact;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Facts.Unit;
import dev.repartee.model.Post;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Interval;
import dev.repartee.stats.Proportion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Facts as they are taken down, and as they are given away. */
class FactsTest {
  private static final Counts ALL = Counts.ofMessages("all", row -> true);

  private static Facts.Builder facts() {
    EngagementLog log =
        EngagementLog.builder().asOf("2026-01-06T09:00:00Z").add(Post.of("a", "x", 0)).build();
    return Facts.of(log.measure(ALL).origin());
  }

  @Test
  void countsHaveAValue() {
    Facts facts = facts().count("waits", 1_234).count("most", OptionalLong.empty()).build();
    Fact waits = facts.get("waits");
    assertEquals(OptionalDouble.of(1_234), waits.value());
    assertEquals(OptionalLong.of(1_234), waits.numerator());
    assertEquals(Unit.COUNT, waits.unit());
    assertEquals("1,234", waits.text());
    assertEquals("waits 1,234", waits.toString());
    assertEquals(State.NO_DATA, facts.get("most").state());
    assertEquals(Unit.COUNT, facts.get("most").unit());
    assertEquals(OptionalDouble.empty(), facts.get("most").value());
  }

  @Test
  void sharesHaveCountsAndAnInterval() {
    Facts facts =
        facts()
            .share("answered", Proportion.of(4, 10))
            .share("none", Proportion.of(0, 0))
            .share("chance", Estimate.of(0.5, 0.1, new Interval(0.3, 0.7), 0.95, 12))
            .build();
    Fact answered = facts.get("answered");
    assertEquals(0.4, answered.value().getAsDouble());
    assertEquals(OptionalLong.of(4), answered.numerator());
    assertEquals(OptionalLong.of(10), answered.denominator());
    assertTrue(answered.low().getAsDouble() < 0.4 && 0.4 < answered.high().getAsDouble());
    Fact none = facts.get("none");
    assertEquals(State.NO_DATA, none.state());
    assertEquals(OptionalDouble.empty(), none.value());
    assertEquals(OptionalLong.of(0), none.denominator());
    Fact chance = facts.get("chance");
    assertEquals(
        List.of(0.3, 0.7), List.of(chance.low().getAsDouble(), chance.high().getAsDouble()));
    assertEquals(OptionalLong.empty(), chance.numerator());
  }

  @Test
  void noNumberIsNaNOrInfinite() {
    Facts facts =
        facts()
            .number("mean", Double.NaN)
            .number("burstiness", Double.NaN, "fewer than 2 intervals")
            .number("slope", Double.POSITIVE_INFINITY)
            .share("p_value", Double.NaN, "no interval")
            .number("ratio", Estimate.undefined("not defined"))
            .build();
    assertEquals(
        List.of(
            State.NO_DATA,
            State.NOT_DEFINED,
            State.NOT_DEFINED,
            State.NOT_DEFINED,
            State.NOT_DEFINED),
        facts.rows().stream().map(Fact::state).toList());
    for (Fact fact : facts) {
      assertEquals(OptionalDouble.empty(), fact.value(), fact::toString);
      assertFalse(fact.toMap().containsKey("value"), fact::toString);
    }
    assertEquals("fewer than 2 intervals", facts.get("burstiness").note());
    assertEquals("none (fewer than 2 intervals)", facts.get("burstiness").text());
    assertEquals(Unit.SHARE, facts.get("p_value").unit());
  }

  @Test
  void timesAreMillisecondsOrWhyThereIsNone() {
    Facts facts =
        facts()
            .time("median", DurationEstimate.ofMillis(60_000, 30_000, 90_000, 0.95, 12))
            .time("p90", DurationEstimate.notReached(""))
            .time("p95", DurationEstimate.noData())
            .time("landmark", Optional.of(Duration.ofDays(1)))
            .time("fine", Optional.of(Duration.ofNanos(1_500_000)))
            .time("longest", Optional.empty())
            .build();
    assertEquals(60_000, facts.get("median").value().getAsDouble());
    assertEquals(30_000, facts.get("median").low().getAsDouble());
    assertEquals(
        List.of(State.NOT_REACHED, State.NO_DATA, State.VALUE, State.NO_DATA),
        List.of("p90", "p95", "landmark", "longest").stream()
            .map(name -> facts.get(name).state())
            .toList());
    assertEquals(86_400_000L, facts.get("landmark").toMap().get("value"));
    assertEquals(1.5, facts.get("fine").toMap().get("value"));
  }

  @Test
  void wordsAreNoNumbers() {
    Facts facts = facts().word("verdict", "KEPT").word("note", "").build();
    assertEquals("KEPT", facts.get("verdict").word());
    assertEquals(OptionalDouble.empty(), facts.get("verdict").value());
    assertEquals("KEPT", facts.get("verdict").toMap().get("value"));
    assertEquals(State.NO_DATA, facts.get("note").state());
    assertFalse(facts.get("note").toMap().containsKey("value"));
  }

  @Test
  void whatIsNotObservedKeepsNameUnitAndPlace() {
    Facts.Builder all = facts().count("strands", 3);
    all.notObserved("no act resolves")
        .time("median", DurationEstimate.noData())
        .inDetail()
        .count("resolved", 0)
        .about("department", "Support")
        .count("open", 7);
    all.count("excluded", 1);
    Facts facts = all.build();
    assertEquals(
        List.of("strands", "median", "resolved", "open", "excluded"),
        facts.rows().stream().map(Fact::statistic).toList());
    assertEquals(Unit.MILLISECONDS, facts.get("median").unit());
    assertEquals(State.NOT_OBSERVED, facts.get("resolved").state());
    assertEquals("no act resolves", facts.get("resolved").note());
    assertEquals(State.NOT_OBSERVED, facts.get("open", "Support").state());
    assertEquals(State.VALUE, facts.get("excluded").state());
    assertEquals(
        List.of("strands", "median", "excluded"),
        facts.leading().stream().map(Fact::statistic).toList());
  }

  @Test
  void namesAreLowerSnakeCase() {
    for (String name :
        List.of("Waits", "wait median", "", "wait__median", "1h", "_waits", "café")) {
      assertEquals(
          "statistic ("
              + name
              + ") must be lower snake case, such as wait_median; names from the data belong into the"
              + " key: about(…)",
          assertThrows(IllegalArgumentException.class, () -> facts().count(name, 1)).getMessage());
    }
  }

  @Test
  void whoAsksForWhatIsNotThereIsToldWhatIs() {
    Facts.Builder facts = facts().count("waits", 1);
    facts.about("department", "Support").count("open", 2);
    assertEquals("2", facts.build().get("open", "Support").text());
    assertEquals(Optional.empty(), facts.build().find("open"));
    assertEquals(
        "statistic (open) with key [] must be one of [waits, Support: open]",
        assertThrows(IllegalArgumentException.class, () -> facts.build().get("open")).getMessage());
    assertEquals(1, facts.build().where(fact -> fact.key().isEmpty()).rows().size());
  }

  @Test
  void mapsSayOnceWhatFactsAreOf() {
    Facts.Builder facts = facts().count("waits", 1);
    facts.about("department", "Support").share("answered", Proportion.of(1, 2));
    Map<String, Object> map = facts.build().toMap();
    assertEquals(List.of("measures"), List.copyOf(map.keySet()));
    List<?> measures = (List<?>) Objects.requireNonNull(map.get("measures"));
    assertEquals(1, measures.size());
    Map<?, ?> measure = (Map<?, ?>) measures.get(0);
    assertEquals("messages all", measure.get("measure"));
    assertEquals("2026-01-06T09:00:00Z", measure.get("as_of"));
    List<?> rows = (List<?>) Objects.requireNonNull(measure.get("facts"));
    assertEquals(
        Map.of("statistic", "waits", "state", "VALUE", "unit", "COUNT", "value", 1L), rows.get(0));
    Map<?, ?> answered = (Map<?, ?>) rows.get(1);
    assertEquals(Map.of("department", "Support"), answered.get("key"));
    assertEquals(List.of(1L, 2L), List.of(answered.get("numerator"), answered.get("denominator")));
    Fact first = facts.build().rows().get(0);
    assertEquals("messages all", first.toMap().get("measure"));
    assertEquals(1L, first.toMap().get("value"));
  }

  @Test
  void fewFactsOfKeysAreATableOfTheirOwn() {
    Facts.Builder facts = facts().count("waits", 12);
    for (String department : List.of("Sales", "Support")) {
      facts.about("department", department).count("open", department.length()).count("on_hold", 0);
    }
    assertEquals(
        """
        messages all
        waits  12

        department  open  on hold
        Sales          5        0
        Support        7        0""",
        facts.build().toString());
    Facts.Builder many = facts();
    for (int i = 0; i < 9; i++) {
      many.about("department", "Sales").count("n" + i, i);
    }
    assertEquals("Sales: n0  0", many.build().toString().lines().skip(1).findFirst().orElseThrow());
    assertEquals("no facts", facts().build().toString());
    assertEquals("5 facts of messages all so far", facts.toString());
  }

  @Test
  void severalMeasuresHaveATableEach() {
    EngagementLog log = EngagementLog.of(Post.of("a", "x", 0));
    Counts none = Counts.ofMessages("none", row -> false);
    String[] tables = log.measure(Measures.of(ALL, none)).facts().toString().split("\n\n", -1);
    assertEquals(2, tables.length);
    assertTrue(tables[0].startsWith("messages all\nmessages"), tables[0]);
    assertTrue(tables[1].startsWith("messages none\nmessages"), tables[1]);
  }
}
