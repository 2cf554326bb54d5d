package dev.repartee.stats;

import java.util.Arrays;

/**
 * Latencies of which only the bucket is known, and the smallest and largest exactly. They wait in a
 * buffer until there are many: counted one after the other they find their counters in the cache.
 */
final class BucketCounts {
  private static final int FIRST_CAPACITY = 16;
  private static final int BATCH = 1 << 12;
  private static final int GROUPS_MASK = (1 << PackedSort.GROUPS_BITS) - 1;

  /** The bits of all groupings, which conversations have. */
  private static final int ALL = (1 << LatencyGroups.MOST_GROUPINGS) - 1;

  /** A bit for each grouping. */
  private final int groupings;

  private final BucketTable table;

  /** Each {@code bucket << 15 | groups}. */
  private int[] pending = new int[FIRST_CAPACITY];

  private int pendingSize;
  private long counted;
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;

  BucketCounts(int groupings) {
    this.groupings = groupings;
    this.table = new BucketTable(groupings);
  }

  BucketCounts(BucketCounts other) {
    this.groupings = other.groupings;
    this.table = new BucketTable(other.table);
    this.pending = other.pending.clone();
    this.pendingSize = other.pendingSize;
    this.counted = other.counted;
    this.min = other.min;
    this.max = other.max;
  }

  /** Returns what a snapshot in buckets holds. */
  static BucketCounts of(LatencySnapshot snapshot) {
    BucketCounts result = new BucketCounts(snapshot.kind());
    LatencyCells cells = snapshot.cells();
    for (int row = 0; row < cells.rows(); row++) {
      result.addRow((int) cells.keys[row], cells, row);
    }
    result.include(snapshot.min());
    result.include(snapshot.max());
    return result;
  }

  long total() {
    return counted + pendingSize;
  }

  /** Adds a latency and its groups. */
  void add(long millis, int groups) {
    if (pendingSize == pending.length) {
      makeRoom();
    }
    if (millis < min || millis > max) {
      include(millis);
    }
    pending[pendingSize++] = BucketTable.bucket(millis) << PackedSort.GROUPS_BITS | groups;
  }

  /** Adds many packed latencies at once. */
  void addAll(long[] packed, int from, int to) {
    long low = min;
    long high = max;
    for (int i = from; i < to; i++) {
      long millis = packed[i] >>> PackedSort.GROUPS_BITS;
      low = Math.min(low, millis);
      high = Math.max(high, millis);
      count(BucketTable.bucket(millis), (int) packed[i] & GROUPS_MASK);
    }
    min = low;
    max = high;
    counted += to - from;
  }

  private void makeRoom() {
    if (pendingSize < BATCH) {
      pending = Arrays.copyOf(pending, 4 * pendingSize);
    } else {
      count();
    }
  }

  /** Adds cells keyed by value. */
  void add(LatencyCells exact) {
    for (int row = 0; row < exact.rows(); row++) {
      addRow(BucketTable.bucket(exact.keys[row]), exact, row);
    }
    if (exact.rows() > 0) {
      include(exact.keys[0]);
      include(exact.keys[exact.rows() - 1]);
    }
  }

  private void addRow(int bucket, LatencyCells cells, int row) {
    for (int cell = cells.starts[row]; cell < cells.starts[row + 1]; cell++) {
      table.addCount(bucket, cells.slots[cell], cells.counts[cell]);
    }
    counted = Math.addExact(counted, cells.rowTotal(row));
  }

  void addAll(BucketCounts other) {
    long sum = Math.addExact(total(), other.total());
    table.addAll(other.table);
    count(other.pending, other.pendingSize);
    counted = sum - pendingSize;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
  }

  private void include(long millis) {
    min = Math.min(min, millis);
    max = Math.max(max, millis);
  }

  private void count() {
    count(pending, pendingSize);
    counted += pendingSize;
    pendingSize = 0;
  }

  private void count(int[] packed, int size) {
    for (int i = 0; i < size; i++) {
      count(packed[i] >>> PackedSort.GROUPS_BITS, packed[i] & GROUPS_MASK);
    }
  }

  private void count(int bucket, int groups) {
    if (groupings == ALL) {
      table.addToAll(bucket, groups);
      return;
    }
    for (int left = groupings; left != 0; left &= left - 1) {
      table.add(bucket, LatencyCells.slot(groups, Integer.numberOfTrailingZeros(left)));
    }
  }

  /** Returns all that is known, without writing a field. */
  LatencySnapshot snapshot() {
    if (pendingSize > 0) {
      BucketCounts all = new BucketCounts(this);
      all.count();
      return all.snapshot();
    }
    LatencyCells.Builder builder = new LatencyCells.Builder(1_024);
    table.appendTo(builder);
    return new LatencySnapshot(groupings, true, min, max, builder.build());
  }
}
