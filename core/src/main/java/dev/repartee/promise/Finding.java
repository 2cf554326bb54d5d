package dev.repartee.promise;

import dev.repartee.internal.math.Notes;
import dev.repartee.internal.stats.BoundTest;
import dev.repartee.measure.Opened.Cases;
import dev.repartee.promise.Promise.Census;
import dev.repartee.response.ResponseSummary;
import dev.repartee.response.ResponseSummary.TargetAttainment;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What was found on a promise, before it is judged together with others.
 *
 * @param value the share, with its interval where there is one
 * @param met how many were served
 * @param all how many had been promised it
 * @param notDue how many have been promised it, and their time is not up yet
 * @param pValue gives the p value of the share being a bound; NaN where it has no interval
 * @param isCensus whether these are all there are
 * @param note what else to say
 * @param against the cases that speak against the promise; none unless they were asked for
 */
record Finding(
    Estimate value,
    long met,
    long all,
    long notDue,
    DoubleUnaryOperator pValue,
    boolean isCensus,
    String note,
    List<Cases> against) {

  private Finding(
      Estimate value,
      long met,
      long all,
      DoubleUnaryOperator pValue,
      boolean isCensus,
      String note) {
    this(value, met, all, 0, pValue, isCensus, note, List.of());
  }

  private Finding withNotDue(long number) {
    return new Finding(value, met, all, number, pValue, isCensus, note, against);
  }

  Finding withAgainst(List<Cases> cases) {
    return new Finding(value, met, all, notDue, pValue, isCensus, note, cases);
  }

  static Finding noData(String note) {
    return new Finding(Estimate.undefined(note), 0, 0, bound -> Double.NaN, false, note);
  }

  static Finding of(Census census) {
    return census.all() == 0
        ? noData("nothing to count")
        : new Finding(
            Estimate.withoutInterval((double) census.met() / census.all(), 0, Notes.ALL_COUNTED),
            census.met(),
            census.all(),
            bound -> Double.NaN,
            true,
            census.note());
  }

  static Finding of(Proportion share) {
    return share.isEmpty() ? noData("no data") : of(share, "");
  }

  private static Finding of(Proportion share, String note) {
    return new Finding(
        share.estimate(0.95),
        share.successes(),
        share.trials(),
        bound -> BoundTest.pValue(share, bound),
        false,
        note);
  }

  /** For a response, with the target used for the counts. */
  static Finding within(ResponseSummary response, Duration time) {
    if (response.exchanges() == 0) {
      return noData("no data");
    }
    Estimate within = response.within(time);
    TargetAttainment target = response.target();
    Proportion due = target.attainment();
    long notDue = target.metEarly() + target.stillInTime();
    if (!within.isDefined() || due.isEmpty()) {
      return noData("nothing has been due yet").withNotDue(notDue);
    }
    return new Finding(
            within,
            due.successes(),
            due.trials(),
            bound -> BoundTest.pValueWithin(within, bound),
            false,
            "")
        .withNotDue(notDue);
  }
}
