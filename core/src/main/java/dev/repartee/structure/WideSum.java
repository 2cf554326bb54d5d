package dev.repartee.structure;

import dev.repartee.measure.Tally;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;

/** A sum of numbers that are not negative, exact up to 127 bits. */
final class WideSum implements Tally<WideSum> {
  private long high;
  private long low;

  void clear() {
    high = 0;
    low = 0;
  }

  void add(long number) {
    addWide(0, number);
  }

  /** Adds a number as many times. */
  void add(long number, long times) {
    addWide(Math.multiplyHigh(number, times), number * times);
  }

  @Override
  public void add(WideSum other) {
    addWide(other.high, other.low);
  }

  private void addWide(long otherHigh, long otherLow) {
    low += otherLow;
    boolean isCarrying = Long.compareUnsigned(low, otherLow) < 0;
    high = Math.addExact(high, otherHigh + (isCarrying ? 1 : 0));
  }

  /** Whether the sum fits a long. */
  boolean isLong() {
    return high == 0 && low >= 0;
  }

  /** The sum, if it fits a long. */
  long asLong() {
    return low;
  }

  BigInteger toBigInteger() {
    BigInteger upper = BigInteger.valueOf(high).shiftLeft(Long.SIZE);
    BigInteger lower = BigInteger.valueOf(low);
    return upper.add(low < 0 ? lower.add(BigInteger.ONE.shiftLeft(Long.SIZE)) : lower);
  }

  double toDouble() {
    return isLong() ? low : toBigInteger().doubleValue();
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeLong(high);
    out.writeLong(low);
  }

  @Override
  public void read(Input in) throws IOException {
    high = in.readCount();
    low = in.readLong();
  }
}
