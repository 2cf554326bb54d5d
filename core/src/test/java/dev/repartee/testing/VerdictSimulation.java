package dev.repartee.testing;

import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;
import dev.repartee.log.LogBuilder;
import dev.repartee.model.Directory;
import dev.repartee.model.Sentiment;
import dev.repartee.openness.Openness;
import dev.repartee.openness.OpennessSummary;
import dev.repartee.openness.OpennessVerdict;
import dev.repartee.openness.Recovery;
import dev.repartee.openness.RecoverySummary;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * How often verdicts are right, by simulation: the truth is known because it was put in. The same
 * seed gives the same shares.
 */
public final class VerdictSimulation {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long DAY = 24 * HOUR;

  private final RandomGenerator random;
  private final int runs;

  public VerdictSimulation(int seed, int runs) {
    this.random = new Well19937c(seed);
    this.runs = runs;
  }

  private static LogBuilder builder(long asOf) {
    return EngagementLog.builder(
            Directory.builder().organization("Acme", a -> a.member("care", "Support")).build())
        .asOf(Instant.ofEpochMilli(asOf));
  }

  /**
   * Returns how often each verdict on openness is reached where so many people a side have so many
   * turns each, answered within 24 h with these chances.
   */
  public Map<OpennessVerdict, Double> openness(
      int people, int turns, double praise, double criticism) {
    Map<OpennessVerdict, Double> shares = new EnumMap<>(OpennessVerdict.class);
    for (OpennessVerdict verdict : OpennessVerdict.values()) {
      shares.put(verdict, 0.0);
    }
    for (int run = 0; run < runs; run++) {
      LogBuilder builder = builder(60 * DAY);
      Appender rows = builder.appender();
      for (int person = 0; person < people; person++) {
        for (int turn = 0; turn < turns; turn++) {
          turn(rows, run + "praises" + person, Sentiment.POSITIVE, turn, praise);
          turn(rows, run + "criticizes" + person, Sentiment.NEGATIVE, turn, criticism);
        }
      }
      OpennessSummary found = builder.build().measure(Openness.standard());
      shares.merge(found.verdict(), 1.0 / runs, Double::sum);
    }
    return shares;
  }

  private void turn(Appender rows, String person, Sentiment label, int turn, double chance) {
    String id = person + "/" + turn;
    long at = (long) (random.nextDouble() * 30 * DAY);
    rows.id(id).author(person).at(at).sentiment(label).end();
    if (random.nextDouble() < chance) {
      long after = (long) (random.nextDouble() * DAY);
      rows.id("r" + id).parent(id).author("care").at(at + after).end();
    }
  }

  /**
   * Returns how often the interval of the effect of answering on recovery holds 0, where answering
   * has none: of so many people with one to three complaints each, half are answered within a day,
   * and they come round after 10 days on average, people quicker or slower.
   */
  public double recovery(int people) {
    int held = 0;
    for (int run = 0; run < runs; run++) {
      LogBuilder builder = builder(90 * DAY);
      Appender rows = builder.appender();
      for (int person = 0; person < people; person++) {
        String name = run + "person" + person;
        double mean = 10 * DAY * (0.5 + random.nextDouble());
        long at = (long) (random.nextDouble() * 20 * DAY);
        int complaints = 1 + random.nextInt(3);
        for (int i = 0; i < complaints; i++) {
          String id = name + "/" + i;
          rows.id(id).author(name).at(at).sentiment(Sentiment.NEGATIVE).end();
          if (random.nextBoolean()) {
            long after = (long) (random.nextDouble() * DAY);
            rows.id("r" + id).parent(id).author("care").at(at + after).end();
          }
          long back = at + (long) (-mean * Math.log(1 - random.nextDouble()));
          if (back < 90 * DAY) {
            rows.id("b" + id).author(name).at(back).sentiment(Sentiment.POSITIVE).end();
          }
          at = back + DAY;
          if (at >= 60 * DAY) {
            break;
          }
        }
      }
      RecoverySummary found = builder.build().measure(Recovery.standard());
      held += found.effectOfAnswering().low() <= 0 && found.effectOfAnswering().high() >= 0 ? 1 : 0;
    }
    return (double) held / runs;
  }
}
