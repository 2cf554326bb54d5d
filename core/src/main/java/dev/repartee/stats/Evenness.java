package dev.repartee.stats;

import dev.repartee.internal.math.Entropy;
import dev.repartee.internal.math.SplitMix;
import dev.repartee.text.NumberText;
import java.util.Arrays;
import java.util.Objects;

/**
 * How evenly a total is spread over categories: is it everybody, or just a few?
 *
 * <p>Pass all categories that could have a part, including those with 0: it matters whether three
 * of three or three of thirty departments speak.
 *
 * <pre>{@code
 * Evenness e = Evenness.of(1000, 202, 90, 33, 332, 343, 42, 433);
 * // e ==> 5.29 of 8 in effect, 2 make half
 * e.absenceFactor();   // 2
 * e.pielou();          // 0.801…
 * }</pre>
 *
 * <p>Source: M. O. Hill, 1973, "Diversity and Evenness" (exp(H)); E. C. Pielou, 1966, "The
 * measurement of diversity in different types of biological collections"; A. Chao, Y. T. Wang, L.
 * Jost, 2013, "Entropy and the species accumulation curve"; C. Gini, 1912; CHAOSS, "Contributor
 * Absence Factor".
 *
 * <p>Immutable.
 */
public final class Evenness {
  /** Sums of fractions in a different order have a smaller relative difference. */
  private static final double ROUNDING = 1e-12;

  /** From the smallest to the largest. */
  private final double[] sorted;

  private final double total;

  private Evenness(double[] sorted) {
    Arrays.sort(sorted);
    double sum = 0;
    for (double amount : sorted) {
      sum += amount;
    }
    this.sorted = sorted;
    this.total = sum;
  }

  /**
   * {@return the evenness of counts, O(n log n); undefined if the total is 0}
   *
   * @param counts one count for each category, 0 or more
   * @throws IllegalArgumentException if a count is negative
   */
  public static Evenness of(long... counts) {
    return of(Arrays.stream(counts).asDoubleStream().toArray());
  }

