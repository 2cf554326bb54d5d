package dev.repartee.apath;

import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Unit;
import java.util.Objects;

/**
 * The advocates by name, and since when they have been advocates, earliest first.
 *
 * <pre>{@code
 * AdvocatesSummary advocates = log.measure(Advocates.standard().showing(20));
 * // advocates ==> advocates: nobody
 * advocates.list();
 * }</pre>
 *
 * <p>These are the people who reached ADVOCATES on the path ({@link APath}), whatever happened
 * since; {@link APathState} counts where people are now. It takes time linear in the number of
 * events.
 *
 * <p>Guide: {@code core/docs/guide/metrics/advocates.md}.
 */
public final class Advocates implements Measure<AdvocatesSummary> {
  private static final int SHOWN = 100;

  private final APathRules rules;
  private final int shown;

  private Advocates(APathRules rules, int shown) {
    this.rules = Objects.requireNonNull(rules, "rules");
    this.shown = shown;
  }

  /** {@return the measure with the standard rules, which names the first 100} */
  public static Advocates standard() {
    return with(APathRules.standard());
  }

  /**
   * {@return the measure with other rules}
   *
   * @param rules the conditions, thresholds and other rules
   */
  public static Advocates with(APathRules rules) {
    return new Advocates(rules, SHOWN);
  }

  /**
   * {@return a copy that names another number of advocates}
   *
   * @param most the largest number to name, from 1 to 1,000,000
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
