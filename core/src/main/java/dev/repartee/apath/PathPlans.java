package dev.repartee.apath;

import dev.repartee.internal.tally.CountArray;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Unit;
import java.util.function.Predicate;

/** How measures over paths walk a log. */
final class PathPlans {
  private PathPlans() {}

  /** The draft of a measure that takes facts down, of paths with a record of where people stood. */
  static Plan.Draft<PathFacts> recorded(
      String text, Conditions conditions, int counts, int times, PathFacts.Taker taker) {
    return recorded(text, conditions, counts, all -> true, times, taker);
  }

  /** The same where a rule holds for the counts. */
  static Plan.Draft<PathFacts> recorded(
      String text,
      Conditions conditions,
      int counts,
      Predicate<CountArray> rule,
      int times,
      PathFacts.Taker taker) {
    return Plan.of(
            text,
            Unit.PERSON,
            () -> new PathFacts(counts, rule, times, taker),
            (slice, split) -> PathWalk.sweep(conditions, true, slice, split))
        .withSeenKinds();
  }
}
