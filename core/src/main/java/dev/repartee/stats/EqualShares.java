package dev.repartee.stats;

import dev.repartee.internal.math.SplitMix;
import java.util.Arrays;

/**
 * What concentration chance makes of its own: how uneven a total gets when each of its units falls
 * on one of n categories at random, all alike.
 *
 * <p>Even then one category comes out on top; only what goes beyond that is telling.
 *
 * <pre>{@code
 * EqualShares expected = EqualShares.simulate(20, 100, 2009);
 * expected.topShare();   // about 0.10, where each has 0.05 on average
 * }</pre>
 *
 * <p>Multinomial, simulated 200 times, or fewer where that would take more than 20 million draws or
 * look at more than 20 million categories, but at least once. The same arguments always give the
 * same numbers. Immutable.
 *
 * @param topShare the mean share of the largest category; NaN where there is nothing to share
 * @param topTenthShare the mean share of the largest {@code ceil(n/10)} categories
 * @param gini the mean coefficient of Gini
 */
public record EqualShares(double topShare, double topTenthShare, double gini) {
  private static final long DRAWS = 20_000_000;
  private static final int MOST_RUNS = 200;

  /**
   * Returns the expected concentration.
   *
   * @param categories n, at least 1
   * @param total how many units there are to share, at least 0
   * @param seed the seed
   * @return the means, O(total + n log n) a run
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static EqualShares simulate(int categories, long total, long seed) {
    if (!(categories >= 1)) {
      throw new IllegalArgumentException("categories (" + categories + ") must be at least 1");
    }
    if (!(total >= 0)) {
      throw new IllegalArgumentException("total (" + total + ") must not be negative");
    }
    if (total == 0) {
      return new EqualShares(Double.NaN, Double.NaN, Double.NaN);
    }
    int runs = (int) Math.max(1, Math.min(MOST_RUNS, DRAWS / Math.max(total, categories)));
    double top = 0;
    double tenth = 0;
    double gini = 0;
    long[] counts = new long[categories];
    for (int run = 0; run < runs; run++) {
      SplitMix random = new SplitMix(seed, run);
      Arrays.fill(counts, 0);
      for (long draw = 0; draw < total; draw++) {
        counts[random.next(categories)]++;
      }
      Arrays.sort(counts);
      top += (double) counts[categories - 1] / total;
      tenth += (double) Arrays.stream(counts).skip(categories - tenthOf(categories)).sum() / total;
      double differences = 0;
      for (int i = 0; i < categories; i++) {
        differences += (2.0 * i + 1 - categories) * counts[i];
      }
      gini += differences / categories / total;
    }
    return new EqualShares(top / runs, tenth / runs, gini / runs);
  }

  /**
   * Returns how many categories the largest tenth is.
   *
   * @param categories n, at least 1
   * @return {@code ceil(n/10)}
   */
  public static int tenthOf(int categories) {
    return (categories - 1) / 10 + 1;
  }
}
