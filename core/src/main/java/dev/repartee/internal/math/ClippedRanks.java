package dev.repartee.internal.math;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Values as their ranks, less the mean rank and clipped, so that no single value weighs more than
 * any other in the outer parts of a series: a holiday is no change of level. Equal values have the
 * mean of their ranks.
 */
final class ClippedRanks {
  /** Beyond this share of all ranks from the middle, farther out is no more. */
  private static final double CLIPPED = 0.35;

  private ClippedRanks() {}

  /** The scores of a part of a series; they sum to 0. */
  static double[] of(double[] values, int from, int to) {
    int n = to - from;
    int[] order =
        IntStream.range(from, to)
            .boxed()
            .sorted((a, b) -> Double.compare(values[a], values[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] scores = new double[n];
    for (int first = 0; first < n; ) {
      int last = first;
      while (last + 1 < n && values[order[last + 1]] == values[order[first]]) {
        last++;
      }
      double rank = (first + last - (n - 1)) / 2.0;
      for (int i = first; i <= last; i++) {
        scores[order[i] - from] = Math.max(-CLIPPED * n, Math.min(CLIPPED * n, rank));
      }
      first = last + 1;
    }
    double mean = Arrays.stream(scores).average().orElse(0);
    for (int i = 0; i < n; i++) {
      scores[i] -= mean;
    }
    return scores;
  }
}
