package dev.repartee.openness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.model.Post;
import dev.repartee.model.Reply;
import dev.repartee.model.Sentiment;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import dev.repartee.testing.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Why the effect of answering is measured from a landmark. In this world answering changes nothing:
 * complaints recover after 5 days on average, and are answered after 2 days on average unless they
 * have recovered before. Seeded, so always the same.
 */
class RecoverySimulationTest {
  private static final long SEED = 2024;
  private static final int PEOPLE = 4000;
  private static final double WEEK = 7;
  private static final double DAYS_TO_RECOVER = 5;
  private static final double DAYS_TO_ANSWER = 2;

  private final long[] recovered = new long[2];
  private final long[] people = new long[2];
  private final EngagementLog log = simulate(new Random(SEED));

  private EngagementLog simulate(Random random) {
    Instant start = Instant.parse("2026-01-05T00:00:00Z");
    EngagementLog.Builder rows =
        EngagementLog.builder(Talk.acme()).asOf(start.plus(Duration.ofDays(200)));
    for (int i = 0; i < PEOPLE; i++) {
      String person = "person" + i;
      Instant complaint = start.plus(after(random.nextDouble() * 60));
      double back = exponential(random, DAYS_TO_RECOVER);
      double answer = exponential(random, DAYS_TO_ANSWER);
      boolean isAnswered = answer < back;
      rows.add(Post.of("q" + i, person, complaint).sentiment(Sentiment.NEGATIVE));
      rows.add(Post.of("b" + i, person, complaint.plus(after(back))).sentiment(Sentiment.POSITIVE));
      if (isAnswered) {
        rows.add(Reply.of("r" + i, "care", complaint.plus(after(answer))).to("q" + i));
      }
      people[isAnswered ? 1 : 0]++;
      recovered[isAnswered ? 1 : 0] += back <= WEEK ? 1 : 0;
    }
    return rows.build();
  }

  private static double exponential(Random random, double mean) {
    return -mean * Math.log(1 - random.nextDouble());
  }

  private static Duration after(double days) {
    return Duration.ofMillis(Math.round(days * Duration.ofDays(1).toMillis()));
  }

  private double shareOf(int arm) {
    return Proportion.of(recovered[arm], people[arm]).value();
  }

  @Test
  void comparingAllWhoWereEverAnsweredMakesAnsweringLookHarmful() {
    double plain = shareOf(1) - shareOf(0);
    assertEquals(-0.33, plain, 0.005);
  }

  @Test
  void theLandmarkFindsNoEffectWhereThereIsNone() {
    RecoverySummary recovery = log.measure(Recovery.standard());
    assertEquals(PEOPLE, recovery.complaints());
    Estimate effect = recovery.effectOfAnswering();
    assertEquals(0, effect.value(), 0.05);
    assertTrue(effect.low() < 0 && effect.high() > 0, effect::toString);
  }
}
