package dev.repartee.internal.math;

import java.util.Arrays;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * The end, or the beginning, of a series in which every value lies below all others, or above them:
 * what has stopped only lately is too short to weigh much, and yet beyond doubt.
 *
 * <p>That L of n values that are given in any order are just the last, or the first, and lie apart
 * on one side, has the chance {@code 4 / C(n, L)}. Two of them may be odd by themselves, as in a
 * holiday, so it is {@code 4 / C(n - 2, L - 2)}; and L is at least 4.
 *
 * @param at where the series is divided; 0 where no end lies apart
 * @param pValue how often chance does that; 1 where no end lies apart
 */
record SeparateEnd(int at, double pValue) {
  private static final int LEAST = 4;
  private static final int GIVEN_AWAY = 2;
  private static final SeparateEnd NONE = new SeparateEnd(0, 1);

  /** The longest such end of a part of a series, of at most half of it. */
  static SeparateEnd of(double[] values, int from, int to) {
    int n = to - from;
    for (int length = n / 2; length >= LEAST; length--) {
      for (int at : new int[] {to - length, from + length}) {
        if (areApart(values, from, at, to)) {
          double choices =
              CombinatoricsUtils.binomialCoefficientDouble(n - GIVEN_AWAY, length - GIVEN_AWAY);
          return new SeparateEnd(at, 4 / choices);
        }
      }
    }
    return NONE;
  }

  private static boolean areApart(double[] values, int from, int at, int to) {
    double least = Arrays.stream(values, from, at).min().orElse(Double.NaN);
    double most = Arrays.stream(values, from, at).max().orElse(Double.NaN);
    double[] after = Arrays.copyOfRange(values, at, to);
    return Arrays.stream(after).max().orElse(Double.NaN) < least
        || Arrays.stream(after).min().orElse(Double.NaN) > most;
  }
}