  /**
   * {@return the evenness of amounts, O(n log n); undefined if the total is 0}
   *
   * @param amounts one amount for each category, 0 or more and finite
   * @throws IllegalArgumentException if an amount is negative, infinite or NaN
   */
  public static Evenness of(double... amounts) {
    for (double amount : Objects.requireNonNull(amounts, "amounts")) {
      if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "amount (" + amount + ") must be 0 or more and finite; leave out what is not known");
      }
    }
    return new Evenness(amounts.clone());
  }

  /** {@return the number of categories S, including those with 0} */
  public int categories() {
    return sorted.length;
  }

  /**
   * {@return Shannon's entropy {@code H = -sum p ln p}, in nats; a category with 0 adds nothing; in
   * [0, ln S]; NaN if the total is 0}
   */
  public double entropy() {
    if (!(total > 0)) {
      return Double.NaN;
    }
    double sum = 0;
    for (double amount : sorted) {
      if (amount > 0) {
        sum -= amount / total * Math.log(amount / total);
      }
    }
    return Math.max(0, sum);
  }

  /**
   * {@return the number of equal categories that would be as diverse: {@code exp(H)}, in [1, S];
   * NaN if the total is 0}
   */
  public double effectiveNumber() {
    return Math.exp(entropy());
  }

  /**
   * {@return the number of equal categories that would be as diverse as the source of the counts,
   * if these are a sample: {@code exp(H)} with the entropy of Chao, Wang and Jost (2013), at most
   * the number of categories; in [1, S]; NaN if the total is 0; O(S)} {@link #effectiveNumber()} is
   * too low for few units: for 30 equal categories it is 25.7 after 100 units, and 17.3 after 30.
   *
   * @param counts one count for each category that could have a part, 0 or more
   * @throws IllegalArgumentException if a count is negative
   */
  public static double estimatedNumber(long... counts) {
    Objects.requireNonNull(counts, "counts");
    for (long count : counts) {
      if (!(count >= 0)) {
        throw new IllegalArgumentException("count (" + count + ") must not be negative");
      }
    }
    return Math.min(counts.length, Math.exp(Entropy.estimate(counts)));
  }

  /**
   * {@return Pielou's evenness {@code H / ln S}, in [0, 1], 1 if all are equal; NaN if the total is
   * 0 or S is 1}
   */
  public double pielou() {
    return sorted.length < 2 ? Double.NaN : entropy() / Math.log(sorted.length);
  }

  /**
   * {@return Gini's coefficient {@code sum |xi - xj| / (2 n^2 mean)}, without a small-sample
   * correction; in [0, 1 - 1/S], 0 if all are equal; NaN if the total is 0}
   */
  public double gini() {
    if (!(total > 0)) {
      return Double.NaN;
    }
    int n = sorted.length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (2.0 * i + 1 - n) * sorted[i];
    }
    return Math.max(0, sum / n / total);
  }

  /**
   * {@return the smallest number of categories that together have at least half of the total, at
   * least 1; 0 if the total is 0}
   */
  public int absenceFactor() {
    double sum = 0;
    int count = 0;
    double half = total / 2 * (1 - ROUNDING);
    while (sum < half) {
      count++;
      sum += sorted[sorted.length - count];
    }
    return count;
  }

  /**
   * Returns the combined share of some of the largest categories.
   *
   * @param largest the number of categories, 0 to S
   * @return in [0, 1]; NaN if the total is 0
   * @throws IllegalArgumentException if there are not that many
   */
  public double shareOfLargest(int largest) {
    if (!(largest >= 0 && largest <= sorted.length)) {
      throw new IllegalArgumentException(
          "largest (" + largest + ") must lie in [0, " + sorted.length + "]");
    }
    double sum = 0;
    for (int i = sorted.length - largest; i < sorted.length; i++) {
      sum += sorted[i];
    }
    return sum / total;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Evenness that && Arrays.equals(sorted, that.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }

  /** Returns such as {@code 5.29 of 8 in effect, 2 make half}. */
  @Override
  public String toString() {
    if (!(total > 0)) {
      return "none (no data)";
    }
    int few = absenceFactor();
    return NumberText.decimal(effectiveNumber())
        + " of "
        + NumberText.count(sorted.length)
        + " in effect, "
        + NumberText.count(few)
        + (few == 1 ? " makes half" : " make half");
  }

  /**
   * The concentration that chance alone produces: how uneven a total becomes if its units fall at
   * random on n equally likely categories.
   *
   * <p>Even then one category comes out on top; only concentration beyond that means something. If
   * units are bundled, such as comments in threads, whole bundles are distributed, and since there
   * are fewer of them, the result is less even.
   *
   * <pre>{@code
   * Evenness.EqualShares alone = Evenness.EqualShares.simulate(20, 100, 2009);
   * alone.topShare();      // about 0.10, where each has 0.05 on average
   * Evenness.EqualShares bundled = Evenness.EqualShares.simulate(20, new long[] {5}, new long[] {20}, 2009);
   * bundled.topShare();    // about 0.16: the same total in 20 bundles of 5
   * }</pre>
   *
   * <p>It is simulated 200 times, or fewer if that would take more than 20 million draws or visit
   * more than 20 million categories, but at least once. The same arguments always give the same
   * numbers. Immutable.
   *
   * @param topShare the mean share of the largest category; NaN if the total is 0
   * @param topTenthShare the mean share of the largest {@code ceil(n/10)} categories
   * @param gini the mean Gini coefficient
   */
  public record EqualShares(double topShare, double topTenthShare, double gini) {
    private static final long DRAWS = 20_000_000;
    private static final int MOST_RUNS = 200;

    /**
     * {@return the expected concentration of single units, in O(total + n log n) per run}
     *
     * @param categories the number of categories n, at least 1
     * @param total the number of units to distribute, at least 0
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
     * {@return the expected concentration of units in bundles, in O(bundles + n log n) per run}
     *
     * @param categories the number of categories n, at least 1
     * @param sizes the numbers of units in a bundle, at least 0
     * @param counts the number of bundles of each of these sizes, at least 0
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
     * {@return the number of categories in the largest tenth: {@code ceil(n/10)}}
     *
     * @param categories the number of categories n, at least 1
     */
    public static int tenthOf(int categories) {
      return (categories - 1) / 10 + 1;
    }
  }
}
