package dev.repartee.stats;

/**
 * The contents of a tally of latencies in the form that depends on nothing else.
 *
 * @param kind a bit for each grouping
 * @param isBucketed whether cells are keyed by bucket instead of value
 * @param min the smallest value; the largest long if there is none
 * @param max the largest value; the smallest long if there is none
 * @param cells the counts
 */
record LatencySnapshot(int kind, boolean isBucketed, long min, long max, LatencyCells cells) {

  int groupings() {
    return LatencyCells.count(kind);
  }

  int rows() {
    return cells.rows();
  }

  /** Returns the value of a row: exact, or the middle of its bucket as far as values go. */
  long value(int row) {
    long key = cells.keys[row];
    return isBucketed ? Math.max(min, Math.min(max, BucketTable.middle((int) key))) : key;
  }

  /** Returns the values of all rows, ascending. */
  long[] values() {
    long[] values = new long[rows()];
    for (int row = 0; row < values.length; row++) {
      values[row] = value(row);
    }
    return values;
  }

  /** Returns how many observations each row counts. */
  long[] totals() {
    long[] totals = new long[rows()];
    for (int row = 0; row < totals.length; row++) {
      totals[row] = cells.rowTotal(row);
    }
    return totals;
  }
}
