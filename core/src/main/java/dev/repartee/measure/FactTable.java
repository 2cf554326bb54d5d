package dev.repartee.measure;

import static java.util.stream.Collectors.toCollection;

import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Facts.Fact;
import dev.repartee.text.TextTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A table with a line for each key and a column for each statistic. */
final class FactTable {
  /** What stands in one column: a statistic of a measure. */
  private record Column(String measure, String statistic) {
    static Column of(Fact fact) {
      return new Column(fact.origin().measure(), fact.statistic());
    }
  }

  private final String heading;
  private final List<Line> lines;
  private final Set<Column> columns;
  private final int longestKey;

  private FactTable(String heading, List<Line> lines, Set<Column> columns, int longestKey) {
    this.heading = heading;
    this.lines = lines;
    this.columns = columns;
    this.longestKey = longestKey;
  }

  private record Line(String key, Map<Column, Fact> facts) {
    /** Of what rests on few groups, or is not there, nobody can say that it is large. */
    private boolean isShaky(String statistic) {
      return find(statistic).map(Fact::isShaky).orElse(true);
    }

    private double value(String statistic) {
      return find(statistic)
          .map(fact -> fact.value().orElse(Double.NEGATIVE_INFINITY))
          .orElse(Double.NEGATIVE_INFINITY);
    }

    private Optional<Fact> find(String statistic) {
      return facts.values().stream().filter(f -> f.statistic().equals(statistic)).findFirst();
    }
  }

  /** Returns the keys that have leading facts, with a column for each of these. */
  static FactTable of(Dimension dimension, Facts facts) {
    List<Fact> leading = facts.leading();
    Set<List<String>> keys =
        leading.stream().map(FactTable::key).collect(toCollection(LinkedHashSet::new));
    List<Fact> shown = facts.rows().stream().filter(f -> keys.contains(key(f))).toList();
    return new FactTable(dimension.name(), lines(shown), columns(leading), Integer.MAX_VALUE);
  }

  /** Returns all facts of some keys, with a column for each statistic. */
  static FactTable of(String heading, List<Fact> facts) {
    return new FactTable(heading, lines(facts), columns(facts), Integer.MAX_VALUE);
  }

  private static List<String> key(Fact fact) {
    return List.copyOf(fact.key().values());
  }

  private static List<Line> lines(List<Fact> facts) {
    Map<List<String>, Line> byKey = new LinkedHashMap<>();
    for (Fact fact : facts) {
      byKey
          .computeIfAbsent(
              key(fact), key -> new Line(String.join(", ", key), new LinkedHashMap<>()))
          .facts()
          .put(Column.of(fact), fact);
    }
    return List.copyOf(byKey.values());
  }

  private static Set<Column> columns(Collection<Fact> facts) {
    return facts.stream().map(Column::of).collect(toCollection(LinkedHashSet::new));
  }

  FactTable withKeysOf(int length) {
    return new FactTable(heading, lines, columns, length);
  }

  FactTable sortedBy(String statistic) {
    Set<String> known = new LinkedHashSet<>();
    Set<Column> shown = new LinkedHashSet<>(columns);
    for (Line line : lines) {
      for (Column column : line.facts().keySet()) {
        known.add(column.statistic());
        if (column.statistic().equals(statistic)) {
          shown.add(column);
        }
      }
    }
    if (!known.contains(statistic) && !lines.isEmpty()) {
      throw new IllegalArgumentException(
          "statistic ("
              + statistic
              + ") must be one of "
              + known
              + ", the statistics of the parts");
    }
    List<Line> sorted = new ArrayList<>(lines);
    sorted.sort(
        Comparator.comparing((Line line) -> line.isShaky(statistic))
            .thenComparing(Comparator.comparingDouble((Line l) -> l.value(statistic)).reversed()));
    return new FactTable(heading, sorted, shown, longestKey);
  }

  String text() {
    List<String> headings = new ArrayList<>(List.of(heading));
    Set<String> used = new LinkedHashSet<>();
    for (Column column : columns) {
      String words = column.statistic().replace('_', ' ');
      headings.add(used.add(words) ? words : words + ", " + column.measure());
    }
    TextTable table = TextTable.of(headings.toArray(new String[0]));
    List<Fact> shown = new ArrayList<>();
    for (Line line : lines) {
      List<Object> cells = new ArrayList<>(List.of(Brief.cut(line.key(), longestKey)));
      for (Column column : columns) {
        Optional<Fact> fact = Optional.ofNullable(line.facts().get(column));
        fact.ifPresent(shown::add);
        cells.add(fact.map(Fact::text).orElse(""));
      }
      table.row(cells.toArray());
    }
    return table + Facts.notObserved(shown);
  }
}
