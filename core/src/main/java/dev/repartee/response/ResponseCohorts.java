package dev.repartee.response;

import dev.repartee.internal.stats.Strata;
import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Facts;
import dev.repartee.stats.Difference;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.LogRank;
import dev.repartee.stats.SurvivalCurve;
import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Response by the month in which people began to wait, next to the response of all months together.
 *
 * <p>A median or a share that counts people who are still waiting assumes that late arrivals are
 * answered as fast as early ones: late arrivals have not been watched for long, so the long times
 * come from early ones. If this assumption fails, {@link #isChanging} is true, and the months are
 * more informative than the whole.
 *
 * <pre>{@code
 * Breakdown<ResponseSummary> months =
 *     log.measure(ResponseTime.eachTurn().by(Dimension.month(zone)));
 * ResponseCohorts.of(months);   // median 42 min, 1 month, change not known
 * Breakdown<ResponseSummary> channels =
 *     log.measure(ResponseTime.eachTurn().by(Dimension.month(zone).and(Dimension.CHANNEL)));
 * ResponseCohorts.of(months).withChannels(channels).change();   // none (fewer than 2 months)
 * }</pre>
 *
 * <p>The test is the log-rank test for a trend along the months ({@link LogRank#trend}), with
 * errors that account for repeated people. It detects a steady rise or fall, not one that reverses.
 * With a million waits, a drift of two minutes is significant but unimportant, so {@link #change}
 * gives its size: by how much the share answered within the overall median is larger in the last
 * month than in the first. If people shift to a slower channel, the total gets slower although no
 * channel does; {@link #withChannels} compares like with like.
 *
 * <p>Immutable. Months merge as breakdowns do.
 *
 * <p>Guide: {@code core/docs/guide/metrics/response-changes.md}.
 */
public final class ResponseCohorts {
  /** A change is reported if chance would produce it less often than this. */
  private static final double SIGNIFICANCE = 0.05;

  private final Breakdown<ResponseSummary> months;
  private final SortedMap<YearMonth, ResponseSummary> byMonth;
  private final LogRank trend;
  private final @Nullable Breakdown<ResponseSummary> channels;

  private ResponseCohorts(
      Breakdown<ResponseSummary> months,
      SortedMap<YearMonth, ResponseSummary> byMonth,
      LogRank trend,
      @Nullable Breakdown<ResponseSummary> channels) {
    this.months = months;
    this.byMonth = byMonth;
    this.trend = trend;
    this.channels = channels;
  }

  /**
   * {@return the months of a breakdown, next to the whole}
   *
   * @param months response by {@link dev.repartee.measure.Dimension#month}
   * @throws IllegalArgumentException if the breakdown is by something else
   * @throws IllegalStateException if the clock describes only the answered
   */
  public static ResponseCohorts of(Breakdown<ResponseSummary> months) {
    SortedMap<YearMonth, ResponseSummary> byMonth = new TreeMap<>();
    months.parts().forEach(part -> byMonth.put(month(part.key()), part.summary()));
    return new ResponseCohorts(months, byMonth, LogRank.trend(curves(byMonth)), null);
  }

  /**
   * Returns a copy that also knows the channels of the months.
   *
   * @param monthsAndChannels response by {@link dev.repartee.measure.Dimension#month} and by {@link
   *     dev.repartee.measure.Dimension#CHANNEL}, or another dimension, of the same log
   * @return a copy for which {@link #changeByChannel} is defined
   * @throws IllegalArgumentException if the breakdown is of something else
   */
  public ResponseCohorts withChannels(Breakdown<ResponseSummary> monthsAndChannels) {
    for (Breakdown.Part<ResponseSummary> part : monthsAndChannels.parts()) {
      List<String> key = part.key();
      if (!(key.size() == 2 && byMonth.containsKey(month(key.subList(0, 1))))) {
        throw new IllegalArgumentException(
            "monthsAndChannels (with key "
                + key
                + ") must be a breakdown by month and channel of the same log; use"
                + " ResponseTime….by(Dimension.month(zone).and(Dimension.CHANNEL))");
      }
    }
    return new ResponseCohorts(months, byMonth, trend, monthsAndChannels);
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

  /** Every month from the first to the last, including months in which nobody began to wait. */
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
   * {@return the median of each month in order, counting people who are still waiting; months in
   * which nobody began to wait are left out}
   */
  public SortedMap<YearMonth, DurationEstimate> medians() {
    SortedMap<YearMonth, DurationEstimate> medians = new TreeMap<>();
    byMonth.forEach((month, summary) -> medians.put(month, summary.median()));
    return medians;
  }

  /**
   * {@return the test of whether people are answered ever sooner or ever later; not defined with
   * fewer than two months with waits}
   */
  public LogRank trend() {
    return trend;
  }

  /**
   * {@return whether response gets ever faster or ever slower: whether the p value is below 0.05;
   * false also if it is not defined, or rests on fewer than 10 groups or weeks}
   */
  public boolean isChanging() {
    return !trend.hasFewGroups() && trend.pValue() < SIGNIFICANCE;
  }

  /**
   * Returns by how much the share answered within the overall median is larger in the last month
   * than in the first, among months watched for that long.
   *
   * @return in [-1, 1], below 0 if response gets slower, with its 95 % interval by MOVER; undefined
   *     if the median is not reached, or fewer than two months were watched for that long
   */
  public Estimate change() {
    return ends()
        .map(ends -> difference(curve(ends.to()), curve(ends.from()), ends.limit()))
        .orElseGet(() -> Estimate.undefined("fewer than 2 months"));
  }

  /**
   * Returns the same comparing like with like: the mean of the changes on each channel that has
   * both months, with weights {@code n1 n2 / (n1 + n2)}. It does not move if people merely shift to
   * a slower channel.
   *
   * @return in [-1, 1], with its 95 % interval by MOVER; undefined without {@link #withChannels},
   *     if no channel has both months, and for summaries {@code asIndependent()}
   */
  public Estimate changeByChannel() {
    Optional<Ends> found = channels == null || trend.isIndependent() ? Optional.empty() : ends();
    return found
        .map(ends -> byChannel(ends, Objects.requireNonNull(channels)))
        .orElseGet(() -> Estimate.undefined("not known by channel"));
  }

  /** The months compared, and the time within which people are answered or not. */
  private record Ends(YearMonth from, YearMonth to, Duration limit) {}

  private Optional<Ends> ends() {
    DurationEstimate median = byMonth.isEmpty() ? DurationEstimate.noData() : pooled().median();
    if (!median.isReached()) {
      return Optional.empty();
    }
    Duration limit = median.orElseThrow();
    List<YearMonth> watched =
        byMonth.keySet().stream().filter(m -> curve(m).within(limit).isDefined()).toList();
    return watched.size() < 2
        ? Optional.empty()
        : Optional.of(new Ends(watched.get(0), watched.get(watched.size() - 1), limit));
  }

  private SurvivalCurve curve(YearMonth month) {
    return Objects.requireNonNull(byMonth.get(month)).curve();
  }

  private Estimate difference(SurvivalCurve last, SurvivalCurve first, Duration limit) {
    return trend.isIndependent()
        ? Difference.of(last.within(limit), first.within(limit))
        : Difference.within(last, first, limit);
  }

  private static Estimate byChannel(Ends ends, Breakdown<ResponseSummary> channels) {
    Strata strata = new Strata();
    for (Breakdown.Part<ResponseSummary> part : channels.parts()) {
      if (month(part.key().subList(0, 1)).equals(ends.to())) {
        channels
            .find(ends.from().toString(), part.key().get(1))
            .ifPresent(first -> add(strata, part.summary().curve(), first.curve(), ends.limit()));
      }
    }
    return strata.difference();
  }

  private static void add(Strata strata, SurvivalCurve last, SurvivalCurve first, Duration limit) {
    strata.add(
        last.withinReplicated(limit),
        last.countReplicated(),
        first.withinReplicated(limit),
        first.countReplicated());
  }

  /**
   * {@return the facts of the months together} The facts of each month are those of the breakdown.
   */
  public Facts facts() {
    return Facts.of(months.origin())
        .count("months", byMonth.size())
        .share("change", change())
        .word("trend", verdict().toUpperCase(Locale.ROOT).replace(' ', '_'))
        .inDetail()
        .share("change_by_channel", changeByChannel())
        .share("trend_p_value", trend.pValue(), trend.note())
        .build();
  }

  /**
   * {@return a table with a line for each month: its median, with interval, and the number
   * answered}
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

  private String verdict() {
    if (!trend.isDefined() || trend.hasFewGroups()) {
      return "change not known";
    }
    return isChanging() ? "changing over time" : "no trend";
  }

  /** The size of the change, if there is anything to compare. */
  private String sizeText() {
    return ends()
        .map(
            ends ->
                "\nwithin "
                    + DurationText.of(ends.limit())
                    + " "
                    + change()
                    + " from "
                    + ends.from()
                    + " to "
                    + ends.to()
                    + (channels == null ? "" : ", by channel " + changeByChannel()))
        .orElse("");
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
            + verdict()
            + "\n"
            + trend
            + sizeText()
            + "\n"
            + table();
    return Brief.cut(text);
  }
}
