package dev.repartee.log;

import dev.repartee.internal.hash.HashKey;
import dev.repartee.measure.Slice;

/**
 * Gives short duets a code, equal where all is equal that rules about turns and answers look at.
 * There are few such shapes, and most conversations have one: what follows from a shape needs to be
 * found once.
 */
final class ShapeCodes {
  /** The number of messages up to which all that matters fits into one number. */
  static final int MOST_MESSAGES = 8;

  private static final int PARENT_BITS = 4;
  private static final int MOST_CODES = Character.MAX_VALUE;

  /** By conversation, plus 1; 0 means none. */
  final char[] codes;

  private int count;

  ShapeCodes(Gathering rows, Duets duets) {
    int conversations = rows.starts.length - 1;
    codes = new char[conversations];
    long[] shapeAt = new long[Partitions.tableSize(Math.min(conversations, MOST_CODES))];
    char[] codeAt = new char[shapeAt.length];
    for (int c = 0; c < conversations; c++) {
      int from = rows.starts[c];
      int to = rows.starts[c + 1];
      if (to - from <= MOST_MESSAGES && duets.isDuet(c)) {
        codes[c] = code(shape(rows, from, to), shapeAt, codeAt);
      }
    }
  }

  /** Of a log without conversations. */
  ShapeCodes() {
    codes = new char[0];
  }

  /** Who wrote, what expects a response, what stands below what; never 0. */
  private static long shape(Gathering rows, int from, int to) {
    boolean isAnonymous = (rows.bits[from] & RowBits.ANONYMOUS) != 0;
    long shape = isAnonymous ? 1 : 0;
    for (int row = from; row < to; row++) {
      int bits = rows.bits[row];
      int parent = rows.parent[row];
      shape = shape << 1 | ((bits & RowBits.MEMBER) != 0 ? 1 : 0);
      shape = shape << 1 | ((bits & RowBits.EXPECTS_NO_RESPONSE) != 0 ? 1 : 0);
      shape = shape << PARENT_BITS | (parent == Slice.NONE ? 0 : parent - from + 1);
    }
    return shape << PARENT_BITS | to - from;
  }

  private char code(long shape, long[] shapeAt, char[] codeAt) {
    int mask = shapeAt.length - 1;
    int slot = (int) HashKey.OF_PROCESS.hash(shape) & mask;
    while (codeAt[slot] != 0 && shapeAt[slot] != shape) {
      slot = (slot + 1) & mask;
    }
    if (codeAt[slot] == 0 && count < MOST_CODES) {
      count++;
      shapeAt[slot] = shape;
      codeAt[slot] = (char) count;
    }
    return codeAt[slot];
  }
}
