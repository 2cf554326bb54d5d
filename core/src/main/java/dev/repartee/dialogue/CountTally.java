package dev.repartee.dialogue;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How often each number occurs. Each has a class of its own up to 511; from there on there are 256
 * classes from one power of two to the next, 6,144 in all. The sum and the largest are exact.
 */
final class CountTally {
  /** Numbers below this one have classes of their own. */
  static final int FIRST_SHARED = 512;

  private static final int CLASSES_PER_POWER = FIRST_SHARED / 2;
  private static final int CLASSES = 24 * CLASSES_PER_POWER;
  private static final int PLACE_OF_FIRST = 8;

  /** As long as the largest class seen asks for. */
  private long[] counts = new long[0];

  private long count;
  private long sum;
  private int max = -1;

  void add(int number, long times) {
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
  static long first(int numberClass) {
    if (numberClass < FIRST_SHARED) {
      return numberClass;
    }
    int shift = numberClass / CLASSES_PER_POWER - 1;
    return (long) (numberClass % CLASSES_PER_POWER + CLASSES_PER_POWER) << shift;
  }

  /** One more than the number of the largest class seen. */
  int classes() {
    return max < 0 ? 0 : classOf(max) + 1;
  }

  long inClass(int numberClass) {
    return numberClass < counts.length ? counts[numberClass] : 0;
  }

  /** How many are as large, or larger: at most {@link #FIRST_SHARED}. */
  long atLeast(int number) {
    long result = 0;
    for (int i = number; i < counts.length; i++) {
      result += counts[i];
    }
    return result;
  }

  long count() {
    return count;
  }

  long sum() {
    return sum;
  }

  /** The largest number, or -1. */
  int max() {
    return max;
  }

  void add(CountTally other) {
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

  CountTally plus(CountTally other) {
    CountTally result = new CountTally();
    result.add(this);
    result.add(other);
    return result;
  }

  void write(DataOutput out) throws IOException {
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

  static CountTally read(DataInput in) throws IOException {
    CountTally result = new CountTally();
    result.max = in.readInt();
    result.sum = in.readLong();
    if (result.max < -1) {
      throw new IOException("largest number " + result.max + " is negative");
    }
    result.counts = new long[result.classes()];
    for (int i = in.readUnsignedShort(); i != CLASSES; i = in.readUnsignedShort()) {
      if (i >= result.counts.length) {
        throw new IOException("class " + i + " of numbers is beyond the largest");
      }
      result.counts[i] = in.readLong();
      result.count += result.counts[i];
    }
    return result;
  }

  @Override
  public String toString() {
    return count + " numbers up to " + max;
  }
}
