package dev.repartee.internal.tally;

import dev.repartee.internal.bytes.Texts;
import dev.repartee.internal.hash.LongTable;
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
  private final List<LongTable> tables;

  NamedTables(List<PersonTables.Layout> layouts) {
    this(layouts, List.of(), empty(layouts));
  }

  private NamedTables(
      List<PersonTables.Layout> layouts, List<String> names, List<LongTable> tables) {
    this.layouts = layouts;
    this.names = names;
    this.tables = tables;
  }

  static List<LongTable> empty(List<PersonTables.Layout> layouts) {
    return layouts.stream().map(layout -> new LongTable(layout.folds())).toList();
  }

  /** The tables by names of what is keyed by codes. */
  static NamedTables of(
      PersonNames names, List<PersonTables.Layout> layouts, List<LongTable> coded) {
    BitSet codes = new BitSet();
    for (int t = 0; t < coded.size(); t++) {
      LongTable table = coded.get(t);
      boolean isOfPairs = layouts.get(t).isOfPairs();
      for (int at = table.next(-1); at != LongTable.ABSENT; at = table.next(at)) {
        codes.set(person(table.key(at)));
        if (isOfPairs) {
          codes.set(number(table.key(at)));
        }
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
      List<LongTable> coded,
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
    List<LongTable> tables = empty(layouts);
    addRanked(layouts, tables, coded, code -> ranks[place.applyAsInt(code)]);
    return new NamedTables(layouts, List.copyOf(distinct), tables);
  }

  private static int person(long key) {
    return (int) (key >>> Integer.SIZE);
  }

  private static int number(long key) {
    return (int) key;
  }

  private static void addRanked(
      List<PersonTables.Layout> layouts,
      List<LongTable> to,
      List<LongTable> from,
      IntUnaryOperator ranks) {
    for (int t = 0; t < to.size(); t++) {
      boolean isOfPairs = layouts.get(t).isOfPairs();
      LongTable table = from.get(t);
      long[] values = new long[table.folds().size()];
      to.get(t).reserve((long) to.get(t).size() + table.size());
      for (int at = table.next(-1); at != LongTable.ABSENT; at = table.next(at)) {
        int first = ranks.applyAsInt(person(table.key(at)));
        int second = number(table.key(at));
        second = isOfPairs ? ranks.applyAsInt(second) : second;
        if (!isOfPairs || first != second) { // an account may bear the name of a listed person
          table.copy(at, values);
          to.get(t).add(PersonTables.key(first, second), values);
        }
      }
    }
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
    List<LongTable> sum = empty(layouts);
    addRanked(layouts, sum, tables, at -> mine[at]);
    addRanked(layouts, sum, other.tables, at -> theirs[at]);
    return new NamedTables(layouts, List.copyOf(all), sum);
  }

  /**
   * Returns the names of the persons, in their order: a person's place is its number in the keys.
   */
  public List<String> names() {
    return names;
  }

  /** Returns a table. */
  public LongTable table(int table) {
    return tables.get(table);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(names.size());
    for (String name : names) {
      Texts.write(out, name);
    }
    for (LongTable table : tables) {
      long[] values = new long[table.folds().size()];
      out.writeInt(table.size());
      for (long key : table.sortedKeys()) {
        out.writeLong(key);
        table.copy(table.find(key), values);
        for (long value : values) {
          out.writeLong(value);
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
    List<LongTable> tables = empty(layouts);
    for (int t = 0; t < tables.size(); t++) {
      read(tables.get(t), layouts.get(t).isOfPairs(), names.size(), in);
    }
    return new NamedTables(layouts, List.copyOf(names), tables);
  }

  private static void read(LongTable table, boolean isOfPairs, int persons, Tally.Input in)
      throws IOException {
    long[] values = new long[table.folds().size()];
    long last = -1;
    for (int left = in.readInt(); left > 0; left--) {
      long key = in.readLong();
      boolean isKnown =
          person(key) < persons && (!isOfPairs || (number(key) >= 0 && number(key) < persons));
      if (key <= last || !isKnown) {
        throw new IOException("key " + key + " of " + persons + " persons is out of range");
      }
      for (int i = 0; i < values.length; i++) {
        boolean isSum = table.folds().get(i) == LongTable.Fold.SUM;
        values[i] = isSum ? in.readCount() : in.readLong();
      }
      table.add(key, values);
      last = key;
    }
  }
}
