package dev.repartee.apath;

import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import java.util.Objects;

/**
 * The chance of standing somewhere on the A-Path a time after the entry, lost or not, with people
 * who have not been watched so long allowed for.
 *
 * <pre>{@code
 * APathChancesSummary chances = log.measure(APathChances.standard());
 * // chances ==> a-path chances: 1 person
 * chances.at(Standing.LAPSED, Duration.ofDays(30));
 * }</pre>
 *
 * <p>By Aalen and Johansen: people move between the standings of {@link Standing}, forward, out and
 * back, and the clock runs from the entry. Who comes late is assumed to move like those who came
 * early, whatever they did before they came where they are. Linear in the events.
 *
 * @see dev.repartee.stats.StateChances
 */
public final class APathChances implements Measure<APathChancesSummary> {
  private static final int STANDINGS = Standing.values().length;

  private final APathRules rules;

  private APathChances(APathRules rules) {
    this.rules = Objects.requireNonNull(rules, "rules");
  }

  /** {@return the measure by the standard rules} */
  public static APathChances standard() {
    return with(APathRules.standard());
  }

  /**
   * {@return the measure by other rules}
   *
   * @param rules conditions, thresholds and what else it goes by
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

  /** Moves from one standing to another; from one to itself the ends of watching there. */
  static int place(int variant, Standing from, Standing to) {
    return (variant * STANDINGS + from.ordinal()) * STANDINGS + to.ordinal();
  }

  @Override
  public String toString() {
    return "a-path chances" + rules.text();
  }
}
