package dev.repartee.testing;

import dev.repartee.change.Watch;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * How often a {@link Watch} on 0.80 cries wolf where the promise is kept exactly, and how soon it
 * notices where it no longer is. Beside it, in the same years, an alarm on the sum since the
 * beginning, by blocks of a day and of a week: it is raised where {@code S^2 > (V + r) log((V + r)
 * / (4 r alpha^2))}, with S the sum of met beyond the bound, V the variance of blocks about their
 * mean times their number, and r that V at the end of week 8. Source: H. Robbins, 1970,
 * "Statistical Methods Related to the Law of the Iterated Logarithm".
 */
public final class WatchSimulation {
  /** What was promised. */
  public static final double BOUND = 0.8;

  private static final int YEAR = 364;
  private static final int FALL = YEAR / 2;
  private static final int WEEK = 7;
  private static final int FIRST_DAYS = 8 * WEEK;
  private static final double ALPHA = 0.05;
  private static final LocalDate START = LocalDate.parse("2026-01-05");

  /** A place in which nothing ever changes; each call tells of other years. */
  public interface World {
    /** Fills the counts of days that follow each other. */
    void fill(long[] met, long[] all);
  }

  /** Finds the day, from 0, on which an alarm is raised. */
  private interface Alarm {
    OptionalInt day(long[] met, long[] all);
  }

  /**
   * What an alarm did.
   *
   * @param cried the share of years with an alarm, nothing having changed
   * @param found the share of falls noticed within half a year, where there was no alarm before
   * @param delay the median number of days until then; empty where fewer than half are found
   */
  public record Found(double cried, double found, OptionalInt delay) {}

  /** What the alarms did in the same years. */
  public record Result(Found watch, Found byDay, Found byWeek) {}

  private final World world;
  private final RandomGenerator random;

  /** Of a world. */
  public WatchSimulation(World world, int seed) {
    this.world = world;
    this.random = new Well19937c(seed);
  }

  /**
   * Runs years.
   *
   * @param lost the share of what is met that is missed after half a year, for falls
   */
  public Result of(int runs, double lost) {
    Tries watch = new Tries(runs, WatchSimulation::watch);
    Tries byDay = new Tries(runs, (met, all) -> sum(met, all, 1));
    Tries byWeek = new Tries(runs, (met, all) -> sum(met, all, WEEK));
    for (int run = 0; run < runs; run++) {
      long[] met = new long[YEAR];
      long[] all = new long[YEAR];
      world.fill(met, all);
      long[] fallen = fallen(met, lost);
      watch.add(met, fallen, all);
      byDay.add(met, fallen, all);
      byWeek.add(met, fallen, all);
    }
    return new Result(watch.found(), byDay.found(), byWeek.found());
  }

  /** Returns in which share of runs of some years the watch is raised where nothing changes. */
  public double cried(int runs, int years) {
    int cried = 0;
    for (int run = 0; run < runs; run++) {
      long[] met = new long[years * YEAR];
      long[] all = new long[years * YEAR];
      world.fill(met, all);
      cried += watch(met, all).isPresent() ? 1 : 0;
    }
    return (double) cried / runs;
  }

  private long[] fallen(long[] met, double lost) {
    long[] fallen = met.clone();
    for (int day = FALL; day < YEAR; day++) {
      for (long i = 0; i < met[day]; i++) {
        fallen[day] -= random.nextDouble() < lost ? 1 : 0;
      }
    }
    return fallen;
  }

  /** Counts what one alarm does. */
  private static final class Tries {
    private final Alarm alarm;
    private final int[] delays;
    private final int runs;
    private int cried;
    private int tried;
    private int found;

    Tries(int runs, Alarm alarm) {
      this.alarm = alarm;
      this.runs = runs;
      this.delays = new int[runs];
    }

    void add(long[] met, long[] fallen, long[] all) {
      cried += alarm.day(met, all).isPresent() ? 1 : 0;
      int day = alarm.day(fallen, all).orElse(Integer.MAX_VALUE);
      if (day >= FALL) {
        tried++;
        if (day < YEAR) {
          delays[found++] = day - FALL + 1;
        }
      }
    }

    Found found() {
      int[] sorted = Arrays.copyOf(delays, found);
      Arrays.sort(sorted);
      int middle = tried / 2;
      OptionalInt delay = middle < found ? OptionalInt.of(sorted[middle]) : OptionalInt.empty();
      return new Found((double) cried / runs, (double) found / tried, delay);
    }
  }

  private static OptionalInt watch(long[] met, long[] all) {
    Watch watch = Watch.atLeast(BOUND).alpha(ALPHA);
    for (int day = 0; day < met.length; day++) {
      watch = watch.day(START.plusDays(day), met[day], all[day]);
    }
    Optional<LocalDate> since = watch.alarmSince();
    return since.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of((int) ChronoUnit.DAYS.between(START, since.get()));
  }

  private static OptionalInt sum(long[] met, long[] all, int length) {
    double sum = 0;
    double squares = 0;
    double first = 0;
    double block = 0;
    for (int day = 0; day < met.length; day++) {
      block += met[day] - BOUND * all[day];
      if ((day + 1) % length == 0) {
        sum += block;
        squares += block * block;
        block = 0;
        double blocks = (day + 1.0) / length;
        double variance = blocks * (squares - sum * sum / blocks) / (blocks - 1);
        if (day + 1 == FIRST_DAYS) {
          first = variance;
        }
        double both = variance + first;
        if (day + 1 >= FIRST_DAYS
            && sum < 0
            && sum * sum > both * Math.log(both / (4 * first * ALPHA * ALPHA))) {
          return OptionalInt.of(day);
        }
      }
    }
    return OptionalInt.empty();
  }

