package dev.repartee.stats;

import dev.repartee.internal.math.Jackknife;
import dev.repartee.text.NumberText;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A tally of latencies in milliseconds that records the replicate groups of each: one of 32 in each
 * grouping. The groups of an observation are encoded in one number, with five bits for each
 * grouping, the first in the lowest bits: by person, by conversation, by week.
 *
 * <p>Every value is kept exactly while there are at most 65,536 distinct ones. After that, values
 * are put into buckets, 128 for each power of two. A value is then known to within 0.4 %; values
 * below 256, the smallest and the largest stay exact. {@link #LatencyGroups(int, boolean)} removes
 * this bound at the cost of memory.
 *
 * <p>The state depends only on what was added: whatever the order of {@link #add} and {@link
 * #addAll}, tallies with the same contents are equal, behave alike and write the same bytes.
 *
 * <pre>{@code
 * LatencyGroups latencies = new LatencyGroups(2);
 * latencies.add(2_520_000, 17 | 4 << LatencyGroups.GROUP_BITS);
 * latencies.total();          // 1
 * latencies.distribution();   // median 42 min, 1 value
 * }</pre>
 *
 * <p>Adding takes a few nanoseconds and allocates nothing. Memory is 8 to 30 bytes for each value
 * while exact, and in buckets 0.2 to 1.7 MB for the common range from seconds to months; it doubles
 * once any method other than {@link #total()} has been called. All methods except {@code add} and
 * {@code addAll} only read, so several threads may read an instance that is no longer written.
 * Views such as {@link #distribution()} are immutable and do not reflect later additions; each is
 * made in O(n log n).
 */
public final class LatencyGroups {

  /** The number of groups in a grouping. */
  public static final int GROUPS = 32;

  /** The number of bits that encode a group. */
  public static final int GROUP_BITS = 5;

  /** The largest number of groupings. */
  static final int MOST_GROUPINGS = 3;

  /** By person and by week, as bits. */
  private static final int OF_PERSONS = 1 | (1 << Jackknife.BY_WEEK);

  /** The largest number of distinct values that are kept exactly. */
  static final int MAX_DISTINCT = 65_536;

  private static final int FIRST_CAPACITY = 8;
  private static final long[] NONE = {};

  /**
   * The number of observations that show whether there are too many distinct values to keep
   * exactly.
   */
  private static final int SAMPLE = MAX_DISTINCT + (1 << 13);

  private static final int BATCH = 2 * SAMPLE;

  /** A bit for each grouping. */
  private final int groupings;

  private final boolean alwaysExact;
  private final int groupsMask;

  /** The number of observations in cells. */
  private long settled;

  /**
   * Packed observations waiting to be merged, because merging many at once is faster than one by
   * one.
   */
  private long[] pending = NONE;

  private int pendingSize;

  // While exact.
  private LatencyCells cells = LatencyCells.empty();

  /** All observations, once there are too many distinct values. */
  private @Nullable BucketCounts buckets;

  /** The last snapshot. */
  private @Nullable Told told;

  /**
   * The snapshot of a number of latencies. Their number only grows, so it is valid while the number
   * is the same.
   */
  private record Told(long total, LatencySnapshot snapshot) {}

  /**
   * Creates an empty tally.
   *
   * @param groupings the number of groupings, 1 to 3
   * @throws IllegalArgumentException if {@code groupings} is out of range
   */
  public LatencyGroups(int groupings) {
    this(groupings, false);
  }

  /**
   * Creates an empty tally.
   *
   * @param groupings the number of groupings, 1 to 3
   * @param alwaysExact whether every value is kept exactly, however many distinct ones there are
   * @throws IllegalArgumentException if {@code groupings} is out of range
   */
  public LatencyGroups(int groupings, boolean alwaysExact) {
    this(alwaysExact, bits(groupings));
  }

  private LatencyGroups(boolean alwaysExact, int groupings) {
    this.groupings = groupings;
    this.alwaysExact = alwaysExact;
    int mask = 0;
    for (int left = groupings; left != 0; left &= left - 1) {
      mask |= (GROUPS - 1) << (Integer.numberOfTrailingZeros(left) * GROUP_BITS);
    }
    this.groupsMask = mask;
  }

  private LatencyGroups(LatencyGroups other) {
    this(other.alwaysExact, other.groupings);
    become(other);
  }

  /**
   * {@return an empty tally for facts over persons, grouped by person and by week; its second
   * grouping stays empty}
   */
  public static LatencyGroups ofPersons() {
    return new LatencyGroups(false, OF_PERSONS);
  }

  private static int bits(int groupings) {
    if (!(groupings >= 1 && groupings <= MOST_GROUPINGS)) {
      throw new IllegalArgumentException(
          "groupings (" + groupings + ") must be 1 to " + MOST_GROUPINGS);
    }
    return (1 << groupings) - 1;
  }

  /** Whether these bits are those of a kind of tally. */
  static boolean isKind(int groupings) {
    return groupings == OF_PERSONS || (groupings > 0 && Integer.bitCount(groupings + 1) == 1);
  }

  private void become(LatencyGroups other) {
    this.settled = other.settled;
    this.pending = Arrays.copyOf(other.pending, other.pendingSize);
    this.pendingSize = other.pendingSize;
    this.cells = other.cells;
    this.buckets = other.buckets == null ? null : new BucketCounts(other.buckets);
  }

  /**
   * Counts one latency.
   *
   * @param millis 0 or more and below 2^49 (17,800 years)
   * @param groups the groups it belongs to; groups of groupings that this tally does not have are
   *     ignored
   * @throws IllegalArgumentException if an argument is out of range
   */
  public void add(long millis, int groups) {
    long packed = packed(millis, groups) & ownGroups();
    if (buckets == null && pendingSize == pending.length) {
      makeRoom(); // perhaps in buckets
    }
    if (buckets != null) {
      buckets.add(millis, groups & groupsMask);
    } else {
      pending[pendingSize++] = packed;
    }
  }

  /**
   * {@return a latency and its groups in one number, for {@link #addAll(long[], int, int)}: {@code
   * millis} times 32,768, plus {@code groups}; negative from 2^48 on, which does no harm}
   *
   * @param millis 0 or more and below 2^49
   * @param groups the groups it belongs to
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static long packed(long millis, int groups) {
    if ((millis >>> BucketTable.VALUE_BITS | groups >>> PackedSort.GROUPS_BITS) != 0) {
      throw outOfRange(millis, groups);
    }
    return millis << PackedSort.GROUPS_BITS | groups;
  }

  /**
   * Counts many latencies, which is faster than one by one.
   *
   * @param packed latencies as returned by {@link #packed}
   * @param from the index of the first one to count
   * @param to the index after the last one
   * @throws IndexOutOfBoundsException if these indices are not in the array
   */
  public void addAll(long[] packed, int from, int to) {
    Objects.checkFromToIndex(from, to, packed.length);
    long mask = ownGroups();
    int i = from;
    while (i < to && buckets == null) {
      if (pendingSize == pending.length) {
        makeRoom(); // perhaps in buckets
      }
      int room = Math.min(to, i + pending.length - pendingSize);
      for (; i < room; i++) {
        pending[pendingSize++] = packed[i] & mask;
      }
    }
    if (buckets != null) {
      buckets.addAll(packed, i, to);
    }
  }

  /** All bits of a packed latency except those of groups that this tally does not have. */
  private long ownGroups() {
    return groupsMask | -1L << PackedSort.GROUPS_BITS;
  }

  /**
   * Adds everything that another tally counted.
   *
   * @param other a tally with the same number of groupings and the same exactness; not changed
   * @throws IllegalArgumentException if the two do not match
   * @throws ArithmeticException if a count exceeds the range of {@code long}
   */
  public void addAll(LatencyGroups other) {
    requireSameKind(other);
    if (isEmpty()) {
      become(other);
      return;
    }
    if (buckets != null || other.buckets != null) {
      addBuckets(other);
      return;
    }
    long sum = Math.addExact(total(), other.total());
    addExact(other);
    settled = buckets != null ? 0 : sum - pendingSize;
  }

  private void addExact(LatencyGroups other) {
    if (other.cells.rows() == 0) {
      int together = Math.addExact(pendingSize, other.pendingSize);
      boolean grows = together > pending.length;
      if (grows) {
        pending = Arrays.copyOf(pending, Math.max(together, 2 * pending.length));
      }
      System.arraycopy(other.pending, 0, pending, pendingSize, other.pendingSize);
      pendingSize = together;
      // Whether they are worth keeping is looked at as often as room is made, not for each of many.
      if (together > BATCH && (grows || !alwaysExact) && !isWorthKeeping()) {
        mergePending();
      }
      return;
    }
    LatencyCells merged = LatencyCells.merge(exactCells(), other.exactCells());
    settlePending();
    settle(merged);
  }

  private void addBuckets(LatencyGroups other) {
    BucketCounts all = toBuckets();
    if (other.buckets != null) {
      all.addAll(other.buckets);
    } else {
      all.add(other.cells);
      all.addAll(other.pending, 0, other.pendingSize);
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
    int count = Integer.bitCount(groupings);
    return count + (count == 1 ? " grouping" : " groupings") + (alwaysExact ? ", exact" : "");
  }

  private static IllegalArgumentException outOfRange(long millis, int groups) {
    return new IllegalArgumentException(
        millis >>> BucketTable.VALUE_BITS != 0
            ? "millis (" + millis + ") must lie in [0, 2^49)"
            : "groups (" + groups + ") must lie in [0, 2^" + PackedSort.GROUPS_BITS + ")");
  }

  /** Makes room for another observation: in a larger buffer, in merged cells, or in buckets. */
  private void makeRoom() {
    if (pendingSize == SAMPLE && cells.rows() == 0 && surelyIsTooMany()) {
      toBuckets();
    } else if (pendingSize < SAMPLE) {
      int room = Math.max(FIRST_CAPACITY, 4 * pendingSize);
      pending = Arrays.copyOf(pending, Math.min(SAMPLE, room));
    } else if (pendingSize < Math.max(BATCH, cells.slots.length / 2) || isWorthKeeping()) {
      // Merging costs as much as there are cells, so the more cells, the rarer.
      pending = Arrays.copyOf(pending, 2 * pendingSize);
    } else {
      mergePending();
    }
  }

  /** Whether cells would take more room than the observations, which hardly repeat each other. */
  private boolean isWorthKeeping() {
    return alwaysExact
        && cells.rows() == 0
        && PackedSort.surelyHasMoreDistinctThan(SAMPLE / 4, pending, SAMPLE);
  }

  private boolean surelyIsTooMany() {
    return !alwaysExact && PackedSort.surelyHasMoreDistinctThan(MAX_DISTINCT, pending, pendingSize);
  }

  /** Counts what is pending in cells, or in buckets once there are too many distinct values. */
  private void mergePending() {
    if (LatencyCells.areSmall(pending, pendingSize)) {
      LatencyCells merged =
          LatencyCells.merge(cells, LatencyCells.ofSmall(pending, pendingSize, groupings));
      settlePending();
      settle(merged);
      return;
    }
    if (surelyIsTooMany()) {
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

  /** Empties what is pending, once it is in cells or buckets. */
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

  /** Moves everything to buckets. */
  private BucketCounts toBuckets() {
    BucketCounts all = buckets;
    if (all == null) {
      all = new BucketCounts(groupings);
      all.add(cells);
      all.addAll(pending, 0, pendingSize);
      buckets = all;
      settled = 0;
      cells = LatencyCells.empty();
      pending = NONE;
      pendingSize = 0;
    }
    return all;
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

  /**
   * Returns all contents in a form that depends only on them. It is cached; if several threads make
   * it at once, they make the same.
   */
  LatencySnapshot snapshot() {
    Told last = told;
    if (last == null || last.total != total()) {
      last = new Told(total(), newSnapshot());
      told = last;
    }
    return last.snapshot;
  }

  private LatencySnapshot newSnapshot() {
    if (buckets != null) {
      return buckets.snapshot();
    }
    LatencyCells all = exactCells();
    int rows = all.rows();
    long low = rows == 0 ? Long.MAX_VALUE : all.keys[0];
    long high = rows == 0 ? Long.MIN_VALUE : all.keys[rows - 1];
    return isTooMany(all)
        ? new LatencySnapshot(groupings, true, low, high, all.toBuckets())
        : new LatencySnapshot(groupings, false, low, high, all);
  }

  /** {@return an independent copy} */
  public LatencyGroups copy() {
    return new LatencyGroups(this);
  }

  /** {@return the number of latencies counted, 0 or more, O(1)} */
  public long total() {
    return buckets != null ? buckets.total() : settled + pendingSize;
  }

  /** {@return the number of latencies in each group, as 32 counts for each grouping, O(n log n)} */
  public long[][] counts() {
    LatencyCells all = snapshot().cells();
    long[][] result = new long[groupings()][GROUPS];
    for (int cell = 0; cell < all.slots.length; cell++) {
      result[all.slots[cell] / GROUPS][all.slots[cell] % GROUPS] += all.counts[cell];
    }
    return result;
  }

  /**
   * Returns these latencies as a share of these and others, such as the answered among the answered
   * and the waiting, O(n log n).
   *
   * @param others latencies with the same number of groupings
   * @return the share, with an interval that accounts for groups; undefined if there are none
   * @throws IllegalArgumentException if the numbers of groupings differ
   */
  public Proportion shareBeside(LatencyGroups others) {
    long[][] hits = counts();
    long[][] trials = others.counts();
    for (int grouping = 0; grouping < Math.min(hits.length, trials.length); grouping++) {
      for (int group = 0; group < GROUPS; group++) {
        trials[grouping][group] = Math.addExact(trials[grouping][group], hits[grouping][group]);
      }
    }
    return Proportion.clustered(hits, trials);
  }

  /** {@return whether nothing was counted} */
  public boolean isEmpty() {
    return total() == 0;
  }

  /** {@return the number of groupings, counted up to the last one in use; 1 to 3} */
  public int groupings() {
    return LatencyCells.count(groupings);
  }

  /**
   * {@return whether every value is known exactly: up to 65,536 distinct values, and always if the
   * bound was removed}
   */
  public boolean isExact() {
    return !snapshot().isBucketed();
  }

  /** {@return the longest latency in milliseconds, as it is kept; 0 if there is none} */
  public long longest() {
    return isEmpty() ? 0 : (long) distribution().maxMillis();
  }

  /** {@return the distribution of what was counted so far, an immutable view made in O(n log n)} */
  public LatencyDistribution distribution() {
    return LatencyDistribution.of(this);
  }

  /**
   * Writes the contents; equal tallies write equal bytes.
   *
   * @param out what to write to
   * @throws IOException if {@code out} fails
   */
  public void write(DataOutput out) throws IOException {
    LatencyCodec.write(out, alwaysExact, snapshot());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param in what to read from; nothing beyond the tally is consumed
   * @return a tally equal to the one written
   * @throws java.io.StreamCorruptedException if this is not a tally
   * @throws IOException if {@code in} fails
   */
  public static LatencyGroups read(DataInput in) throws IOException {
    return LatencyCodec.read(in);
  }

  /** Returns a tally with the contents of a snapshot. */
  static LatencyGroups of(LatencySnapshot snapshot, boolean alwaysExact) {
    LatencyGroups groups = new LatencyGroups(alwaysExact, snapshot.kind());
    LatencyCells cells = snapshot.cells();
    if (snapshot.isBucketed()) {
      groups.buckets = BucketCounts.of(snapshot);
      return groups;
    }
    for (int row = 0; row < cells.rows(); row++) {
      groups.settled = Math.addExact(groups.settled, cells.rowTotal(row));
    }
    groups.cells = cells;
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
