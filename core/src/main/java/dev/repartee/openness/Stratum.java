package dev.repartee.openness;

import dev.repartee.stats.Proportion;
import dev.repartee.stats.Replicated;
import dev.repartee.stats.SurvivalCurve;
import java.time.Duration;
import java.util.ArrayList;
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
  /** For each stratum: praise in time, its turns, criticism in time, its turns. */
  private static final int NUMBERS = 4;

  long turns() {
    return praise.count() + criticism.count();
  }

  boolean isComparable(Duration limit) {
    return praise.within(limit).isDefined() && criticism.within(limit).isDefined();
  }

  /** The mean difference, channel by channel, with weights n1 n2 / (n1 + n2). */
  static Replicated difference(List<Stratum> strata, Duration limit) {
    List<Replicated> parts = new ArrayList<>();
    for (Stratum stratum : strata) {
      parts.add(stratum.praise.withinReplicated(limit));
      parts.add(stratum.praise.countReplicated());
      parts.add(stratum.criticism.withinReplicated(limit));
      parts.add(stratum.criticism.countReplicated());
    }
    if (parts.isEmpty()) {
      return Replicated.undefined();
    }
    return Replicated.combine(parts, Stratum::meanDifference);
  }

  private static double meanDifference(double[] numbers) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < numbers.length; i += NUMBERS) {
      double weight = numbers[i + 1] * numbers[i + 3] / (numbers[i + 1] + numbers[i + 3]);
      if (weight > 0) { // without a group, a side may have nobody left
        sum += weight * (numbers[i] - numbers[i + 2]);
        weights += weight;
      }
    }
    return sum / weights;
  }

  /** Whether on all channels all turns of a side are answered in time, or on all none. */
  static boolean isAllOrNone(
      List<Stratum> strata, Function<Stratum, SurvivalCurve> side, Duration limit) {
    double first = side.apply(strata.get(0)).within(limit).value();
    return (first == 0 || first == 1)
        && strata.stream().allMatch(s -> side.apply(s).within(limit).value() == first);
  }

  /** The share of the turns of such a side that are answered in time, in its groups. */
  static Proportion allOrNone(
      List<Stratum> strata, Function<Stratum, SurvivalCurve> side, Duration limit) {
    boolean isAll = side.apply(strata.get(0)).within(limit).value() == 1;
    long[][] sizes = count(strata, side).groupSizes();
    return Proportion.clustered(isAll ? sizes : new long[sizes.length][sizes[0].length], sizes);
  }

  /** How many equal groups would tell as much as those that the turns of a side lie in. */
  static double clusters(List<Stratum> strata, Function<Stratum, SurvivalCurve> side) {
    return strata.isEmpty() ? 0 : count(strata, side).effectiveGroups();
  }

  private static Replicated count(List<Stratum> strata, Function<Stratum, SurvivalCurve> side) {
    return Replicated.combine(
        strata.stream().map(stratum -> side.apply(stratum).countReplicated()).toList(),
        numbers -> Arrays.stream(numbers).sum());
  }
}
