package dev.repartee.participation;

import dev.repartee.internal.tally.LongCounts;
import dev.repartee.measure.Tally;
import dev.repartee.measure.TallyForm;

/**
 * Who replied to whom, and who wrote in one strand with whom, by the number of members in it. A
 * strand of k members adds {@code 1/(k-1)} to each of its pairs; kept by k, what is added up is
 * whole numbers.
 */
final class TieCounts implements Tally.Declared<TieCounts> {
  private static final TallyForm<TieCounts> FORM =
      TallyForm.of(TieCounts.class)
          .part(t -> t.replies)
          .part(t -> t.joint)
          .count(t -> t.assemblies, (t, n) -> t.assemblies = n);

  /** A strand of more members is an assembly, not joint work, and would make a tie of each pair. */
  static final int MOST = 64;

  private static final int SIZE_BITS = 6;
  private static final int MEMBER_BITS = 28;

  private final LongCounts replies;
  private final LongCounts joint;
  long assemblies;

  TieCounts(Roster roster) {
    replies = new LongCounts(pair -> isPair(roster, pair));
    joint =
        new LongCounts(
            key -> (key & (1 << SIZE_BITS) - 1) > 0 && isPair(roster, key >>> SIZE_BITS));
  }

  private static boolean isPair(Roster roster, long pair) {
    long from = pair >>> MEMBER_BITS;
    int to = (int) pair & (1 << MEMBER_BITS) - 1;
    return from != to
        && Math.max(from, to) < roster.members()
        && roster.organization((int) from).equals(roster.organization(to));
  }

  void addReply(int from, int to) {
    replies.add(pair(from, to), 1);
  }

  /** Adds the pairs of some different members who wrote in one strand. */
  void addJoint(int[] members, int size) {
    if (size > MOST) {
      assemblies++;
      return;
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        int low = Math.min(members[i], members[j]);
        int high = Math.max(members[i], members[j]);
        joint.add(pair(low, high) << SIZE_BITS | (size - 1), 1);
      }
    }
  }

  private static long pair(int from, int to) {
    return (long) from << MEMBER_BITS | to;
  }

  /** Visits replies. */
  interface ReplyVisitor {
    void replies(int from, int to, long times);
  }

  /** Tells of each ordered pair in which one replied to the other, once, in order. */
  void replies(ReplyVisitor visitor) {
    for (long key : replies.keys()) {
      visitor.replies(
          (int) (key >>> MEMBER_BITS), (int) (key & ((1 << MEMBER_BITS) - 1)), replies.count(key));
    }
  }

  /** Visits joint work. */
  interface JointVisitor {
    /** Once for each ordered pair and each number of members. */
    void tie(int from, int to, double weight);
  }

  /** Tells of each pair that wrote in strands of some number of members, in both directions. */
  void joint(JointVisitor visitor) {
    for (long key : joint.keys()) {
      long pair = key >>> SIZE_BITS;
      int low = (int) (pair >>> MEMBER_BITS);
      int high = (int) (pair & ((1 << MEMBER_BITS) - 1));
      long others = key & ((1 << SIZE_BITS) - 1);
      double weight = (double) joint.count(key) / others;
      visitor.tie(low, high, weight);
      visitor.tie(high, low, weight);
    }
  }

  @Override
  public TallyForm<TieCounts> form() {
    return FORM;
  }
}
