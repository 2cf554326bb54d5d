package dev.repartee.stats;

import java.util.Arrays;

/**
 * How often each value was seen in each group: rows in ascending order of key, in each row the
 * groups that saw it. The key is the value itself or its bucket.
 *
 * <p>Slots 0 to 31 are the groups of the first grouping, 32 to 63 those of the second, and so on. A
 * bit for each grouping says whether it is in use. Every array is written once, by the builder.
 */
final class LatencyCells {

  static final int SLOTS = LatencyGroups.MOST_GROUPINGS * LatencyGroups.GROUPS;

  /** Values below this one, such as answers to a question, are counted rather than sorted. */
  private static final int SMALL = 8;

  private static final LatencyCells EMPTY =
      new LatencyCells(new long[0], new int[1], new byte[0], new long[0]);

  /** One key for each row, ascending. */
  final long[] keys;

  /** Where each row starts in slots and counts, and where the last one ends. */
  final int[] starts;

  final byte[] slots;
  final long[] counts;

  private LatencyCells(long[] keys, int[] starts, byte[] slots, long[] counts) {
    this.keys = keys;
    this.starts = starts;
    this.slots = slots;
    this.counts = counts;
  }

  static LatencyCells empty() {
    return EMPTY;
  }

  /** Returns the cells of packed observations, sorted by value. */
  static LatencyCells ofSorted(long[] packed, int size, int groupings) {
    int rows = distinct(packed, size);
    Builder builder =
        new Builder(rows, (int) Math.min((long) count(groupings) * size, (long) rows * SLOTS));
    for (int from = 0; from < size; ) {
      long value = packed[from] >>> PackedSort.GROUPS_BITS;
      int to = from + 1;
      while (to < size && packed[to] >>> PackedSort.GROUPS_BITS == value) {
        to++;
      }
      builder.addEqual(value, packed, from, to, groupings);
      from = to;
    }
    return builder.build();
  }

  /** Returns how many distinct values sorted observations have. */
  private static int distinct(long[] packed, int size) {
    int rows = 0;
    long last = -1;
    for (int i = 0; i < size; i++) {
      long value = packed[i] >>> PackedSort.GROUPS_BITS;
      rows += value == last ? 0 : 1;
      last = value;
    }
    return rows;
  }

  /** Returns whether all values are so small that they need not be sorted. */
  static boolean areSmall(long[] packed, int size) {
    long bits = 0;
    for (int i = 0; i < size; i++) {
      bits |= packed[i];
    }
    return bits >>> PackedSort.GROUPS_BITS < SMALL;
  }

  /** Returns the cells of packed observations of small values, in any order. */
  static LatencyCells ofSmall(long[] packed, int size, int groupings) {
    int[] bySlot = new int[SMALL * SLOTS];
    for (int i = 0; i < size; i++) {
      int from = (int) (packed[i] >>> PackedSort.GROUPS_BITS) * SLOTS;
      for (int left = groupings; left != 0; left &= left - 1) {
        bySlot[from + slot((int) packed[i], Integer.numberOfTrailingZeros(left))]++;
      }
    }
    Builder builder = new Builder(SMALL);
    for (int i = 0; i < bySlot.length; i++) {
      if (bySlot[i] > 0) {
        builder.add(i / SLOTS, i % SLOTS, bySlot[i]);
      }
    }
    return builder.build();
  }

