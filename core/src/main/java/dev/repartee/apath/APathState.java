package dev.repartee.apath;

import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import java.util.Objects;

/**
 * Where people are now: how many at each stage of the A-Path, and how many are lost.
 *
 * <pre>{@code
 * APathStateSummary state = log.measure(APathState.standard());
 * // state ==> a-path state: 1 person, 0 advocates, 0 lost
 * state.count(Standing.LAPSED);
 * log.asOf("2026-02-01T00:00:00Z").measure(APathState.standard());   // where they stood then
 * }</pre>
 *
 * <p>{@link APath} shows how far people came, whatever happened since. This measure shows where
 * they are ({@link Standing}) at the as-of, or at the end of the follow-up if that is earlier.
 * People and entries are those of {@link APath}. It takes time linear in the number of events.
 *
 * <p>Guide: {@code core/docs/guide/metrics/a-path-now.md}.
 */
public final class APathState implements Measure<APathStateSummary> {
  private static final int STANDINGS = Standing.values().length;

  private final APathRules rules;

  private APathState(APathRules rules) {
    this.rules = Objects.requireNonNull(rules, "rules");
  }

  /** {@return the measure with the standard rules} */
  public static APathState standard() {
    return with(APathRules.standard());
  }

  /**
   * {@return the measure with other rules}
   *
   * @param rules the conditions, thresholds and other rules
   */
  public static APathState with(APathRules rules) {
    return new APathState(rules);
  }

  @Override
  public Plan<?, APathStateSummary> plan() {
    Conditions conditions = Conditions.of(rules);
    return PathPlans.recorded(
            toString(),
            conditions,
            conditions.variants() * STANDINGS,
            0,
            (path, slice, facts) -> {
              for (int variant = 0; variant < conditions.variants(); variant++) {
                facts.count(place(variant, path.record().line(variant).last()));
              }
            })
        .into(evidence -> new APathStateSummary(conditions, evidence));
  }

  static int place(int variant, Standing standing) {
    return variant * STANDINGS + standing.ordinal();
  }

  @Override
  public String toString() {
    return "a-path state" + rules.text();
  }
}
