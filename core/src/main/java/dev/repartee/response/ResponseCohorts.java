package dev.repartee.response;

import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Breakdown;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.stats.LogRank;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Response by the month in which people began to wait, beside the response of all months together.
 *
 * <p>A median or a share that counts those who wait assumes that who came late is answered as fast
 * as who came early: who came late has not been watched for long, so the long times are those of
 * the early ones. Where that fails, {@link #isChanging} says so, and the months tell more than the
 * whole.
 *
 * <pre>{@code
 * Breakdown<ResponseSummary> months =
 *     log.measure(ResponseTime.eachTurn().by(Dimension.month(zone)));
 * ResponseCohorts.of(months);   // median 42 min, 1 month, change not known
 * }</pre>
 *
 * <p>The test is the log-rank test for a trend along the months ({@link LogRank#trend}), with the
 * errors of people who repeat. It finds what gets ever faster or ever slower, not what goes up and
 * comes back. Immutable; months merge as breakdowns do.
 */
public final class ResponseCohorts {
  /** A change is called one where it would come by chance less often than this. */
  private static final double SIGNIFICANCE = 0.05;

  private final Breakdown<ResponseSummary> months;
  private final SortedMap<YearMonth, ResponseSummary> byMonth;
  private final LogRank trend;

  private ResponseCohorts(
      Breakdown<ResponseSummary> months, SortedMap<YearMonth, ResponseSummary> byMonth) {
    this.months = months;
    this.byMonth = byMonth;
    this.trend = LogRank.trend(curves(byMonth));
  }

  /**
   * {@return the months of a breakdown, beside the whole}
   *
   * @param months response by {@link dev.repartee.measure.Dimension#month}
   * @throws IllegalArgumentException if the breakdown is by something else
   * @throws IllegalStateException if the clock is one that describes the answered only
   */
  public static ResponseCohorts of(Breakdown<ResponseSummary> months) {
    SortedMap<YearMonth, ResponseSummary> byMonth = new TreeMap<>();
    months.parts().forEach(part -> byMonth.put(month(part.key()), part.summary()));
    return new ResponseCohorts(months, byMonth);
  }

  private static YearMonth month(List<String> key) {
    try {
      if (key.size() == 1) {
        return YearMonth.parse(key.get(0));
      }
    } catch (DateTimeParseException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "months (with key "
            + key
            + ") must be a breakdown by month; use ResponseTime….by(Dimension.month(zone))");
  }

  /** Every month from the first to the last: one in which nobody began to wait keeps its place. */
  private static List<SurvivalCurve> curves(SortedMap<YearMonth, ResponseSummary> byMonth) {
    List<SurvivalCurve> curves = new ArrayList<>();
    if (byMonth.isEmpty()) {
      return curves;
    }
    boolean isIndependent = byMonth.values().iterator().next().isIndependent();
    SurvivalCurve none = new ResponseTally(false, isIndependent).curve();
    YearMonth last = byMonth.lastKey();
    for (YearMonth m = byMonth.firstKey(); !m.isAfter(last); m = m.plusMonths(1)) {
      ResponseSummary summary = byMonth.get(m);
      curves.add(summary == null ? none : summary.curve());
    }
    return curves;
  }

  /** {@return the response of all months together; equal to the measure without the breakdown} */
  public ResponseSummary pooled() {
    return months.total();
  }

  /**
   * {@return the median of each month, counting those who wait; by month, in order; months in which
   * nobody began to wait are left out}
   */
  public SortedMap<YearMonth, DurationEstimate> medians() {
    SortedMap<YearMonth, DurationEstimate> medians = new TreeMap<>();
    byMonth.forEach((month, summary) -> medians.put(month, summary.median()));
    return medians;
  }

  /**
   * {@return the test of whether people are answered ever sooner, or ever later; not defined where
   * there are fewer than two months with waits}
   */
  public LogRank trend() {
    return trend;
  }

  /**
   * {@return whether response gets ever faster or ever slower; true where the p value is below
   * 0.05; false also where it is not defined, or rests on fewer than 10 groups or weeks}
   */
  public boolean isChanging() {
    return !trend.hasFewGroups() && trend.pValue() < SIGNIFICANCE;
  }

  /**
   * {@return a line for each month: its median, with interval, and how many were answered; lines of
   * text}
   */
  public String table() {
    TextTable table = TextTable.of("month", "median", "answered");
    byMonth.forEach(
        (month, summary) ->
            table.row(
                month.toString(),
                summary.median().toString(),
                NumberText.count(summary.answered())
                    + " of "
                    + NumberText.count(summary.exchanges())));
    return table.toString();
  }

  private String change() {
    if (!trend.isDefined() || trend.hasFewGroups()) {
      return "change not known";
    }
    return isChanging() ? "changing over time" : "no trend";
  }

  @Override
  public String toString() {
    String count = byMonth.size() + (byMonth.size() == 1 ? " month" : " months");
    String text =
        "median "
            + ResponseText.brief(pooled().median())
            + ", "
            + count
            + ", "
            + change()
            + "\n"
            + trend
            + "\n"
            + table();
    return Brief.cut(text);
  }
}
