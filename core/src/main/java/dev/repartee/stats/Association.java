package dev.repartee.stats;

import dev.repartee.internal.math.Distributions;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * The association of two numbers over the same few things; association, not cause.
 *
 * <ul>
 *   <li>{@link #pearson}: the correlation r, with the interval of Fisher's z, {@code tanh(atanh r
 *       +- 1.96 / sqrt(n - 3))};
 *   <li>{@link #spearman}: the correlation of ranks, where ties share their mean rank, with the
 *       interval {@code tanh(atanh r +- 1.96 sqrt((1 + r^2 / 2) / (n - 3)))};
 *   <li>{@link #partial}: Pearson's correlation controlling for a third number, with {@code n - 4}
 *       instead of {@code n - 3}.
 * </ul>
 *
 * <p>With fewer than 6 things there is a value but no interval. With fewer than 3, or if all
 * numbers on one side are equal, there is no value either.
 *
 * <pre>{@code
 * Association a = Association.of(new double[] {1, 2, 3, 4, 5, 6}, new double[] {2, 1, 4, 3, 6, 5});
 * a.pearson();        // 0.83 [0.05, 0.98]
 * a.spearman();       // 0.83 [-0.11, 0.99]
 * a.spearmanPValue(2009);
 * }</pre>
 *
 * <p>Sources: R. A. Fisher, 1921, "On the Probable Error of a Coefficient of Correlation Deduced
 * from a Small Sample"; D. G. Bonett, T. A. Wright, 2000, "Sample Size Requirements for Estimating
 * Pearson, Kendall and Spearman Correlations". Immutable.
 */
public final class Association {
  private static final int FEWEST = 3;
  private static final int FEWEST_FOR_INTERVAL = 6;

  /** From this number on, the t distribution is used. */
  private static final int MANY = 20;

  private static final int PERMUTATIONS = 9_999;

  private final double[] first;
  private final double[] second;

  private Association(double[] first, double[] second) {
    this.first = first;
    this.second = second;
  }

  /**
   * {@return the association of numbers}
   *
   * @param first one number for each thing, finite
   * @param second the other numbers, in the same order
   * @throws IllegalArgumentException if the lengths differ or a number is not finite
   */
  public static Association of(double[] first, double[] second) {
    checkLength(first, second);
    return new Association(checked("first", first), checked("second", second));
  }

  private static void checkLength(double[] first, double[] other) {
    if (first.length != other.length) {
      throw new IllegalArgumentException(
          "numbers must be as many on each side: " + first.length + " and " + other.length);
    }
  }

  private static double[] checked(String name, double[] numbers) {
    for (double number : numbers) {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException(
            name + " (" + number + ") must be finite; leave out what has no number");
      }
    }
    return numbers.clone();
  }

  /** {@return the number of things, at least 0} */
  public int size() {
    return first.length;
  }

  /**
   * {@return Pearson's correlation, from -1 to 1; undefined or without an interval with too few
   * things}
   */
  public Estimate pearson() {
    return withInterval(correlation(first, second), 1, 3);
  }

  /**
   * {@return Spearman's correlation of ranks, from -1 to 1; undefined or without an interval with
   * too few things}
   */
  public Estimate spearman() {
    double r = correlation(ranks(first), ranks(second));
    return withInterval(r, 1 + r * r / 2, 3);
  }

  /**
   * {@return Pearson's correlation controlling for a third number: {@code (r12 - r13 r23) / sqrt((1
   * - r13^2) (1 - r23^2))}; from -1 to 1; undefined or without an interval with too few things, or
   * if the third number determines one of the others exactly}
   *
   * @param control the third number for each thing, such as the logarithm of its size
   * @throws IllegalArgumentException if the lengths differ or a number is not finite
   */
  public Estimate partial(double[] control) {
    checkLength(first, control);
    double[] third = checked("control", control);
    double both = correlation(first, second);
    double one = correlation(first, third);
    double other = correlation(second, third);
    double rest = (1 - one * one) * (1 - other * other);
    // What is left of a number that the third one tells is rounding.
    double r = rest > 1e-12 ? (both - one * other) / Math.sqrt(rest) : Double.NaN;
    return withInterval(r, 1, 4);
  }

  private Estimate withInterval(double r, double factor, int lost) {
    if (Double.isNaN(r)) {
      return Estimate.undefined(size() < FEWEST ? "fewer than " + FEWEST : "nothing varies");
    }
    double within = Math.max(-1, Math.min(1, r)); // rounding
    if (size() < FEWEST_FOR_INTERVAL) {
      return Estimate.withoutInterval(within, 0, "fewer than " + FEWEST_FOR_INTERVAL);
    }
    if (Math.abs(within) > 1 - 1e-12) {
      return Estimate.withoutInterval(within, 0, "exact");
    }
    double error = Math.sqrt(factor / (size() - lost));
    double half = Distributions.normalFactor(Distributions.DEFAULT_LEVEL) * error;
    double z = Math.log((1 + within) / (1 - within)) / 2;
    return Estimate.of(
        within,
        error * (1 - within * within),
        new Interval(Math.tanh(z - half), Math.tanh(z + half)),
        Distributions.DEFAULT_LEVEL,
        0);
  }

  /**
   * Returns the probability that ranks agree, or disagree, at least this much by chance: below 20
   * things by 9,999 random orders, which are the same for the same seed; otherwise by Student's t.
   *
   * @param seed the seed of the random orders
   * @return the two-sided p value, in (0, 1]; NaN if the correlation is not defined
   */
  public double spearmanPValue(long seed) {
    double[] one = ranks(first);
    double[] other = ranks(second);
    double r = correlation(one, other);
    if (Double.isNaN(r)) {
      return Double.NaN;
    }
    if (size() >= MANY) {
      double t = r * Math.sqrt((size() - 2) / Math.max(Double.MIN_NORMAL, 1 - r * r));
      return Distributions.studentTail(t, size() - 2.0);
    }
    double mean = (size() + 1) / 2.0;
    double expected = size() * mean * mean;
    double distance = Math.abs(product(one, other) - expected) - 1e-9;
    Random random = new Random(seed);
    int asFar = 1; // the order that was found is one of them
    for (int i = 0; i < PERMUTATIONS; i++) {
      shuffle(other, random);
      asFar += Math.abs(product(one, other) - expected) >= distance ? 1 : 0;
    }
    return asFar / (PERMUTATIONS + 1.0);
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static void shuffle(double[] numbers, Random random) {
    for (int i = numbers.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double kept = numbers[i];
      numbers[i] = numbers[j];
      numbers[j] = kept;
    }
  }

  private static double[] ranks(double[] numbers) {
    return numbers.length == 0 ? numbers : new NaturalRanking(TiesStrategy.AVERAGE).rank(numbers);
  }

  private static double correlation(double[] one, double[] other) {
    return one.length < FEWEST || isConstant(one) || isConstant(other)
        ? Double.NaN
        : new PearsonsCorrelation().correlation(one, other);
  }

  private static boolean isConstant(double[] numbers) {
    return Arrays.stream(numbers).allMatch(number -> number == numbers[0]);
  }

  @Override
  public String toString() {
    return "Pearson "
        + pearson()
        + "\nSpearman "
        + spearman()
        + "\nof "
        + size()
        + "; association, not cause";
  }
}
