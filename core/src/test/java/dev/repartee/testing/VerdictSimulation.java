package dev.repartee.testing;

import dev.repartee.consistency.Consistency;
import dev.repartee.consistency.Rhythm.TopPostShare;
import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;
import dev.repartee.model.Directory;
import dev.repartee.model.OfficeHours;
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
import dev.repartee.stats.Burstiness;
import dev.repartee.stats.EIIndex;
import dev.repartee.stats.Estimate;
import dev.repartee.ties.Ties;
import dev.repartee.ties.TiesSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
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
   * and they recover after 10 days on average, people quicker or slower.
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
      long at = (long) (random.nextDouble() * 140 * DAY); // 20 weeks, so that few are no reason
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

  /**
   * Returns how often departments of these sizes are called silos where members are in contact at
   * random, the chance of a pair the product of how active both are: members of the first
   * department so many times as active as others, and pairs of one department so many times as
   * likely as others.
   */
  public double silos(double busy, double preference, int contacts, int... sizes) {
    int[] groups = new int[Arrays.stream(sizes).sum()];
    int end = 0;
    for (int department = 0; department < sizes.length; department++) {
      Arrays.fill(groups, end, end += sizes[department], department);
    }
    int found = 0;
    for (int run = 0; run < runs; run++) {
      EIIndex index = contacts(groups, busy, preference, contacts);
      found += index.pValue() < 0.05 && index.raw() < index.expected() ? 1 : 0;
    }
    return (double) found / runs;
  }

  private EIIndex contacts(int[] groups, double busy, double preference, int contacts) {
    int members = groups.length;
    double[] sums = new double[members * members];
    double sum = 0;
    for (int pair = 0; pair < sums.length; pair++) {
      int from = pair / members;
      int to = pair % members;
      double chance = (groups[from] == 0 ? busy : 1) * (groups[to] == 0 ? busy : 1);
      sum += from == to ? 0 : chance * (groups[from] == groups[to] ? preference : 1);
      sums[pair] = sum;
    }
    int[] times = new int[sums.length];
    for (int i = 0; i < contacts; i++) {
      times[pick(sums)]++;
    }
    EIIndex.Builder index = EIIndex.builder(groups);
    for (int pair = 0; pair < times.length; pair++) {
      if (times[pair] > 0) {
        index.contacts(pair / members, pair % members, times[pair]);
      }
    }
    return index.build();
  }

  /** What was found of reciprocity: how large it is, by chance and by density, on average. */
  public record Returned(double reciprocity, double expected, double density) {}

  /**
   * Returns what is found where so many people answer each other at random, ten times each on
   * average, the logarithm of their activity with this standard deviation, in so many rooms that
   * they never leave.
   */
  public Returned returned(int people, double spread, int rooms) {
    double reciprocity = 0;
    double expected = 0;
    double density = 0;
    for (int run = 0; run < runs; run++) {
      double[] sums = new double[people];
      double sum = 0;
      for (int person = 0; person < people; person++) {
        sum += Math.exp(spread * random.nextGaussian());
        sums[person] = sum;
      }
      EngagementLog.Builder builder = EngagementLog.builder().asOf(Instant.ofEpochMilli(60 * DAY));
      Appender rows = builder.appender();
      for (int i = 0; i < 10 * people; ) {
        int from = pick(sums);
        int to = pick(sums);
        if (from != to && from % rooms == to % rooms) {
          rows.id("p" + i).author("p" + to).at(i * 1_000L).end();
          rows.id("r" + i).parent("p" + i).author("p" + from).at(i * 1_000L + 1).end();
          i++;
        }
      }
      TiesSummary ties = builder.build().measure(Ties.standard());
      reciprocity += ties.reciprocity().value() / runs;
      expected += ties.expectedReciprocity() / runs;
      density += ties.density() / runs;
    }
    return new Returned(reciprocity, expected, density);
  }

  /** One of some, with chances of which these are the sums. */
  private int pick(double[] sums) {
    int found = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
    return found < 0 ? -found - 1 : found + 1;
  }

  /** How often what is written is called bursty, and how often regular. */
  public record Bursts(double bursty, double regular) {}

  /**
   * Returns what is found of messages at random, so many a day on average, which are kept where
   * they fall into some hours, by the working time of others.
   *
   * @param kept when messages are written
   * @param hours by which it is told
   */
  public Bursts bursts(double aDay, int days, OfficeHours kept, OfficeHours hours) {
    return bursts(
        hours,
        rows -> {
          double at = 0;
          while (at < days * DAY) {
            at += -Math.log(1 - random.nextDouble()) * DAY / aDay;
            if (kept.isOpen((long) at)) {
              rows.id("m" + at).author("care").at((long) at).end();
            }
          }
        });
  }

  /** Returns what is found of 200 intervals of working time, in hours. */
  public Bursts bursts(OfficeHours hours, DoubleSupplier interval) {
    return bursts(
        hours,
        rows -> {
          long at = 0;
          for (int i = 0; i <= 200; i++) {
            at = hours.dueAt(at, (long) (interval.getAsDouble() * HOUR));
            rows.id("m" + i).author("care").at(at).end();
          }
        });
  }

  private Bursts bursts(OfficeHours hours, Consumer<Appender> messages) {
    double bursty = 0;
    double regular = 0;
    for (int run = 0; run < runs; run++) {
      EngagementLog.Builder builder = builder(3_650 * DAY);
      messages.accept(builder.appender());
      Burstiness.Pattern found =
          builder
              .build()
              .measure(Consistency.standard().during(hours))
              .organization("Acme")
              .burstiness()
              .pattern();
      bursty += found == Burstiness.Pattern.BURSTY ? 1 : 0;
      regular += found == Burstiness.Pattern.REGULAR ? 1 : 0;
    }
    return new Bursts(bursty / runs, regular / runs);
  }

  /** The random numbers, for who makes up intervals. */
  public RandomGenerator random() {
    return random;
  }

  /** What was found of members in effect: how often the interval holds the truth, and the mean. */
  public record Members(double held, double mean, double truth) {}

  /**
   * Returns what is found of so many members who wrote so many messages, each in a conversation of
   * its own, the k-th with a chance of {@code 1/k^slope}; a member who writes writes several in a
   * row.
   */
  public Members members(int members, int messages, double slope, int inARow) {
    Directory directory =
        Directory.builder()
            .organization(
                "Acme",
                acme -> {
                  for (int i = 0; i < members; i++) {
                    acme.member("m" + i, "Support");
                  }
                })
            .build();
    double[] sums = new double[members];
    double sum = 0;
    double logs = 0;
    for (int i = 0; i < members; i++) {
      double weight = Math.pow(i + 1, -slope);
      sum += weight;
      logs += weight * Math.log(weight);
      sums[i] = sum;
    }
    double truth = Math.exp(Math.log(sum) - logs / sum);
    double held = 0;
    double mean = 0;
    for (int run = 0; run < runs; run++) {
      EngagementLog.Builder builder =
          EngagementLog.builder(directory).asOf(Instant.ofEpochMilli(60 * DAY));
      Appender rows = builder.appender();
      int member = 0;
      for (int i = 0; i < messages; i++) {
        member = i % inARow == 0 ? pick(sums) : member;
        rows.id(run + "/" + i).author("m" + member).at(i * 1_000L).end();
      }
      Estimate found =
          builder
              .build()
              .measure(Participation.of(directory))
              .organization("Acme")
              .effectiveMembers();
      held += found.low() <= truth + 1e-9 && truth - 1e-9 <= found.high() ? 1 : 0;
      mean += found.value() / runs;
    }
    return new Members(held / runs, mean, truth);
  }

  /** What was found of home runs: the share of the top post, and that expected of posts alike. */
  public record HomeRuns(double top, double expected) {}

  /**
   * Returns what is found of 30 posts that do not differ, which get 90 threads of three comments:
   * each replies to the one before, or, in a flat conversation, to nothing.
   */
  public HomeRuns homeRuns(boolean isFlat) {
    double top = 0;
    double expected = 0;
    for (int run = 0; run < runs; run++) {
      EngagementLog.Builder builder = builder(60 * DAY);
      Appender rows = builder.appender();
      for (int post = 0; post < 30; post++) {
        rows.id("p" + post).author("care").at(0).conversation("c" + post).end();
      }
      for (int i = 0; i < 90; i++) {
        int post = random.nextInt(30);
        for (int k = 0; k < 3; k++) {
          rows.id("r" + i + "." + k).author("fan" + i).at(HOUR * (k + 1)).conversation("c" + post);
          if (!isFlat) {
            rows.parent(k == 0 ? "p" + post : "r" + i + "." + (k - 1));
          }
          rows.end();
        }
      }
      TopPostShare found =
          builder.build().measure(Consistency.standard()).organization("Acme").homeRun();
      top += found.topShare() / runs;
      expected += found.expected().topShare() / runs;
    }
    return new HomeRuns(top, expected);
  }

  /**
   * Returns how often a silence counts as unusual, below 0.05, where nothing is: the organization
   * writes every so many days, the logarithm of its silences with this standard deviation, and is
   * looked at on the last day of two years.
   */
  public double silences(double everyDays, double spread) {
    double unusual = 0;
    for (int run = 0; run < runs; run++) {
      EngagementLog.Builder builder = builder(730 * DAY);
      Appender rows = builder.appender();
      double at = 0;
      while (at < 730 * DAY) {
        rows.id("m" + at).author("care").at((long) at).end();
        double length = Math.exp(spread * random.nextGaussian() - spread * spread / 2);
        at += everyDays * DAY * length;
      }
      OptionalDouble found =
          builder.build().measure(Consistency.standard()).organization("Acme").unusualSilence();
      unusual += found.isPresent() && found.getAsDouble() < 0.05 ? 1 : 0;
    }
    return unusual / runs;
  }
}
