package dev.repartee.apath;

import dev.repartee.apath.APathSummary.StageResult;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import dev.repartee.text.TextTable;
import java.util.ArrayList;
import java.util.List;

/**
 * How much the counts of the A-Path depend on its thresholds: the same path with AFFINITY on fewer
 * and more days, and over shorter and longer spans.
 *
 * <pre>{@code
 * APathSensitivity sensitivity = APathSensitivity.of(APathRules.standard());
 * Results results = log.measure(sensitivity.measures());
 * sensitivity.table(results);
 * }</pre>
 *
 * <p>All are measured in one walk over the log. If the counts change a lot, the threshold makes the
 * number, not the people. Immutable.
 *
 * <p>Guide: {@code core/docs/guide/metrics/a-path.md}.
 */
public final class APathSensitivity {
  private static final List<Integer> DAYS = List.of(2, 3, 4);
  private static final List<Integer> SPANS = List.of(7, 14, 28);

  private final List<APath> paths;

  private APathSensitivity(List<APath> paths) {
    this.paths = List.copyOf(paths);
  }

  /**
   * {@return the nine paths with 2, 3 and 4 days over 7, 14 and 28 days}
   *
   * @param rules the other rules
   * @throws IllegalStateException if the condition of AFFINITY has been replaced
   */
  public static APathSensitivity of(APathRules rules) {
    return of(rules, DAYS, SPANS);
  }

  /**
   * {@return the paths with other thresholds, one for each combination}
   *
   * @param rules the other rules
   * @param days the numbers of distinct days
   * @param spans the numbers of days between the first and the last
   * @throws IllegalArgumentException if one is out of range or given twice, or there is none
   * @throws IllegalStateException if the condition of AFFINITY has been replaced
   */
  public static APathSensitivity of(APathRules rules, List<Integer> days, List<Integer> spans) {
    List<APath> paths = new ArrayList<>();
    for (int count : days) {
      for (int span : spans) {
        paths.add(APath.with(rules.withAffinityDays(count).withAffinitySpan(span)));
      }
    }
    APathSensitivity result = new APathSensitivity(paths);
    result.measures(); // which says what is wrong with them
    return result;
  }

  /** {@return the paths, in the order of the table} */
  public List<APath> paths() {
    return paths;
  }

  /** {@return the measure of all of them, in one walk} */
  public Measures measures() {
    return Measures.of(paths.toArray(APath[]::new));
  }

  /**
   * {@return the counts by threshold as a readable table}
   *
   * @param results the results of {@link #measures}
   * @throws IllegalArgumentException if the results are of other measures
   */
  public String table(Results results) {
    TextTable table =
        TextTable.of("days", "span", "ATTRACTION", "AFFINITY", "AUDIENCE", "ADVOCATES");
    for (APath path : paths) {
      APathSummary summary = results.get(path);
      List<Object> cells = new ArrayList<>();
      cells.add(path.rules().affinityDays());
      cells.add(path.rules().affinitySpan());
      for (StageResult stage : summary.stages().subList(1, Conditions.STAGES)) {
        cells.add(stage.isObserved() ? stage.count() : "not observed");
      }
      table.row(cells.toArray());
    }
    return table.toString();
  }

  @Override
  public String toString() {
    return "a-path with " + paths.size() + " pairs of thresholds";
  }
}
