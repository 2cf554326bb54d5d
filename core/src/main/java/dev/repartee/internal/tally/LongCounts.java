package dev.repartee.internal.tally;

import dev.repartee.internal.hash.LongCodes;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Tally;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * How often each of some numbers occurred, such as days: a tally of its own, or a part of one.
 *
 * <pre>{@code
 * LongCounts counts = new LongCounts();
 * counts.add(20_454, 1);
 * counts.add(20_454, 2);
 * counts.count(20_454);   // 3
 * counts.keys();          // [20454]
 * }</pre>
 *
 * <p>Adding takes a few nanoseconds. It takes some 30 to 60 bytes for each number that occurred.
 */
public final class LongCounts implements Tally<LongCounts> {
  private static final int FIRST_CAPACITY = 8;

  private final LongCodes codes = new LongCodes();
  private long[] counts = new long[FIRST_CAPACITY];
  private int size;
  private long total;

  private final LongPredicate mayBe;

  /** Creates counts of nothing, for any number. */
  public LongCounts() {
    this(key -> true);
  }

  /** Creates counts of nothing, for some numbers only: others are refused where they are read. */
  public LongCounts(LongPredicate mayBe) {
    this.mayBe = mayBe;
  }

  /** Returns counts of nothing, for numbers from 0 on, fewer than some. */
  public static LongCounts below(long end) {
    return new LongCounts(key -> key >= 0 && key < end);
  }

  /**
   * Counts a number. Throws {@code ArithmeticException} if the total exceeds the range of {@code
   * long}.
   */
  public void add(long key, long times) {
    int code = codes.code(key);
    if (code == counts.length) {
      counts = Arrays.copyOf(counts, 2 * code);
    }
    size = Math.max(size, code + 1);
    total = Math.addExact(total, times);
    counts[code] += times;
  }

  /** Returns how often a number occurred. At least 0. */
  public long count(long key) {
    int code = codes.find(key);
    return code == Slice.NONE ? 0 : counts[code];
  }

  /** Returns how many numbers were counted. */
  public long total() {
    return total;
  }

  /** Returns the sum of the numbers. Exact below 2^53. */
  public double sum() {
    double sum = 0;
    for (int code = 0; code < size; code++) {
      sum += (double) codes.value(code) * counts[code];
    }
    return sum;
  }

  /** Returns the numbers that occurred. */
  public long[] keys() {
    long[] keys = new long[size];
    Arrays.setAll(keys, codes::value);
    Arrays.sort(keys);
    return keys;
  }

  @Override
  public void add(LongCounts other) {
    for (int code = 0; code < other.size; code++) {
      add(other.codes.value(code), other.counts[code]);
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(size);
    for (long key : keys()) {
      out.writeLong(key);
      out.writeLong(count(key));
    }
  }

  @Override
  public void read(Input in) throws IOException {
    long before = Long.MIN_VALUE;
    for (int left = in.readInt(); left > 0; left--) {
      long key = in.readLong();
      long count = in.readCount();
      boolean isNext = mayBe.test(key) && (size == 0 || key > before);
      if (!isNext || !(count > 0 && count <= Long.MAX_VALUE - total)) {
        throw new IOException("count " + count + " of " + key + " is none");
      }
      add(key, count);
      before = key;
    }
  }
}
