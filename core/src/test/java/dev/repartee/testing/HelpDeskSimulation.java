package dev.repartee.testing;

import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Dimension;
import dev.repartee.model.Directory;
import dev.repartee.promise.Promise;
import dev.repartee.promise.PromiseSummary.Verdict;
import dev.repartee.promise.Promises;
import dev.repartee.response.ResponseCohorts;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.Difference;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.LogRank;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.testing.CoverageSimulation.Share;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * How often intervals and tests keep their word where waits resemble those beside them in time: at
 * a help desk in which nothing ever changes. Requests come at random (Poisson), are handled first
 * come first served by a few agents for exponential times, and wait for each other. The desk has
 * run for weeks before the log begins. One request in five is of somebody who asked before. The
 * truth is that of a million requests.
 */
public final class HelpDeskSimulation {
  private static final Directory ACME =
      Directory.builder().organization("Acme", acme -> acme.member("care", "Support")).build();

  /** A Thursday. */
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final double DAY = Duration.ofDays(1).toMillis();
  private static final double WARM_UP = 56 * DAY;
  private static final double OF_THE_SAME = 0.2;

  private final RandomGenerator random;
  private final double perDay;
  private final int agents;
  private final double load;
  private final boolean areIndependent;
  private final Duration limit;
  private final double truth;
  private final double median;
  private final double[] longRun = new double[1_000_000];

  /**
   * A desk.
   *
   * @param areIndependent whether each wait is drawn from all of the long run, so that none knows
   *     its neighbours
   */
  public HelpDeskSimulation(
      double perDay, int agents, double load, boolean areIndependent, int seed) {
    this.random = new Well19937c(seed);
    this.perDay = perDay;
    this.agents = agents;
    this.load = load;
    this.areIndependent = areIndependent;
    Desk desk = new Desk();
    for (int i = 0; i < longRun.length; i++) {
      longRun[i] = desk.next();
    }
    Arrays.sort(longRun);
    this.limit = Duration.ofMillis((long) quantile(0.8));
    this.truth = 0.8;
    this.median = quantile(0.5);
  }

  /** Waits that are drawn have the truth of those they are drawn from, others that of theory. */
  private double quantile(double share) {
    if (areIndependent) {
      return longRun[(int) (longRun.length * share)];
    }
    double low = 0;
    double high = 1_000 * DAY;
    while (high - low > 1) {
      double middle = (low + high) / 2;
      boolean isLater = waiting(middle) > 1 - share;
      low = isLater ? middle : low;
      high = isLater ? high : middle;
    }
    return high;
  }

  /**
   * The chance of waiting longer, in the long run: who finds an agent free waits for its own work,
   * the others for an exponential time before that. Source: A. K. Erlang, 1917, "Solution of Some
   * Problems in the Theory of Probabilities of Significance in Automatic Telephone Exchanges".
   */
  private double waiting(double time) {
    double work = perDay / (load * agents * DAY);
    double ahead = agents * work * (1 - load);
    double sum = 0;
    double term = 1;
    for (int busy = 0; busy < agents; busy++) {
      sum += term;
      term *= load * agents / (busy + 1);
    }
    double queueing = term / (1 - load) / (sum + term / (1 - load));
    double own = Math.exp(-work * time);
    double both = (work * Math.exp(-ahead * time) - ahead * own) / (work - ahead);
    return (1 - queueing) * own + queueing * both;
  }

  /** Requests one after the other. */
  private final class Desk {
    private final PriorityQueue<Double> free = new PriorityQueue<>();
    double now;

    Desk() {
      for (int agent = 0; agent < agents; agent++) {
        free.add(0.0);
      }
    }

    private double exponential(double mean) {
      return -mean * Math.log(1 - random.nextDouble());
    }

    /** Returns how long the next one waits for its answer. */
    double next() {
      now += exponential(DAY / perDay);
      double begin = Math.max(now, free.remove());
      double end = begin + exponential(load * agents * DAY / perDay);
      free.add(end);
      return end - now;
    }
  }

