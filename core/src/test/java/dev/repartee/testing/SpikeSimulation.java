package dev.repartee.testing;

import dev.repartee.internal.math.SpikeDays;
import dev.repartee.internal.stats.GrowthTrend;
import dev.repartee.stats.Estimate;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * A year of days with a weekly rhythm, whose counts scatter by the negative binomial distribution:
 * variance {@code mu + dispersion mu^2}.
 */
public final class SpikeSimulation {
  private static final int YEAR = 365;
  private static final int HALF_YEAR = 182;

  /** What a weekday has of the mean: five busy days and a quiet weekend. They add up to 7. */
  private static final double[] GENTLE = {1.2, 1.25, 1.2, 1.15, 1.1, 0.6, 0.5};

  /** The same of who hardly works on weekends. */
  private static final double[] STEEP = {1.35, 1.35, 1.35, 1.35, 1.3, 0.15, 0.15};

  private final double mean;
  private final double dispersion;
  private final double[] rhythm;
  private final int seed;
  private final int days;
  private final double growth;

  public SpikeSimulation(double mean, double dispersion, boolean isSteep, int seed) {
    this(mean, dispersion, isSteep ? STEEP : GENTLE, seed, YEAR, 0);
  }

  private SpikeSimulation(
      double mean, double dispersion, double[] rhythm, int seed, int days, double growth) {
    this.mean = mean;
    this.dispersion = dispersion;
    this.rhythm = rhythm;
    this.seed = seed;
    this.days = days;
    this.growth = growth;
  }

  /** Half a year that grows by a share each week, with the mean in the middle. */
  public SpikeSimulation growing(double weekly) {
    return new SpikeSimulation(mean, dispersion, rhythm, seed, HALF_YEAR, weekly);
  }

  /** The share of years without a spike in which one is raised. */
  public double falseAlarms(int runs) {
    int alarms = 0;
    for (int run = 0; run < runs; run++) {
      alarms += SpikeDays.of(year(random(run))).days().isEmpty() ? 0 : 1;
    }
    return (double) alarms / runs;
  }

  /** The share of years in which a day of some times its mean is found. */
  public double found(int times, int runs) {
    int found = 0;
    for (int run = 0; run < runs; run++) {
      RandomDataGenerator random = random(run);
      long[] year = year(random);
      int day = random.nextInt(0, days - 1);
      year[day] = Math.round(times * mean(day));
      found += SpikeDays.of(year).days().stream().anyMatch(d -> d.index() == day) ? 1 : 0;
    }
    return (double) found / runs;
  }

  /**
   * The share of years in which so many days before the end, to three times as much, is a spike.
   */
  public double stepsRaised(int daysBeforeEnd, int runs) {
    int raised = 0;
    for (int run = 0; run < runs; run++) {
      long[] year = year(random(run));
      for (int day = days - daysBeforeEnd; day < days; day++) {
        year[day] *= 3;
      }
      raised += SpikeDays.of(year).days().isEmpty() ? 0 : 1;
    }
    return (double) raised / runs;
  }

  private RandomDataGenerator random(int run) {
    return new RandomDataGenerator(new Well19937c(new int[] {seed, run}));
  }

  private double mean(int day) {
    double level = mean * Math.pow(1 + growth, (day - days / 2) / 7.0);
    return level * rhythm[day % rhythm.length];
  }

  /** Poisson counts whose means scatter by the gamma distribution. */
  private long[] year(RandomDataGenerator random) {
    long[] counts = new long[days];
    for (int day = 0; day < days; day++) {
      double rate = random.nextGamma(1 / dispersion, mean(day) * dispersion);
      counts[day] = rate > 0 ? random.nextPoisson(rate) : 0;
    }
    return counts;
  }

  /**
   * How often there is an interval of growth that holds 5 % a week, of Poisson counts over a year.
   */
  public static double growthCovered(double weeklyMean, int runs, int seed) {
    int covered = 0;
    for (int run = 0; run < runs; run++) {
      RandomDataGenerator random =
          new RandomDataGenerator(new Well19937c(new int[] {seed, run, 8}));
      long[] counts = new long[52];
      for (int week = 0; week < counts.length; week++) {
        counts[week] = random.nextPoisson(weeklyMean * Math.pow(1.05, week - 26));
      }
      Estimate slope = GrowthTrend.of(counts);
      covered += slope.low() <= Math.log(1.05) && Math.log(1.05) <= slope.high() ? 1 : 0;
    }
    return (double) covered / runs;
  }

  /**
   * How often the interval of growth holds the truth, 2 % a week, where the logarithm of each week
   * is correlated with that of the week before.
   */
  public static double growthCovered(int weeks, double memory, int runs, int seed) {
    int covered = 0;
    for (int run = 0; run < runs; run++) {
      Well19937c random = new Well19937c(new int[] {seed, run, 7});
      long[] counts = new long[weeks];
      double noise = random.nextGaussian();
      for (int week = 0; week < weeks; week++) {
        counts[week] = Math.round(1_000 * Math.exp(0.02 * week + 0.2 * noise));
        noise = memory * noise + Math.sqrt(1 - memory * memory) * random.nextGaussian();
      }
      Estimate slope = GrowthTrend.of(counts);
      covered += slope.low() <= 0.02 && 0.02 <= slope.high() ? 1 : 0;
    }
    return (double) covered / runs;
  }

  @Override
  public String toString() {
    return days + " days of mean " + mean + ", dispersion " + dispersion;
  }
}
