package dev.repartee.internal.tally;

import dev.repartee.internal.bytes.Texts;
import dev.repartee.internal.hash.LongTable.Fold;
import dev.repartee.internal.walk.PersonNames;
import dev.repartee.measure.Tally;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Tables keyed by persons, who are numbered by the order of their names. Nothing is written to them
 * any more.
 */
public final class NamedTables {
  private static final int DENSE = 8;

  private final List<PersonTables.Layout> layouts;
  private final List<String> names;
  private final List<SortedTable> tables;

  NamedTables(List<PersonTables.Layout> layouts) {
    this(layouts, List.of(), empty(layouts));
  }

  private NamedTables(
      List<PersonTables.Layout> layouts, List<String> names, List<SortedTable> tables) {
    this.layouts = layouts;
    this.names = names;
    this.tables = tables;
  }

  static List<SortedTable> empty(List<PersonTables.Layout> layouts) {
    return layouts.stream()
        .map(layout -> new SortedTable.Builder(layout.folds(), 0).inOrder())
        .toList();
  }

  /**
   * The tables by names of what is keyed by codes.
   *
   * @param coded what was added, in any number of parts
   */
  static NamedTables of(
      PersonNames names, List<PersonTables.Layout> layouts, List<List<CodedTable>> coded) {
    BitSet codes = new BitSet();
    for (int t = 0; t < layouts.size(); t++) {
      boolean isOfPairs = layouts.get(t).isOfPairs();
      for (List<CodedTable> part : coded) {
        part.get(t)
            .forEach(
                (key, values) -> {
                  codes.set(person(key));
                  if (isOfPairs) {
                    codes.set(number(key));
                  }
                });
      }
    }
    return named(names, layouts, coded, codes.stream().toArray(), codes.length());
  }

  /** A person by name and code. Codes distinguish persons with the same name. */
  private record Named(String name, int code) implements Comparable<Named> {
    @Override
    public int compareTo(Named other) {
      int order = name.compareTo(other.name);
      return order != 0 ? order : Integer.compare(code, other.code);
    }
  }

  private static NamedTables named(
      PersonNames names,
      List<PersonTables.Layout> layouts,
      List<List<CodedTable>> coded,
      int[] codes,
      int length) {
    Named[] sorted = new Named[codes.length];
    for (int i = 0; i < codes.length; i++) {
      sorted[i] = new Named(names.name(codes[i]), codes[i]);
    }
    Arrays.sort(sorted);
    // Few of many codes, as in a key of a breakdown, are not worth a place for each.
    boolean isDense = length <= DENSE * codes.length;
    int[] ranks = new int[isDense ? length : codes.length];
    IntUnaryOperator place = code -> isDense ? code : Arrays.binarySearch(codes, code);
    List<String> distinct = new ArrayList<>(codes.length);
    for (Named named : sorted) {
      int last = distinct.size() - 1;
      if (last < 0 || !distinct.get(last).equals(named.name())) {
        distinct.add(named.name());
      }
      ranks[place.applyAsInt(named.code())] = distinct.size() - 1;
    }
    List<SortedTable> tables = new ArrayList<>();
    for (int t = 0; t < layouts.size(); t++) {
      int table = t;
      List<CodedTable> parts = coded.stream().map(part -> part.get(table)).toList();
      tables.add(ranked(layouts.get(t), parts, code -> ranks[place.applyAsInt(code)]));
    }
    return new NamedTables(layouts, List.copyOf(distinct), List.copyOf(tables));
  }

  private static int person(long key) {
    return (int) (key >>> Integer.SIZE);
  }

  private static int number(long key) {
    return (int) key;
  }

  /** A table with ranks in place of codes. */
  private static SortedTable ranked(
      PersonTables.Layout layout, List<CodedTable> parts, IntUnaryOperator ranks) {
    long keys = parts.stream().mapToLong(CodedTable::size).sum();
    SortedTable.Builder ranked = new SortedTable.Builder(layout.folds(), Math.toIntExact(keys));
    for (CodedTable part : parts) {
      part.forEach(
          (key, values) -> {
            long renamed = renamed(layout, key, ranks);
            // An account may bear the name of a listed person.
            if (!layout.isOfPairs() || person(renamed) != number(renamed)) {
              ranked.add(renamed, values);
            }
          });
    }
    return ranked.build();
  }

