package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.TDistribution;

final class LogRankProperties {

  private record Observation(
      long millis, boolean ended, int curve, int person, int conversation, int week) {

    int group(int grouping) {
      return grouping == 0 ? person : grouping == 1 ? conversation : week;
    }
  }

  /** The definition, read off the observations themselves: every time against every observation. */
  @Property
  void agreesWithTheDefinition(
      @ForAll @IntRange(min = 2, max = 50) int n,
      @ForAll @IntRange(min = 2, max = 4) int curves,
      @ForAll long seed) {
    List<Observation> all = draw(n, curves, new Random(seed));
    LogRank actual = LogRank.trend(curves(all, curves, 1));
    for (int curve = 0; curve < curves; curve++) {
      int own = curve;
      double expected = 0;
      for (Observation o : all) {
        expected += o.ended() ? share(all, o.millis(), own) : 0;
      }
      assertEquals(expected, actual.expected(own), 1e-9);
      assertEquals(
          all.stream().filter(o -> o.ended() && o.curve() == own).count(), actual.observed(own));
    }
    double variance = variance(all);
    if (Double.isNaN(variance)) {
      assertEquals(Double.NaN, actual.score());
      assertEquals(Double.NaN, actual.chiSquared());
      return;
    }
    assertEquals(score(all), actual.score(), 1e-9);
    assertEquals(variance, actual.asIndependent().variance(), 1e-9);
    compareReplicates(all, actual);
  }

  private static void compareReplicates(List<Observation> all, LogRank actual) {
    double[] variances = {replicates(all, 0), replicates(all, 1)};
    double persons = Math.max(variances[0], variances[1]);
    double byWeek = effectiveWeeks(all) < 2 ? Double.NaN : replicates(all, 2);
    boolean isClear = Math.abs(variances[0] - variances[1]) > 1e-6 * persons;
    int larger01 = variances[0] > variances[1] ? 0 : 1;
    double needed = persons;
    if (persons > 1e-12) {
      needed = persons * NaiveVariance.factor(Math.max(2, groups(all, 2)), groups(all, larger01));
    }
    boolean isByWeek = byWeek > needed;
    double larger = isByWeek ? byWeek : persons;
    if (isClear && !(Math.abs(byWeek - needed) < 1e-6 * needed)) {
      assertEquals(isByWeek, actual.isByWeek());
    } else if (actual.isByWeek() != isByWeek) {
      return; // as near as rounding
    }
    if (!(larger > 1e-12)) {
      assertEquals(Double.NaN, actual.variance());
      assertEquals(Double.NaN, actual.pValue());
      return;
    }
    assertEquals(larger, actual.variance(), 1e-9 * larger);
    if (isClear) {
      int groups = groups(all, isByWeek ? 2 : larger01);
      assertEquals(groups, actual.groups());
      double t = Math.abs(score(all)) / Math.sqrt(larger);
      double p = 2 * (1 - new TDistribution(groups - 2.0).cumulativeProbability(t));
      assertEquals(p, actual.pValue(), 1e-7);
    }
  }

  private static int groups(List<Observation> all, int grouping) {
    return (int) all.stream().map(o -> o.group(grouping)).distinct().count();
  }

  @Property
  void swappingTheCurvesTurnsTheSign(
      @ForAll @IntRange(min = 2, max = 60) int n, @ForAll long seed) {
    List<SurvivalCurve> two = curves(draw(n, 2, new Random(seed)), 2, 1);
    LogRank test = LogRank.of(two.get(0), two.get(1));
    LogRank swapped = LogRank.of(two.get(1), two.get(0));
    assertEquals(0.0, test.isDefined() ? test.score() + swapped.score() : 0);
    assertEquals(test.chiSquared(), swapped.chiSquared());
    assertEquals(test.pValue(), swapped.pValue());
    assertEquals(test.asIndependent().chiSquared(), swapped.asIndependent().chiSquared());
    assertEquals(test.expected(0), swapped.expected(1));
    LogRank trend = LogRank.trend(two);
    assertEquals(swapped.chiSquared(), trend.chiSquared());
    assertEquals(swapped.score(), trend.score());
  }

  @Property
  void backwardsATrendTurnsItsSign(@ForAll @IntRange(min = 2, max = 60) int n, @ForAll long seed) {
    List<SurvivalCurve> curves = new ArrayList<>(curves(draw(n, 4, new Random(seed)), 4, 1));
    LogRank test = LogRank.trend(curves);
    Collections.reverse(curves);
    LogRank backwards = LogRank.trend(curves);
    assertEquals(0.0, Double.isNaN(test.score()) ? 0 : test.score() + backwards.score());
    assertEquals(test.chiSquared(), backwards.chiSquared(), 1e-6);
  }

  /** Ranks alone count: any stretching of time leaves the test as it is. */
  @Property
  void onlyTheOrderOfTimesCounts(
      @ForAll @IntRange(min = 2, max = 60) int n,
      @ForAll @IntRange(min = 2, max = 50) int factor,
      @ForAll long seed) {
    List<Observation> all = draw(n, 3, new Random(seed));
    assertSame(LogRank.trend(curves(all, 3, 1)), LogRank.trend(curves(all, 3, factor)));
  }

