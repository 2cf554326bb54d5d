package dev.repartee.log;

import dev.repartee.internal.hash.HashKey;
import org.jspecify.annotations.Nullable;

/** A growing column of ids or account names, with the texts among them; see {@link Keys}. */
final class KeyColumn {
  private static final int ROWS_PER_WORD = 32;
  private static final int BITS = 2;

  final TextHeap heap = new TextHeap();
  private final LongColumn words = new LongColumn();
  private final LongColumn kinds = new LongColumn();

  /** How many rows have a key of each kind; what is absent counts from 0 downwards. */
  private final int[] rowsOfKind = new int[Keys.TEXT + 1];

  void set(int row, long number) {
    set(row, Keys.NUMBER, number);
  }

  /** Sets a text, which is absent if it is null or blank, and may be a number. */
  void set(int row, @Nullable CharSequence text) {
    if (text == null || Keys.isBlank(text)) {
      if (isPresent(row)) {
        set(row, Keys.ABSENT, 0);
      }
    } else if (Keys.isNumber(text)) {
      set(row, Keys.NUMBER, Keys.number(text));
    } else {
      set(row, Keys.TEXT, heap.add(text));
    }
  }

  private void set(int row, byte kind, long word) {
    int shift = row % ROWS_PER_WORD * BITS;
    long packed = kinds.get(row / ROWS_PER_WORD);
    kinds.set(row / ROWS_PER_WORD, (packed & ~(3L << shift)) | ((long) kind << shift));
    words.set(row, word);
    rowsOfKind[(int) (packed >>> shift & 3)]--;
    rowsOfKind[kind]++;
  }

  /**
   * Takes over the keys of the first rows of another column, from a row on that is not set; it is
   * used up.
   */
  void addAll(KeyColumn other, int rows, int from) {
    if (!other.hasAny()) {
      return;
    }
    kinds.addAll(
        other.kinds,
        (rows - 1) / ROWS_PER_WORD + 1,
        from / ROWS_PER_WORD,
        from % ROWS_PER_WORD * BITS);
    words.addAll(other.words, rows, from, 0);
    for (int kind = 0; kind < rowsOfKind.length; kind++) {
      rowsOfKind[kind] += other.rowsOfKind[kind];
    }
    other.kinds.free();
    other.words.free();
    long shift = heap.addAll(other.heap);
    if (shift != 0 && !other.isNumeric()) {
      for (int row = from; row < from + rows; row++) {
        if (kind(row) == Keys.TEXT) {
          words.set(row, words.get(row) + shift);
        }
      }
    }
  }

  byte kind(int row) {
    return (byte) ((kinds.get(row / ROWS_PER_WORD) >>> (row % ROWS_PER_WORD * BITS)) & 3);
  }

  long word(int row) {
    return words.get(row);
  }

  boolean isPresent(int row) {
    return hasAny() && kind(row) != Keys.ABSENT;
  }

  boolean hasAny() {
    return rowsOfKind[Keys.ABSENT] < 0;
  }

  /** Whether all of a number of rows have a key of one kind. */
  boolean areAll(byte kind, int rows) {
    return rowsOfKind[kind] == rows;
  }

  /** Whether every key of the column is a number, so that equal hashes mean equal keys. */
  boolean isNumeric() {
    return rowsOfKind[Keys.TEXT] == 0;
  }

  /** A hash for tables in memory; numbers with equal hashes are equal. */
  long hash(int row, HashKey key) {
    return kind(row) == Keys.TEXT ? heap.hash(word(row), key) : key.hash(word(row));
  }

  /** Absent keys first, then numbers by value, then texts by their bytes. */
  int compare(int a, int b) {
    return Keys.compare(kind(a), word(a), kind(b), word(b), heap);
  }

  /** As {@link #compare}, but runs of digits within texts count as the numbers they are. */
  int compareNaturally(int a, int b) {
    return kind(a) == Keys.TEXT && kind(b) == Keys.TEXT
        ? heap.compareNaturally(word(a), word(b))
        : compare(a, b);
  }

  String text(int row) {
    return Keys.text(kind(row), word(row), heap);
  }

  /** How many bytes {@link #copyText} takes; 0 for what is no text. */
  int textBytes(int row) {
    return kind(row) == Keys.TEXT ? heap.bytes(word(row)) : 0;
  }

  int copyText(int row, byte[] into, int at) {
    return heap.copy(word(row), into, at);
  }

  boolean equalText(int row, KeyColumn other, int otherRow) {
    return heap.equal(word(row), other.heap, other.word(otherRow));
  }
}
