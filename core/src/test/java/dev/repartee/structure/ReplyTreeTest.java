package dev.repartee.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Trees worked by hand, and some that are very large. */
final class ReplyTreeTest {
  private static ReplyTree star(int messages) {
    return ReplyTree.of(IntStream.range(0, messages).map(i -> i == 0 ? -1 : 0).toArray());
  }

  private static ReplyTree path(int messages) {
    return ReplyTree.of(IntStream.range(0, messages).map(i -> i - 1).toArray());
  }

  @Test
  void aTreeOfTwelve() {
    // 0-1 0-2 0-3 1-4 1-5 1-6 2-7 2-8 3-9 4-10 9-11
    ReplyTree tree = ReplyTree.of(-1, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 9);
    assertEquals(12, tree.messages());
    assertEquals(BigInteger.valueOf(195), tree.wienerIndex());
    assertEquals(2.954545, tree.meanDistance(), 5e-7);
    assertEquals(2, tree.hIndex());
    assertEquals(3, tree.depth());
    assertEquals(6, tree.width());
    assertEquals("tree of 12 messages, mean distance 2.95", tree.toString());
  }

  @Test
  void aSingleMessageHasNoDistance() {
    ReplyTree tree = ReplyTree.of(-1);
    assertTrue(Double.isNaN(tree.meanDistance()));
    assertEquals(BigInteger.ZERO, tree.wienerIndex());
    assertEquals(0, tree.hIndex());
    assertEquals(0, tree.depth());
    assertEquals(1, tree.width());
    assertEquals("tree of 1 message, mean distance none", tree.toString());
  }

  /** Two at depth 1, two at depth 2, two at depth 3: h-index 2; one more at depth 3 makes it 3. */
  @Test
  void theHIndexAsksForDepthExactly() {
    assertEquals(2, ReplyTree.of(-1, 0, 0, 1, 2, 3, 4).hIndex());
    assertEquals(3, ReplyTree.of(-1, 0, 0, 1, 2, 3, 4, 4).hIndex());
    assertEquals(3, ReplyTree.of(-1, 0, 1, 2, 2, 2).hIndex(), "one each at depth 1 and 2");
    assertEquals(1, path(100).hIndex());
    assertEquals(1, star(100).hIndex());
  }

  @Test
  void fourMillionInAPathOverflowNothing() {
    long n = 4_000_000;
    ReplyTree path = path((int) n);
    BigInteger exact =
        BigInteger.valueOf(n - 1)
            .multiply(BigInteger.valueOf(n))
            .multiply(BigInteger.valueOf(n + 1))
            .divide(BigInteger.valueOf(6));
    assertTrue(exact.bitLength() > 63, "more than a long holds");
    assertEquals(exact, path.wienerIndex());
    assertEquals((n + 1) / 3.0, path.meanDistance(), 1e-9);
    assertEquals(n - 1, path.depth());
    assertEquals(1, path.hIndex());
  }

  @Test
  void aMillionInAStarOrABroomAreWorkLikeAnyOther() {
    int n = 1_000_000;
    ReplyTree star = star(n);
    assertEquals(2.0 * (n - 1) / n, star.meanDistance(), 1e-12);
    assertEquals(n - 1, star.width());
    // A path of half of them, then a star below its end.
    int half = n / 2;
    ReplyTree broom =
        ReplyTree.of(IntStream.range(0, n).map(i -> i < half ? i - 1 : half - 1).toArray());
    assertEquals(half, broom.depth());
    assertEquals(half, broom.width());
    assertEquals(half, broom.hIndex());
  }

  @Test
  void whatIsNoTreeIsRefused() {
    assertEquals(
        "parents () must not be empty: a tree has a root",
        assertThrows(IllegalArgumentException.class, () -> ReplyTree.of()).getMessage());
    assertEquals(
        "parents[0] (0) must be -1: message 0 is the root",
        assertThrows(IllegalArgumentException.class, () -> ReplyTree.of(0)).getMessage());
    assertEquals(
        "parents[1] (1) must be from 0 to 0: number the messages so that each comes after the one"
            + " it replies to",
        assertThrows(IllegalArgumentException.class, () -> ReplyTree.of(-1, 1)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> ReplyTree.of(-1, -1));
  }
}
