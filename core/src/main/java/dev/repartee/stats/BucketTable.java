package dev.repartee.stats;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.stream.IntStream;

/**
 * Counts of values in buckets that widen with the value, apart for each group.
 *
 * <p>Values below 256 have a bucket each; above, every power of two is cut into 128 equal buckets,
 * so that the middle of a bucket is off by at most 1/256 of the value. A counter is a byte without
 * sign, to keep many of them in the cache: those of a bucket for the first two groupings stand
 * together, a cache line each; those of the third, by week, stand week by week, because what comes
 * one after the other is mostly of one week. Every time a counter is full, 256 are carried into a
 * second table, of which each piece exists where it is needed.
 */
final class BucketTable {

  /** Values must be below two to this power. */
  static final int VALUE_BITS = 49;

  private static final int SUB_BITS = 7;
  private static final int SUB_BUCKETS = 1 << SUB_BITS;
  private static final int OCTAVES = VALUE_BITS - SUB_BITS + 1;
  private static final int CARRY = 1 << Byte.SIZE;

  /** Eight counters at once. */
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private static final int BUCKETS = OCTAVES * SUB_BUCKETS;

  /** The slots before those of the third grouping. */
  private static final int BY_BUCKET = 2 * LatencyGroups.GROUPS;

  private static final int PIECE_BITS = 12;
  private static final int PIECE = 1 << PIECE_BITS;

  /** The logarithm of how many counters of a bucket stand together. */
  private final int slotBits;

  /** Where the counters by week begin; the end where there are none. */
  private final int weeks;

  private final byte[] counters;

  /** What was carried, by piece of the counters; pieces that nothing was carried to are empty. */
  private long[][] carried = {};

  BucketTable(int groupings) {
    boolean hasSecond = (groupings & 2) != 0;
    boolean hasWeeks = LatencyCells.count(groupings) > 2;
    this.slotBits = LatencyGroups.GROUP_BITS + (hasSecond ? 1 : 0);
    this.weeks = BUCKETS << slotBits;
    this.counters = new byte[weeks + (hasWeeks ? BUCKETS * LatencyGroups.GROUPS : 0)];
  }

  BucketTable(BucketTable other) {
    this.slotBits = other.slotBits;
    this.weeks = other.weeks;
    this.counters = other.counters.clone();
    this.carried = other.carried.clone();
    for (int piece = 0; piece < carried.length; piece++) {
      carried[piece] = carried[piece].clone();
    }
  }

  private int at(int bucket, int slot) {
    return slot < BY_BUCKET
        ? (bucket << slotBits) + slot
        : weeks + (slot - BY_BUCKET) * BUCKETS + bucket;
  }

  /** Returns the bucket of a value; buckets ascend with values. */
  static int bucket(long value) {
    // With the bit of 128 set, the small values need no case of their own.
    int shift = 56 - Long.numberOfLeadingZeros(value | SUB_BUCKETS);
    return (shift << SUB_BITS) + (int) (value >>> shift);
  }

  /** Returns the smallest value of a bucket. */
  static long low(int bucket) {
    if (bucket < SUB_BUCKETS) {
      return bucket;
    }
    return (long) ((bucket & (SUB_BUCKETS - 1)) | SUB_BUCKETS) << shift(bucket);
  }

  /** Returns the middle of a bucket, rounded down. */
  static long middle(int bucket) {
    return bucket < SUB_BUCKETS ? bucket : low(bucket) + (((1L << shift(bucket)) - 1) >> 1);
  }

  static int buckets() {
    return BUCKETS;
  }

  private static int shift(int bucket) {
    return (bucket >>> SUB_BITS) - 1;
  }

  /** Adds one to a counter. */
  void add(int bucket, int slot) {
    addAt(at(bucket, slot));
  }

  /** Adds one to the counters of all groupings, of which there are three. */
  void addToAll(int bucket, int groups) {
    int row = bucket << slotBits;
    int first = row + LatencyCells.slot(groups, 0);
    int second = row + LatencyCells.slot(groups, 1);
    int third = weeks + (groups >>> (2 * LatencyGroups.GROUP_BITS)) * BUCKETS + bucket;
    int a = ++counters[first] & 0xFF;
    int b = ++counters[second] & 0xFF;
    int c = ++counters[third] & 0xFF;
    // Hardly ever is one full, so that one question is asked for all three.
    if (((a - 1) | (b - 1) | (c - 1)) < 0) {
      carryFull(first);
      carryFull(second);
      carryFull(third);
    }
  }

