package dev.repartee.stats;

import java.util.Arrays;

/**
 * Counts of values in buckets that widen with the value, apart for each group.
 *
 * <p>Values below 256 have a bucket each; above, every power of two is cut into 128 equal buckets,
 * so that the middle of a bucket is off by at most 1/256 of the value. Each octave of 128 buckets
 * is allocated when first met. Counters are shorts, to keep more of them in the cache; what a short
 * cannot hold is carried into a second table that hardly ever exists.
 */
final class BucketTable {

  /** Values must be below two to this power. */
  static final int VALUE_BITS = 49;

  private static final int SUB_BITS = 7;
  private static final int SUB_BUCKETS = 1 << SUB_BITS;
  private static final int OCTAVES = VALUE_BITS - SUB_BITS + 1;
  private static final short[] NOT_YET = {};
  private static final long CARRY = 1L << 15;

  private final int slotBits;
  private final short[][] octaves = new short[OCTAVES][];
  private long[][] carried = {};

  BucketTable(int groupings) {
    this.slotBits = groupings == 1 ? 5 : 6;
    Arrays.fill(octaves, NOT_YET);
  }

  BucketTable(BucketTable other) {
    this.slotBits = other.slotBits;
    for (int octave = 0; octave < OCTAVES; octave++) {
      octaves[octave] = other.octaves[octave].clone();
    }
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

  void add(long value, int first) {
    int bucket = bucket(value);
    short[] counters = octaves[bucket >>> SUB_BITS];
    if (counters.length == 0) {
      counters = allocate(bucket);
    }
    int at = ((bucket & (SUB_BUCKETS - 1)) << slotBits) + first;
    if (++counters[at] < 0) {
      carry(bucket, at);
    }
  }

  void add(long value, int first, int second) {
    int bucket = bucket(value);
    short[] counters = octaves[bucket >>> SUB_BITS];
    if (counters.length == 0) {
      counters = allocate(bucket);
    }
    int row = (bucket & (SUB_BUCKETS - 1)) << slotBits;
    if (++counters[row + first] < 0) {
      carry(bucket, row + first);
    }
    if (++counters[row + LatencyGroups.GROUPS + second] < 0) {
      carry(bucket, row + LatencyGroups.GROUPS + second);
    }
  }

  /** Adds to one counter. */
  void addCount(int bucket, int slot, long count) {
    short[] counters = octaves[bucket >>> SUB_BITS];
    if (counters.length == 0) {
      counters = allocate(bucket);
    }
    int at = ((bucket & (SUB_BUCKETS - 1)) << slotBits) + slot;
    long sum = Math.addExact(counters[at], count);
    counters[at] = (short) (sum & (CARRY - 1));
    if (sum >= CARRY) {
      carriedAt(bucket)[at] = Math.addExact(carriedAt(bucket)[at], sum & -CARRY);
    }
  }

  void addAll(BucketTable other) {
    for (int bucket = 0; bucket < buckets(); bucket++) {
      if (other.octaves[bucket >>> SUB_BITS].length == 0) {
        bucket |= SUB_BUCKETS - 1;
        continue;
      }
      for (int slot = 0; slot < 1 << slotBits; slot++) {
        long count = other.count(bucket, slot);
        if (count != 0) {
          addCount(bucket, slot, count);
        }
      }
    }
  }

  long count(int bucket, int slot) {
    int octave = bucket >>> SUB_BITS;
    if (octaves[octave].length == 0) {
      return 0;
    }
    int at = ((bucket & (SUB_BUCKETS - 1)) << slotBits) + slot;
    boolean hasCarried = carried.length > 0 && carried[octave].length > 0;
    return octaves[octave][at] + (hasCarried ? carried[octave][at] : 0);
  }

  /** Appends all counts that are not 0, keyed by bucket. */
  void appendTo(LatencyCells.Builder cells) {
    for (int bucket = 0; bucket < buckets(); bucket++) {
      if (octaves[bucket >>> SUB_BITS].length == 0) {
        bucket |= SUB_BUCKETS - 1;
        continue;
      }
      for (int slot = 0; slot < 1 << slotBits; slot++) {
        long count = count(bucket, slot);
        if (count != 0) {
          cells.add(bucket, slot, count);
        }
      }
    }
  }

  private short[] allocate(int bucket) {
    short[] counters = new short[SUB_BUCKETS << slotBits];
    octaves[bucket >>> SUB_BITS] = counters;
    return counters;
  }

  private void carry(int bucket, int at) {
    octaves[bucket >>> SUB_BITS][at] = 0;
    carriedAt(bucket)[at] += CARRY;
  }

  private long[] carriedAt(int bucket) {
    if (carried.length == 0) {
      carried = new long[OCTAVES][0];
    }
    int octave = bucket >>> SUB_BITS;
    if (carried[octave].length == 0) {
      carried[octave] = new long[SUB_BUCKETS << slotBits];
    }
    return carried[octave];
  }
}
