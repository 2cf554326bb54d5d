package dev.repartee.stats;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Counts of values in buckets that widen with the value, apart for each group.
 *
 * <p>Values below 256 have a bucket each; above, every power of two is cut into 128 equal buckets,
 * so that the middle of a bucket is off by at most 1/256 of the value. A counter is a byte without
 * sign, and those of a bucket stand together, to keep many of them in the cache; every time one is
 * full, 256 are carried into a second table, of which each octave of 128 buckets exists where it is
 * needed.
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

  /** How many counters a bucket has. */
  private final int slots;

  private final byte[] counters;
  private long[][] carried = {};

  BucketTable(int groupings) {
    this.slots = LatencyCells.count(groupings) * LatencyGroups.GROUPS;
    this.counters = new byte[buckets() * slots];
  }

  BucketTable(BucketTable other) {
    this.slots = other.slots;
    this.counters = other.counters.clone();
    this.carried = other.carried.clone();
    for (int octave = 0; octave < carried.length; octave++) {
      carried[octave] = carried[octave].clone();
    }
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
    return OCTAVES * SUB_BUCKETS;
  }

  private static int shift(int bucket) {
    return (bucket >>> SUB_BITS) - 1;
  }

  /** Adds one to a counter. */
  void add(int bucket, int slot) {
    addAt(bucket * slots + slot);
  }

  /** Adds one to the counters of all groupings, of which there are three. */
  void addToAll(int bucket, int groups) {
    int first = bucket * slots;
    addAt(first + LatencyCells.slot(groups, 0));
    addAt(first + LatencyCells.slot(groups, 1));
    addAt(first + LatencyCells.slot(groups, 2));
  }

  private void addAt(int at) {
    if (++counters[at] == 0) {
      carry(at);
    }
  }

  /** Adds to one counter. */
  void addCount(int bucket, int slot, long count) {
    int at = bucket * slots + slot;
    long sum = Math.addExact(Byte.toUnsignedLong(counters[at]), count);
    counters[at] = (byte) sum;
    if (sum >= CARRY) {
      long[] sums = carriedOf(octave(at));
      int place = placeInOctave(at);
      sums[place] = Math.addExact(sums[place], sum & -CARRY);
    }
  }

  void addAll(BucketTable other) {
    // First what was carried: a table that is added to itself must not count anew what it carries.
    for (int octave = 0; octave < other.carried.length; octave++) {
      if (other.hasCarried(octave)) {
        long[] sums = carriedOf(octave);
        for (int place = 0; place < sums.length; place++) {
          sums[place] = Math.addExact(sums[place], other.carried[octave][place]);
        }
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
    carriedOf(octave(at))[placeInOctave(at)] += CARRY;
  }

  private int octave(int at) {
    return at / (SUB_BUCKETS * slots);
  }

  private int placeInOctave(int at) {
    return at % (SUB_BUCKETS * slots);
  }

  private boolean hasCarried(int octave) {
    return carried.length > 0 && carried[octave].length > 0;
  }

  /** Appends all counts that are not 0, keyed by bucket. */
  void appendTo(LatencyCells.Builder cells) {
    for (int bucket = 0; bucket < buckets(); bucket++) {
      cells.beginRow(bucket);
      appendRow(bucket, cells);
      cells.endRow();
    }
  }

  private void appendRow(int bucket, LatencyCells.Builder cells) {
    int row = bucket * slots;
    boolean hasCarried = hasCarried(octave(row));
    for (int slot = 0; slot < slots; slot += Long.BYTES) {
      if (!hasCarried && (long) EIGHT.get(counters, row + slot) == 0) {
        continue;
      }
      for (int i = slot; i < slot + Long.BYTES; i++) {
        long count = Byte.toUnsignedLong(counters[row + i]);
        count += hasCarried ? carried[octave(row)][placeInOctave(row + i)] : 0;
        if (count != 0) {
          cells.append(i, count);
        }
      }
    }
  }

  private long[] carriedOf(int octave) {
    if (carried.length == 0) {
      carried = new long[OCTAVES][0];
    }
    if (carried[octave].length == 0) {
      carried[octave] = new long[SUB_BUCKETS * slots];
    }
    return carried[octave];
  }
}
