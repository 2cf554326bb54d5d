package dev.repartee.testing;

import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;
import dev.repartee.model.Directory;
import dev.repartee.model.Sentiment;
import dev.repartee.openness.Openness;
import dev.repartee.openness.OpennessSummary;
import dev.repartee.openness.Recovery;
import dev.repartee.openness.RecoverySummary;
import dev.repartee.participation.Participation;
import dev.repartee.scorecard.Ranking;
import dev.repartee.scorecard.Ranking.RankInterval;
import dev.repartee.scorecard.Scorecards;
import dev.repartee.stats.Association;
import dev.repartee.stats.Estimate;
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

  private static EngagementLog.Builder builder(long asOf) {
    return EngagementLog.builder(
            Directory.builder().organization("Acme", a -> a.member("care", "Support")).build())
        .asOf(Instant.ofEpochMilli(asOf));
  }

  /**
   * Returns how often each verdict on openness is reached where so many people a side have so many
   * turns each, answered within 24 h with these chances.
   */
  public Map<OpennessSummary.Verdict, Double> openness(
      int people, int turns, double praise, double criticism) {
    Map<OpennessSummary.Verdict, Double> shares = new EnumMap<>(OpennessSummary.Verdict.class);
    for (OpennessSummary.Verdict verdict : OpennessSummary.Verdict.values()) {
      shares.put(verdict, 0.0);
    }
    for (int run = 0; run < runs; run++) {
      EngagementLog.Builder builder = builder(60 * DAY);
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
      EngagementLog.Builder builder = builder(90 * DAY);
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

  /** What was found on ranks: how often a given brand's interval holds all, and its mean width. */
  public record Ranks(double allOpen, double width) {}

  /**
   * Returns what is found of one of so many brands that do not differ: of so many people each talks
   * with any of them, several times, and is answered within a day with a chance of 0.7.
   */
  public Ranks ranks(int brands, int people) {
    int open = 0;
    double width = 0;
    for (int run = 0; run < runs; run++) {
      Directory.Builder directory = Directory.builder();
      for (int brand = 0; brand < brands; brand++) {
        String name = "brand" + brand;
        directory.organization(name, b -> b.member(name + "care", "Support"));
      }
      EngagementLog.Builder builder =
          EngagementLog.builder(directory.build()).asOf(Instant.ofEpochMilli(200 * DAY));
      Appender rows = builder.appender();
      for (int person = 0; person < people; person++) {
        talks(rows, run + "p" + person, brands);
      }
      Ranking ranking = Scorecards.of(builder.build()).ranking();
      RankInterval found = ranking.get("brand0").interval();
      open += found.best() == 1 && found.worst() == brands ? 1 : 0;
      width += found.worst() - found.best() + 1;
    }
    return new Ranks((double) open / runs, width / runs);
  }

  private void talks(Appender rows, String person, int brands) {
    double chance = 0.5 + 0.4 * random.nextDouble();
    int talk = 0;
    do {
      String brand = "brand" + random.nextInt(brands);
      String id = person + "/" + talk++;
      long at = (long) (random.nextDouble() * 60 * DAY);
      rows.id(id).author(person).at(at).addressedTo(brand).end();
      if (random.nextDouble() < chance) {
        long after = at + (long) (random.nextDouble() * DAY);
        rows.id("r" + id).parent(id).author(brand + "care").at(after).end();
        if (random.nextDouble() < 0.4) {
          rows.id("b" + id).parent("r" + id).author(person).at(after + HOUR).end();
        }
      }
    } while (random.nextDouble() < 0.75);
  }

  /** What was found of inside-out: how often the interval holds the truth, and its mean width. */
  public record InsideOuts(double held, double width) {}

  /**
   * Returns what is found of departments that come within a day with chances from 0.3 to 0.9 when
   * colleagues ask, and with the same in another order when people ask, each so often on each side.
   * Twenty colleagues ask, some of them impatient, who are answered less.
   *
   * @param order which of the chances each department has outside, by number
   */
  public InsideOuts insideOut(int questions, int... order) {
    double[] inside = new double[order.length];
    double[] outside = new double[order.length];
    for (int d = 0; d < order.length; d++) {
      inside[d] = chance(d, order.length);
      outside[d] = chance(order[d], order.length);
    }
    double truth = Association.of(inside, outside).spearman().value();
    Directory directory = departments(order.length);
    int held = 0;
    double width = 0;
    for (int run = 0; run < runs; run++) {
      EngagementLog.Builder builder =
          EngagementLog.builder(directory).asOf(Instant.ofEpochMilli(60 * DAY));
      Appender rows = builder.appender();
      for (int d = 0; d < order.length; d++) {
        for (int i = 0; i < questions; i++) {
          int asker = random.nextInt(20);
          double patience = asker % 2 == 0 ? 0.1 : -0.1;
          question(rows, run, d, i, "colleague" + asker, "staff", inside[d] + patience);
          question(rows, run, d, i, run + "visitor" + d + "/" + i, "blog", outside[d]);
        }
      }
      Estimate found =
          builder.build().measure(Participation.of(directory)).insideOut("Acme").spearman();
      double low = found.hasInterval() ? found.low() : -1;
      double high = found.hasInterval() ? found.high() : 1;
      held += low - 1e-9 <= truth && truth <= high + 1e-9 ? 1 : 0;
      width += (high - low) / runs;
    }
    return new InsideOuts((double) held / runs, width);
  }

  private static double chance(int rank, int of) {
    return 0.3 + 0.6 * rank / (of - 1);
  }

  private static Directory departments(int number) {
    Directory.Builder directory = Directory.builder().internalChannel("staff", "Acme");
    directory.organization(
        "Acme",
        acme -> {
          for (int i = 0; i < 20; i++) {
            acme.member("colleague" + i, "Office");
          }
          for (int d = 0; d < number; d++) {
            acme.member("owner" + d, "D" + d);
          }
        });
    for (int d = 0; d < number; d++) {
      directory.topic("t" + d, "Acme", "D" + d);
    }
    return directory.build();
  }

  private void question(
      Appender rows, int run, int department, int i, String asker, String channel, double chance) {
    String id = run + channel + department + "/" + i;
    long at = (long) (random.nextDouble() * 30 * DAY);
    rows.id(id).author(asker).at(at).channel(channel).topic("t" + department);
    rows.addressedTo("Acme").end();
    if (random.nextDouble() < chance) {
      long after = (long) (random.nextDouble() * DAY);
      rows.id("r" + id).parent(id).author("owner" + department).at(at + after).end();
    }
  }
}