  /** Returns the number of groupings up to the last of which the bit is set. */
  static int count(int groupings) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(groupings);
  }

  /** Returns the slot of a grouping that an observation of some groups belongs to. */
  static int slot(int groups, int grouping) {
    int group = (groups >>> (grouping * LatencyGroups.GROUP_BITS)) & (LatencyGroups.GROUPS - 1);
    return grouping * LatencyGroups.GROUPS + group;
  }

  static LatencyCells merge(LatencyCells a, LatencyCells b) {
    if (a.rows() == 0 || b.rows() == 0) {
      return a.rows() == 0 ? b : a;
    }
    Builder builder =
        new Builder(
            Math.addExact(a.rows(), b.rows()), Math.addExact(a.slots.length, b.slots.length));
    int i = 0;
    int j = 0;
    while (i < a.rows() && j < b.rows()) {
      if (a.keys[i] < b.keys[j]) {
        builder.copyRow(a, i++);
      } else if (b.keys[j] < a.keys[i]) {
        builder.copyRow(b, j++);
      } else {
        builder.addRow(a.keys[i], a, i++);
        builder.addRow(b.keys[j], b, j++);
      }
    }
    while (i < a.rows()) {
      builder.copyRow(a, i++);
    }
    while (j < b.rows()) {
      builder.copyRow(b, j++);
    }
    return builder.build();
  }

  /** Returns the same counts keyed by bucket; only for cells keyed by value. */
  LatencyCells toBuckets() {
    Builder builder = new Builder(256);
    for (int row = 0; row < rows(); row++) {
      builder.addRow(BucketTable.bucket(keys[row]), this, row);
    }
    return builder.build();
  }

  int rows() {
    return keys.length;
  }

  /** Returns how many observations a row counts. */
  long rowTotal(int row) {
    long total = 0;
    // Every observation is in one group of the first grouping.
    for (int cell = starts[row]; cell < starts[row + 1]; cell++) {
      total += slots[cell] < LatencyGroups.GROUPS ? counts[cell] : 0;
    }
    return total;
  }

  /** Adds how many observations of a row each slot has, times a factor. */
  void addRowTo(int row, double factor, double[] bySlot) {
    for (int cell = starts[row]; cell < starts[row + 1]; cell++) {
      bySlot[slots[cell]] += factor * counts[cell];
    }
  }

  /** Adds how many observations each slot has in all. */
  void addSizes(long[] bySlot) {
    for (int cell = 0; cell < slots.length; cell++) {
      bySlot[slots[cell]] = Math.addExact(bySlot[slots[cell]], counts[cell]);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LatencyCells that
        && Arrays.equals(keys, that.keys)
        && Arrays.equals(starts, that.starts)
        && Arrays.equals(slots, that.slots)
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(keys) + Arrays.hashCode(counts);
  }

  /** Takes counts in ascending order of key; {@link #add} in any order of slots. */
  static final class Builder {

    private final long[] row = new long[SLOTS];

    /** For each grouping a bit for each group that the row counts. */
    private final int[] filled = new int[LatencyGroups.MOST_GROUPINGS];

    private boolean isFilled;
    private long key = -1;

    private long[] keys;
    private int[] starts;
    private byte[] slots;
    private long[] counts;
    private int rows;
    private int cells;

    Builder(int expectedRows) {
      this(expectedRows, 2 * expectedRows);
    }

    /** Of so many cells there is room for all, and for one more row of any size. */
    Builder(int expectedRows, int expectedCells) {
      keys = new long[expectedRows];
      starts = new int[expectedRows + 1];
      slots = new byte[Math.addExact(expectedCells, SLOTS)];
      counts = new long[slots.length];
    }

    void add(long nextKey, int slot, long count) {
      if (nextKey != key) {
        endAdded();
        key = nextKey;
      }
      row[slot] += count;
      filled[slot >>> LatencyGroups.GROUP_BITS] |= 1 << slot;
      isFilled = true;
    }

    void addRow(long nextKey, LatencyCells from, int fromRow) {
      for (int cell = from.starts[fromRow]; cell < from.starts[fromRow + 1]; cell++) {
        add(nextKey, from.slots[cell], from.counts[cell]);
      }
    }

    /** Adds all observations of a key, of which most have but one. */
    void addEqual(long ownKey, long[] packed, int from, int to, int groupings) {
      if (to - from > 1) {
        for (int i = from; i < to; i++) {
          for (int left = groupings; left != 0; left &= left - 1) {
            add(ownKey, slot((int) packed[i], Integer.numberOfTrailingZeros(left)), 1);
          }
        }
        return;
      }
      endAdded();
      beginRow(ownKey);
      for (int left = groupings; left != 0; left &= left - 1) {
        append(slot((int) packed[from], Integer.numberOfTrailingZeros(left)), 1);
      }
      endRow();
    }

    /** Adds a row whose key no other row has, which is faster than {@link #addRow}. */
    void copyRow(LatencyCells from, int fromRow) {
      endAdded();
      beginRow(from.keys[fromRow]);
      for (int cell = from.starts[fromRow]; cell < from.starts[fromRow + 1]; cell++) {
        append(from.slots[cell], from.counts[cell]);
      }
      endRow();
    }

    int rows() {
      return rows + (isFilled ? 1 : 0);
    }

    /** Begins a row that is appended to in ascending order of slots. */
    void beginRow(long nextKey) {
      if (rows == keys.length) {
        keys = Arrays.copyOf(keys, 2 * rows + 8);
        starts = Arrays.copyOf(starts, 2 * rows + 9);
      }
      if (cells + SLOTS > slots.length) {
        slots = Arrays.copyOf(slots, 2 * cells + SLOTS);
        counts = Arrays.copyOf(counts, 2 * cells + SLOTS);
      }
      keys[rows] = nextKey;
    }

    void append(int slot, long count) {
      slots[cells] = (byte) slot;
      counts[cells++] = count;
    }

    /** Ends the row, which counts if anything was appended. */
    void endRow() {
      if (cells > starts[rows]) {
        starts[++rows] = cells;
      }
    }

    LatencyCells build() {
      endAdded();
      return new LatencyCells(
          Arrays.copyOf(keys, rows),
          Arrays.copyOf(starts, rows + 1),
          Arrays.copyOf(slots, cells),
          Arrays.copyOf(counts, cells));
    }

    private void endAdded() {
      if (!isFilled) {
        return;
      }
      beginRow(key);
      for (int grouping = 0; grouping < filled.length; grouping++) {
        for (int left = filled[grouping]; left != 0; left &= left - 1) {
          int slot = grouping * LatencyGroups.GROUPS + Integer.numberOfTrailingZeros(left);
          append(slot, row[slot]);
          row[slot] = 0;
        }
        filled[grouping] = 0;
      }
      endRow();
      isFilled = false;
    }
  }
}
