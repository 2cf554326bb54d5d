package dev.repartee.apath;

import dev.repartee.measure.Plan;
import dev.repartee.measure.Unit;

/** How measures over paths walk a log. */
final class PathPlans {
  private PathPlans() {}

  /** The draft of a measure that takes facts down, of paths with a record of where people stood. */
  static Plan.Draft<PathFacts> recorded(
      String text, Conditions conditions, int counts, int times, PathFacts.Taker taker) {
    return Plan.of(
            text,
            Unit.PERSON,
            () -> new PathFacts(counts, times, taker),
            (slice, split) -> PathWalk.sweep(conditions, true, slice, split))
        .withSeenKinds();
  }
}
