package dev.repartee.log;

/** A growing column of small numbers, two to a place of a {@link LongColumn}. */
final class IntColumn {
  private final LongColumn pairs = new LongColumn();

  void set(int row, int value) {
    int shift = (row & 1) * Integer.SIZE;
    long other = pairs.get(row >>> 1) & ~(0xFFFF_FFFFL << shift);
    pairs.set(row >>> 1, other | (value & 0xFFFF_FFFFL) << shift);
  }

  int get(int row) {
    return (int) (pairs.get(row >>> 1) >>> ((row & 1) * Integer.SIZE));
  }

  /** Takes over the values of the first rows of another column, from a row on that is not set. */
  void addAll(IntColumn other, int rows, int from) {
    pairs.addAll(other.pairs, (rows + 1) >>> 1, from >>> 1, (from & 1) * Integer.SIZE);
  }

  /** Copies the values of some rows, plus a number, to the places of a range. */
  void gather(int[] rows, int from, int to, int plus, int[] into) {
    for (int i = from; i < to; i++) {
      into[i] = get(rows[i]) + plus;
    }
  }

  /** Gives the memory back. */
  void free() {
    pairs.free();
  }
}
