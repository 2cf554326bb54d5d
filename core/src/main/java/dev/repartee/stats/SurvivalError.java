package dev.repartee.stats;

import com.google.common.base.Suppliers;
import dev.repartee.internal.math.Distributions;
import dev.repartee.internal.math.Jackknife;
import dev.repartee.internal.math.Notes;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The standard errors of a Kaplan-Meier curve and the factors that make intervals of them, by
 * replicate groups or, without them, by Greenwood alone. Written once, by the constructor.
 */
final class SurvivalError {

  private final RiskTable table;
  private final @Nullable RiskGroups groups;
  private final Jackknife[] groupings;
  private final double[] factors;

  /** By replicate groups, made when an interval is asked for; null without groups. */
  private final @Nullable Supplier<SurvivalVariances> variances;

  /** Which grouping rules where all variances are equal. */
  private final int smaller;

  /** In how many weeks there is anything; 0 where nothing is grouped by week. */
  private final int weeks;

  SurvivalError(RiskTable table, @Nullable RiskGroups groups) {
    this.table = table;
    this.groups = groups;
    if (groups == null) {
      this.groupings = new Jackknife[0];
      this.factors = new double[] {Distributions.normalFactor(Distributions.DEFAULT_LEVEL)};
      this.variances = null;
      this.smaller = 0;
      this.weeks = 0;
      return;
    }
    this.groupings = new Jackknife[groups.groupings()];
    this.factors = new double[groupings.length];
    for (int g = 0; g < groupings.length; g++) {
      long[] sizes = groups.sizes(g);
      int nonEmpty = Jackknife.nonEmpty(sizes);
      // A variance of 0 for now: this only says which rules where all are equal.
      groupings[g] =
          new Jackknife(
              g, nonEmpty, Jackknife.effectiveGroups(sizes), nonEmpty < 2 ? Double.NaN : 0);
      factors[g] =
          nonEmpty < 2
              ? Double.NaN
              : Distributions.studentFactor(Distributions.DEFAULT_LEVEL, nonEmpty - 1.0);
    }
    List<Jackknife> equal = Arrays.asList(groupings);
    this.smaller = Jackknife.ruling(equal).grouping();
    this.weeks = Jackknife.weeks(equal);
    this.variances = Suppliers.memoize(() -> new SurvivalVariances(table, groups, groupings));
  }

  /** Returns the groups, null where Greenwood's variance alone counts. */
  @Nullable RiskGroups groups() {
    return groups;
  }

  /** Returns whether there are intervals: not where a grouping has fewer than two groups. */
  boolean hasIntervals() {
    return groups == null || groupings[smaller].isDefined();
  }

  /** Returns in how many weeks there is anything, 0 where nothing is grouped by week. */
  int weeks() {
    return weeks;
  }

  /** Returns the number of groups behind an interval after a number of events; 0 if independent. */
  int groupsAfter(int event) {
    return groups == null ? 0 : groupings[rule(event)].groups();
  }

  /** Returns the half-width of an interval in standard errors, after a number of events. */
  double factorAfter(int event) {
    return factors[groups == null ? 0 : rule(event)];
  }

  private int rule(int event) {
    return event < 0 || variances == null ? smaller : variances.get().ruling(event);
  }

  /** Returns the standard error of the survival from an event on, by index of event. */
  double standardError(int event) {
    if (event < 0) {
      return hasIntervals() ? 0 : Double.NaN;
    }
    double greenwood = table.greenwood(table.eventRows[event]);
    if (variances == null || Double.isNaN(greenwood)) {
      return greenwood;
    }
    return hasIntervals()
        ? Math.max(greenwood, Math.sqrt(variances.get().variance(event)))
        : Double.NaN;
  }

  /**
   * Returns a bound that no half-width {@link #factorAfter} times {@link #standardError} exceeds
   * after the events of a block; NaN where nobody is left after one.
   *
   * @param first the first event of a block of {@link SurvivalVariances#BLOCK}
   * @param end the event after its last
   */
  double mostHalfWidth(int first, int end) {
    double most = 0;
    for (int event = first; event < end; event++) {
      most = Math.max(most, table.greenwood(table.eventRows[event]));
    }
    if (variances != null) {
      int block = first / SurvivalVariances.BLOCK;
      most = Math.max(most, Math.sqrt(variances.get().mostOfBlock(block)));
    }
    // A grouping without a factor never rules.
    return most * Arrays.stream(factors).filter(factor -> factor > 0).max().orElse(Double.NaN);
  }

  /** Returns the area below the curve, in milliseconds, with a symmetric interval. */
  DurationEstimate area(double horizon) {
    double area = table.area(table.survivalAtEvents(), horizon);
    if (!hasIntervals()) {
      return DurationEstimate.withoutInterval(area, groupsAfter(-1), Notes.FEW_GROUPS);
    }
    if (table.eventRows.length == 0 || table.times[table.eventRows[0]] >= horizon) {
      return DurationEstimate.withoutInterval(area, groupsAfter(-1), Notes.NOTHING_HAPPENED);
    }
    boolean hasOtherEnds = table.competing != null;
    if (hasOtherEnds && groups == null) {
      return DurationEstimate.withoutInterval(area, 0, "other ends");
    }
    double variance = hasOtherEnds ? 0 : table.areaVariance(horizon);
    int rule = 0;
    if (groups != null) {
      double[] variances = groups.areaVariances(horizon);
      int ruling = Jackknife.ruling(groupings, variances);
      rule = Math.max(ruling, 0);
      variance = Math.max(variance, ruling < 0 ? Double.NaN : variances[ruling]);
    }
    double error = Math.sqrt(variance);
    double half = factors[rule] * error;
    return DurationEstimate.withStandardError(
        area,
        error,
        Math.max(0, area - half),
        Math.min(horizon, area + half),
        Distributions.DEFAULT_LEVEL,
        groups == null ? 0 : groupings[rule].groups());
  }
}
