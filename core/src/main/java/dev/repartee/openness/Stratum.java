package dev.repartee.openness;

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
  /** For each stratum: the chance on a side, the turns of this side and of the other. */
  private static final int NUMBERS = 3;

  long turns() {
    return praise.count() + criticism.count();
  }

  boolean isComparable(Duration limit) {
    return praise.within(limit).isDefined() && criticism.within(limit).isDefined();
  }

  /**
   * The mean chance on a side, channel by channel, with weights n1 n2 / (n1 + n2): those of both
   * sides are the same.
   */
  static Replicated mean(
      List<Stratum> strata,
      Function<Stratum, SurvivalCurve> side,
      Function<Stratum, SurvivalCurve> other,
      Duration limit) {
    List<Replicated> parts = new ArrayList<>();
    for (Stratum stratum : strata) {
      parts.add(side.apply(stratum).withinReplicated(limit));
      parts.add(side.apply(stratum).countReplicated());
      parts.add(other.apply(stratum).countReplicated());
    }
    return parts.isEmpty() ? Replicated.undefined() : Replicated.combine(parts, Stratum::mean);
  }

  private static double mean(double[] numbers) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < numbers.length; i += NUMBERS) {
      double weight = numbers[i + 1] * numbers[i + 2] / (numbers[i + 1] + numbers[i + 2]);
      if (weight > 0) { // without a group, a side may have nobody left
        sum += weight * numbers[i];
        weights += weight;
      }
    }
    return sum / weights;
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
