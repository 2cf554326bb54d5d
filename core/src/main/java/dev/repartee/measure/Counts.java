package dev.repartee.measure;

import dev.repartee.measure.Counts.Count;
import dev.repartee.stats.Proportion;
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
public final class Counts implements Measure<Counts.CountSummary> {
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

  /** How many messages are of some kind, of how many. */
  public static final class CountSummary implements Summary<CountSummary> {
    private final String name;
    private final Evidence<Groups<Count>> evidence;

    CountSummary(String name, Evidence<Groups<Count>> evidence) {
      this.name = name;
      this.evidence = evidence;
    }

    /**
     * Returns how many messages are of the kind.
     *
     * @return at least 0
     */
    public long matched() {
      return evidence.tally().sum(Count::matched);
    }

    /**
     * Returns how many messages there are.
     *
     * @return at least {@link #matched}
     */
    public long messages() {
      return evidence.tally().sum(Count::messages);
    }

    /**
     * Returns the share of messages that are of the kind, with the interval that respects that
     * people and conversations repeat.
     *
     * @return the share, undefined where there are no messages
     */
    public Proportion share() {
      return evidence.tally().share(Count::matched, Count::messages);
    }

    @Override
    public Origin origin() {
      return evidence.origin();
    }

    @Override
    public CountSummary merge(CountSummary other) {
      return new CountSummary(name, evidence.merge(other.evidence));
    }

    @Override
    public byte[] toBytes() {
      return evidence.toBytes();
    }

    @Override
    public String toString() {
      String head = "messages " + name + ": " + share();
      if (head.length() <= 49) {
        return head;
      }
      String what = "messages " + name;
      return (what.length() > 49 ? what.substring(0, 48) + "…" : what) + "\n" + share();
    }
  }
}
