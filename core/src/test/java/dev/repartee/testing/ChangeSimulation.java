package dev.repartee.testing;

import dev.repartee.stats.Estimate;
import dev.repartee.stats.LevelChanges;
import dev.repartee.stats.LevelChanges.Change;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/** Series of weeks, or of days, in which nothing changes, or one thing does. */
public final class ChangeSimulation {
  private static final LocalDate START = LocalDate.parse("2025-01-06");
  private static final double RESTLESS = 0.3;
  private static final double MEMORY = 0.3;
  private static final double STRONG_MEMORY = 0.6;
  private static final double SEASON = 0.3;
  private static final double WEEKEND = 0.3;
  private static final double YEAR = 365.2425;

  /** What else is going on. */
  public enum World {
    /** Nothing but chance. */
    PLAIN,
    /** Each period has a mean of its own, by a standard deviation of 0.3 on the logarithm. */
    RESTLESS,
    /** As above, and the logarithms are correlated by 0.3 from period to period. */
    MEMORY,
    /** Two weeks at the end of each year of weeks have 0.3 of the mean. */
    HOLIDAY,
    /** The last period is not over: a third of it is there. */
    INCOMPLETE,
    /** A year has a season of 30 % up and down, or a week a weekend of 0.3. */
    RHYTHM,
    /** Both a rhythm and memory. */
    RHYTHM_AND_MEMORY,
    /** Logarithms are correlated by 0.6: more than is allowed for. */
    STRONG_MEMORY,
    /** It grows by 1 % from period to period: there is no level. */
    GROWTH
  }

  private final World world;
  private final ChronoUnit unit;
  private final RandomGenerator random;

  public ChangeSimulation(World world, ChronoUnit unit, int seed) {
    this.world = world;
    this.unit = unit;
    this.random = new Well19937c(seed);
  }

  /** Counts, of which those from a place on have a mean that is so many times as large. */
  public long[] counts(int n, double mean, int at, double times) {
    long[] counts = new long[n];
    double state = random.nextGaussian();
    for (int i = 0; i < n; i++) {
      double memory =
          switch (world) {
            case MEMORY, RHYTHM_AND_MEMORY -> MEMORY;
            case STRONG_MEMORY -> STRONG_MEMORY;
            default -> 0;
          };
      state = memory * state + Math.sqrt(1 - memory * memory) * random.nextGaussian();
      double expected = mean * factor(i, n, state) * (i >= at ? times : 1);
      counts[i] =
          expected <= 0 ? 0 : new PoissonDistribution(random, expected, 1e-9, 10_000).sample();
    }
    return counts;
  }

  private double factor(int i, int n, double state) {
    double restless = Math.exp(RESTLESS * state - RESTLESS * RESTLESS / 2);
    return switch (world) {
      case PLAIN -> 1;
      case RESTLESS, MEMORY, STRONG_MEMORY -> restless;
      case HOLIDAY -> isHoliday(i) ? 0.3 : 1;
      case INCOMPLETE -> i == n - 1 ? 1 / 3.0 : 1;
      case GROWTH -> Math.exp(0.01 * (i - n / 2.0));
      case RHYTHM -> rhythm(i);
      case RHYTHM_AND_MEMORY -> rhythm(i) * restless;
    };
  }

  private boolean isHoliday(int i) {
    return i % 52 >= 50;
  }

  private double rhythm(int i) {
    return switch (unit) {
      case WEEKS -> 1 + SEASON * Math.sin(2 * Math.PI * i * 7 / YEAR);
      case MONTHS -> 1 + SEASON * Math.sin(2 * Math.PI * i / 12);
      default -> i % 7 >= 5 ? WEEKEND : 1;
    };
  }

  /** The share of runs in which a series without a change has one. */
  public double falseAlarms(int n, double mean, int runs) {
    int alarms = 0;
    for (int run = 0; run < runs; run++) {
      alarms += changes(counts(n, mean, n, 1)).isEmpty() ? 0 : 1;
    }
    return (double) alarms / runs;
  }

  private List<Change> changes(long[] counts) {
    return LevelChanges.ofCounts(START, unit, counts).changes();
  }

  /**
   * What is found of a change.
   *
   * @param found the share of runs in which one is found within four periods of it
   * @param error by how many periods it is off, on average of those
   * @param covered in which share of those it is in the interval
   * @param more in which share of all runs anything else is found
   * @param levels in which share of both levels, where it is the one change found, the interval of
   *     the level holds the truth
   */
  public record Power(double found, double error, double covered, double more, double levels) {}

  /** What is found of changes in the second half of a series, but for its last fifth. */
  public Power power(int n, double mean, double times, int runs) {
    int found = 0;
    int more = 0;
    int covered = 0;
    int alone = 0;
    int levels = 0;
    double error = 0;
    for (int run = 0; run < runs; run++) {
      int at = n / 2 + random.nextInt(n * 3 / 10);
      List<Change> changes = changes(counts(n, mean, at, times));
      LocalDate truth = START.plus(at, unit);
      var hit = changes.stream().filter(c -> distance(c.first(), truth) <= 4).findFirst();
      more += changes.size() > (hit.isPresent() ? 1 : 0) ? 1 : 0;
      if (hit.isPresent()) {
        found++;
        error += distance(hit.get().first(), truth);
        boolean isBefore = truth.isBefore(hit.get().earliest());
        covered += isBefore || truth.isAfter(hit.get().latest()) ? 0 : 1;
      }
      if (hit.isPresent() && changes.size() == 1) {
        alone++;
        levels += holds(hit.get().before(), mean) + holds(hit.get().after(), mean * times);
      }
    }
    double all = Math.max(1, found);
    return new Power(
        (double) found / runs,
        error / all,
        covered / all,
        (double) more / runs,
        levels / (2.0 * Math.max(1, alone)));
  }

  private static int holds(Estimate level, double truth) {
    return level.hasInterval() && level.low() <= truth && truth <= level.high() ? 1 : 0;
  }

  /** How often a series that stops so many periods before its end is seen to have stopped. */
  public double seen(int n, double mean, int last, int runs) {
    int seen = 0;
    for (int run = 0; run < runs; run++) {
      seen += changes(counts(n, mean, n - last, 0)).isEmpty() ? 0 : 1;
    }
    return (double) seen / runs;
  }

  /** The share of runs in which shares of so many each have a change, though none has. */
  public double falseAlarmsOfShares(int n, double share, int most, int runs) {
    int alarms = 0;
    for (int run = 0; run < runs; run++) {
      double[] shares = new double[n];
      for (int i = 0; i < n; i++) {
        int trials = 1 + random.nextInt(most);
        int hits = 0;
        for (int k = 0; k < trials; k++) {
          hits += random.nextDouble() < share ? 1 : 0;
        }
        shares[i] = (double) hits / trials;
      }
      alarms += LevelChanges.of(START, unit, shares).changes().isEmpty() ? 0 : 1;
    }
    return (double) alarms / runs;
  }

  private long distance(LocalDate a, LocalDate b) {
    return Math.abs(unit.between(a, b));
  }
}
