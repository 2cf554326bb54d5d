package dev.repartee.testing;

import dev.repartee.funnel.Funnel;
import dev.repartee.funnel.FunnelSummary;
import dev.repartee.log.Appender;
import dev.repartee.log.EngagementLog;
import dev.repartee.model.ActKind;
import dev.repartee.stats.Estimate;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * People who begin a funnel at any time in 60 days, of whom 30 % come through in the end, after 15
 * days on average (exponential); the log ends with the 60 days. The share that comes through within
 * 30 days is known: 0.3 (1 - exp(-2)) = 0.25940.
 */
public final class FunnelSimulation {
  /** The share of those who come through within {@link #WINDOW}. */
  public static final double TRUTH = 0.3 * (1 - Math.exp(-2));

  /** The time asked about. */
  public static final Duration WINDOW = Duration.ofDays(30);

  private static final double DAY = 86_400_000.0;
  private static final int DAYS = 60;
  private static final double MEAN_DAYS = 15;
  private static final double SHARE = 0.3;

  private final int people;
  private final int runs;
  private int covered;
  private int claimed;
  private double soFar;
  private double within;
  private double mature;
  private double naive;

  /**
   * Simulates.
   *
   * @param people in each run
   * @param runs with seeds 0, 1 and so on
   */
  public FunnelSimulation(int people, int runs) {
    this.people = people;
    this.runs = runs;
    Funnel funnel =
        Funnel.builder().step("viewed", ActKind.VIEW).step("subscribed", ActKind.SUBSCRIBE).build();
    for (int seed = 0; seed < runs; seed++) {
      add(log(seed), funnel);
    }
  }

  private void add(EngagementLog log, Funnel funnel) {
    FunnelSummary summary = log.measure(funnel);
    Estimate chance = summary.within(WINDOW);
    covered += chance.low() <= TRUTH && TRUTH <= chance.high() ? 1 : 0;
    within += chance.value() / runs;
    soFar += summary.step("subscribed").shareSoFar().value() / runs;
    claimed += summary.within(Duration.ofDays(DAYS + 1)).isDefined() ? 1 : 0;
    Funnel inTime =
        Funnel.builder()
            .step("viewed", ActKind.VIEW)
            .step("subscribed", ActKind.SUBSCRIBE)
            .within(WINDOW)
            .build();
    FunnelSummary windowed = log.measure(inTime);
    mature += windowed.step("subscribed").mature().value() / runs;
    naive += windowed.step("subscribed").shareSoFar().value() / runs;
  }

  private EngagementLog log(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    EngagementLog.Builder builder =
        EngagementLog.builder().asOf(Instant.EPOCH.plus(Duration.ofDays(DAYS)));
    Appender rows = builder.appender();
    for (int person = 0; person < people; person++) {
      long begins = (long) (random.nextDouble() * DAYS * DAY);
      rows.author(person).at(begins).act(ActKind.VIEW).end();
      boolean comes = random.nextDouble() < SHARE;
      double lag = -Math.log(1 - random.nextDouble()) * MEAN_DAYS * DAY;
      if (comes && begins + lag <= DAYS * DAY) {
        rows.author(person).at(begins + (long) lag).act(ActKind.SUBSCRIBE).end();
      }
    }
    return builder.build();
  }

  /** The share of runs whose 95 % interval of {@code within(30 d)} holds the truth. */
  public double coverage() {
    return (double) covered / runs;
  }

  /** The mean of {@code within(30 d)}. */
  public double within() {
    return within;
  }

  /** The mean share so far, of a funnel with a window of 30 days. */
  public double naive() {
    return naive;
  }

  /** The mean share so far, of a funnel without a window. */
  public double soFar() {
    return soFar;
  }

  /** The mean mature share, of a funnel with a window of 30 days. */
  public double mature() {
    return mature;
  }

  /** In how many runs something is said of a time longer than anybody was watched. */
  public int claimed() {
    return claimed;
  }
}
