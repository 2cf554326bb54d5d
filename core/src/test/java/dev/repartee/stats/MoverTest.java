package dev.repartee.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** Differences of shares by MOVER, against the formula written out. */
class MoverTest {
  private static final int GROUPS = LatencyGroups.GROUPS;

  /** A share of people in one grouping, and what is left without each group. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares sides
  private record Side(double share, double[] without, BitSet filled) {
    static Side of(long[] hits, long[] trials) {
      double allHits = sum(hits);
      double all = sum(trials);
      double[] without = new double[GROUPS];
      BitSet filled = new BitSet();
      for (int group = 0; group < GROUPS; group++) {
        if (trials[group] > 0) {
          filled.set(group);
          without[group] = (allHits - hits[group]) / (all - trials[group]);
        }
      }
      return new Side(allHits / all, without, filled);
    }

    private static double sum(long[] counts) {
      double sum = 0;
      for (long count : counts) {
        sum += count;
      }
      return sum;
    }

    Replicated replicated() {
      return Replicated.of(share, without, filled);
    }

    double off(int group) {
      return filled.get(group) ? without[group] - share : 0;
    }
  }

  private static double covariance(Side one, Side other) {
    double sum = 0;
    int groups = 0;
    for (int group = 0; group < GROUPS; group++) {
      if (one.filled.get(group) || other.filled.get(group)) {
        groups++;
        sum += one.off(group) * other.off(group);
      }
    }
    return sum * (groups - 1) / groups;
  }

  /** Lower and upper end of the chance, on the scale of log(-log(1 - p)). */
  private static double[] ends(Side side, double t) {
    double waiting = 1 - side.share;
    double half = t * Math.sqrt(covariance(side, side)) / (waiting * Math.abs(Math.log(waiting)));
    return new double[] {
      1 - Math.pow(waiting, Math.exp(-half)), 1 - Math.pow(waiting, Math.exp(half))
    };
  }

  private static Side side(SplittableRandom random, double share) {
    long[] hits = new long[GROUPS];
    long[] trials = new long[GROUPS];
    for (int i = 0; i < 300; i++) {
      int group = random.nextInt(GROUPS);
      trials[group]++;
      hits[group] += random.nextDouble() < share ? 1 : 0;
    }
    return Side.of(hits, trials);
  }

  @Test
  void theFormulaWrittenOut() {
    SplittableRandom random = new SplittableRandom(7);
    for (int run = 0; run < 50; run++) {
      Side one = side(random, 0.9);
      Side other = side(random, 0.3);
      for (double level : new double[] {0.9, 0.95}) {
        double t = new TDistribution(GROUPS - 1).inverseCumulativeProbability((1 + level) / 2);
        double[] first = ends(one, t);
        double[] second = ends(other, t);
        double r =
            covariance(one, other) / Math.sqrt(covariance(one, one) * covariance(other, other));
        double below = one.share - first[0];
        double above = first[1] - one.share;
        double otherBelow = other.share - second[0];
        double otherAbove = second[1] - other.share;
        double d = one.share - other.share;
        Estimate found = Difference.of(one.replicated(), other.replicated(), level);
        assertEquals(
            d - Math.sqrt(below * below + otherAbove * otherAbove - 2 * r * below * otherAbove),
            found.low(),
            1e-9);
        assertEquals(
            d + Math.sqrt(above * above + otherBelow * otherBelow - 2 * r * above * otherBelow),
            found.high(),
            1e-9);
      }
    }
  }

  @Test
  void theSamePeopleOnBothSidesCancel() {
    Side side = side(new SplittableRandom(3), 0.4);
    Estimate found = Difference.of(side.replicated(), side.replicated());
    assertEquals("0.00 (replicates do not differ)", found.toString());
    assertEquals(Double.NaN, Difference.pValue(side.replicated(), side.replicated()));
  }

  @Test
  void thePValueIsWhereTheIntervalTouchesNothing() {
    Side one = side(new SplittableRandom(5), 0.5);
    Side other = side(new SplittableRandom(6), 0.4);
    double p = Difference.pValue(one.replicated(), other.replicated());
    assertTrue(p > 0 && p < 1, () -> "p " + p);
    Estimate at = Difference.of(one.replicated(), other.replicated(), 1 - p);
    assertEquals(0, Math.min(Math.abs(at.low()), Math.abs(at.high())), 1e-9);
  }

  /** All of one side, whose 95 % interval is known to be [0.9, 1]: at 90 % it is narrower. */
  @Test
  void aSideOfOneBringsItsOwnInterval() {
    Replicated all = Replicated.of(Estimate.of(1, 0, new Interval(0.9, 1), 0.95, 0));
    Replicated none = Replicated.of(Estimate.of(0, 0, new Interval(0, 0.2), 0.95, 0));
    Estimate found = Difference.of(all, none);
    assertEquals(1 - Math.hypot(0.1, 0.2), found.low(), 1e-9);
    assertEquals(1, found.high(), 1e-9);
    double persons = Math.log(0.025) / Math.log(0.9);
    double others = Math.log(0.025) / Math.log(0.8);
    assertEquals(
        1 - Math.hypot(1 - Math.pow(0.05, 1 / persons), 1 - Math.pow(0.05, 1 / others)),
        Difference.of(all, none, 0.9).low(),
        1e-9);
    // The normal quantile: nothing was estimated.
    double z = new NormalDistribution().inverseCumulativeProbability(0.975);
    assertEquals(Math.hypot(0.1, 0.2) / z, found.standardError(), 1e-9);
  }
}
