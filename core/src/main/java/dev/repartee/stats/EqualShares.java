package dev.repartee.stats;

import dev.repartee.internal.math.SplitMix;
import java.util.Arrays;

/**
 * What concentration chance makes of its own: how uneven a total gets when what it is made of falls
 * on one of n categories at random, all alike.
 *
 * <p>Even then one category comes out on top; only what goes beyond that is telling. What comes
 * together falls together: where the units are bundled, such as comments in threads, whole bundles
 * are dealt out, and fewer things dealt out lie less evenly.
 *
 * <pre>{@code
 * EqualShares alone = EqualShares.simulate(20, 100, 2009);
 * alone.topShare();      // about 0.10, where each has 0.05 on average
 * EqualShares bundled = EqualShares.simulate(20, new long[] {5}, new long[] {20}, 2009);
 * bundled.topShare();    // about 0.16: the same total in 20 bundles of 5
 * }</pre>
 *
 * <p>Simulated 200 times, or fewer where that would take more than 20 million draws or look at more
 * than 20 million categories, but at least once. The same arguments always give the same numbers.
 * Immutable.
 *
 * @param topShare the mean share of the largest category; NaN where there is nothing to share
 * @param topTenthShare the mean share of the largest {@code ceil(n/10)} categories
 * @param gini the mean coefficient of Gini
 */
public record EqualShares(double topShare, double topTenthShare, double gini) {
  private static final long DRAWS = 20_000_000;
  private static final int MOST_RUNS = 200;

  /**
   * {@return the expected concentration of single units: the means, O(total + n log n) a run}
   *
   * @param categories n, at least 1
   * @param total how many units there are to share, at least 0
   * @param seed the seed
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static EqualShares simulate(int categories, long total, long seed) {
    if (!(total >= 0)) {
      throw new IllegalArgumentException("total (" + total + ") must not be negative");
    }
    return simulate(categories, new long[] {1}, new long[] {total}, seed);
  }

  /**
   * {@return the expected concentration of units in bundles: the means, O(bundles + n log n) a run}
   *
   * @param categories n, at least 1
   * @param sizes how many units a bundle has, at least 0
   * @param counts how many bundles there are of each of these sizes, at least 0
   * @param seed the seed
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static EqualShares simulate(int categories, long[] sizes, long[] counts, long seed) {
    if (sizes.length != counts.length) {
      throw new IllegalArgumentException(
          "sizes (" + sizes.length + ") must be as many as counts (" + counts.length + ")");
    }
    if (!(categories >= 1)) {
      throw new IllegalArgumentException("categories (" + categories + ") must be at least 1");
    }
    double total = 0;
    long bundles = 0;
    for (int i = 0; i < sizes.length; i++) {
      if (!(sizes[i] >= 0 && counts[i] >= 0)) {
        throw new IllegalArgumentException(
            "size (" + sizes[i] + ") and count (" + counts[i] + ") must not be negative");
      }
      total += (double) sizes[i] * counts[i];
      bundles = Math.addExact(bundles, counts[i]);
    }
    if (total == 0) {
      return new EqualShares(Double.NaN, Double.NaN, Double.NaN);
    }
    int runs = (int) Math.max(1, Math.min(MOST_RUNS, DRAWS / Math.max(bundles, categories)));
    double top = 0;
    double tenth = 0;
    double gini = 0;
    long[] shares = new long[categories];
    for (int run = 0; run < runs; run++) {
      SplitMix random = new SplitMix(seed, run);
      Arrays.fill(shares, 0);
      for (int i = 0; i < sizes.length; i++) {
        for (long draw = 0; draw < counts[i]; draw++) {
          shares[random.next(categories)] += sizes[i];
        }
      }
      Arrays.sort(shares);
      top += shares[categories - 1] / total;
      tenth += Arrays.stream(shares).skip(categories - tenthOf(categories)).sum() / total;
      double differences = 0;
      for (int i = 0; i < categories; i++) {
        differences += (2.0 * i + 1 - categories) * shares[i];
      }
      gini += differences / categories / total;
    }
    return new EqualShares(top / runs, tenth / runs, gini / runs);
  }

  /**
   * {@return how many categories the largest tenth is; {@code ceil(n/10)}}
   *
   * @param categories n, at least 1
   */
  public static int tenthOf(int categories) {
    return (categories - 1) / 10 + 1;
  }
}
