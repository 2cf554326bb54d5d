package dev.repartee.internal.math;

/**
 * The part of a series of scores that differs most from all the rest: its end, or anything within.
 *
 * <p>A part of L among n scores with variance s2 has {@code z = |sum| / sqrt(s2 L (n - L) / (n -
 * 1))}, by how many standard deviations of a random choice it is off. Where scores resemble the one
 * before, whole parts are off by chance, so z is divided by the root of {@code (1 + r) / (1 - r)},
 * with r the correlation of neighbors beside a line in each piece, put right for what fitting those
 * takes away, and larger by its standard error {@code 1 / sqrt(n)}: it is found too low just where
 * chance has made a part that looks like another level.
 */
final class LevelScan {
  /** A shorter part is no level. */
  static final int LEAST = 3;

  /** Of a shorter part every score must lie in the outer parts, lest one does for all. */
  private static final int SHORT = 8;

  private static final double OUTER = 0.2;
  private static final double MOST_MEMORY = 0.7;
  private static final int BIAS = 2;

  private final double[] sums;
  private final double[] left;
  private final boolean isWithin;
  private double[] scores;
  private double best;
  private int from;
  private int to;

  /**
   * For series of one length, one after the other.
   *
   * @param n how long they are
   * @param isWithin whether parts within the series are looked at, and not its end only
   */
  LevelScan(int n, boolean isWithin) {
    this.isWithin = isWithin;
    this.scores = new double[n];
    this.sums = new double[n + 1];
    this.left = new double[n];
  }

  /** Scans scores with a sum of 0, in place of those before. */
  LevelScan scan(double[] others) {
    scores = others;
    best = 0;
    scan();
    return this;
  }

  private void scan() {
    int n = scores.length;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      sums[i + 1] = sums[i] + scores[i];
      squares += scores[i] * scores[i];
    }
    if (squares == 0) {
      return;
    }
    double scale = (n - 1.0) * n / squares;
    int lastStart = isWithin ? n - 2 * LEAST : 0;
    for (int i = 0; i <= lastStart; i = i == 0 ? LEAST : i + 1) {
      for (int j = i + LEAST; j <= n - LEAST; j++) {
        int length = j - i;
        double sum = sums[j] - sums[i];
        double square = sum * sum * scale / ((double) length * (n - length));
        if (square > best && isLevel(i, j)) {
          best = square;
          from = i;
          to = j;
        }
      }
    }
  }

  private boolean isLevel(int i, int j) {
    int n = scores.length;
    return (j - i >= SHORT || areOuter(i, j))
        && (n - (j - i) >= SHORT || (areOuter(0, i) && areOuter(j, n)));
  }

  private boolean areOuter(int start, int end) {
    double limit = OUTER * scores.length;
    boolean areLow = true;
    boolean areHigh = true;
    for (int k = start; k < end; k++) {
      areLow &= scores[k] < -limit;
      areHigh &= scores[k] > limit;
    }
    return areLow || areHigh;
  }

  /** Whether parts within the series were looked at. */
  boolean isWithin() {
    return isWithin;
  }

  /** Whether there is a part that differs at all. */
  boolean isFound() {
    return best > 0;
  }

  /** Where the part begins. */
  int from() {
    return from;
  }

  /** Where it ends. */
  int to() {
    return to;
  }

  /** How much it differs, as described above; 0 if none does. */
  double statistic() {
    return isFound() ? Math.sqrt(best / SerialCorrelation.inflation(memory())) : 0;
  }

  /** The correlation of neighbors beside a line in each piece, from 0 to 0.7. */
  private double memory() {
    System.arraycopy(scores, 0, left, 0, left.length);
    int[] ends = {0, from, to, scores.length};
    int fitted = 0;
    for (int piece = 0; piece + 1 < ends.length; piece++) {
      if (ends[piece + 1] > ends[piece]) {
        fitted += takeLineOut(left, ends[piece], ends[piece + 1]);
      }
    }
    return memory(left, fitted);
  }

  /** Takes a line out of a piece: what rises all the time is no memory. */
  private static int takeLineOut(double[] values, int start, int end) {
    double middle = (start + end - 1) / 2.0;
    double sum = 0;
    double products = 0;
    double squares = 0;
    for (int i = start; i < end; i++) {
      sum += values[i];
      products += values[i] * (i - middle);
      squares += (i - middle) * (i - middle);
    }
    for (int i = start; i < end; i++) {
      values[i] -= sum / (end - start) + products / squares * (i - middle);
    }
    return 2;
  }

  /** The correlation, put right for what was fitted, and larger by its standard error. */
  static double memory(double[] residuals, int fitted) {
    int n = residuals.length;
    double found = SerialCorrelation.of(residuals);
    return Math.max(
        0, Math.min(MOST_MEMORY, found + (fitted + 3 * found + BIAS) / n + 1 / Math.sqrt(n)));
  }
}
