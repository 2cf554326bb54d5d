package dev.repartee.apath;

import dev.repartee.apath.APathSummary.StageResult;
import dev.repartee.measure.Measures;
import dev.repartee.measure.Results;
import dev.repartee.text.TextTable;
import java.util.ArrayList;
import java.util.List;

/**
 * How much the counts of the A-Path hang on its thresholds: the same path with AFFINITY on fewer
 * and more days, and over shorter and longer spans.
 *
 * <pre>{@code
 * APathSensitivity sensitivity = APathSensitivity.of(APathRules.standard());
 * Results results = log.measure(sensitivity.measures());
 * sensitivity.table(results);
 * }</pre>
 *
 * <p>All are measured in one walk over the log. Counts that change much say that the threshold, not
 * the people, makes the number. Immutable.
 */
public final class APathSensitivity {
  private static final List<Integer> DAYS = List.of(2, 3, 4);
  private static final List<Integer> SPANS = List.of(7, 14, 28);

  private final List<APath> paths;

  private APathSensitivity(List<APath> paths) {
    this.paths = List.copyOf(paths);
  }

  /**
   * {@return the paths on 2, 3 and 4 days over 7, 14 and 28 days: the nine paths}
   *
   * @param rules what else they go by
   * @throws IllegalStateException if the condition of AFFINITY is replaced
   */
  public static APathSensitivity of(APathRules rules) {
    return of(rules, DAYS, SPANS);
  }

  /**
   * {@return the paths with other thresholds: a path for each of one and each of the other}
   *
   * @param rules what else they go by
   * @param days numbers of distinct days
   * @param spans numbers of days between the first and the last
   * @throws IllegalArgumentException if one is out of range, named twice, or there is none
   * @throws IllegalStateException if the condition of AFFINITY is replaced
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
   * {@return the counts by threshold as a table for people: lines of text}
   *
   * @param results of {@link #measures}
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
