package dev.repartee.log;

/** A growing column of ids or account names; see {@link Keys}. */
final class KeyColumn {
  private static final int ROWS_PER_WORD = 32;
  private static final int BITS = 2;

  private final LongColumn words = new LongColumn();
  private final LongColumn kinds = new LongColumn();
  private boolean anyText;
  private boolean any;

  void set(int row, byte kind, long word) {
    if (kind == Keys.ABSENT && !isPresent(row)) {
      return;
    }
    int shift = row % ROWS_PER_WORD * BITS;
    long packed = kinds.get(row / ROWS_PER_WORD);
    kinds.set(row / ROWS_PER_WORD, (packed & ~(3L << shift)) | ((long) kind << shift));
    words.set(row, word);
    any = true;
    anyText |= kind == Keys.TEXT;
  }

  byte kind(int row) {
    return (byte) ((kinds.get(row / ROWS_PER_WORD) >>> (row % ROWS_PER_WORD * BITS)) & 3);
  }

  long word(int row) {
    return words.get(row);
  }

  boolean isPresent(int row) {
    return any && kind(row) != Keys.ABSENT;
  }

  boolean hasAny() {
    return any;
  }

  /** Whether every key of the column is a number, so that equal hashes mean equal keys. */
  boolean isNumeric() {
    return !anyText;
  }

  void free() {
    words.free();
    kinds.free();
  }

  @Override
  public String toString() {
    return "column of keys";
  }
}
