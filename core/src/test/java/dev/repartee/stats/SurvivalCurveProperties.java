package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.TDistribution;

final class SurvivalCurveProperties {

  private record Observation(long millis, boolean ended, List<Integer> groups) {}

  /** What the definition gives, from the observations themselves. */
  private record Naive(double value, double error, double degrees) {}

  @Property
  void agreesWithTheDefinition(@ForAll @IntRange(min = 1, max = 40) int n, @ForAll long seed) {
    List<Observation> all = draw(n, new Random(seed));
    SurvivalCurve curve = curve(all, 1);
    long largest = all.stream().mapToLong(Observation::millis).max().orElseThrow();
    for (long at = 0; at <= largest; at += 5) {
      long time = at;
      Estimate actual = curve.survivalAt(time);
      Naive expected = naive(all, some -> survival(some, time), greenwood(all, time));
      assertEquals(expected.value(), actual.value(), 1e-12);
      assertEquals(expected.degrees() >= 1, actual.hasInterval());
      if (actual.hasInterval()) {
        assertEquals(expected.degrees() + 1, actual.groups());
        if (expected.value() < 1e-12) {
          assertEquals(0, actual.standardError());
          assertEquals(0, actual.low());
          assertEquals(highAtEnd(all), actual.high(), 1e-7);
        } else {
          assertEquals(expected.error(), actual.standardError(), 1e-12);
          checkBand(expected, actual, personsWaiting(all, time));
        }
      }
    }
  }

  /** As how many persons those count who still wait: fewer, never more, than at times before. */
  private static double personsWaiting(List<Observation> all, long time) {
    long row =
        all.stream().mapToLong(Observation::millis).filter(t -> t >= time).min().orElseThrow();
    return all.stream()
        .mapToLong(Observation::millis)
        .filter(t -> t <= row)
        .mapToDouble(t -> persons(all.stream().filter(o -> o.millis() >= t).toList()))
        .min()
        .orElseThrow();
  }

  /** N^2 / F of each grouping; 31 F is 32 times the sum of squares less N^2, F from N on. */
  private static double persons(List<Observation> some) {
    double n = some.size();
    double least = Double.POSITIVE_INFINITY;
    for (int grouping = 0; grouping < 2; grouping++) {
      int g = grouping;
      double squares =
          some.stream()
              .collect(Collectors.groupingBy(o -> o.groups().get(g), Collectors.counting()))
              .values()
              .stream()
              .mapToDouble(k -> (double) k * k)
              .sum();
      double f = Math.max(n, Math.min(squares, (32 * squares - n * n) / 31));
      least = Math.min(least, n * n / f);
    }
    return least;
  }

  private static double highAtEnd(List<Observation> all) {
    long[] ends =
        all.stream()
            .filter(Observation::ended)
            .mapToLong(Observation::millis)
            .sorted()
            .distinct()
            .toArray();
    long last = ends[ends.length - 1];
    double before = 1;
    if (ends.length > 1) {
      long time = ends[ends.length - 2];
      Naive there = naive(all, some -> survival(some, time), greenwood(all, time));
      double t = new TDistribution(there.degrees()).inverseCumulativeProbability(0.975);
      double s = there.value();
      before = Math.pow(s, Math.exp(t * there.error() / s / Math.log(s)));
    }
    double left = persons(all.stream().filter(o -> o.millis() >= last).toList());
    return Math.max(
        before * (1 - Math.pow(0.025, 1 / left)), 1 - Math.pow(0.025, 1 / persons(all)));
  }

  private static void checkBand(Naive expected, Estimate actual, double waiting) {
    double s = expected.value();
    if (s == 1) {
      assertEquals(Math.pow(0.025, 1.0 / waiting), actual.low(), 1e-12);
      assertEquals(1, actual.high());
      return;
    }
    double t = new TDistribution(expected.degrees()).inverseCumulativeProbability(0.975);
    double width = t * expected.error() / s / Math.log(s);
    assertEquals(Math.pow(s, Math.exp(-width)), actual.low(), 1e-7);
    assertEquals(Math.pow(s, Math.exp(width)), actual.high(), 1e-7);
  }

  @Property
  void restrictedMeanAgreesWithTheDefinition(
      @ForAll @IntRange(min = 1, max = 40) int n, @ForAll long seed) {
    List<Observation> all = draw(n, new Random(seed));
    SurvivalCurve curve = curve(all, 1);
    long horizon = new Random(seed).nextInt(1 + (int) curve.largestMillis());
    DurationEstimate actual = curve.restrictedMean(Duration.ofMillis(horizon));
    DurationEstimate independent = curve.asIndependent().restrictedMean(Duration.ofMillis(horizon));
    double least = independent.hasInterval() ? independent.standardErrorMillis() : 0;
    Naive expected = naive(all, some -> area(some, horizon), least);
    assertEquals(expected.value(), actual.millis(), 1e-9);
    if (expected.degrees() >= 1 && independent.hasInterval()) {
      assertEquals(expected.error(), actual.standardErrorMillis(), 1e-9);
      assertEquals(expected.degrees() + 1, actual.groups());
      assertTrue(actual.lowMillis() >= 0 && actual.highMillis() <= horizon);
    } else {
      assertFalse(actual.hasInterval());
    }
  }