  @Property
  void partsInAnyOrderMakeTheWhole(
      @ForAll @IntRange(min = 2, max = 60) int n,
      @ForAll @IntRange(min = 1, max = 5) int parts,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<Observation> all = draw(n, 2, random);
    LogRank whole = LogRank.trend(curves(all, 2, 1));
    List<Observation> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    List<List<LatencyGroups>> tallies = tallies(List.of(), 2, 1);
    for (int part = 0; part < parts; part++) {
      List<Observation> own = new ArrayList<>();
      for (int i = part; i < n; i += parts) {
        own.add(shuffled.get(i));
      }
      List<List<LatencyGroups>> more = tallies(own, 2, 1);
      for (int curve = 0; curve < 2; curve++) {
        tallies.get(curve).get(0).addAll(more.get(curve).get(0));
        tallies.get(curve).get(1).addAll(more.get(curve).get(1));
      }
    }
    assertSame(whole, LogRank.trend(curves(tallies)));
  }

  private static void assertSame(LogRank expected, LogRank actual) {
    assertEquals(expected.toString(), actual.toString());
    assertEquals(expected.score(), actual.score());
    assertEquals(expected.variance(), actual.variance());
    assertEquals(expected.pValue(), actual.pValue());
    for (int curve = 0; curve < expected.size(); curve++) {
      assertEquals(expected.expected(curve), actual.expected(curve));
    }
  }

  private static List<Observation> draw(int n, int curves, Random random) {
    int people = 1 + random.nextInt(8);
    int conversations = 1 + random.nextInt(12);
    int weeks = 1 + random.nextInt(12);
    int times = 1 + random.nextInt(15);
    double ending = random.nextDouble() * 1.2;
    return IntStream.range(0, n)
        .mapToObj(
            i ->
                new Observation(
                    10L * random.nextInt(times),
                    random.nextDouble() < ending,
                    random.nextInt(curves),
                    random.nextInt(people),
                    random.nextInt(conversations),
                    random.nextInt(weeks)))
        .toList();
  }

  private static List<SurvivalCurve> curves(List<Observation> all, int curves, int factor) {
    return curves(tallies(all, curves, factor));
  }

  private static List<SurvivalCurve> curves(List<List<LatencyGroups>> tallies) {
    return tallies.stream().map(pair -> SurvivalCurve.of(pair.get(0), pair.get(1))).toList();
  }

  private static List<List<LatencyGroups>> tallies(List<Observation> all, int curves, int factor) {
    List<List<LatencyGroups>> tallies = new ArrayList<>();
    for (int curve = 0; curve < curves; curve++) {
      tallies.add(List.of(new LatencyGroups(3), new LatencyGroups(3)));
    }
    for (Observation o : all) {
      tallies
          .get(o.curve())
          .get(o.ended() ? 0 : 1)
          .add(o.millis() * factor, o.person() | o.conversation() << 5 | o.week() << 10);
    }
    return tallies;
  }

  /** The share of a curve in those who wait at a time. */
  private static double share(List<Observation> all, long at, int curve) {
    return (double) count(all, o -> o.millis() >= at && o.curve() == curve)
        / count(all, o -> o.millis() >= at);
  }

  private static double score(List<Observation> all) {
    double score = 0;
    for (Observation o : all) {
      score += o.ended() ? o.curve() - mean(all, o.millis()) : 0;
    }
    return score;
  }

  private static double mean(List<Observation> all, long at) {
    return all.stream()
        .filter(o -> o.millis() >= at)
        .mapToInt(Observation::curve)
        .average()
        .orElseThrow();
  }

  /** Returns NaN where there is nothing to compare. */
  private static double variance(List<Observation> all) {
    double variance = 0;
    for (long at : all.stream().map(Observation::millis).distinct().toList()) {
      double n = count(all, o -> o.millis() >= at);
      double d = count(all, o -> o.millis() == at && o.ended());
      double mean = mean(all, at);
      double spread = 0;
      for (Observation o : all) {
        spread += o.millis() >= at ? (o.curve() - mean) * (o.curve() - mean) / n : 0;
      }
      variance += n > 1 ? d * (n - d) / (n - 1) * spread : 0;
    }
    return variance > 1e-12 ? variance : Double.NaN;
  }

  private static double replicates(List<Observation> all, int grouping) {
    double[] moves = new double[32];
    int groups = groups(all, grouping);
    for (int group : all.stream().map(o -> o.group(grouping)).distinct().toList()) {
      List<Observation> others = all.stream().filter(o -> o.group(grouping) != group).toList();
      double without = others.isEmpty() || Double.isNaN(variance(others)) ? Double.NaN : 0;
      moves[group] = without + score(others) * all.size() / others.size() - score(all);
    }
    return grouping == 2
        ? NaiveVariance.ofWeeks(moves, groups, 2)
        : NaiveVariance.ofGroups(moves, groups, 2);
  }

  private static double effectiveWeeks(List<Observation> all) {
    double squares = 0;
    for (int week = 0; week < 32; week++) {
      int own = week;
      squares += Math.pow((double) count(all, o -> o.week() == own), 2);
    }
    return (double) all.size() * all.size() / squares;
  }

  private static long count(List<Observation> all, Predicate<Observation> which) {
    return all.stream().filter(which).count();
  }
}
