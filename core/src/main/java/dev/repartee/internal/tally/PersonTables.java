package dev.repartee.internal.tally;

import dev.repartee.internal.hash.LongTable;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.internal.walk.PersonNames;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables keyed by persons. A person has a code within one log only, so what a walk adds is kept by
 * code, and by names as soon as anything else is needed: names mean the same in every worker and on
 * every machine. Equal facts give equal bytes, in whatever order and parts they came.
 *
 * <p>A key is a person and a number ({@link #key}); in a table of pairs the number is a person too.
 * Persons without a name must be left out, because they cannot be distinguished.
 *
 * <p>The memory grows with the keys. The time is constant per addition, and once, when names are
 * needed, {@code p log p} for the p persons and linear in the keys.
 */
public final class PersonTables implements Tally<PersonTables> {
  /** What a table is like. */
  public record Layout(boolean isOfPairs, List<LongTable.Fold> folds) {}

  private final List<Layout> layouts;

  // What walks of one log have added: this one, and others that were added to it.
  private @Nullable PersonNames names;
  private List<CodedTable> coded;
  private final List<List<CodedTable>> others = new ArrayList<>();

  private NamedTables named;

  /** Creates empty tables. */
  public PersonTables(List<Layout> layouts) {
    this.layouts = List.copyOf(layouts);
    this.coded = empty(layouts);
    this.named = new NamedTables(layouts);
  }

  private static List<CodedTable> empty(List<Layout> layouts) {
    return layouts.stream().map(layout -> new CodedTable(layout.folds())).toList();
  }

  /** Returns a key. */
  public static long key(int person, int number) {
    return (long) person << Integer.SIZE | (number & 0xFFFF_FFFFL);
  }

  /**
   * Returns a table to add facts of a slice to, by codes of its persons. All slices whose facts are
   * added until the walk is over must be of one log.
   */
  public CodedTable of(Slice slice, int table) {
    if (names == null) {
      names = FastSlice.of(slice).personNames();
    }
    return coded.get(table);
  }

  /** Returns the tables by names. */
  public synchronized NamedTables named() {
    if (names != null) {
      named = named.and(NamedTables.of(names, layouts, allCoded()));
      names = null;
      coded = empty(layouts);
      others.clear();
    }
    return named;
  }

  private List<List<CodedTable>> allCoded() {
    List<List<CodedTable>> all = new ArrayList<>(others);
    all.add(coded);
    return all;
  }

  @Override
  public void add(PersonTables other) {
    NamedTables told;
    synchronized (other) {
      if (other.names != null && (names == null || names == other.names)) {
        names = other.names;
        others.addAll(other.allCoded());
      } else if (other.names != null) {
        NamedTables mine = named();
        named = mine.and(NamedTables.of(other.names, layouts, other.allCoded()));
      }
      told = other.named;
    }
    named = named.and(told); // not held up by others who add the same tally
  }

  @Override
  public void write(DataOutput out) throws IOException {
    named().write(out);
  }

  @Override
  public synchronized void read(Input in) throws IOException {
    named = NamedTables.read(layouts, in);
  }
}
