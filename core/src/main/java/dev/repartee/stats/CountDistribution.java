package dev.repartee.stats;

import dev.repartee.internal.math.Quantile;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.util.List;
import java.util.OptionalLong;

/**
 * The distribution of whole numbers, such as depths, sizes or counts of messages. Count, sum and
 * maximum are exact. Numbers up to 511 are counted one by one; larger ones in classes, 256 from one
 * power of two to the next, so a quantile beyond 511 is off by at most 0.2 %.
 *
 * <pre>{@code
 * CountDistribution depth = log.measure(Structure.standard()).depth();
 * depth.mean();
 * depth.atLeast(2);
 * }</pre>
 *
 * <p>Immutable.
 */
public final class CountDistribution {
  /**
   * Numbers that are counted together.
   *
   * @param fromInclusive the smallest of them
   * @param toInclusive the largest of them
   * @param count how often they occur, at least once
   */
  public record Bin(long fromInclusive, long toInclusive, long count) {}

  /** Answers what the bins of a distribution cannot. */
  public interface Source {
    /**
     * {@return the smallest number that shares its bin with another, at least 1; below it, every
     * number has a separate bin}
     */
    int firstShared();

    /** {@return the mean with its error} */
    Estimate mean();

    /**
     * {@return the share of a range of numbers with its error}
     *
     * @param fromInclusive the smallest number, at most {@link #firstShared}
     * @param toExclusive the number after the largest
     */
    Proportion share(int fromInclusive, int toExclusive);
  }

  private final List<Bin> bins;
  private final long sum;
  private final Source source;

  private CountDistribution(List<Bin> bins, long sum, Source source) {
    this.bins = List.copyOf(bins);
    this.sum = sum;
    this.source = source;
  }

  /**
   * {@return a new distribution}
   *
   * @param bins how often each number occurs, in ascending order, without empty bins; the last bin
   *     ends with the largest number
   * @param sum the exact sum of the numbers
   * @param source answers what the bins cannot
   */
  public static CountDistribution of(List<Bin> bins, long sum, Source source) {
    return new CountDistribution(bins, sum, source);
  }

  /** {@return the number of numbers, at least 0} */
  public long count() {
    return bins.stream().mapToLong(Bin::count).sum();
  }

  /** {@return their exact sum, at least 0} */
  public long sum() {
    return sum;
  }

  /** {@return their mean; undefined if there are none} */
  public Estimate mean() {
    return source.mean();
  }

  /** {@return the exact maximum; empty if there are none} */
  public OptionalLong max() {
    return bins.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(bins.get(bins.size() - 1).toInclusive);
  }

  /** {@return the median; NaN if there are none} */
  public double median() {
    return quantile(0.5);
  }

  /**
   * Returns a quantile of type 7, see {@link Quantile}.
   *
   * @param q from 0 to 1
   * @return the quantile, exact up to 511 and off by at most 0.2 % beyond; NaN if there are none
   * @throws IllegalArgumentException if {@code q} is out of range
   */
  public double quantile(double q) {
    long[] numbers = bins.stream().mapToLong(CountDistribution::middle).toArray();
    long[] counts = bins.stream().mapToLong(Bin::count).toArray();
    return Quantile.of(numbers, counts, q);
  }

  private static long middle(Bin bin) {
    return bin.fromInclusive + (bin.toInclusive - bin.fromInclusive) / 2;
  }

  /**
   * {@return the share of numbers greater than or equal to a given one}
   *
   * @param number from 0 to 512
   * @throws IllegalArgumentException if the number is out of range
   */
  public Proportion atLeast(int number) {
    check(number, source.firstShared());
    return source.share(number, Integer.MAX_VALUE);
  }

  /**
   * {@return the share of numbers equal to a given one}
   *
   * @param number from 0 to 511
   * @throws IllegalArgumentException if the number is out of range
   */
  public Proportion exactly(int number) {
    check(number, source.firstShared() - 1);
    return source.share(number, number + 1);
  }

  private static void check(int number, int most) {
    if (!(number >= 0 && number <= most)) {
      throw new IllegalArgumentException(
          "number ("
              + number
              + ") must be from 0 to "
              + most
              + ": larger ones are counted in classes; bins() has them");
    }
  }

  /** {@return the non-empty classes, ascending} */
  public List<Bin> bins() {
    return bins;
  }

  /** {@return all classes as a readable table} */
  public String table() {
    TextTable table = TextTable.of("number", "count");
    for (Bin bin : bins) {
      String numbers = NumberText.count(bin.fromInclusive);
      boolean isOne = bin.fromInclusive == bin.toInclusive;
      table.row(isOne ? numbers : numbers + " to " + NumberText.count(bin.toInclusive), bin.count);
    }
    return table.toString();
  }

  /** Returns such as {@code median 2, mean 1.63, at most 2}, or {@code none}. */
  @Override
  public String toString() {
    return count() == 0
        ? "none"
        : "median "
            + NumberText.decimal(median()).replaceAll("\\.00$", "")
            + ", mean "
            + NumberText.decimal((double) sum() / count())
            + ", at most "
            + NumberText.count(max().orElseThrow());
  }
}
