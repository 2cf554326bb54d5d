package dev.repartee.internal.tally;

import dev.repartee.internal.hash.KeyOrder;
import dev.repartee.internal.hash.LongTable.Fold;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers by key in ascending order of the keys, to which nothing is written any more: it is read,
 * joined with another and sent from the first key to the last.
 */
public final class SortedTable {
  /** What {@link #find} returns for a key that is not there. */
  public static final int ABSENT = -1;

  private final long[] keys;

  /** By fold. */
  private final long[][] values;

  private SortedTable(long[] keys, long[][] values) {
    this.keys = keys;
    this.values = values;
  }

  /** Takes keys in any order, one or many times, or in ascending order. */
  static final class Builder {
    private final Fold[] folds;
    private long[] keys;
    private final long[][] values;
    private int size;

    Builder(List<Fold> folds, int expected) {
      this.folds = folds.toArray(new Fold[0]);
      this.keys = new long[expected];
      this.values = new long[folds.size()][expected];
    }

    void add(long key, long[] ofKey) {
      int at = next(key);
      for (int fold = 0; fold < values.length; fold++) {
        values[fold][at] = ofKey[fold];
      }
    }

    private int next(long key) {
      if (size == keys.length) {
        int more = Math.max(16, Math.addExact(size, size / 2));
        keys = Arrays.copyOf(keys, more);
        for (int fold = 0; fold < values.length; fold++) {
          values[fold] = Arrays.copyOf(values[fold], more);
        }
      }
      keys[size] = key;
      return size++;
    }

    /** Adds a key that is not below the last; the same one is folded. */
    private void addNext(long key, long[][] from, int row) {
      if (size > 0 && keys[size - 1] == key) {
        for (int fold = 0; fold < values.length; fold++) {
          long[] column = values[fold];
          column[size - 1] = folds[fold].of(column[size - 1], from[fold][row]);
        }
      } else {
        int at = next(key);
        for (int fold = 0; fold < values.length; fold++) {
          values[fold][at] = from[fold][row];
        }
      }
    }

    /** Returns the table of keys that were added in ascending order, each once. */
    SortedTable inOrder() {
      long[][] columns = new long[values.length][];
      for (int fold = 0; fold < values.length; fold++) {
        columns[fold] = Arrays.copyOf(values[fold], size);
      }
      return new SortedTable(Arrays.copyOf(keys, size), columns);
    }

    /** Returns the table of all that was added. */
    SortedTable build() {
      Builder sorted = new Builder(List.of(folds), size);
      for (int row : KeyOrder.of(keys, size)) {
        sorted.addNext(keys[row], values, row);
      }
      return sorted.inOrder();
    }
  }

  /** What becomes of a key in another table; ascending keys have to stay so. */
  interface Renaming {
    long of(long key);
  }

  /** Returns what is in either, with new keys. */
  static SortedTable both(
      List<Fold> folds, SortedTable one, Renaming ofOne, SortedTable other, Renaming ofOther) {
    Builder all = new Builder(folds, Math.addExact(one.size(), other.size()));
    int i = 0;
    int j = 0;
    while (i < one.size() || j < other.size()) {
      long next = i < one.size() ? ofOne.of(one.keys[i]) : Long.MAX_VALUE;
      long nextOther = j < other.size() ? ofOther.of(other.keys[j]) : Long.MAX_VALUE;
      if (next <= nextOther) {
        all.addNext(next, one.values, i++);
      } else {
        all.addNext(nextOther, other.values, j++);
      }
    }
    return all.inOrder();
  }

  /** Returns the number of keys. */
  public int size() {
    return keys.length;
  }

  /** Returns a key, by its place in the order. */
  public long key(int at) {
    return keys[at];
  }

  /** Returns a value of a key, by its place. */
  public long value(int at, int fold) {
    return values[fold][at];
  }

  /** Returns the place of a key, or {@link #ABSENT}. */
  public int find(long key) {
    return Math.max(ABSENT, Arrays.binarySearch(keys, key));
  }
}
