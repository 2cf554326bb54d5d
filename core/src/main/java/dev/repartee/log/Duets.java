package dev.repartee.log;

import dev.repartee.measure.Duet;
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
      if (add(rows, rows.starts[c], rows.starts[c + 1])) {
        isDuet[c >>> 6] |= 1L << c;
      }
    }
  }

  /** Adds the sets of a conversation, unless it is no duet. */
  private boolean add(Gathering rows, int from, int to) {
    if (from == to || to - from > Duet.MOST_MESSAGES || rows.organization[from] == Slice.NONE) {
      return false;
    }
    long members = 0;
    long quiet = 0;
    long linked = 0;
    long linkedInRun = 0;
    long repliesToFirst = 0;
    int person = Slice.NONE;
    boolean holdsSeat = false;
    for (int row = from; row < to; row++) {
      int bits = rows.bits[row];
      if (rows.organization[row] != rows.organization[from]
          || (bits & (RowBits.AUTOMATIC | RowBits.BOT)) != 0
          || (rows.named != null && rows.named[row] != Slice.NONE)) {
        return false;
      }
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
        if (person != Slice.NONE && person != rows.person[row]) {
          return false;
        }
        person = rows.person[row];
        // Who also writes as a member answers nobody under that name, least of all themselves.
        holdsSeat |= rows.people.organizationOf(person) != Slice.NONE;
      }
    }
    if (holdsSeat) {
      return false;
    }
    put(MEMBERS, from, members);
    put(QUIET, from, quiet);
    put(LINKED, from, linked);
    put(REPLIES_TO_FIRST, from, repliesToFirst);
    return true;
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

  /** Finds the sets of a conversation, as far as it is seen; says no where it is no duet. */
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

  @Override
  public String toString() {
    return "duets of " + words.length / SETS * Long.SIZE + " messages";
  }
}