  /** Exchanges that know nothing of each other. */
  public static World independent(double perDay, double share, int seed) {
    return weekends(perDay, share, 0, seed);
  }

  /** As {@link #independent}, but at weekends the share is so much smaller. */
  public static World weekends(double perDay, double share, double smaller, int seed) {
    RandomGenerator random = new Well19937c(seed);
    PoissonDistribution size = poisson(random, perDay);
    return (met, all) -> {
      for (int day = 0; day < met.length; day++) {
        boolean isWeekend = day % WEEK >= 5;
        double ofDay = share + smaller * (isWeekend ? -5 : 2) / WEEK;
        all[day] = size.sample();
        met[day] = count(random, all[day], ofDay);
      }
    };
  }

  /** One day in a hundred is lost: of its exchanges a fifth is met. */
  public static World badDays(double perDay, int seed) {
    RandomGenerator random = new Well19937c(seed);
    PoissonDistribution size = poisson(random, perDay);
    double rare = 0.01;
    double bad = 0.2;
    return (met, all) -> {
      for (int day = 0; day < met.length; day++) {
        double share = random.nextDouble() < rare ? bad : (BOUND - rare * bad) / (1 - rare);
        all[day] = size.sample();
        met[day] = count(random, all[day], share);
      }
    };
  }

  /** Part of the exchanges are of five persons, who each fare the same for a week. */
  public static World persons(double perDay, double ofFew, int seed) {
    RandomGenerator random = new Well19937c(seed);
    PoissonDistribution size = poisson(random, perDay);
    return (met, all) -> {
      boolean[] fares = new boolean[5];
      for (int day = 0; day < met.length; day++) {
        for (int person = 0; day % WEEK == 0 && person < fares.length; person++) {
          fares[person] = random.nextDouble() < BOUND;
        }
        all[day] = size.sample();
        met[day] = 0;
        for (long i = 0; i < all[day]; i++) {
          boolean isOfFew = random.nextDouble() < ofFew;
          boolean isMet =
              isOfFew ? fares[random.nextInt(fares.length)] : random.nextDouble() < BOUND;
          met[day] += isMet ? 1 : 0;
        }
      }
    };
  }

  private static PoissonDistribution poisson(RandomGenerator random, double mean) {
    return new PoissonDistribution(
        random,
        mean,
        PoissonDistribution.DEFAULT_EPSILON,
        PoissonDistribution.DEFAULT_MAX_ITERATIONS);
  }

  private static long count(RandomGenerator random, long of, double share) {
    long count = 0;
    for (long i = 0; i < of; i++) {
      count += random.nextDouble() < share ? 1 : 0;
    }
    return count;
  }

  /**
   * A help desk: requests come at random (Poisson) and are handled first come first served by a few
   * agents for exponential times. Met is what is settled within the time that 80 % are in the long
   * run.
   *
   * @param varying the standard deviation of a day's rate of arrival about its mean, as a share
   * @param longRun of how many requests the long run is made
   */
  public static World desk(
      double perDay, int agents, double load, double varying, int longRun, int seed) {
    Desk desk = new Desk(perDay, agents, load, varying, new Well19937c(seed));
    double[] waits = new double[longRun];
    desk.pass(Desk.WARM_UP);
    int[] size = {0};
    while (size[0] < longRun) {
      desk.day(
          wait -> {
            if (size[0] < longRun) {
              waits[size[0]++] = wait;
            }
          });
    }
    Arrays.sort(waits);
    double limit = waits[(int) (longRun * BOUND)];
    return (met, all) -> {
      desk.pass(Desk.WARM_UP);
      for (int day = 0; day < met.length; day++) {
        long[] counts = new long[2];
        desk.day(wait -> counts[wait <= limit ? 1 : 0]++);
        met[day] = counts[1];
        all[day] = counts[0] + counts[1];
      }
    };
  }

  /** A desk that never closes. Times are in days. */
  private static final class Desk {
    /** Longer than any backlog lasts: years begin so far apart. */
    static final int WARM_UP = 100;

    private final double perDay;
    private final double work;
    private final double varying;
    private final double[] free;
    private final RandomGenerator random;
    private int day;

    Desk(double perDay, int agents, double load, double varying, RandomGenerator random) {
      this.perDay = perDay;
      this.work = load * agents / perDay;
      this.varying = varying;
      this.free = new double[agents];
      this.random = random;
    }

    interface Waits {
      void add(double wait);
    }

    void pass(int days) {
      for (int i = 0; i < days; i++) {
        day(wait -> {});
      }
    }

    void day(Waits waits) {
      double rate = perDay * Math.max(0.05, 1 + varying * random.nextGaussian());
      for (double now = day + exponential(1 / rate); now < day + 1; now += exponential(1 / rate)) {
        int first = 0;
        for (int agent = 1; agent < free.length; agent++) {
          first = free[agent] < free[first] ? agent : first;
        }
        free[first] = Math.max(now, free[first]) + exponential(work);
        waits.add(free[first] - now);
      }
      day++;
    }

    private double exponential(double mean) {
      return -mean * Math.log(1 - random.nextDouble());
    }
  }
}
