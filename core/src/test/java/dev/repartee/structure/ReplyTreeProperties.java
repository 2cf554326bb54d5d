package dev.repartee.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Trees in closed form, and against a reference that walks between all pairs. */
final class ReplyTreeProperties {
  private static ReplyTree star(int messages) {
    return ReplyTree.of(IntStream.range(0, messages).map(i -> i == 0 ? -1 : 0).toArray());
  }

  private static ReplyTree path(int messages) {
    return ReplyTree.of(IntStream.range(0, messages).map(i -> i - 1).toArray());
  }

  @Property
  void starsAndPathsInClosedForm(@ForAll @IntRange(min = 2, max = 100_000) int n) {
    assertEquals(2.0 * (n - 1) / n, star(n).meanDistance(), 1e-12);
    assertEquals((n + 1) / 3.0, path(n).meanDistance(), 1e-9);
    assertEquals(n - 1, star(n).width());
    assertEquals(n - 1, path(n).depth());
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void aReferenceThatWalksBetweenAllPairsAgrees(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int n) {
    Random random = new Random(seed);
    // From stars to paths: parents among the last few.
    int reach = 1 + random.nextInt(n);
    int[] parents =
        IntStream.range(0, n)
            .map(i -> i == 0 ? -1 : i - 1 - random.nextInt(Math.min(i, reach)))
            .toArray();
    long wiener = 0;
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < a; b++) {
        wiener += distance(parents, a, b);
      }
    }
    int[] atDepth = new int[n];
    for (int a = 0; a < n; a++) {
      atDepth[distance(parents, a, 0)]++;
    }
    int hIndex = IntStream.range(0, n).filter(h -> atDepth[h] >= h).max().orElse(0);
    ReplyTree tree = ReplyTree.of(parents);
    assertEquals(BigInteger.valueOf(wiener), tree.wienerIndex());
    assertEquals(n < 2 ? Double.NaN : 2.0 * wiener / (n * (n - 1.0)), tree.meanDistance(), 1e-12);
    assertEquals(IntStream.range(0, n).filter(d -> atDepth[d] > 0).max().orElse(0), tree.depth());
    assertEquals(IntStream.of(atDepth).max().orElse(0), tree.width());
    assertEquals(hIndex, tree.hIndex());
  }

  /** The later of two is never above the earlier, so it climbs until they meet. */
  private static int distance(int[] parents, int first, int second) {
    int a = first;
    int b = second;
    int links = 0;
    while (a != b) {
      if (a > b) {
        a = parents[a];
      } else {
        b = parents[b];
      }
      links++;
    }
    return links;
  }
}
