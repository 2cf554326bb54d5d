package dev.repartee.internal.tally;

import dev.repartee.measure.Groups;
import dev.repartee.measure.Tally;
import dev.repartee.stats.CountDistribution;
import dev.repartee.stats.CountDistribution.Bin;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * How often each number occurs. Each has a class of its own up to 511; from there on there are 256
 * classes from one power of two to the next, 6,144 in all. The sum and the largest are exact.
 */
public final class CountTally implements Tally<CountTally> {
  /** Numbers below this one have classes of their own. */
  public static final int FIRST_SHARED = 512;

  private static final int CLASSES_PER_POWER = FIRST_SHARED / 2;
  private static final int CLASSES = 24 * CLASSES_PER_POWER;
  private static final int PLACE_OF_FIRST = 8;

  /** As long as the largest class seen asks for. */
  private long[] counts = new long[0];

  private long count;
  private long sum;
  private int max = -1;

  public void add(int number, long times) {
    int at = classOf(number);
    if (at >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(at + 1, counts.length + counts.length / 2));
    }
    counts[at] += times;
    count += times;
    sum = Math.addExact(sum, Math.multiplyExact(times, (long) number));
    max = Math.max(max, number);
  }

  private static int classOf(int number) {
    if (number < FIRST_SHARED) {
      return number;
    }
    int shift = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(number) - PLACE_OF_FIRST;
    return CLASSES_PER_POWER * shift + (number >>> shift);
  }

  /** The smallest number of a class. */
  public static long first(int numberClass) {
    if (numberClass < FIRST_SHARED) {
      return numberClass;
    }
    int shift = numberClass / CLASSES_PER_POWER - 1;
    return (long) (numberClass % CLASSES_PER_POWER + CLASSES_PER_POWER) << shift;
  }

  /** One more than the number of the largest class seen. */
  public int classes() {
    return max < 0 ? 0 : classOf(max) + 1;
  }

  public long inClass(int numberClass) {
    return numberClass < counts.length ? counts[numberClass] : 0;
  }

  /** How many are as large, or larger: at most {@link #FIRST_SHARED}. */
  public long atLeast(int number) {
    long result = 0;
    for (int i = number; i < counts.length; i++) {
      result += counts[i];
    }
    return result;
  }

  public long count() {
    return count;
  }

  public long sum() {
    return sum;
  }

  /** The largest number, or -1. */
  public int max() {
    return max;
  }

  @Override
  public void add(CountTally other) {
    if (other.counts.length > counts.length) {
      counts = Arrays.copyOf(counts, other.counts.length);
    }
    for (int i = 0; i < other.counts.length; i++) {
      counts[i] = Math.addExact(counts[i], other.counts[i]);
    }
    count = Math.addExact(count, other.count);
    sum = Math.addExact(sum, other.sum);
    max = Math.max(max, other.max);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(max);
    out.writeLong(sum);
    for (int i = 0; i < classes(); i++) {
      if (counts[i] != 0) {
        out.writeShort(i);
        out.writeLong(counts[i]);
      }
    }
    out.writeShort(CLASSES);
  }

  @Override
  public void read(Input in) throws IOException {
    max = in.readInt();
    sum = in.readCount();
    if (max < -1) {
      throw new IOException("largest number " + max + " is negative");
    }
    counts = new long[classes()];
    long least = 0;
    for (int i = in.readUnsignedShort(); i != CLASSES; i = in.readUnsignedShort()) {
      if (i >= counts.length) {
        throw new IOException("class " + i + " of numbers is beyond the largest");
      }
      counts[i] = in.readCount();
      count += counts[i];
      least = Math.addExact(least, Math.multiplyExact(counts[i], first(i)));
    }
    // The numbers of a class are less than one and a two hundred and fifty-sixth of the first.
    long most = Math.addExact(least, least / CLASSES_PER_POWER);
    if (!(max < 0 || counts[classOf(max)] > 0) || sum < least || sum > most) {
      throw new IOException(count + " numbers up to " + max + " do not sum to " + sum);
    }
  }

  /** Returns the distribution of the numbers that tallies in replicate groups hold. */
  public static <T extends Tally<T>> CountDistribution distribution(
      Groups<T> groups, Function<? super T, CountTally> counts) {
    CountTally total = counts.apply(groups.total());
    return CountDistribution.of(
        total.bins(),
        total.sum,
        new CountDistribution.Source() {
          @Override
          public int firstShared() {
            return FIRST_SHARED;
          }

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

  private List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < classes(); i++) {
      if (inClass(i) > 0) {
        bins.add(new Bin(first(i), Math.min(max, first(i + 1) - 1), inClass(i)));
      }
    }
    return bins;
  }
}
