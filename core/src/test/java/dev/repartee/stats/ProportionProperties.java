package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.stats.Proportion.IntervalMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.math3.distribution.TDistribution;

final class ProportionProperties {

  /** One trial: whether it succeeded, and its group in either grouping. */
  private record Trial(boolean hit, int first, int second) {}

  @Property
  void intervalsContainTheShareInsideZeroToOne(
      @ForAll @LongRange(min = 1, max = 2_000) long trials,
      @ForAll @LongRange(min = 0, max = 2_000) long drawn,
      @ForAll IntervalMethod method,
      @ForAll @IntRange(min = 1, max = 99) int percent) {
    long successes = drawn % (trials + 1);
    Proportion share = Proportion.of(successes, trials);
    Interval interval = share.interval(method, percent / 100.0).orElseThrow();
    assertTrue(interval.low() >= 0 && interval.high() <= 1);
    // Jeffreys' ends lie inside at the borders, and medians of beta distributions off the share.
    if (method == IntervalMethod.WILSON || method == IntervalMethod.AGRESTI_COULL) {
      assertTrue(interval.contains(share.value()), () -> interval + " " + share);
    }
  }

  @Property
  void failuresMirrorSuccesses(
      @ForAll @LongRange(min = 1, max = 500) long trials,
      @ForAll @LongRange(min = 0, max = 500) long drawn,
      @ForAll IntervalMethod method) {
    long successes = drawn % (trials + 1);
    Interval one = Proportion.of(successes, trials).interval(method, 0.95).orElseThrow();
    Interval other = Proportion.of(trials - successes, trials).interval(method, 0.95).orElseThrow();
    assertEquals(one.low(), 1 - other.high(), 1e-11);
    assertEquals(one.high(), 1 - other.low(), 1e-11);
  }

  @Property
  void higherLevelsAreWider(
      @ForAll @LongRange(min = 1, max = 500) long trials,
      @ForAll @LongRange(min = 0, max = 500) long drawn,
      @ForAll IntervalMethod method) {
    Proportion share = Proportion.of(drawn % (trials + 1), trials);
    double previous = 0;
    for (double level = 0.1; level < 1; level += 0.2) {
      double width = share.interval(method, level).orElseThrow().width();
      assertTrue(width >= previous);
      previous = width;
    }
  }

  /** V divides by N - 1 where V0 divides by N, so a trial a group gives N / (N - 1). */
  @Property
  void oneTrialInEachGroupIsNearlyIndependent(
      @ForAll @IntRange(min = 2, max = 32) int trials, @ForAll @IntRange(max = 32) int drawn) {
    int successes = drawn % (trials + 1);
    long[] hits = new long[trials];
    long[] each = new long[trials];
    for (int i = 0; i < trials; i++) {
      hits[i] = i < successes ? 1 : 0;
      each[i] = 1;
    }
    Proportion share = Proportion.clustered(hits, each);
    boolean atBorder = successes == 0 || successes == trials;
    assertEquals(atBorder ? 1 : trials / (trials - 1.0), share.deff(), 1e-12);
    assertEquals(trials, share.effectiveGroups(), 1e-12);
  }

  /** The definition, from the trials themselves. */
  @Property
  void agreesWithTheNaiveJackknife(@ForAll @IntRange(min = 1, max = 60) int n, @ForAll long seed) {
    List<Trial> trials = draw(n, new Random(seed));
    long[][] counts = new long[4][32];
    for (Trial trial : trials) {
      counts[0][trial.first()] += trial.hit() ? 1 : 0;
      counts[1][trial.first()]++;
      counts[2][trial.second()] += trial.hit() ? 1 : 0;
      counts[3][trial.second()]++;
    }
    Proportion share =
        Proportion.clustered(
            new long[][] {counts[0], counts[2]}, new long[][] {counts[1], counts[3]});
    Optional<Interval> expected = naive(trials);
    assertEquals(expected.isPresent(), share.interval().isPresent());
    expected.ifPresent(
        interval -> {
          assertEquals(interval.low(), share.low(), 1e-9);
          assertEquals(interval.high(), share.high(), 1e-9);
          assertTrue(share.low() <= share.value() && share.value() <= share.high());
          assertTrue(share.deff() >= 1);
        });
  }

  private static List<Trial> draw(int n, Random random) {
    int people = 1 + random.nextInt(20);
    int conversations = 1 + random.nextInt(20);
    double ease = random.nextDouble();
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int person = random.nextInt(people);
      boolean hit = random.nextDouble() < (person % 2 == 0 ? ease : ease * ease);
      trials.add(new Trial(hit, person, random.nextInt(conversations)));
    }
    return trials;
  }

  private static double share(List<Trial> trials) {
    return trials.stream().mapToInt(trial -> trial.hit() ? 1 : 0).average().orElse(Double.NaN);
  }

  private static Optional<Interval> naive(List<Trial> trials) {
    double p = share(trials);
    double n = trials.size();
    double rulingV = -1;
    double rulingGroups = 0;
    double persons = n;
    for (boolean byFirst : new boolean[] {true, false}) {
      double sum = 0;
      double squares = 0;
      int groups = 0;
      for (int k = 0; k < 32; k++) {
        int group = k;
        List<Trial> others =
            trials.stream().filter(t -> (byFirst ? t.first() : t.second()) != group).toList();
        double size = n - others.size();
        if (size > 0) {
          groups++;
          squares += size * size;
          sum += Math.pow(share(others) - p, 2);
        }
      }
      if (groups < 2) {
        return Optional.empty();
      }
      persons = Math.min(persons, n * n / Math.min(squares, (32 * squares - n * n) / 31));
      double v = sum * (groups - 1) / groups;
      double effective = n * n / squares;
      boolean isEqual = Math.abs(v - rulingV) <= 1e-9 * v;
      if (rulingV < 0 || (isEqual ? effective < rulingGroups : v > rulingV)) {
        rulingV = v;
        rulingGroups = effective;
      }
    }
    if (rulingGroups < 2) {
      return Optional.empty();
    }
    double v0 = p * (1 - p) / n;
    double rarer = Math.min(p, 1 - p) * n;
    double least = 1 + (n / persons - 1) / (1 + rarer);
    double size = n / (v0 == 0 ? least : Math.max(least, rulingV / v0));
    double t =
        v0 == 0
            ? 1.959963984540054
            : new TDistribution(rulingGroups - 1).inverseCumulativeProbability(0.975);
    double centre = (p + t * t / (2 * size)) / (1 + t * t / size);
    double half =
        t / (1 + t * t / size) * Math.sqrt(p * (1 - p) / size + t * t / (4 * size * size));
    return Optional.of(new Interval(centre - half, centre + half));
  }
}
