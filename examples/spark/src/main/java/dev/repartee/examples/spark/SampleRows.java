package dev.repartee.examples.spark;

import static java.util.Comparator.comparing;

import dev.repartee.examples.quickstart.Sample;
import dev.repartee.model.Interaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/** The sample year of the quickstart, with the conversation written on every row. */
final class SampleRows {
  private SampleRows() {}

  static List<Row> all() {
    List<Interaction> sample = Sample.standard().rows();
    Map<String, String> parents = new HashMap<>();
    for (Interaction row : sample) {
      row.id().ifPresent(id -> row.parent().ifPresent(parent -> parents.putIfAbsent(id, parent)));
    }
    List<Row> rows = new ArrayList<>();
    for (Interaction row : sample) {
      // What belongs to no conversation may stand anywhere, best not all in one place.
      String above = row.parent().or(row::id).or(row::author).orElse("");
      rows.add(TalkRows.row(row.conversation().orElse(top(above, parents)), row));
    }
    return rows;
  }

  /** The same by time, as it came; those without a time come first. */
  static List<Row> inOrder() {
    List<Row> rows = all();
    rows.sort(comparing(row -> row.isNullAt(4) ? Long.MIN_VALUE : row.getLong(4)));
    return rows;
  }

  /** The message at the top of a thread; in a circle, any that all in it agree on. */
  private static String top(String id, Map<String, String> parents) {
    Set<String> seen = new HashSet<>();
    String at = id;
    for (String above = parents.get(at); above != null; above = parents.get(at)) {
      if (!seen.add(at)) {
        return least(at, parents);
      }
      at = above;
    }
    return at;
  }

  private static String least(String inCircle, Map<String, String> parents) {
    String least = inCircle;
    Set<String> circle = new HashSet<>();
    String at = inCircle;
    while (circle.add(at)) {
      least = at.compareTo(least) < 0 ? at : least;
      at = parents.getOrDefault(at, at);
    }
    return least;
  }
}
