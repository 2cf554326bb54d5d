package dev.repartee.measure;

import dev.repartee.stats.LatencyGroups;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a sweep adds up. A tally holds only integers, so adding is exact in any order and grouping,
 * and results are the same to the bit however the work is split.
 *
 * <p>Most tallies consist of counts and other tallies. {@link Declared} tallies list these parts
 * once; adding, writing and reading follow from the list.
 *
 * @param <T> the tally itself
 */
public interface Tally<T extends Tally<T>> {
  /**
   * Adds everything another tally has counted; the other stays unchanged.
   *
   * @param other the other tally, with the same options
   * @throws ArithmeticException if a sum exceeds the range of {@code long}
   */
  void add(T other);

  /**
   * Writes the state, so that equal states write equal bytes.
   *
   * @param out what to write to
   * @throws IOException if writing fails
   */
  void write(DataOutput out) throws IOException;

  /**
   * Reads what {@link #write} wrote into this tally, which must be empty.
   *
   * @param in what to read from
   * @throws IOException if the bytes end early or are invalid
   */
  void read(Input in) throws IOException;

  /**
   * A tally that only declares its parts.
   *
   * <pre>{@code
   * final class Weekend implements Tally.Declared<Weekend> {
   *   private static final TallyForm<Weekend> FORM =
   *       TallyForm.of(Weekend.class)
   *           .count(t -> t.messages, (t, n) -> t.messages = n)
   *           .count(t -> t.onWeekend, (t, n) -> t.onWeekend = n);
   *
   *   long messages;
   *   long onWeekend;
   *
   *   public TallyForm<Weekend> form() { return FORM; }
   * }
   * }</pre>
   *
   * @param <T> the tally itself
   */
  interface Declared<T extends Declared<T>> extends Tally<T> {
    /** {@return the parts of the tally, the same for every tally of the class} */
    TallyForm<T> form();

    @Override
    @SuppressWarnings("unchecked") // T is the tally itself
    default void add(T other) {
      form().add((T) this, other);
    }

    @Override
    @SuppressWarnings("unchecked") // T is the tally itself
    default void write(DataOutput out) throws IOException {
      form().write((T) this, out);
    }

    @Override
    @SuppressWarnings("unchecked") // T is the tally itself
    default void read(Input in) throws IOException {
      form().read((T) this, in);
    }
  }

  /**
   * Writes a value, such as a name.
   *
   * @param <X> the value
   */
  @FunctionalInterface
  interface Writer<X> {
    /**
     * Writes a value.
     *
     * @param value the value
     * @param out what to write to
     * @throws IOException if writing fails
     */
    void write(X value, DataOutput out) throws IOException;
  }

  /**
   * Reads a value.
   *
   * @param <X> the value
   */
  @FunctionalInterface
  interface Reader<X> {
    /**
     * Reads a value.
     *
     * @param in what to read from
     * @return a value equal to the one written
     * @throws IOException if the bytes end early or are invalid
     */
    X read(Input in) throws IOException;
  }

  /**
   * The bytes of a tally. The sum of all its counts must stay below 2^60, so that no sum of counts
   * exceeds the range of {@code long}.
   */
  final class Input extends DataInputStream {
    /** The sum of all counts of a summary is below this. */
    static final long MOST = 1L << 60;

    private long counted;

    /**
     * Creates the input of one tally.
     *
     * @param in what to read from
     */
    public Input(InputStream in) {
      super(in);
    }

    @Override
    public String toString() {
      return "bytes of a tally";
    }

    /**
     * Reads a count.
     *
     * @return the next long
     * @throws IOException if the bytes end early, the count is negative, or all counts together are
     *     too large
     */
    public long readCount() throws IOException {
      return counted(readLong());
    }

    /** Takes note of a count that was read. */
    long counted(long count) throws IOException {
      addCounted(count);
      return count;
    }

    /**
     * Reads latencies.
     *
     * @param empty what they are added to, which determines their kind
     * @throws IOException if the bytes end early or are not latencies
     */
    public void readTimes(LatencyGroups empty) throws IOException {
      LatencyGroups times = LatencyGroups.read(this);
      addCounted(times.total());
      empty.addAll(times);
    }

    private void addCounted(long count) throws IOException {
      if (!(count >= 0 && count < MOST - counted)) {
        throw new IOException("count " + count + " is out of range, after " + counted + " others");
      }
      counted += count;
    }

    /** The sum of the counts so far. */
    long counted() {
      return counted;
    }
  }
}
