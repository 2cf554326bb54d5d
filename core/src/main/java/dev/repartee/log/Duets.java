package dev.repartee.log;

import dev.repartee.internal.walk.Duet;
import dev.repartee.measure.Slice;

/**
 * Which conversations are duets, and the sets of their messages, a bit for each row: reading a
 * whole conversation as a word is much faster than asking row by row, and most conversations are
 * duets.
 */
final class Duets {
  private static final int MEMBERS = 0;
  private static final int QUIET = 1;
  private static final int LINKED = 2;
  private static final int REPLIES_TO_FIRST = 3;
  private static final int SETS = 4;

  private final long[] isDuet;

  /** The words of the sets side by side, and one of each more, so that every word has a next. */
  private final long[] words;

  Duets(Gathering rows) {
    int conversations = rows.starts.length - 1;
    isDuet = new long[(conversations >>> 6) + 1];
    words = new long[((rows.messages >>> 6) + 2) * SETS];
    for (int c = 0; c < conversations; c++) {
      int from = rows.starts[c];
      int to = rows.starts[c + 1];
      if (isDuet(rows, from, to)) {
        isDuet[c >>> 6] |= 1L << c;
        if (to - from <= Duet.MOST_MESSAGES) {
          add(rows, from, to);
        } else {
          addLong(rows, from, to);
        }
      }
    }
  }

  /** Of a log without conversations. */
  Duets() {
    isDuet = new long[1];
    words = new long[2 * SETS];
  }

  private static boolean isDuet(Gathering rows, int from, int to) {
    boolean isCut = from < to && (rows.bits[from] & RowBits.ORPHAN) != 0;
    if (from == to || isCut || rows.organization[from] == Slice.NONE) {
      return false;
    }
    int person = Slice.NONE;
    boolean isDated = rows.people.areDated();
    for (int row = from; row < to; row++) {
      int bits = rows.bits[row];
      if (rows.organization[row] != rows.organization[from]
          || (bits & (RowBits.AUTOMATIC | RowBits.BOT | RowBits.ASIDE)) != 0
          || (rows.named != null && rows.named[row] != Slice.NONE)) {
        return false;
      }
      if ((bits & RowBits.MEMBER) == 0) {
        if (person != Slice.NONE && person != rows.person[row]) {
          return false;
        }
        person = rows.person[row];
      }
    }
    return !isDated || !isOfOneWhoJoins(rows, person, from, to);
  }

  /** Whether a person of the audience speaks for the organization, too, at another time. */
  private static boolean isOfOneWhoJoins(Gathering rows, int person, int from, int to) {
    for (int row = from; row < to; row++) {
      if (rows.person[row] == person && (rows.bits[row] & RowBits.MEMBER) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Adds the sets of a conversation that fits a word. */
  private void add(Gathering rows, int from, int to) {
    long members = 0;
    long quiet = 0;
    long linked = 0;
    long linkedInRun = 0;
    long repliesToFirst = 0;
    for (int row = from; row < to; row++) {
      int bits = rows.bits[row];
      long bit = 1L << (row - from);
      int parent = rows.parent[row];
      quiet |= (bits & RowBits.EXPECTS_NO_RESPONSE) != 0 ? bit : 0;
      repliesToFirst |= parent == from ? bit : 0;
      if ((bits & RowBits.MEMBER) != 0) {
        members |= bit;
        boolean isLinked =
            parent != Slice.NONE && ((~members | linkedInRun) >>> (parent - from) & 1) != 0;
        linkedInRun |= isLinked ? bit : 0;
        linked |= linkedInRun;
      } else {
        linkedInRun = 0;
      }
    }
    put(MEMBERS, from, members);
    put(QUIET, from, quiet);
    put(LINKED, from, linked);
    put(REPLIES_TO_FIRST, from, repliesToFirst);
  }

  /** Adds the sets of a longer one, message by message. */
  private void addLong(Gathering rows, int from, int to) {
    int runStart = from;
    for (int row = from; row < to; row++) {
      int bits = rows.bits[row];
      int parent = rows.parent[row];
      put(QUIET, row, (bits & RowBits.EXPECTS_NO_RESPONSE) != 0);
      put(REPLIES_TO_FIRST, row, parent == from);
      if ((bits & RowBits.MEMBER) != 0) {
        put(MEMBERS, row, true);
        boolean isLinked =
            parent != Slice.NONE
                && (!has(MEMBERS, parent) || (parent >= runStart && has(LINKED, parent)));
        put(LINKED, row, isLinked);
      } else {
        runStart = row + 1;
      }
    }
  }

  private void put(int set, int row, boolean isIn) {
    words[(row >>> 6) * SETS + set] |= (isIn ? 1L : 0) << row;
  }

  private boolean has(int set, int row) {
    return (words[(row >>> 6) * SETS + set] >>> row & 1) != 0;
  }

  private void put(int set, int from, long bits) {
    int word = (from >>> 6) * SETS + set;
    // Shifts count modulo 64; what does not fit into the word goes to the next one.
    words[word] |= bits << from;
    words[word + SETS] |= bits >>> 1 >>> ~from;
  }

  private long get(int set, int from) {
    int word = (from >>> 6) * SETS + set;
    return words[word] >>> from | words[word + SETS] << 1 << ~from;
  }

  boolean isDuet(int conversation) {
    return (isDuet[conversation >>> 6] >>> conversation & 1) != 0;
  }

  /** Finds the sets of a range of at most 64 messages of a duet; returns false if it is not one. */
  boolean find(int conversation, int from, int to, Duet into) {
    if (!isDuet(conversation)) {
      return false;
    }
    long seen = -1L >>> (from - to);
    into.set(
        get(MEMBERS, from) & seen,
        get(QUIET, from) & seen,
        get(LINKED, from) & seen,
        get(REPLIES_TO_FIRST, from) & seen);
    return true;
  }
}