  private EngagementLog log(int days) {
    int most = (int) (2 * perDay * days) + 100;
    double[] times = new double[most];
    double[] waits = new double[most];
    int size = 0;
    Desk desk = new Desk();
    double wait = desk.next();
    for (; desk.now < WARM_UP + days * DAY; wait = desk.next()) {
      if (desk.now >= WARM_UP) {
        times[size] = desk.now - WARM_UP;
        waits[size++] = areIndependent ? longRun[random.nextInt(longRun.length)] : wait;
      }
    }
    EngagementLog.Builder builder =
        EngagementLog.builder(ACME).asOf(START.plus(Duration.ofDays(days + 60L)));
    Appender rows = builder.appender();
    int persons = 0;
    for (int i = 0; i < size; i++) {
      boolean isSame = persons > 0 && random.nextDouble() < OF_THE_SAME;
      int person = isSame ? random.nextInt(persons) : persons++;
      long start = START.toEpochMilli() + (long) times[i];
      rows.id(2L * i).author("visitor" + person).at(start).end();
      rows.id(2L * i + 1).parent(2L * i).author("care").at(start + 1 + (long) waits[i]).end();
    }
    return builder.build();
  }

  /**
   * Returns how often intervals of all days hold the truth; how often what begins in one half of
   * them and in the other is found to differ at 5 %; how often months are; and how often a promise
   * that is met exactly, of all that wait and in the long run, is found to be kept or broken.
   */
  public Map<String, Share> of(int days, int runs) {
    Share within = new Share();
    Share median = new Share();
    Share logRank = new Share();
    Share difference = new Share();
    Share trend = new Share();
    Share verdict = new Share();
    Promise promise = Promise.atLeast(truth).answeredWithin(limit);
    for (int run = 0; run < runs; run++) {
      EngagementLog log = log(days);
      SurvivalCurve all = log.measure(ResponseTime.eachTurn()).curve();
      within.add(holds(all.within(limit), truth), holds(all.asIndependent().within(limit), truth));
      median.add(holds(all.median()), holds(all.asIndependent().median()));
      Instant half = START.plus(Duration.ofHours(12L * days));
      SurvivalCurve first = curve(log, START, half);
      SurvivalCurve second = curve(log, half, START.plus(Duration.ofDays(days)));
      LogRank test = LogRank.of(first, second);
      logRank.add(test.pValue() < 0.05, test.asIndependent().pValue() < 0.05);
      difference.add(
          !holds(Difference.within(first, second, limit), 0),
          !holds(
              Difference.of(
                  first.asIndependent().within(limit), second.asIndependent().within(limit)),
              0));
      ResponseCohorts months =
          ResponseCohorts.of(
              log.measure(ResponseTime.eachTurn().by(Dimension.month(ZoneOffset.UTC))));
      verdict.add(
          log.measure(Promises.of(promise)).get(promise).verdict() != Verdict.UNPROVEN,
          !holds(all.asIndependent().within(limit), truth));
      trend.add(months.trend().pValue() < 0.05, months.trend().asIndependent().pValue() < 0.05);
    }
    Map<String, Share> found = new LinkedHashMap<>();
    found.put("`within(d)` covers", within);
    found.put("median covers", median);
    found.put("halves differ: log-rank", logRank);
    found.put("halves differ: `within(d)`", difference);
    found.put("trend over months", trend);
    found.put("promise exactly met has a verdict", verdict);
    return found;
  }

  private static SurvivalCurve curve(EngagementLog log, Instant start, Instant end) {
    ResponseSummary response = log.between(start, end).measure(ResponseTime.eachTurn());
    return response.curve();
  }

  private boolean holds(DurationEstimate estimate) {
    return !(estimate.lowMillis() > median) && !(estimate.highMillis() < median);
  }

  private static boolean holds(Estimate estimate, double truth) {
    return estimate.low() <= truth && estimate.high() >= truth;
  }
}
