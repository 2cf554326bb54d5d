package dev.repartee.testing;

import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;
import dev.repartee.model.Directory;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseSummary.TargetAttainment;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.Difference;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.LatencyGroups;
import dev.repartee.stats.LogRank;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.SurvivalCurve;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * How often intervals and tests keep their word where people repeat, by simulation: the truth is
 * known because it was put in. The same seed gives the same shares.
 *
 * <p>People have 3 exchanges on average, most 1 or 2 and few many (geometric), each in a
 * conversation of its own. Each person is answered in time (4 h) with a chance of their own, of
 * mean 0.6, beta distributed such that two exchanges of a person correlate as given. Waits in time
 * are uniform, later ones exponential beyond 4 h; each exchange is watched for 1 to 12 h.
 */
public final class CoverageSimulation {

  /** How often something held: by replicates, and with everything taken as independent. */
  public static final class Share {
    private long replicates;
    private long independent;
    private long runs;

    void add(boolean byReplicates, boolean whereIndependent) {
      replicates += byReplicates ? 1 : 0;
      independent += whereIndependent ? 1 : 0;
      runs++;
    }

    public double byReplicates() {
      return (double) replicates / runs;
    }

    public double asIndependent() {
      return (double) independent / runs;
    }
  }

  /** What was found on attainment of a target of 8 h that 80 % meet. */
  public record Attainment(double amongDue, double ofAnswered, double ofAll, double covered) {}

  private static final double TRUTH = 0.6;
  private static final long IN_TIME = Duration.ofHours(4).toMillis();
  private static final Duration LIMIT = Duration.ofMillis(IN_TIME);
  private static final double MEDIAN = IN_TIME * 0.5 / TRUTH;
  private static final int GROUPS = LatencyGroups.GROUPS;

  private final RandomGenerator random;
  private final BetaDistribution chances;

  public CoverageSimulation(double correlation, int seed) {
    this.random = new Well19937c(seed);
    double both = (1 - correlation) / correlation;
    this.chances = new BetaDistribution(random, TRUTH * both, (1 - TRUTH) * both);
  }

  /** Tallies of one curve. */
  private static final class Waits {
    final LatencyGroups answered = new LatencyGroups(2);
    final LatencyGroups waiting = new LatencyGroups(2);
    final long[] hits = new long[GROUPS];
    final long[] trials = new long[GROUPS];

    SurvivalCurve curve() {
      return SurvivalCurve.of(answered, waiting);
    }
  }

  private void exchange(Waits waits, int group, double chance) {
    boolean inTime = random.nextDouble() < chance;
    waits.trials[group]++;
    waits.hits[group] += inTime ? 1 : 0;
    double wait =
        inTime ? IN_TIME * random.nextDouble() : IN_TIME * (1 - Math.log(1 - random.nextDouble()));
    double watched = IN_TIME * (0.25 + 2.75 * random.nextDouble());
    (wait <= watched ? waits.answered : waits.waiting)
        .add((long) Math.min(wait, watched), group | random.nextInt(GROUPS) << 5);
  }

  /** Deals so many people's exchanges to the curves: all to one of them, or each to any. */
  private void people(int people, boolean isShared, Waits... curves) {
    for (int person = 0; person < people; person++) {
      int group = random.nextInt(GROUPS);
      double chance = chances.sample();
      do {
        exchange(curves[isShared ? random.nextInt(curves.length) : 0], group, chance);
      } while (random.nextDouble() < 2 / 3.0);
    }
  }

  /** Returns how often 95 % intervals of one group of people hold the truth, by name. */
  public Map<String, Share> coverage(int people, int runs) {
    Share rate = new Share();
    Share within = new Share();
    Share median = new Share();
    for (int run = 0; run < runs; run++) {
      Waits waits = new Waits();
      people(people, false, waits);
      Proportion share = Proportion.clustered(waits.hits, waits.trials);
      rate.add(holds(share), holds(share.asIndependent()));
      SurvivalCurve curve = waits.curve();
      SurvivalCurve independent = curve.asIndependent();
      within.add(holds(curve.within(LIMIT), TRUTH), holds(independent.within(LIMIT), TRUTH));
      median.add(holds(curve.median(), MEDIAN), holds(independent.median(), MEDIAN));
    }
    Map<String, Share> found = new LinkedHashMap<>();
    found.put("rate answered in time", rate);
    found.put("`within(4 h)`", within);
    found.put("median", median);
    return found;
  }

