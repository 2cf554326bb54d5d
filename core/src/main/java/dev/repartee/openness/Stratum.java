package dev.repartee.openness;

import dev.repartee.internal.stats.Strata;
import dev.repartee.stats.Replicated;
import dev.repartee.stats.SurvivalCurve;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Praise and criticism on one channel.
 *
 * @param channel its name
 * @param praise how praise waits
 * @param criticism how criticism waits
 */
record Stratum(String channel, SurvivalCurve praise, SurvivalCurve criticism) {
  long turns() {
    return praise.count() + criticism.count();
  }

  boolean isComparable(Duration limit) {
    return praise.within(limit).isDefined() && criticism.within(limit).isDefined();
  }

  /** Both sides, channel by channel. */
  static Strata strata(List<Stratum> compared, Duration limit) {
    Strata strata = new Strata();
    for (Stratum stratum : compared) {
      strata.add(
          stratum.praise().withinReplicated(limit),
          stratum.praise().countReplicated(),
          stratum.criticism().withinReplicated(limit),
          stratum.criticism().countReplicated());
    }
    return strata;
  }

  /** The number of equal groups that would be worth as much as those of a side's turns. */
  static double clusters(List<Stratum> strata, Function<Stratum, SurvivalCurve> side) {
    return strata.isEmpty() ? 0 : count(strata, side).effectiveGroups();
  }

  private static Replicated count(List<Stratum> strata, Function<Stratum, SurvivalCurve> side) {
    return Replicated.combine(
        strata.stream().map(stratum -> side.apply(stratum).countReplicated()).toList(),
        numbers -> Arrays.stream(numbers).sum());
  }
}
