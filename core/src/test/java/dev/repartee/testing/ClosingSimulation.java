package dev.repartee.testing;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Results;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Directory;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.resolution.RatingSummary;
import dev.repartee.resolution.Ratings;
import dev.repartee.resolution.Resolution;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseTime;
import dev.repartee.stats.Estimate;
import dev.repartee.testing.CoverageSimulation.Share;
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
 * How often intervals keep their word where a wait may also end without an answer, and people
 * repeat. The truth is known because it was put in. The same seed gives the same shares.
 *
 * <p>People ask 3 questions on average (geometric), each in a conversation of its own. A question
 * is answered with the chance p of its person (beta distributed, mean 0.6, two questions of a
 * person correlate as given), else resolved without an answer with chance 1/2, else left. Answers
 * and resolutions come after 0 to 10 h, uniform; who is answered rates 5 with chance p, else 2;
 * what is resolved is opened again with chance p, after 0 to 10 h. Questions are watched for 0.5 to
 * 40 h.
 */
public final class ClosingSimulation {
  private static final Directory ACME =
      Directory.builder().organization("Acme", acme -> acme.member("care", "Support")).build();

  private static final Instant AS_OF = Instant.parse("2026-02-01T00:00:00Z");
  private static final double HOUR = Duration.ofHours(1).toMillis();
  private static final Duration LIMIT = Duration.ofHours(5);
  private static final double ANSWERED = 0.6;

  /** All rate at once; who was answered in the last half hour could still rate. */
  private static final Ratings RATINGS = Ratings.ofAnswered().within(Duration.ofMinutes(30));

  private final RandomGenerator random;
  private final BetaDistribution chances;
  private final double correlation;

  /** A world in which two questions of a person correlate so much, above 0. */
  public ClosingSimulation(double correlation, int seed) {
    this.random = new Well19937c(seed);
    this.correlation = correlation;
    double both = (1 - correlation) / correlation;
    this.chances = new BetaDistribution(random, ANSWERED * both, (1 - ANSWERED) * both);
  }

  /** The same rows twice: by who asks, and as if each question were of somebody else. */
  private static final class Twins {
    final EngagementLog.Builder repeating = EngagementLog.builder(ACME).asOf(AS_OF);
    final EngagementLog.Builder alone = EngagementLog.builder(ACME).asOf(AS_OF);
    int questions;
  }

  private void ask(Twins twins, String person, double chance) {
    int question = twins.questions++;
    Instant start = after(AS_OF, -(0.5 + 39.5 * random.nextDouble()));
    Instant end = after(start, 10 * random.nextDouble());
    Instant later = after(end, 10 * random.nextDouble());
    boolean isAnswered = random.nextDouble() < chance;
    boolean isClosed = !isAnswered && random.nextBoolean();
    boolean isGood = random.nextDouble() < chance;
    for (boolean isAlone : new boolean[] {false, true}) {
      EngagementLog.Builder rows = isAlone ? twins.alone : twins.repeating;
      String name = isAlone ? "asker" + question : person;
      String id = "q" + question;
      rows.add(Post.of(id, name, start));
      if (isAnswered) {
        rows.add(Reply.of("r" + question, "care", end).to(id));
        rows.add(Act.of(ActKind.RATE, name, end).on(id).rating(isGood ? 5 : 2));
      } else if (isClosed) {
        rows.add(Act.of(ActKind.RESOLVE, "care", end).on(id));
        if (isGood) {
          rows.add(Act.of(ActKind.REOPEN, "care", later).on(id));
        }
      }
    }
  }

  private static Instant after(Instant start, double hours) {
    return start.plusMillis((long) (hours * HOUR));
  }

  /** Returns how often 95 % intervals hold the truth, by name. */
  public Map<String, Share> coverage(int people, int runs) {
    Map<String, Share> found = new LinkedHashMap<>();
    Map<String, Double> truths = truths();
    truths.keySet().forEach(name -> found.put(name, new Share()));
    List<Double> values = List.copyOf(truths.values());
    List<Share> shares = List.copyOf(found.values());
    for (int run = 0; run < runs; run++) {
      Twins twins = new Twins();
      for (int person = 0; person < people; person++) {
        double chance = chances.sample();
        do {
          ask(twins, "asker" + person, chance);
        } while (random.nextDouble() < 2 / 3.0);
      }
      List<Estimate> repeating = estimates(twins.repeating.build());
      List<Estimate> alone = estimates(twins.alone.build());
      for (int i = 0; i < shares.size(); i++) {
        double truth = values.get(i);
        shares.get(i).add(holds(repeating.get(i), truth), holds(alone.get(i), truth));
      }
    }
    return found;
  }

  /** Good ratings are those of people who are answered often, and so rate often. */
  private Map<String, Double> truths() {
    Map<String, Double> truths = new LinkedHashMap<>();
    truths.put("`within(5 h)`, some closed", ANSWERED / 2);
    truths.put("`closedWithin(5 h)`", (1 - ANSWERED) / 4);
    truths.put("`within(5 h)` of a resolution", (1 - ANSWERED) / 4);
    truths.put("`reopenedWithin(5 h)`", ANSWERED * (1 - correlation) / 2);
    truths.put("mean of ratings", 2 + 3 * (ANSWERED + correlation * (1 - ANSWERED)));
    truths.put("association of ratings and waits", 0.0);
    return truths;
  }

  private static List<Estimate> estimates(EngagementLog log) {
    Results all = log.measure(ResponseTime.eachTurn(), Resolution.first(), RATINGS);
    ResponseSummary response = all.get(ResponseTime.eachTurn());
    RatingSummary ratings = all.get(RATINGS);
    List<Estimate> found = new ArrayList<>();
    found.add(response.within(LIMIT));
    found.add(response.closedWithin(LIMIT));
    found.add(all.get(Resolution.first()).within(LIMIT));
    found.add(all.get(Resolution.first()).reopenedWithin(LIMIT));
    found.add(ratings.mean());
    found.add(ratings.association());
    return found;
  }

  private static boolean holds(Estimate estimate, double truth) {
    return estimate.low() <= truth && estimate.high() >= truth;
  }
}
