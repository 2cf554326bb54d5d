package dev.repartee.examples.daily;

import dev.repartee.dialogue.Dialogue;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.measure.Results;
import dev.repartee.response.ResponseSummary;
import dev.repartee.text.TextTable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Weeks and months of days: kept bytes are read and merged, and no row is looked at again. */
final class Periods {
  private Periods() {}

  /** The summaries of periods, each the merger of those of its days. */
  static SortedMap<String, Results> merged(
      SortedMap<LocalDate, byte[]> days, Function<LocalDate, String> period) {
    SortedMap<String, Results> result = new TreeMap<>();
    for (Map.Entry<LocalDate, byte[]> day : days.entrySet()) {
      Results one = Daily.questions().fromBytes(day.getValue());
      result.merge(period.apply(day.getKey()), one, Results::merge);
    }
    return result;
  }

  static String week(LocalDate day) {
    int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    return day.get(IsoFields.WEEK_BASED_YEAR) + (week < 10 ? "-W0" : "-W") + week;
  }

  static String month(LocalDate day) {
    return YearMonth.from(day).toString();
  }

  /** Weeks, months and all: read downwards it is the trend. */
  static String table(SortedMap<LocalDate, byte[]> days) {
    TextTable table =
        TextTable.of("period", "exchanges", "median", "within 2 h", "two-way", "settled");
    merged(days, Periods::week).forEach((period, results) -> add(table, period, results));
    merged(days, Periods::month).forEach((period, results) -> add(table, period, results));
    merged(days, day -> "all").forEach((period, results) -> add(table, period, results));
    return table.toString();
  }

  private static void add(TextTable table, String period, Results results) {
    ResponseSummary response = results.get(Daily.response());
    DialogueSummary dialogue = results.get(Dialogue.standard());
    table.row(
        period,
        response.exchanges(),
        response.median(),
        response.within(Duration.ofHours(2)),
        dialogue.twoWay(),
        results.origin().isSettled() ? "yes" : "no");
  }
}
