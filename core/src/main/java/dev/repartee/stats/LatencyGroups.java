package dev.repartee.stats;

import dev.repartee.text.NumberText;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A tally of latencies in milliseconds that knows for each which replicate groups it belongs to:
 * one of 32 in the first grouping and, where there are two, one of 32 in the second.
 *
 * <p>Every value is kept exactly as long as there are at most 65,536 distinct ones. After that
 * values fall into buckets, 128 to each power of two: a value is then known to within 0.4 %, values
 * below 256 and the smallest and the largest exactly. {@link #LatencyGroups(int, boolean)} lifts
 * the bound, at the price of memory.
 *
 * <p>The state depends on nothing but what was added: whatever the order of {@link #add} and {@link
 * #addAll}, equal contents are equal, behave alike and write the same bytes.
 *
 * <pre>{@code
 * LatencyGroups latencies = new LatencyGroups(2);
 * latencies.add(2_520_000, 17, 4);
 * latencies.total();          // 1
 * latencies.distribution();   // median 42 min, 1 value
 * }</pre>
 *
 * <p>Adding takes a few nanoseconds and allocates nothing; memory is 8 to 30 bytes for each value
 * while exact, and at most 1.4 MB for the usual range of seconds to months in buckets. Every method
 * but {@code add}, {@code addAll} only reads, so several threads may read an instance that is no
 * longer written. Views such as {@link #distribution()} are immutable and do not follow later
 * additions; each is made in O(n log n).
 */
public final class LatencyGroups {

  /** The number of groups in a grouping. */
  public static final int GROUPS = 32;

  /** The largest number of distinct values that are kept exactly. */
  static final int MAX_DISTINCT = 65_536;

  private static final int FIRST_CAPACITY = 8;
  private static final int BATCH = 1 << 17;
  private static final int BUCKETS_BATCH = 1 << 13;

  private final int groupings;
  private final boolean alwaysExact;
  private final int secondMask;

  /** How many are in cells or buckets. */
  private long settled;

  /** Packed observations on their way there: many at once are faster than one by one. */
  private long[] pending = new long[FIRST_CAPACITY];

  private int pendingSize;

  // While exact.
  private LatencyCells cells = LatencyCells.empty();

  // Once there are too many distinct values: counts by bucket, and what buckets would blur.
  private @Nullable BucketTable buckets;
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;

  /**
   * Creates an empty tally.
   *
   * @param groupings 1 or 2
   * @throws IllegalArgumentException if {@code groupings} is neither
   */
  public LatencyGroups(int groupings) {
    this(groupings, false);
  }

  /**
   * Creates an empty tally.
   *
   * @param groupings 1 or 2
   * @param alwaysExact whether every value is kept exactly however many distinct ones there are
   * @throws IllegalArgumentException if {@code groupings} is neither 1 nor 2
   */
  public LatencyGroups(int groupings, boolean alwaysExact) {
    if (!(groupings == 1 || groupings == 2)) {
      throw new IllegalArgumentException("groupings (" + groupings + ") must be 1 or 2");
    }
    this.groupings = groupings;
    this.alwaysExact = alwaysExact;
    this.secondMask = groupings == 1 ? 0 : -1;
  }

  private LatencyGroups(LatencyGroups other) {
    this(other.groupings, other.alwaysExact);
    this.settled = other.settled;
    this.pending = Arrays.copyOf(other.pending, Math.max(other.pendingSize, 1));
    this.pendingSize = other.pendingSize;
    this.cells = other.cells;
    this.buckets = other.buckets == null ? null : new BucketTable(other.buckets);
    this.min = other.min;
    this.max = other.max;
  }

  /**
   * Counts one latency.
   *
   * @param millis 0 or more and below 2^49 (17,800 years)
   * @param firstGroup group in the first grouping, 0 to 31
   * @param secondGroup group in the second grouping, 0 to 31; ignored where there is one grouping
   * @throws IllegalArgumentException if an argument is out of range
   */
  public void add(long millis, int firstGroup, int secondGroup) {
    int second = secondGroup & secondMask;
    if ((millis >>> BucketTable.VALUE_BITS | (firstGroup | second) >>> 5) != 0) {
      throw outOfRange(millis, firstGroup, second);
    }
    if (pendingSize == pending.length) {
      makeRoom();
    }
    pending[pendingSize++] = millis << PackedSort.GROUP_BITS | (long) firstGroup << 5 | second;
  }

  /**
   * Adds everything that another tally counted.
   *
   * @param other a tally of as many groupings and the same treatment of many values; not changed
   * @throws IllegalArgumentException if the two do not belong together
   * @throws ArithmeticException if a count exceeds the range of {@code long}
   */
  public void addAll(LatencyGroups other) {
    requireSameKind(other);
    long sum = Math.addExact(total(), other.total());
    if (buckets == null && other.buckets == null) {
      addExact(other);
    } else {
      addBuckets(other);
    }
    settled = sum - pendingSize;
  }

  private void addExact(LatencyGroups other) {
    if (other.cells.rows() == 0) {
      int together = Math.addExact(pendingSize, other.pendingSize);
      if (together > pending.length) {
        pending = Arrays.copyOf(pending, Math.max(together, 2 * pending.length));
      }
      System.arraycopy(other.pending, 0, pending, pendingSize, other.pendingSize);
      pendingSize = together;
      if (together > BATCH) {
        mergePending();
      }
      return;
    }
    LatencyCells merged = LatencyCells.merge(exactCells(), other.exactCells());
    settlePending();
    settle(merged);
  }

  private void addBuckets(LatencyGroups other) {
    BucketTable table = toBuckets();
    if (other.buckets == null) {
      addToBuckets(other.exactCells(), table);
    } else {
      table.addAll(other.buckets);
      min = Math.min(min, other.min);
      max = Math.max(max, other.max);
      count(other.pending, other.pendingSize, table);
    }
  }

  private void requireSameKind(LatencyGroups other) {
    if (groupings != other.groupings || alwaysExact != other.alwaysExact) {
      throw new IllegalArgumentException(
          "other ("
              + other.kind()
              + ") must be of the same kind as this ("
              + kind()
              + "); create both with the same arguments");
    }
  }

  private String kind() {
    return groupings
        + (groupings == 1 ? " grouping" : " groupings")
        + (alwaysExact ? ", exact" : "");
  }

  private IllegalArgumentException outOfRange(long millis, int firstGroup, int secondGroup) {
    if (millis >>> BucketTable.VALUE_BITS != 0) {
      return new IllegalArgumentException("millis (" + millis + ") must lie in [0, 2^49)");
    }
    boolean isFirst = firstGroup >>> 5 != 0;
    return new IllegalArgumentException(
        (isFirst ? "firstGroup (" + firstGroup : "secondGroup (" + secondGroup)
            + ") must lie in [0, 31]");
  }

  /** Makes room for another observation: in a larger buffer, in merged cells, or in buckets. */
  private void makeRoom() {
    if (buckets != null && pending.length >= BUCKETS_BATCH) {
      toBuckets();
    } else if (buckets != null) {
      pending = Arrays.copyOf(pending, Math.min(BUCKETS_BATCH, 2 * pending.length));
    } else if (pendingSize < Math.max(BATCH, cells.slots.length / 2)) {
      // Merging costs as much as there are cells, so the more cells, the rarer.
      pending = Arrays.copyOf(pending, 2 * pendingSize);
    } else {
      mergePending();
    }
  }

  /** Counts what is pending in cells, or in buckets once there are too many distinct values. */
  private void mergePending() {
    if (!alwaysExact && PackedSort.surelyHasMoreDistinctThan(MAX_DISTINCT, pending, pendingSize)) {
      toBuckets(); // without making cells of them first
      return;
    }
    pending = PackedSort.sort(pending, pendingSize);
    if (!alwaysExact && PackedSort.hasMoreDistinctThan(MAX_DISTINCT, pending, pendingSize)) {
      toBuckets();
      return;
    }
    LatencyCells merged =
        LatencyCells.merge(cells, LatencyCells.ofSorted(pending, pendingSize, groupings));
    settlePending();
    settle(merged);
  }

  /** Empties what is pending, which is in cells or buckets now. */
  private void settlePending() {
    settled += pendingSize;
    pendingSize = 0;
  }

  /** Keeps the cells of all observations, in buckets if there are too many distinct values. */
  private void settle(LatencyCells all) {
    cells = all;
    if (isTooMany(all)) {
      toBuckets();
    }
  }

  private boolean isTooMany(LatencyCells all) {
    return !alwaysExact && all.rows() > MAX_DISTINCT;
  }

  /** Moves all there is to buckets. */
  private BucketTable toBuckets() {
    BucketTable table = buckets;
    if (table == null) {
      table = new BucketTable(groupings);
      buckets = table;
      addToBuckets(cells, table);
      cells = LatencyCells.empty();
      count(pending, pendingSize, table);
      settlePending();
      pending = new long[BUCKETS_BATCH];
    } else {
      count(pending, pendingSize, table);
      settlePending();
    }
    return table;
  }

  private void count(long[] packed, int size, BucketTable table) {
    long low = min;
    long high = max;
    for (int i = 0; i < size; i++) {
      long value = packed[i] >>> PackedSort.GROUP_BITS;
      low = Math.min(low, value);
      high = Math.max(high, value);
      if (groupings == 2) {
        table.add(value, (int) (packed[i] >>> 5) & 31, (int) packed[i] & 31);
      } else {
        table.add(value, (int) (packed[i] >>> 5) & 31);
      }
    }
    min = low;
    max = high;
  }

  private void addToBuckets(LatencyCells exact, BucketTable table) {
    for (int row = 0; row < exact.rows(); row++) {
      int bucket = BucketTable.bucket(exact.keys[row]);
      for (int cell = exact.starts[row]; cell < exact.starts[row + 1]; cell++) {
        table.addCount(bucket, exact.slots[cell], exact.counts[cell]);
      }
    }
    if (exact.rows() > 0) {
      min = Math.min(min, exact.keys[0]);
      max = Math.max(max, exact.keys[exact.rows() - 1]);
    }
  }

  /**
   * Returns all observations by value, without writing a field; only while there are no buckets.
   */
  private LatencyCells exactCells() {
    if (pendingSize == 0) {
      return cells;
    }
    long[] sorted = PackedSort.sort(Arrays.copyOf(pending, pendingSize), pendingSize);
    return LatencyCells.merge(cells, LatencyCells.ofSorted(sorted, pendingSize, groupings));
  }

  /** Returns all that is known, in the one form that depends on the contents alone. */
  LatencySnapshot snapshot() {
    if (buckets != null) {
      BucketTable table = buckets;
      long low = min;
      long high = max;
      if (pendingSize > 0) {
        LatencyGroups all = new LatencyGroups(this);
        table = all.toBuckets();
        low = all.min;
        high = all.max;
      }
      LatencyCells.Builder builder = new LatencyCells.Builder(1_024);
      table.appendTo(builder);
      return new LatencySnapshot(groupings, true, low, high, builder.build());
    }
    LatencyCells all = exactCells();
    int rows = all.rows();
    long low = rows == 0 ? Long.MAX_VALUE : all.keys[0];
    long high = rows == 0 ? Long.MIN_VALUE : all.keys[rows - 1];
    return isTooMany(all)
        ? new LatencySnapshot(groupings, true, low, high, all.toBuckets())
        : new LatencySnapshot(groupings, false, low, high, all);
  }

  /**
   * Returns a tally with the same contents that goes its own way.
   *
   * @return an independent copy
   */
  public LatencyGroups copy() {
    return new LatencyGroups(this);
  }

  /**
   * Returns how many latencies were counted.
   *
   * @return 0 or more, O(1)
   */
  public long total() {
    return settled + pendingSize;
  }

  /**
   * Returns how many latencies each group of a grouping counted, O(n log n).
   *
   * @param grouping 0 for the first one, 1 for the second one
   * @return 32 counts
   * @throws IllegalArgumentException if there is no such grouping
   */
  public long[] counts(int grouping) {
    if (!(grouping >= 0 && grouping < groupings)) {
      throw new IllegalArgumentException(
          "grouping (" + grouping + ") must lie in [0, " + (groupings - 1) + "]");
    }
    LatencyCells all = snapshot().cells();
    long[] result = new long[GROUPS];
    for (int cell = 0; cell < all.slots.length; cell++) {
      if (all.slots[cell] / GROUPS == grouping) {
        result[all.slots[cell] % GROUPS] += all.counts[cell];
      }
    }
    return result;
  }

  /**
   * Returns whether nothing was counted.
   *
   * @return true if {@link #total()} is 0
   */
  public boolean isEmpty() {
    return total() == 0;
  }

  /**
   * Returns the number of groupings.
   *
   * @return 1 or 2
   */
  public int groupings() {
    return groupings;
  }

  /**
   * Returns whether every value is known exactly.
   *
   * @return true up to 65,536 distinct values, and always where the bound was lifted
   */
  public boolean isExact() {
    return !snapshot().isBucketed();
  }

  /**
   * Returns the distribution of what was counted so far.
   *
   * @return an immutable view, made in O(n log n)
   */
  public LatencyDistribution distribution() {
    return LatencyDistribution.of(this);
  }

  /**
   * Writes the contents; equal tallies write equal bytes.
   *
   * @param out where to
   * @throws IOException if {@code out} fails
   */
  public void write(DataOutput out) throws IOException {
    LatencyCodec.write(out, alwaysExact, snapshot());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param in where from; nothing beyond the tally is consumed
   * @return a tally equal to the one written
   * @throws java.io.StreamCorruptedException if this is no tally
   * @throws IOException if {@code in} fails
   */
  public static LatencyGroups read(DataInput in) throws IOException {
    return LatencyCodec.read(in);
  }

  /** Returns a tally of what a snapshot holds. */
  static LatencyGroups of(LatencySnapshot snapshot, boolean alwaysExact) {
    LatencyGroups groups = new LatencyGroups(snapshot.groupings(), alwaysExact);
    LatencyCells cells = snapshot.cells();
    for (int row = 0; row < cells.rows(); row++) {
      groups.settled = Math.addExact(groups.settled, cells.rowTotal(row));
    }
    if (!snapshot.isBucketed()) {
      groups.cells = cells;
      return groups;
    }
    BucketTable table = new BucketTable(snapshot.groupings());
    for (int row = 0; row < cells.rows(); row++) {
      for (int cell = cells.starts[row]; cell < cells.starts[row + 1]; cell++) {
        table.addCount((int) cells.keys[row], cells.slots[cell], cells.counts[cell]);
      }
    }
    groups.buckets =
        table; // whose batch grows once it is added to: few bytes ask for little memory
    groups.min = snapshot.min();
    groups.max = snapshot.max();
    return groups;
  }

  /** Returns whether the other object is a tally of the same kind and contents, O(n log n). */
  @Override
  public boolean equals(Object other) {
    return other instanceof LatencyGroups that
        && groupings == that.groupings
        && alwaysExact == that.alwaysExact
        && total() == that.total()
        && snapshot().equals(that.snapshot());
  }

  @Override
  public int hashCode() {
    return snapshot().hashCode();
  }

  /** Returns such as {@code 1,234 latencies, 2 groupings}. */
  @Override
  public String toString() {
    return NumberText.count(total()) + (total() == 1 ? " latency, " : " latencies, ") + kind();
  }
}