  private void addAt(int at) {
    counters[at]++;
    carryFull(at);
  }

  private void carryFull(int at) {
    if (counters[at] == 0) {
      carry(at);
    }
  }

  /** Adds to one counter. */
  void addCount(int bucket, int slot, long count) {
    int at = at(bucket, slot);
    long sum = Math.addExact(Byte.toUnsignedLong(counters[at]), count);
    counters[at] = (byte) sum;
    if (sum >= CARRY) {
      long[] sums = carriedOf(at >>> PIECE_BITS);
      int place = at & (PIECE - 1);
      sums[place] = Math.addExact(sums[place], sum & -CARRY);
    }
  }

  void addAll(BucketTable other) {
    // First what was carried: a table that is added to itself must not count anew what it carries.
    for (int piece = 0; piece < other.carried.length; piece++) {
      long[] others = other.carried[piece];
      for (int place = 0; place < others.length; place++) {
        long[] sums = carriedOf(piece);
        sums[place] = Math.addExact(sums[place], others[place]);
      }
    }
    addCounters(other.counters);
  }

  /** Adds eight counters at a time: without their high bits none reaches into the next. */
  private void addCounters(byte[] others) {
    for (int at = 0; at < counters.length; at += Long.BYTES) {
      long b = (long) EIGHT.get(others, at);
      if (b == 0) {
        continue;
      }
      long a = (long) EIGHT.get(counters, at);
      long sum = ((a & ~HIGH_BITS) + (b & ~HIGH_BITS)) ^ ((a ^ b) & HIGH_BITS);
      EIGHT.set(counters, at, sum);
      long carries = ((a & b) | ((a | b) & ~sum)) & HIGH_BITS;
      for (; carries != 0; carries &= carries - 1) {
        carry(at + Long.numberOfTrailingZeros(carries) / Byte.SIZE);
      }
    }
  }

  private void carry(int at) {
    carriedOf(at >>> PIECE_BITS)[at & (PIECE - 1)] += CARRY;
  }

  private long[] carriedOf(int piece) {
    if (carried.length == 0) {
      carried = new long[((counters.length - 1) >>> PIECE_BITS) + 1][0];
    }
    if (carried[piece].length == 0) {
      carried[piece] = new long[PIECE];
    }
    return carried[piece];
  }

  private boolean hasCarried(int piece) {
    return carried.length > 0 && carried[piece].length > 0;
  }

  private long count(int at) {
    int piece = at >>> PIECE_BITS;
    long more = hasCarried(piece) ? carried[piece][at & (PIECE - 1)] : 0;
    return more + Byte.toUnsignedLong(counters[at]);
  }

  /** Appends all counts that are not 0, keyed by bucket. */
  void appendTo(LatencyCells.Builder cells) {
    int[] weeksSeen = weeksSeen();
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      cells.beginRow(bucket);
      // What is in a week is in the group of a person, too.
      if (appendGroups(bucket, cells)) {
        for (int week : weeksSeen) {
          append(cells, BY_BUCKET + week, count(weeks + week * BUCKETS + bucket));
        }
      }
      cells.endRow();
    }
  }

  /** Appends the counts of a bucket by the first two groupings; returns whether there are any. */
  private boolean appendGroups(int bucket, LatencyCells.Builder cells) {
    int row = bucket << slotBits;
    boolean mayBeCarried = hasCarried(row >>> PIECE_BITS);
    boolean hasAny = false;
    for (int slot = 0; slot < 1 << slotBits; slot += Long.BYTES) {
      if (!mayBeCarried && (long) EIGHT.get(counters, row + slot) == 0) {
        continue;
      }
      for (int i = slot; i < slot + Long.BYTES; i++) {
        hasAny |= append(cells, i, count(row + i));
      }
    }
    return hasAny;
  }

  private static boolean append(LatencyCells.Builder cells, int slot, long count) {
    if (count != 0) {
      cells.append(slot, count);
    }
    return count != 0;
  }

  /** The weeks in which anything was counted: looked through eight counters at a time. */
  private int[] weeksSeen() {
    return IntStream.range(0, (counters.length - weeks) / BUCKETS).filter(this::isSeen).toArray();
  }

  private boolean isSeen(int week) {
    int from = weeks + week * BUCKETS;
    for (int at = from; at < from + BUCKETS; at += Long.BYTES) {
      if ((long) EIGHT.get(counters, at) != 0) {
        return true;
      }
    }
    return hasCarried(from >>> PIECE_BITS) || hasCarried((from + BUCKETS - 1) >>> PIECE_BITS);
  }
}
