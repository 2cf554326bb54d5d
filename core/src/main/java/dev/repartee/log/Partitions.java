package dev.repartee.log;

/**
 * Keys sorted into parts by the top bits of their hash, so that a table over one part fits the
 * cache. Joining part by part is several times as fast as probing one large table. The texts of a
 * part stand side by side, because two keys are equal only if their bytes are.
 */
final class Partitions {
  private static final int ENTRIES_PER_PART_BITS = 15;
  private static final int MOST_BITS = 12;

  /** Texts of a part beyond this are compared where they lie. */
  private static final long MOST_TEXT_BYTES = 1 << 28;

  private static final int NUMBER = -1;

  /** Collects the keys of columns; an entry is a row, plus as many rows for each column before. */
  static final class Collector {
    private final KeyColumn[] columns;
    private final int rows;
    private int[] entries;
    private long[] hashes;
    private int size;

    Collector(int rows, KeyColumn... columns) {
      this.columns = columns;
      this.rows = rows;
      int capacity = 0;
      for (KeyColumn column : columns) {
        capacity = Math.addExact(capacity, column.hasAny() ? rows : 0);
      }
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
      int[] starts = starts(bits);
      Partitions result = new Partitions(columns, rows, size, starts);
      boolean isNumeric = true;
      for (KeyColumn column : columns) {
        isNumeric &= column.isNumeric();
      }
      if (!isNumeric) {
        result.makeRoomForTexts(entries, hashes, bits);
      }
      int[] next = starts.clone();
      for (int i = 0; i < size; i++) {
        int part = part(hashes[i], bits);
        int to = next[part]++;
        result.entries[to] = entries[i];
        result.hashes[to] = hashes[i];
        if (!isNumeric) {
          result.addText(part, to);
        }
      }
      entries = new int[0];
      hashes = new long[0];
      return result;
    }

    private int[] starts(int bits) {
      int[] starts = new int[(1 << bits) + 1];
      for (int i = 0; i < size; i++) {
        starts[part(hashes[i], bits) + 1]++;
      }
      for (int part = 0; part < 1 << bits; part++) {
        starts[part + 1] += starts[part];
      }
      return starts;
    }
  }

  private final KeyColumn[] columns;
  private final int rows;
  final int[] entries;
  final long[] hashes;

  /** Where each part begins, then the end of the last. */
  final int[] starts;

  /** By part; empty where there are too many bytes. Without any text there are no such tables. */
  private byte[][] texts = new byte[0][];

  private int[] used = new int[0];

  /** Where the text of an entry begins in its part, or {@link #NUMBER}. */
  private int[] offsets = new int[0];

  private Partitions(KeyColumn[] columns, int rows, int size, int[] starts) {
    this.columns = columns;
    this.rows = rows;
    this.entries = new int[size];
    this.hashes = new long[size];
    this.starts = starts;
  }

  /** The part of a hash. */
  private static int part(long hash, int bits) {
    // Twice, because a shift by 64 would be none.
    return (int) (hash >>> 1 >>> (Long.SIZE - 1 - bits));
  }

  private void makeRoomForTexts(int[] unsorted, long[] unsortedHashes, int bits) {
    long[] bytes = new long[parts()];
    for (int i = 0; i < entries.length; i++) {
      KeyColumn column = columns[unsorted[i] / rows];
      bytes[part(unsortedHashes[i], bits)] += column.textBytes(unsorted[i] % rows);
    }
    texts = new byte[parts()][];
    for (int part = 0; part < texts.length; part++) {
      texts[part] = new byte[bytes[part] > MOST_TEXT_BYTES ? 0 : (int) bytes[part]];
    }
    used = new int[parts()];
    offsets = new int[entries.length];
  }

  private void addText(int part, int at) {
    KeyColumn column = columns[entries[at] / rows];
    int row = entries[at] % rows;
    if (column.kind(row) != Keys.TEXT) {
      offsets[at] = NUMBER;
      return;
    }
    offsets[at] = used[part];
    if (texts[part].length > 0) {
      used[part] += column.copyText(row, texts[part], used[part]);
    }
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

  /**
   * Whether two keys of one part are equal, of which the hashes are. Numbers with equal hashes are.
   */
  boolean isSameKey(int part, int at, Partitions other, int otherAt) {
    boolean isText = isText(at);
    if (!isText || !other.isText(otherAt)) {
      return isText == other.isText(otherAt);
    }
    byte[] mine = texts[part];
    byte[] theirs = other.texts[part];
    if (mine.length > 0 && theirs.length > 0) {
      return TextHeap.equal(mine, offsets[at], theirs, other.offsets[otherAt]);
    }
    return column(at).equalText(row(at), other.column(otherAt), other.row(otherAt));
  }

  private boolean isText(int at) {
    return offsets.length > 0 && offsets[at] != NUMBER;
  }

  private KeyColumn column(int at) {
    return columns[entries[at] / rows];
  }

  private int row(int at) {
    return entries[at] % rows;
  }
}
