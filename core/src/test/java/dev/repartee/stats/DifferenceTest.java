package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class DifferenceTest {

  private static final double LEVEL = 0.95;

  /** R. G. Newcombe, 1998, table II, method 10. */
  @Test
  void newcombe() {
    compare(56, 70, 48, 80, 0.0524, 0.3339);
    compare(9, 10, 3, 10, 0.1705, 0.8090);
    compare(6, 7, 2, 7, 0.0582, 0.8062);
    compare(5, 56, 0, 29, -0.0381, 0.1926);
    compare(0, 10, 0, 20, -0.1611, 0.2775);
    compare(0, 10, 0, 10, -0.2775, 0.2775);
    compare(10, 10, 0, 20, 0.6791, 1);
    compare(10, 10, 0, 10, 0.6075, 1);
    assertEquals(
        "0.20 [0.05, 0.33]",
        Difference.of(Proportion.of(56, 70), Proportion.of(48, 80)).toString());
  }

  private static void compare(long x1, long n1, long x2, long n2, double low, double high) {
    Estimate actual = Difference.of(Proportion.of(x1, n1), Proportion.of(x2, n2));
    assertEquals((double) x1 / n1 - (double) x2 / n2, actual.value());
    assertEquals(low, actual.low(), 0.5e-4);
    assertEquals(high, actual.high(), 0.5e-4);
  }

  /** The same method in statsmodels 0.15.0. */
  @Test
  void statsmodels() {
    for (Map<String, String> row : TestData.rows("conformance/two_proportions.csv")) {
      Estimate actual =
          Difference.of(
              Proportion.of(TestData.integer(row, "x1"), TestData.integer(row, "n1")),
              Proportion.of(TestData.integer(row, "x2"), TestData.integer(row, "n2")));
      assertEquals(TestData.number(row, "diff"), actual.value(), 1e-12);
      assertEquals(TestData.number(row, "newcombe_lo"), actual.low(), 1e-9);
      assertEquals(TestData.number(row, "newcombe_hi"), actual.high(), 1e-9);
    }
  }

  /** 3, 4, 5: sides of 3 and 4 make an end 5 away, sides of 6 and 8 one 10 away. */
  @Test
  void sidesAddUpLikeRightAngles() {
    Estimate first = Estimate.of(20, 3, new Interval(17, 28), LEVEL, 12);
    Estimate second = Estimate.of(10, 4, new Interval(4, 14), LEVEL, 30);
    Estimate actual = Difference.of(first, second);
    assertEquals(10, actual.value());
    assertEquals(5, actual.low(), 1e-12);
    assertEquals(20, actual.high(), 1e-12);
    assertEquals(5, actual.standardError(), 1e-12);
    assertEquals(12, actual.groups());
    assertEquals(LEVEL, actual.level());
  }

  @Test
  void durationsMayBeNegativeAndKeepTheirOpenEnds() {
    DurationEstimate first = DurationEstimate.ofMillis(20_000, 17_000, 28_000, LEVEL, 0);
    DurationEstimate second = DurationEstimate.ofMillis(30_000, 24_000, 34_000, LEVEL, 32);
    DurationEstimate actual = Difference.of(first, second);
    assertEquals(-10_000, actual.millis());
    assertEquals(-15_000, actual.lowMillis(), 1e-9);
    assertEquals(0, actual.highMillis(), 1e-9);
    assertEquals("-10 s [-15 s, 0 s]", actual.toString());
    assertEquals(32, actual.groups());
    DurationEstimate noTop = DurationEstimate.ofMillis(30_000, 24_000, Double.NaN, LEVEL, 32);
    assertEquals("-10 s [open, 0 s]", Difference.of(first, noTop).toString());
    assertEquals("10 s [0 s, open]", Difference.of(noTop, first).toString());
    DurationEstimate noEnds = DurationEstimate.ofMillis(1_000, Double.NaN, Double.NaN, LEVEL, 3);
    assertEquals("1 s [open, open]", Difference.of(second, noEnds).toString().replace("29", "1"));
  }

  @Test
  void restrictedMeansBringTheirStandardErrors() {
    SurvivalCurve one = SurvivalCurve.builder().event(1).event(2).event(3).event(4).build();
    DurationEstimate mean = one.restrictedMean(Duration.ofMillis(4));
    DurationEstimate actual = Difference.of(mean, mean);
    assertEquals(0, actual.millis());
    assertEquals(Math.sqrt(2 * 5.0 / 16), actual.standardErrorMillis(), 1e-12);
  }

  @Test
  void whatIsMissingOnOneSideIsSaid() {
    DurationEstimate value = DurationEstimate.ofMillis(1, 0, 2, LEVEL, 0);
    DurationEstimate never = DurationEstimate.notReached("");
    DurationEstimate bare = DurationEstimate.withoutInterval(5, 1, "fewer than 2 groups");
    assertEquals("not reached (first)", Difference.of(never, value).toString());
    assertEquals("not reached (second)", Difference.of(value, never).toString());
    assertEquals("not reached (both)", Difference.of(never, never).toString());
    assertEquals("no data", Difference.of(never, DurationEstimate.noData()).toString());
    assertEquals("no data", Difference.of(DurationEstimate.noData(), value).toString());
    assertEquals("4 ms (first: fewer than 2 groups)", Difference.of(bare, value).toString());
    Estimate short1 = Estimate.undefined("follow-up too short");
    Estimate known = Estimate.of(0.5, 0.1, new Interval(0.3, 0.7), LEVEL, 0);
    Estimate few = Estimate.withoutInterval(0.25, 1, "fewer than 2 groups");
    assertEquals("none (second: follow-up too short)", Difference.of(known, short1).toString());
    assertEquals(
        "none (first: follow-up too short; second: follow-up too short)",
        Difference.of(short1, short1).toString());
    assertEquals("0.25 (second: fewer than 2 groups)", Difference.of(known, few).toString());
    assertEquals(
        "none (first: no data)",
        Difference.of(Proportion.of(0, 0), Proportion.of(1, 2)).toString());
    Proportion one = Proportion.clustered(new long[] {1}, new long[] {2});
    assertEquals(
        "0.00 (second: fewer than 2 groups)", Difference.of(Proportion.of(1, 2), one).toString());
  }

  @Test
  void levelsMustAgree() {
    Estimate usual = Estimate.of(0.5, 0.1, new Interval(0.3, 0.7), LEVEL, 0);
    Estimate other = Estimate.of(0.5, 0.1, new Interval(0.3, 0.7), 0.9, 0);
    var e = assertThrows(IllegalArgumentException.class, () -> Difference.of(usual, other));
    assertEquals(
        "level of first (0.95) and level of second (0.9) must be the same; ask both for the same"
            + " level",
        e.getMessage());
  }

  @Property
  void backwardsItIsMirrored(
      @ForAll @IntRange(max = 30) int x1,
      @ForAll @IntRange(max = 30) int more1,
      @ForAll @IntRange(max = 30) int x2,
      @ForAll @IntRange(max = 30) int more2) {
    Estimate there = Difference.of(Proportion.of(x1, x1 + more1), Proportion.of(x2, x2 + more2));
    Estimate back = Difference.of(Proportion.of(x2, x2 + more2), Proportion.of(x1, x1 + more1));
    assertEquals(there.hasInterval(), back.hasInterval());
    if (there.hasInterval()) {
      assertEquals(0.0, there.value() + back.value());
      assertEquals(0.0, there.low() + back.high(), 1e-15);
      assertEquals(0.0, there.high() + back.low(), 1e-15);
      assertTrue(there.low() <= there.value() && there.value() <= there.high());
      assertTrue(there.low() >= -1 - 1e-12 && there.high() <= 1 + 1e-12);
    }
  }

  private record Observation(long millis, boolean ended, boolean first, int person, int talk) {}

  /** People are on both sides; each is left out on both at once, by the definition. */
  @Property(tries = 100)
  void sharedPeopleAreLeftOutOnBothSides(
      @ForAll @IntRange(min = 4, max = 40) int n, @ForAll long seed) {
    Random random = new Random(seed);
    List<Observation> all =
        random
            .ints(n, 0, 10)
            .mapToObj(
                person ->
                    new Observation(
                        10L * random.nextInt(6),
                        random.nextInt(4) > 0,
                        random.nextBoolean(),
                        person,
                        random.nextInt(5)))
            .toList();
    Estimate one = curve(all, true).within(Duration.ofMillis(30));
    Estimate other = curve(all, false).within(Duration.ofMillis(30));
    Estimate actual = Difference.within(curve(all, true), curve(all, false), Duration.ofMillis(30));
    if (!one.isDefined() || !other.isDefined()) {
      assertFalse(actual.isDefined());
      return;
    }
    assertEquals(one.value() - other.value(), actual.value(), 1e-12);
    double[] byPerson = leftOut(all, true);
    double[] byTalk = leftOut(all, false);
    Replicates expected = Replicates.of(actual.value(), byPerson, byTalk);
    if (expected.estimate().hasInterval() && expected.standardError() > 1e-9) {
      // A side of 0 or 1 brings an error of its own; MoverTest has the ends.
      boolean isWithin = inside(one.value()) && inside(other.value());
      double error = isWithin ? expected.standardError() : actual.standardError();
      assertEquals(error, actual.standardError(), 1e-9);
      assertTrue(actual.low() >= -1 - 1e-9 && actual.high() <= 1 + 1e-9, actual::toString);
      assertTrue(actual.low() <= actual.value() && actual.value() <= actual.high());
    } else if (inside(one.value()) && inside(other.value())) {
      assertFalse(actual.hasInterval());
    }
  }

  private static boolean inside(double chance) {
    return chance > 1e-9 && chance < 1 - 1e-9;
  }

  private static double[] leftOut(List<Observation> all, boolean byPerson) {
    return all.stream()
        .mapToInt(o -> byPerson ? o.person() : o.talk())
        .distinct()
        .mapToDouble(
            group -> {
              List<Observation> others =
                  all.stream().filter(o -> (byPerson ? o.person() : o.talk()) != group).toList();
              return survival(others, false) - survival(others, true);
            })
        .toArray();
  }

  /** Survival after 30, which stays beyond the last time; NaN without observations. */
  private static double survival(List<Observation> some, boolean first) {
    List<Observation> own = some.stream().filter(o -> o.first() == first).toList();
    double share = own.isEmpty() ? Double.NaN : 1;
    for (long at = 0; at <= 30; at += 10) {
      long time = at;
      double n = own.stream().filter(o -> o.millis() >= time).count();
      double d = own.stream().filter(o -> o.millis() == time && o.ended()).count();
      share *= n == 0 ? 1 : (n - d) / n;
    }
    return share;
  }

  private static SurvivalCurve curve(List<Observation> all, boolean first) {
    LatencyGroups events = new LatencyGroups(2);
    LatencyGroups censored = new LatencyGroups(2);
    for (Observation o : all) {
      if (o.first() == first) {
        (o.ended() ? events : censored).add(o.millis(), o.person() | o.talk() << 5);
      }
    }
    return SurvivalCurve.of(events, censored);
  }

  @Test
  void whatPeopleShareCancels() {
    LatencyGroups[] tallies = {
      new LatencyGroups(1), new LatencyGroups(1), new LatencyGroups(1), new LatencyGroups(1)
    };
    for (int person = 0; person < 32; person++) {
      for (int side = 0; side < 2; side++) {
        boolean ended = person % 2 == 0 && person != 4 * side;
        tallies[2 * side + (ended ? 0 : 1)].add(ended ? 10 + person : 100, person);
      }
    }
    SurvivalCurve one = SurvivalCurve.of(tallies[0], tallies[1]);
    SurvivalCurve other = SurvivalCurve.of(tallies[2], tallies[3]);
    Duration all = Duration.ofMillis(100);
    Estimate paired = Difference.within(one, other, all);
    Estimate unpaired = Difference.of(one.within(all), other.within(all));
    assertEquals(unpaired.value(), paired.value());
    assertTrue(paired.standardError() < 0.5 * unpaired.standardError());
    assertEquals("0.00 (replicates do not differ)", Difference.within(one, one, all).toString());
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Difference.within(one, other.asIndependent(), all));
    assertEquals(
        "first (1 groupings) and second (0) must have equally many groupings, at least one; else"
            + " use of(first.within(d), second.within(d))",
        e.getMessage());
  }
}
