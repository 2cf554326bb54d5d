package dev.repartee.apath;

import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How much of the audience is hollow: opted in now, but never as far as AFFINITY. Fans, not
 * dialogue.
 *
 * <pre>{@code
 * HollowAudienceSummary hollow = log.measure(HollowAudience.standard());
 * // hollow ==> hollow audience: 1/1 opted in
 * hollow.share();
 * }</pre>
 *
 * <p>A person is opted in if a FOLLOW or SUBSCRIBE is in force at the as-of, or at the end of the
 * follow-up if that is earlier, whatever the stage. People and entries are those of {@link APath};
 * people who followed before the log began and have no row in it are not seen. It takes time linear
 * in the number of events.
 *
 * <p>Guide: {@code core/docs/guide/metrics/hollow-audience.md}.
 */
public final class HollowAudience implements Measure<HollowAudienceSummary> {
  private final APathRules rules;

  private HollowAudience(APathRules rules) {
    this.rules = Objects.requireNonNull(rules, "rules");
  }

  /** {@return the measure with the standard rules} */
  public static HollowAudience standard() {
    return with(APathRules.standard());
  }

  /**
   * {@return the measure with other rules}
   *
   * @param rules the conditions, thresholds and other rules
   */
  public static HollowAudience with(APathRules rules) {
    return new HollowAudience(rules);
  }

  @Override
  public Plan<?, HollowAudienceSummary> plan() {
    Conditions conditions = Conditions.of(rules);
    return PathPlans.recorded(
            toString(),
            conditions,
            1 + conditions.variants(),
            counts ->
                IntStream.rangeClosed(1, conditions.variants())
                    .allMatch(hollow -> counts.sum(hollow) <= counts.sum(0)),
            0,
            (path, slice, facts) -> {
              if (!path.isOptedIn()) {
                return;
              }
              facts.count(0);
              for (int variant = 0; variant < conditions.variants(); variant++) {
                if (path.at(Stage.AFFINITY, variant) == Path.NEVER) {
                  facts.count(1 + variant);
                }
              }
            })
        .into(evidence -> new HollowAudienceSummary(conditions, evidence));
  }

  @Override
  public String toString() {
    return "hollow audience" + rules.text();
  }
}
