package dev.repartee.log;

/**
 * Entries sorted into parts by the top bits of their hash, so that a table over one part fits the
 * cache. Joining part by part is several times as fast as probing one large table.
 */
final class Partitions {
  private static final int ENTRIES_PER_PART_BITS = 15;
  private static final int MOST_BITS = 12;

  /** Collects entries; each carries the number of what it stands for. */
  static final class Collector {
    private int[] entries;
    private long[] hashes;
    private int size;

    Collector(int capacity) {
      entries = new int[capacity];
      hashes = new long[capacity];
    }

    void add(int entry, long hash) {
      entries[size] = entry;
      hashes[size] = hash;
      size++;
    }

    int size() {
      return size;
    }

    /** Sorts by the given number of top bits. */
    Partitions partition(int bits) {
      int[] starts = new int[(1 << bits) + 1];
      if (bits == 0) {
        starts[1] = size;
        return new Partitions(entries, hashes, starts);
      }
      int shift = Long.SIZE - bits;
      for (int i = 0; i < size; i++) {
        starts[(int) (hashes[i] >>> shift) + 1]++;
      }
      for (int part = 0; part < 1 << bits; part++) {
        starts[part + 1] += starts[part];
      }
      int[] next = starts.clone();
      int[] sortedEntries = new int[size];
      long[] sortedHashes = new long[size];
      for (int i = 0; i < size; i++) {
        int to = next[(int) (hashes[i] >>> shift)]++;
        sortedEntries[to] = entries[i];
        sortedHashes[to] = hashes[i];
      }
      entries = new int[0];
      hashes = new long[0];
      return new Partitions(sortedEntries, sortedHashes, starts);
    }
  }

  final int[] entries;
  final long[] hashes;

  /** Where each part begins, and at last the end. */
  final int[] starts;

  private Partitions(int[] entries, long[] hashes, int[] starts) {
    this.entries = entries;
    this.hashes = hashes;
    this.starts = starts;
  }

  /** How many top bits make parts of a comfortable size. */
  static int bitsFor(int entries) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(entries >>> ENTRIES_PER_PART_BITS);
    return Math.min(bits, MOST_BITS);
  }

  int parts() {
    return starts.length - 1;
  }

  /** A table size for a number of entries: a power of two, at most half full. */
  static int tableSize(int entries) {
    return Integer.highestOneBit(Math.max(entries, 4)) << 2;
  }

  @Override
  public String toString() {
    return parts() + " parts";
  }
}
