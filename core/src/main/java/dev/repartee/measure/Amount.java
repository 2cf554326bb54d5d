package dev.repartee.measure;

import dev.repartee.internal.math.Micros;
import java.io.DataOutput;
import java.io.IOException;

/** What a number of the caller's own comes to: the sum in two words, which no log overflows. */
final class Amount implements Tally<Amount> {
  private static final long LOW = 0xFFFF_FFFFL;

  long messages;
  long count;
  private long high;

  /** The lowest 32 bits of the sum, in millionths. */
  private long low;

  /** No number has a greater upper word. */
  private static final int MOST_HIGH_BITS = 28;

  /** Counts a message with its number in millionths, or {@link Slice#NO_VALUE}. */
  void add(long micros) {
    messages++;
    if (micros != Slice.NO_VALUE) {
      count++;
      add(micros >> Integer.SIZE, micros & LOW);
    }
  }

  private void add(long highWord, long lowWord) {
    long lows = low + lowWord;
    high = Math.addExact(high, highWord + (lows >>> Integer.SIZE));
    low = lows & LOW;
  }

  double sum() {
    return Micros.number(high, low);
  }

  double mean() {
    return count == 0 ? Double.NaN : sum() / count;
  }

  @Override
  public void add(Amount other) {
    messages = Math.addExact(messages, other.messages);
    count = Math.addExact(count, other.count);
    add(other.high, other.low);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeLong(messages);
    out.writeLong(count);
    out.writeLong(high);
    out.writeInt((int) low);
  }

  @Override
  public void read(Input in) throws IOException {
    messages = in.readCount();
    count = in.readCount();
    high = in.readLong();
    low = in.readInt() & LOW;
    boolean mayBe = count == 0 ? high == 0 && low == 0 : Math.abs(high) >> MOST_HIGH_BITS <= count;
    if (!(mayBe && high != Long.MIN_VALUE && count <= messages)) {
      throw new IOException(count + " of " + messages + " numbers do not come to such a sum");
    }
  }
}