  /** Returns how often 95 % intervals of differences hold 0 where nothing differs, by name. */
  public Map<String, Share> differences(int people, int others, int runs) {
    Share rate = new Share();
    Share within = new Share();
    Share median = new Share();
    for (int run = 0; run < runs; run++) {
      Waits one = new Waits();
      Waits other = new Waits();
      people(people, false, one);
      people(others, false, other);
      Proportion left = Proportion.clustered(one.hits, one.trials);
      Proportion right = Proportion.clustered(other.hits, other.trials);
      rate.add(
          holds(Difference.of(left, right), 0),
          holds(Difference.of(left.asIndependent(), right.asIndependent()), 0));
      SurvivalCurve first = one.curve();
      SurvivalCurve second = other.curve();
      SurvivalCurve plain = first.asIndependent();
      SurvivalCurve plainSecond = second.asIndependent();
      within.add(
          holds(Difference.of(first.within(LIMIT), second.within(LIMIT)), 0),
          holds(Difference.of(plain.within(LIMIT), plainSecond.within(LIMIT)), 0));
      median.add(
          holds(Difference.of(first.median(), second.median()), 0),
          holds(Difference.of(plain.median(), plainSecond.median()), 0));
    }
    Map<String, Share> found = new LinkedHashMap<>();
    found.put("difference of rates", rate);
    found.put("difference of `within(4 h)`", within);
    found.put("difference of medians", median);
    return found;
  }

  /**
   * Returns how often the 95 % interval of a difference holds 0 where all people are on both sides.
   */
  public Share pairedDifference(int people, int runs) {
    Share within = new Share();
    for (int run = 0; run < runs; run++) {
      Waits one = new Waits();
      Waits other = new Waits();
      people(people, true, one, other);
      SurvivalCurve first = one.curve();
      SurvivalCurve second = other.curve();
      Estimate plain =
          Difference.of(first.asIndependent().within(LIMIT), second.asIndependent().within(LIMIT));
      within.add(holds(Difference.within(first, second, LIMIT), 0), holds(plain, 0));
    }
    return within;
  }

  /** Returns how often the log-rank test of different people rejects at 5 %. */
  public Share logRank(int people, int others, int runs) {
    Share rejected = new Share();
    for (int run = 0; run < runs; run++) {
      Waits one = new Waits();
      Waits other = new Waits();
      people(people, false, one);
      people(others, false, other);
      reject(rejected, LogRank.of(one.curve(), other.curve()));
    }
    return rejected;
  }

  /** Returns how often the test of curves that share all their people rejects at 5 %. */
  public Share trend(int people, int curves, int runs) {
    Share rejected = new Share();
    for (int run = 0; run < runs; run++) {
      List<Waits> all = new ArrayList<>();
      for (int curve = 0; curve < curves; curve++) {
        all.add(new Waits());
      }
      people(people, true, all.toArray(new Waits[0]));
      reject(rejected, LogRank.trend(all.stream().map(Waits::curve).toList()));
    }
    return rejected;
  }

  private static void reject(Share rejected, LogRank test) {
    rejected.add(test.pValue() < 0.05, test.asIndependent().pValue() < 0.05);
  }

  /**
   * Returns what is found two days after the first of 300 people began to wait, on average of runs.
   */
  public Attainment attainment(int runs) {
    Duration target = Duration.ofHours(8);
    double amongDue = 0;
    double ofAnswered = 0;
    double ofAll = 0;
    double covered = 0;
    for (int run = 0; run < runs; run++) {
      ResponseSummary response =
          twoDays(300, target).measure(ResponseTime.eachTurn().withTarget(target));
      TargetAttainment found = response.target();
      double inTime = (double) found.met() + found.metEarly();
      amongDue += found.attainment().value() / runs;
      ofAnswered += inTime / response.answered() / runs;
      ofAll += inTime / response.exchanges() / runs;
      covered += found.attainment().low() <= 0.8 && found.attainment().high() >= 0.8 ? 1 : 0;
    }
    return new Attainment(amongDue, ofAnswered, ofAll, covered / runs);
  }

  private EngagementLog twoDays(int people, Duration target) {
    long end = Duration.ofDays(2).toMillis();
    EngagementLog.Builder builder =
        EngagementLog.builder(
                Directory.builder()
                    .organization("Acme", acme -> acme.member("care", "Support"))
                    .build())
            .asOf(Instant.ofEpochMilli(end));
    Appender rows = builder.appender();
    for (int person = 0; person < people; person++) {
      double wait =
          random.nextDouble() < 0.8
              ? target.toMillis() * random.nextDouble()
              : target.toMillis() * (1 - 3 * Math.log(1 - random.nextDouble()));
      long start = (long) (end * random.nextDouble());
      long answer = start + 1 + (long) wait;
      rows.id(2L * person).author("visitor" + person).at(start).end();
      if (answer <= end) {
        rows.id(2L * person + 1).parent(2L * person).author("care").at(answer).end();
      }
    }
    return builder.build();
  }

  private static boolean holds(Proportion share) {
    return share.low() <= TRUTH && share.high() >= TRUTH;
  }

  private static boolean holds(Estimate estimate, double truth) {
    return estimate.low() <= truth && estimate.high() >= truth;
  }

  /** An open end is no end: it holds everything. */
  private static boolean holds(DurationEstimate estimate, double truth) {
    return !(estimate.lowMillis() > truth) && !(estimate.highMillis() < truth);
  }
}
