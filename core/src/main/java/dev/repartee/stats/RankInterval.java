package dev.repartee.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * The ranks that something may truly have among others: from 1 more than are shown to be better, to
 * as many as there are less those shown to be worse.
 *
 * <p>Each is compared with each of the K - 1 others at a level of 0.05 / (K - 1), so that its
 * interval holds its true rank with a chance of at least 0.95 (Bonferroni). It is made of
 * differences and not of ranks computed again and again from resampled data, which among equals
 * almost never hold the truth, because what is first by chance is first in most samples.
 *
 * <pre>{@code
 * Replicated one = Replicated.constant(0.5);
 * RankInterval.of(java.util.List.of(one, one, one));   // [1, 3] each: nothing is shown
 * }</pre>
 *
 * <p>What rests on fewer than 10 replicate groups is shown to be neither better nor worse than
 * anything: a handful of people are often all treated alike by chance.
 *
 * <p>Source: D. Al Mohamad, J. J. Goeman, E. W. van Zwet, 2022, "Simultaneous Confidence Intervals
 * for Ranks with Application to Ranking Institutions"; the error of a difference is that of {@link
 * Replicated#minus}.
 *
 * @param best the best rank it may have, 1 or more
 * @param worst the worst
 */
public record RankInterval(int best, int worst) {
  private static final double LEVEL = 0.05;

  /**
   * Checks the ranks.
   *
   * @param best the best rank
   * @param worst the worst
   * @throws IllegalArgumentException if they are not {@code 1 <= best <= worst}
   */
  public RankInterval {
    if (!(best >= 1 && best <= worst)) {
      throw new IllegalArgumentException(
          "best (" + best + ") must be at least 1 and at most worst (" + worst + ")");
    }
  }

  /**
   * Returns the rank intervals of totals, of which the largest is best.
   *
   * @param totals each defined
   * @return as many, in the same order. O(K^2)
   * @throws IllegalArgumentException if one is not defined
   */
  public static List<RankInterval> of(List<Replicated> totals) {
    int all = totals.size();
    for (int i = 0; i < all; i++) {
      if (!totals.get(i).isDefined()) {
        throw new IllegalArgumentException(
            "totals (number " + i + " is not defined) must be defined; rank without it");
      }
    }
    List<Boolean> hasFewGroups =
        totals.stream().map(total -> total.estimate().hasFewGroups()).toList();
    int[] better = new int[all];
    int[] worse = new int[all];
    double level = LEVEL / Math.max(1, all - 1);
    for (int i = 0; i < all; i++) {
      for (int j = i + 1; j < all; j++) {
        if (hasFewGroups.get(i) || hasFewGroups.get(j)) {
          continue; // the few may all be alike by chance, which looks like certainty
        }
        Replicated difference = totals.get(i).minus(totals.get(j));
        if (difference.pValue(0) < level) {
          boolean isFirstBetter = difference.value() > 0;
          better[isFirstBetter ? j : i]++;
          worse[isFirstBetter ? i : j]++;
        }
      }
    }
    List<RankInterval> intervals = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      intervals.add(new RankInterval(1 + better[i], all - worse[i]));
    }
    return intervals;
  }

  /**
   * Returns whether a rank lies in the interval.
   *
   * @param rank the rank
   * @return whether it may be the true one
   */
  public boolean contains(int rank) {
    return rank >= best && rank <= worst;
  }

  @Override
  public String toString() {
    return "[" + best + ", " + worst + "]";
  }
}
