package dev.repartee.structure;

import dev.repartee.internal.text.Brief;
import dev.repartee.text.NumberText;
import java.math.BigInteger;

/**
 * The shape of one tree of replies: how deep and wide it is, and how far apart its messages are.
 *
 * <p>Message 0 is the root; the depth of a message is the number of links from the root to it.
 *
 * <ul>
 *   <li>The <b>Wiener index</b> is the sum of the distances of all pairs of messages, in links. A
 *       link with s messages below it lies on the path of s (n - s) pairs, so one pass computes the
 *       index.
 *   <li>The <b>mean distance</b> divides it by the number of pairs, n (n - 1) / 2: 2 (n - 1) / n
 *       for a star, in which all messages reply to the root, and (n + 1) / 3 for a path, in which
 *       each replies to the one before. For a tree of replies it shows whether people talk with
 *       each other; for a tree of shares it is the structural virality.
 *   <li>The <b>h-index</b> is the largest h such that at least h messages lie at depth exactly h.
 * </ul>
 *
 * <pre>{@code
 * ReplyTree star = ReplyTree.of(-1, 0, 0, 0);
 * star.meanDistance();   // 1.5
 * ReplyTree path = ReplyTree.of(-1, 0, 1, 2);
 * path.meanDistance();   // 1.6666666666666667
 * path.wienerIndex();    // 10
 * }</pre>
 *
 * <p>Source: H. Wiener, 1947, "Structural Determination of Paraffin Boiling Points"; S. Goel, A.
 * Anderson, J. Hofman, D. Watts, 2016, "The Structural Virality of Online Diffusion"; V. Gómez, A.
 * Kaltenbrunner, V. López, 2008, "Statistical Analysis of the Social Network and Discussion Threads
 * in Slashdot", for the h-index of a thread.
 *
 * <p>Immutable.
 *
 * <p>Guide: {@code core/docs/guide/metrics/structure.md}.
 */
public final class ReplyTree {
  private final TreeFacts facts;

  private ReplyTree(TreeFacts facts) {
    this.facts = facts;
  }

  /**
   * {@return the shape of a tree, computed in linear time; the array is not kept}
   *
   * @param parents for each message, the number of the message it replies to, which must come
   *     before it; {@code -1} for message 0, the root
   * @throws IllegalArgumentException if there is no message, if the first has a parent, or if
   *     another has no parent before it
   */
  public static ReplyTree of(int... parents) {
    if (parents.length == 0) {
      throw new IllegalArgumentException("parents () must not be empty: a tree has a root");
    }
    if (parents[0] != -1) {
      throw new IllegalArgumentException(
          "parents[0] (" + parents[0] + ") must be -1: message 0 is the root");
    }
    TreeWalk walk = new TreeWalk();
    int[] known = walk.parents(parents.length);
    for (int i = 1; i < parents.length; i++) {
      if (!(parents[i] >= 0 && parents[i] < i)) {
        throw new IllegalArgumentException(
            "parents["
                + i
                + "] ("
                + parents[i]
                + ") must be from 0 to "
                + (i - 1)
                + ": number the messages so that each comes after the one it replies to");
      }
      known[i] = parents[i];
    }
    return new ReplyTree(walk.walk(parents.length, 0));
  }

  /** {@return the number of messages, at least 1} */
  public int messages() {
    return facts.messages;
  }

  /** {@return the largest depth of a message, 0 if there is only the root} */
  public int depth() {
    return facts.depth;
  }

  /** {@return the largest number of messages at one depth, at least 1} */
  public int width() {
    return facts.width;
  }

  /**
   * {@return the largest h such that at least h messages lie at depth exactly h, 0 if there is only
   * the root}
   */
  public int hIndex() {
    return facts.hIndex;
  }

  /**
   * {@return the sum of the distances of all pairs of messages; exactly, 0 if there is only the
   * root}
   */
  public BigInteger wienerIndex() {
    return facts.wiener.toBigInteger();
  }

  /**
   * {@return the mean distance of two messages in links, from 1 to {@code (messages() + 1) / 3.0};
   * NaN if there is only the root}
   */
  public double meanDistance() {
    return facts.messages < 2 ? Double.NaN : facts.wiener.toDouble() / facts.pairs();
  }

  @Override
  public String toString() {
    return "tree of "
        + Brief.count(messages(), "message")
        + ", mean distance "
        + NumberText.decimal(meanDistance());
  }
}