  @Property
  void curvesFallAndChancesAddUpToOne(
      @ForAll @IntRange(min = 1, max = 60) int n, @ForAll long seed) {
    SurvivalCurve curve = curve(draw(n, new Random(seed)), 1);
    double previous = 1;
    for (long at = 0; at <= curve.largestMillis(); at++) {
      Estimate waiting = curve.survivalAt(at);
      Estimate ended = curve.within(Duration.ofMillis(at));
      assertEquals(1, waiting.value() + ended.value(), 1e-15);
      assertTrue(waiting.value() <= previous && waiting.value() >= 0);
      previous = waiting.value();
      if (waiting.hasInterval()) {
        assertTrue(new Interval(waiting.low(), waiting.high()).contains(waiting.value()));
        assertTrue(waiting.low() >= 0 && waiting.high() <= 1);
        assertEquals(1 - waiting.high(), ended.low());
      }
    }
    for (int i = 0; i < curve.size(); i++) {
      assertFalse(curve.standardError(i) < curve.greenwood(i));
    }
  }

  /** The interval of a quantile is where the band, asked time by time, contains the goal. */
  @Property
  void quantileIntervalsInvertTheBand(
      @ForAll @IntRange(min = 1, max = 60) int n,
      @ForAll @IntRange(min = 1, max = 19) int twentieth,
      @ForAll long seed) {
    SurvivalCurve curve = curve(draw(n, new Random(seed)), 1);
    double q = twentieth / 20.0;
    DurationEstimate actual = curve.quantile(q);
    if (!actual.hasInterval()) {
      return;
    }
    double goal = 1 - q;
    long first = -1;
    long last = -1;
    long crossing = -1;
    for (long at = 1; at <= curve.largestMillis(); at++) {
      Estimate band = curve.survivalAt(at);
      // A band may fall past the goal and rise to it again: the interval begins with the fall, for
      // the estimate is there.
      if (band.hasInterval() && band.low() <= goal + 1e-12) {
        first = first < 0 ? at : first;
        last = band.high() >= goal - 1e-12 ? at : last;
      }
      if (crossing < 0 && band.value() <= goal * (1 + 1e-9)) {
        crossing = at;
      }
    }
    if (actual.isReached()) {
      assertFalse(actual.lowMillis() > actual.millis());
      assertFalse(actual.highMillis() < actual.millis());
      assertTrue(crossing <= actual.millis());
    } else {
      assertEquals(-1, crossing);
      assertEquals(Double.NaN, actual.highMillis());
    }
    if (last > 0) {
      // Times are tens: a band that holds from just after a time on counts from that time.
      long from = first % 10 == 1 ? first - 1 : first;
      double low = Double.isNaN(actual.lowMillis()) ? 0 : actual.lowMillis();
      assertEquals((double) from, low);
      if (!Double.isNaN(actual.highMillis())) {
        assertEquals(last + 1.0, actual.highMillis());
      } else {
        // Open: to the very end, or to where there is no band, or the band rose above the goal.
        boolean isOpen = last == curve.largestMillis();
        Estimate next = curve.survivalAt(last + (isOpen ? 0 : 1));
        assertTrue(isOpen || !next.hasInterval() || next.low() > goal);
      }
    }
  }

  @Property
  void stretchingTimeStretchesTheCurve(
      @ForAll @IntRange(min = 1, max = 40) int n,
      @ForAll @IntRange(min = 2, max = 50) int factor,
      @ForAll long seed) {
    List<Observation> all = draw(n, new Random(seed));
    SurvivalCurve plain = curve(all, 1);
    SurvivalCurve stretched = curve(all, factor);
    for (long at = 0; at <= plain.largestMillis(); at++) {
      assertEquals(plain.survivalAt(at), stretched.survivalAt(at * factor));
    }
    for (int percent = 0; percent <= 100; percent += 5) {
      DurationEstimate one = plain.quantile(percent / 100.0);
      DurationEstimate other = stretched.quantile(percent / 100.0);
      assertEquals(one.state(), other.state());
      assertEquals(factor * one.millis(), other.millis(), 1e-9);
      assertEquals(factor * one.lowMillis(), other.lowMillis(), 1e-9);
      assertEquals(factor * one.highMillis(), other.highMillis(), 1e-9);
    }
  }

