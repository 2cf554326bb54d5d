package dev.repartee.apath;

import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import java.util.Objects;

/**
 * The probability of each standing on the A-Path, including lost ones, some time after the entry,
 * allowing for people who have not been watched that long.
 *
 * <pre>{@code
 * APathChancesSummary chances = log.measure(APathChances.standard());
 * // chances ==> a-path chances: 1 person
 * chances.at(Standing.LAPSED, Duration.ofDays(30));
 * }</pre>
 *
 * <p>The estimate is that of Aalen and Johansen: people move between the standings of {@link
 * Standing}, forward, out and back, and the clock runs from the entry. It assumes that late
 * arrivals move like early ones, and that moves depend only on the current standing. It takes time
 * linear in the number of events.
 *
 * <p>Guide: {@code core/docs/guide/metrics/a-path-now.md}.
 *
 * @see dev.repartee.stats.StateChances
 */
public final class APathChances implements Measure<APathChancesSummary> {
  private static final int STANDINGS = Standing.values().length;

  private final APathRules rules;

  private APathChances(APathRules rules) {
    this.rules = Objects.requireNonNull(rules, "rules");
  }

  /** {@return the measure with the standard rules} */
  public static APathChances standard() {
    return with(APathRules.standard());
  }

  /**
   * {@return the measure with other rules}
   *
   * @param rules the conditions, thresholds and other rules
   */
  public static APathChances with(APathRules rules) {
    return new APathChances(rules);
  }

  @Override
  public Plan<?, APathChancesSummary> plan() {
    Conditions conditions = Conditions.of(rules);
    return PathPlans.recorded(
            toString(),
            conditions,
            0,
            conditions.variants() * STANDINGS * STANDINGS,
            (path, slice, facts) -> {
              for (int variant = 0; variant < conditions.variants(); variant++) {
                take(path, variant, facts);
              }
            })
        .into(evidence -> new APathChancesSummary(conditions, evidence));
  }

  private static void take(Path path, int variant, PathFacts facts) {
    StandingLine line = path.record().line(variant);
    Standing before = Standing.NEW;
    for (int i = 0; i < line.size(); i++) {
      facts.time(place(variant, before, line.standing(i)), line.time(i) - path.attention());
      before = line.standing(i);
    }
    facts.time(place(variant, before, before), path.seenUntil() - path.attention());
  }

  /**
   * Moves from one standing to another; a move from a standing to itself is the end of observation
   * there.
   */
  static int place(int variant, Standing from, Standing to) {
    return (variant * STANDINGS + from.ordinal()) * STANDINGS + to.ordinal();
  }

  @Override
  public String toString() {
    return "a-path chances" + rules.text();
  }
}
