package dev.repartee.structure;

import java.math.BigInteger;

/** What the tree of a conversation is like. A walk fills one object after the other. */
final class TreeFacts {
  /** Distances are kept in units of two to the power of minus 32. */
  static final int FRACTION_BITS = 32;

  /** Up to here pairs fit an int, so that a long holds what is divided. */
  private static final int FEW = 1 << 16;

  int messages;
  int depth;
  int width;
  int hIndex;

  /** Messages without a parent, except the opener. */
  int flat;

  final WideSum wiener = new WideSum();

  /** The mean distance, rounded down to its unit; 0 for a single message, which has none. */
  long distance;

  /** Finds the distance of what has been filled in. */
  void complete() {
    distance = messages < 2 ? 0 : distance();
  }

  private long distance() {
    long pairs = pairs();
    if (messages <= FEW) {
      long sum = wiener.asLong();
      long whole = sum / pairs;
      return (whole << FRACTION_BITS) + ((sum % pairs) << FRACTION_BITS) / pairs;
    }
    BigInteger sum = wiener.toBigInteger().shiftLeft(FRACTION_BITS);
    return sum.divide(BigInteger.valueOf(pairs)).longValueExact();
  }

  long pairs() {
    return (long) messages * (messages - 1L) / 2;
  }

  /** A copy of what was found; the sum it was found from stays behind. */
  TreeFacts copy() {
    TreeFacts copy = new TreeFacts();
    copy.messages = messages;
    copy.depth = depth;
    copy.width = width;
    copy.hIndex = hIndex;
    copy.flat = flat;
    copy.distance = distance;
    return copy;
  }
}