  private static long renamed(PersonTables.Layout layout, long key, IntUnaryOperator ranks) {
    int second = layout.isOfPairs() ? ranks.applyAsInt(number(key)) : number(key);
    return PersonTables.key(ranks.applyAsInt(person(key)), second);
  }

  /** The tables of both. */
  NamedTables and(NamedTables other) {
    if (other.names.isEmpty()) {
      return this;
    }
    if (names.isEmpty()) {
      return other;
    }
    int[] mine = new int[names.size()];
    int[] theirs = new int[other.names.size()];
    List<String> all = new ArrayList<>(names.size());
    int i = 0;
    int j = 0;
    while (i < mine.length || j < theirs.length) {
      int order =
          i == mine.length
              ? 1
              : j == theirs.length ? -1 : names.get(i).compareTo(other.names.get(j));
      all.add(order <= 0 ? names.get(i) : other.names.get(j));
      if (order <= 0) {
        mine[i++] = all.size() - 1;
      }
      if (order >= 0) {
        theirs[j++] = all.size() - 1;
      }
    }
    List<SortedTable> sum = new ArrayList<>();
    for (int t = 0; t < layouts.size(); t++) {
      PersonTables.Layout layout = layouts.get(t);
      sum.add(
          SortedTable.both(
              layout.folds(),
              tables.get(t),
              key -> renamed(layout, key, at -> mine[at]),
              other.tables.get(t),
              key -> renamed(layout, key, at -> theirs[at])));
    }
    return new NamedTables(layouts, List.copyOf(all), List.copyOf(sum));
  }

  /**
   * Returns the names of the persons, in their order: a person's place is its number in the keys.
   */
  public List<String> names() {
    return names;
  }

  /** Returns a table. */
  public SortedTable table(int table) {
    return tables.get(table);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(names.size());
    for (String name : names) {
      Texts.write(out, name);
    }
    for (int t = 0; t < layouts.size(); t++) {
      SortedTable table = tables.get(t);
      int folds = layouts.get(t).folds().size();
      out.writeInt(table.size());
      for (int at = 0; at < table.size(); at++) {
        out.writeLong(table.key(at));
        for (int fold = 0; fold < folds; fold++) {
          out.writeLong(table.value(at, fold));
        }
      }
    }
  }

  static NamedTables read(List<PersonTables.Layout> layouts, Tally.Input in) throws IOException {
    List<String> names = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = Texts.read(in);
      if (!names.isEmpty() && names.get(names.size() - 1).compareTo(name) >= 0) {
        throw new IOException("names of persons do not ascend");
      }
      names.add(name);
    }
    List<SortedTable> tables = new ArrayList<>();
    for (PersonTables.Layout layout : layouts) {
      tables.add(read(layout, names.size(), in));
    }
    return new NamedTables(layouts, List.copyOf(names), List.copyOf(tables));
  }

  private static SortedTable read(PersonTables.Layout layout, int persons, Tally.Input in)
      throws IOException {
    List<Fold> folds = layout.folds();
    SortedTable.Builder table = new SortedTable.Builder(folds, 0);
    long[] values = new long[folds.size()];
    long last = -1;
    for (int left = in.readInt(); left > 0; left--) {
      long key = in.readLong();
      boolean isKnown =
          person(key) < persons
              && (!layout.isOfPairs() || (number(key) >= 0 && number(key) < persons));
      if (key <= last || !isKnown) {
        throw new IOException("key " + key + " of " + persons + " persons is out of range");
      }
      for (int i = 0; i < values.length; i++) {
        values[i] = folds.get(i) == Fold.SUM ? in.readCount() : in.readLong();
      }
      table.add(key, values);
      last = key;
    }
    return table.inOrder();
  }
}
