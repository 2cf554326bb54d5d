package dev.repartee.apath;

import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Unit;
import java.util.Objects;

/**
 * Who the advocates are, by name, and since when: those who came first, first.
 *
 * <pre>{@code
 * AdvocatesSummary advocates = log.measure(Advocates.standard().showing(20));
 * // advocates ==> advocates: nobody
 * advocates.list();
 * }</pre>
 *
 * <p>They are those who reached ADVOCATES on the path ({@link APath}), as of then; what happened to
 * them since, {@link APathState} counts. Linear in the events.
 */
public final class Advocates implements Measure<AdvocatesSummary> {
  private static final int SHOWN = 100;

  private final APathRules rules;
  private final int shown;

  private Advocates(APathRules rules, int shown) {
    this.rules = Objects.requireNonNull(rules, "rules");
    this.shown = shown;
  }

  /** {@return the measure by the standard rules, which shows the first 100} */
  public static Advocates standard() {
    return with(APathRules.standard());
  }

  /**
   * {@return the measure by other rules}
   *
   * @param rules conditions, thresholds and what else it goes by
   */
  public static Advocates with(APathRules rules) {
    return new Advocates(rules, SHOWN);
  }

  /**
   * {@return a copy for more or fewer}
   *
   * @param most how many are named, 1 to 1,000,000
   * @throws IllegalArgumentException if the number is out of range
   */
  public Advocates showing(int most) {
    if (!(most >= 1 && most <= 1_000_000)) {
      throw new IllegalArgumentException("most (" + most + ") must lie in [1, 1000000]");
    }
    return new Advocates(rules, most);
  }

  @Override
  public Plan<?, AdvocatesSummary> plan() {
    Conditions conditions = Conditions.of(rules);
    int variants = conditions.variants();
    return Plan.of(
            toString(),
            Unit.PERSON,
            () -> new AdvocateTally(variants, shown),
            (slice, split) -> PathWalk.sweep(conditions, false, slice, split))
        .withSeenKinds()
        .into(evidence -> new AdvocatesSummary(conditions, evidence));
  }

  @Override
  public String toString() {
    return "advocates" + (shown == SHOWN ? "" : ", first " + shown) + rules.text();
  }
}
