package dev.repartee.measure;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Predicate;

/**
 * How many messages are of some kind, with the error of the share: the measure of one's own in one
 * line.
 *
 * <pre>{@code
 * Counts urgent = Counts.ofMessages("labelled urgent", row -> row.label().equals("urgent"));
 * log.measure(urgent.by(Dimension.CHANNEL));
 * }</pre>
 */
public final class Counts implements Measure<CountSummary> {
  private final String name;
  private final Predicate<? super Row> predicate;

  private Counts(String name, Predicate<? super Row> predicate) {
    this.name = name;
    this.predicate = predicate;
  }

  /**
   * Returns the measure that counts messages.
   *
   * @param name what the predicate is called; measures with equal names are taken to ask the same
   * @param predicate says whether a message counts; it must depend on the row alone
   * @return the measure
   * @throws IllegalArgumentException if the name is blank
   */
  public static Counts ofMessages(String name, Predicate<? super Row> predicate) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "name (" + name + ") must not be blank: it tells this measure from others");
    }
    return new Counts(name, predicate);
  }

  /** Messages, and those that count. */
  static final class Count implements Tally<Count> {
    private long matched;
    private long messages;

    static Count read(DataInput in) throws IOException {
      Count result = new Count();
      result.matched = in.readLong();
      result.messages = in.readLong();
      if (!(result.matched >= 0 && result.matched <= result.messages)) {
        throw new IOException(result + " is no share");
      }
      return result;
    }

    long matched() {
      return matched;
    }

    long messages() {
      return messages;
    }

    @Override
    public void add(Count other) {
      matched = Math.addExact(matched, other.matched);
      messages = Math.addExact(messages, other.messages);
    }

    @Override
    public void write(DataOutput out) throws IOException {
      out.writeLong(matched);
      out.writeLong(messages);
    }

    @Override
    public String toString() {
      return matched + "/" + messages;
    }
  }

  @Override
  public Plan<?, CountSummary> plan() {
    return Plan.of("messages " + name, Unit.CONVERSATION, Count::new, Count::read, this::sweep)
        .inGroups(evidence -> new CountSummary(name, evidence));
  }

  private void sweep(Slice slice, Split<Count> split) {
    for (int unit = 0; unit < slice.units(); unit++) {
      for (int position = slice.from(unit); position < slice.to(unit); position++) {
        int row = slice.row(position);
        Count count = split.at(row);
        count.messages++;
        if (predicate.test(slice.view(row))) {
          count.matched++;
        }
      }
    }
  }

  @Override
  public String toString() {
    return "count of messages " + name;
  }
}
