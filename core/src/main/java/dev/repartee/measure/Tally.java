package dev.repartee.measure;

import dev.repartee.stats.LatencyGroups;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a sweep adds up. A tally holds integers only, so that adding is exact, in any order and
 * grouping: that makes results the same to the bit however the work is split.
 *
 * <p>Most tallies are made of counts and of other tallies. These say so once, as {@link Declared}
 * tallies, and are added, written and read accordingly.
 *
 * @param <T> the tally itself
 */
public interface Tally<T extends Tally<T>> {
  /**
   * Adds all that another tally has counted; the other stays as it is.
   *
   * @param other the other tally, with the same options
   * @throws ArithmeticException if a sum exceeds the range of {@code long}
   */
  void add(T other);

  /**
   * Writes the state, so that equal states write equal bytes.
   *
   * @param out where to
   * @throws IOException if writing fails
   */
  void write(DataOutput out) throws IOException;

  /**
   * Reads what {@link #write} wrote into this tally, which must have counted nothing.
   *
   * @param in where from
   * @throws IOException if the bytes end early or make no sense
   */
  void read(Input in) throws IOException;

  /**
   * A tally that declares its parts and does nothing else by hand.
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
    /** {@return the parts of the tally: the same for every tally of the class} */
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
     * @param out where to
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
     * @param in where from
     * @return a value equal to the one written
     * @throws IOException if the bytes end early or make no sense
     */
    X read(Input in) throws IOException;
  }

  /**
   * The bytes of a tally. What is counted in all of it must stay below 2^60, so that no sum of
   * counts, whatever is added up, exceeds the range of {@code long}.
   */
  final class Input extends DataInputStream {
    /** The sum of all counts of a summary is below this. */
    static final long MOST = 1L << 60;

    private long counted;

    /**
     * Creates the input of one tally.
     *
     * @param in where from
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
     * @throws IOException if the bytes end early, the count is negative or all counts together are
     *     more than can be counted
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
     * @param empty what they are added to, so that they are of its kind
     * @throws IOException if the bytes end early or are no latencies
     */
    public void readTimes(LatencyGroups empty) throws IOException {
      LatencyGroups times = LatencyGroups.read(this);
      addCounted(times.total());
      empty.addAll(times);
    }

    private void addCounted(long count) throws IOException {
      if (!(count >= 0 && count < MOST - counted)) {
        throw new IOException("count " + count + " is none, after " + counted + " others");
      }
      counted += count;
    }

    /** How many were counted so far. */
    long counted() {
      return counted;
    }
  }
}
