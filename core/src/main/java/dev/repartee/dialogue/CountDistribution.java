package dev.repartee.dialogue;

import dev.repartee.measure.Groups;
import dev.repartee.measure.Tally;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import dev.repartee.stats.Quantile;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * How whole numbers are distributed: depths, sizes, messages. Their number, sum and largest are
 * exact. Numbers up to 511 are counted one by one; larger ones in classes, of which there are 256
 * from one power of two to the next, so that a quantile beyond 511 is off by 0.2 % at most.
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

  /** What a distribution is of: any tally in replicate groups. */
  private interface Source {
    Estimate mean();

    Proportion share(int fromInclusive, int toExclusive);
  }

  private final CountTally total;
  private final Source source;

  private CountDistribution(CountTally total, Source source) {
    this.total = total;
    this.source = source;
  }

  static <T extends Tally<T>> CountDistribution of(
      Groups<T> groups, Function<? super T, CountTally> counts) {
    return new CountDistribution(
        counts.apply(groups.total()),
        new Source() {
          @Override
          public Estimate mean() {
            return groups.estimate(tally -> mean(counts.apply(tally)));
          }

          private double mean(CountTally of) {
            return of.count() == 0 ? Double.NaN : (double) of.sum() / of.count();
          }

          @Override
          public Proportion share(int fromInclusive, int toExclusive) {
            return groups.share(
                tally -> {
                  CountTally of = counts.apply(tally);
                  return of.atLeast(fromInclusive) - of.atLeast(toExclusive);
                },
                tally -> counts.apply(tally).count());
          }
        });
  }

  /**
   * Returns how many numbers there are.
   *
   * @return at least 0
   */
  public long count() {
    return total.count();
  }

  /**
   * Returns their sum.
   *
   * @return at least 0, exactly
   */
  public long sum() {
    return total.sum();
  }

  /**
   * Returns their mean.
   *
   * @return the mean; undefined where there are none
   */
  public Estimate mean() {
    return source.mean();
  }

  /**
   * Returns the largest.
   *
   * @return exactly; empty where there are none
   */
  public OptionalLong max() {
    return total.max() < 0 ? OptionalLong.empty() : OptionalLong.of(total.max());
  }

  /**
   * Returns the median.
   *
   * @return the median; NaN where there are none
   */
  public double median() {
    return quantile(0.5);
  }

  /**
   * Returns a quantile of type 7, see {@link Quantile}.
   *
   * @param q from 0 to 1
   * @return the quantile, exact up to 511 and off by 0.2 % at most beyond; NaN where there are none
   * @throws IllegalArgumentException if {@code q} is out of range
   */
  public double quantile(double q) {
    List<Bin> bins = bins();
    long[] numbers = bins.stream().mapToLong(CountDistribution::middle).toArray();
    long[] counts = bins.stream().mapToLong(Bin::count).toArray();
    return Quantile.of(numbers, counts, q);
  }

  private static long middle(Bin bin) {
    return bin.fromInclusive + (bin.toInclusive - bin.fromInclusive) / 2;
  }

  /**
   * Returns the share of numbers that are as large as one, or larger.
   *
   * @param number from 0 to 512
   * @return the share
   * @throws IllegalArgumentException if the number is out of range
   */
  public Proportion atLeast(int number) {
    check(number, CountTally.FIRST_SHARED);
    return source.share(number, Integer.MAX_VALUE);
  }

  /**
   * Returns the share of numbers that are equal to one.
   *
   * @param number from 0 to 511
   * @return the share
   * @throws IllegalArgumentException if the number is out of range
   */
  public Proportion exactly(int number) {
    check(number, CountTally.FIRST_SHARED - 1);
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

  /**
   * Returns the numbers in classes.
   *
   * @return ascending, those only in which there are any
   */
  public List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < total.classes(); i++) {
      if (total.inClass(i) > 0) {
        long last = Math.min(total.max(), CountTally.first(i + 1) - 1);
        bins.add(new Bin(CountTally.first(i), last, total.inClass(i)));
      }
    }
    return List.copyOf(bins);
  }

  /**
   * Returns all classes as a table for people.
   *
   * @return lines of text
   */
  public String table() {
    TextTable table = TextTable.of("number", "count");
    for (Bin bin : bins()) {
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
            + NumberText.count(total.max());
  }
}