  @Property
  void quantilesAscend(@ForAll @IntRange(min = 1, max = 60) int n, @ForAll long seed) {
    SurvivalCurve curve = curve(draw(n, new Random(seed)), 1);
    double previous = 0;
    boolean reached = true;
    for (int percent = 0; percent <= 100; percent++) {
      DurationEstimate quantile = curve.quantile(percent / 100.0);
      assertTrue(reached || !quantile.isReached());
      reached = quantile.isReached();
      if (reached) {
        assertTrue(quantile.millis() >= previous);
        previous = quantile.millis();
      }
    }
  }

  private static List<Observation> draw(int n, Random random) {
    int people = 1 + random.nextInt(12);
    int conversations = 1 + random.nextInt(20);
    int weeks = 1 + random.nextInt(15);
    int times = 1 + random.nextInt(15);
    double ending = random.nextDouble() * 1.2;
    List<Observation> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int person = random.nextInt(people);
      long millis = 10L * (1 + random.nextInt(1 + times * (1 + person) / people));
      List<Integer> groups = List.of(person, random.nextInt(conversations), random.nextInt(weeks));
      all.add(new Observation(millis, random.nextDouble() < ending, groups));
    }
    return all;
  }

  private static SurvivalCurve curve(List<Observation> all, int factor) {
    LatencyGroups events = new LatencyGroups(3);
    LatencyGroups censored = new LatencyGroups(3);
    for (Observation o : all) {
      (o.ended() ? events : censored)
          .add(
              o.millis() * factor,
              o.groups().get(0) | o.groups().get(1) << 5 | o.groups().get(2) << 10);
    }
    return SurvivalCurve.of(events, censored);
  }

  private static double survival(List<Observation> some, long at) {
    double share = 1;
    for (long time : times(some, at)) {
      share *= 1 - (double) ended(some, time) / atRisk(some, time);
    }
    return share;
  }

  private static double greenwood(List<Observation> some, long at) {
    double sum = 0;
    for (long time : times(some, at)) {
      double n = atRisk(some, time);
      sum += ended(some, time) / (n * (n - ended(some, time)));
    }
    return survival(some, at) * Math.sqrt(sum);
  }

  private static double area(List<Observation> some, long horizon) {
    double area = 0;
    for (long from = 0; from < horizon; from++) {
      area += survival(some, from);
    }
    return area;
  }

  private static List<Long> times(List<Observation> some, long at) {
    return some.stream()
        .filter(o -> o.ended() && o.millis() <= at)
        .map(Observation::millis)
        .distinct()
        .toList();
  }

  private static long ended(List<Observation> some, long time) {
    return some.stream().filter(o -> o.ended() && o.millis() == time).count();
  }

  private static long atRisk(List<Observation> some, long time) {
    return some.stream().filter(o -> o.millis() >= time).count();
  }

  private static Naive naive(
      List<Observation> all, ToDoubleFunction<List<Observation>> statistic, double least) {
    double whole = statistic.applyAsDouble(all);
    double ruling = -1;
    double rulingSize = 0;
    int groups = 0;
    for (int grouping = 0; grouping < 3; grouping++) {
      double[] moves = new double[32];
      double squares = 0;
      int nonEmpty = 0;
      for (int k = 0; k < 32; k++) {
        int g = grouping;
        int group = k;
        List<Observation> others = all.stream().filter(o -> o.groups().get(g) != group).toList();
        double size = all.size() - others.size();
        if (size > 0) {
          nonEmpty++;
          squares += size * size;
          moves[group] = statistic.applyAsDouble(others) - whole;
        }
      }
      boolean isWeek = grouping == 2;
      if (!isWeek && nonEmpty < 2) {
        return new Naive(whole, Double.NaN, 0);
      }
      double v =
          isWeek
              ? NaiveVariance.ofWeeks(moves, nonEmpty, 1)
              : NaiveVariance.ofGroups(moves, nonEmpty, 1);
      double size = (double) all.size() * all.size() / squares;
      boolean isEqual =
          Math.abs(v - ruling) <= 1e-9 * v || Math.max(v, ruling) < 1e-24 * whole * whole;
      if (isWeek
          && (size < 2 || isEqual || !NaiveVariance.weekRules(v, nonEmpty, ruling, groups))) {
        continue; // weeks rule where they are larger by more than chance
      }
      boolean restsOnFewer =
          size < rulingSize || (size == rulingSize && nonEmpty < groups); // equal sizes: the fewer
      if (ruling < 0 || (isEqual ? restsOnFewer : v > ruling)) {
        ruling = v;
        rulingSize = size;
        groups = nonEmpty;
      }
    }
    return new Naive(whole, Math.max(least, Math.sqrt(ruling)), groups - 1);
  }
}
