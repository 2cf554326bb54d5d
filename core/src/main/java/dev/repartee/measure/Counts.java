package dev.repartee.measure;

import dev.repartee.internal.text.Brief;
import dev.repartee.internal.text.OptionText;
import dev.repartee.measure.Counts.Count;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import dev.repartee.text.NumberText;
import java.util.Objects;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;

/**
 * The number of messages of some kind, and their share with its error: a custom measure in one
 * line.
 *
 * <pre>{@code
 * Counts urgent = Counts.ofMessages("labelled urgent", row -> row.label().equals("urgent"));
 * log.measure(urgent.by(Dimension.CHANNEL));
 * log.measure(Counts.ofValue("order")).mean();
 * }</pre>
 *
 * <p>Guide: {@code core/docs/guide/metrics/counts.md}.
 */
public final class Counts implements Measure<Counts.CountSummary> {

  private final String name;
  private final Predicate<? super Row> predicate;

  private Counts(String name, Predicate<? super Row> predicate) {
    this.name = name;
    this.predicate = Objects.requireNonNull(predicate, "predicate");
  }

  /**
   * {@return the measure that counts the messages for which a predicate holds} Acts are not
   * counted, nor are members' private messages among visible ones.
   *
   * @param name the name of the predicate; measures with equal names are taken to be the same
   * @param predicate decides whether a message counts; it must depend on the row alone
   * @throws IllegalArgumentException if the name is blank
   */
  public static Counts ofMessages(String name, Predicate<? super Row> predicate) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "name (" + name + ") must not be blank: it distinguishes this measure from others");
    }
    return new Counts(name, predicate);
  }

  /**
   * Returns the measure that adds up a custom number over the messages that have it.
   *
   * @param name the name of the number
   * @return the measure, which leaves out acts and {@linkplain Row#isAside members' private
   *     messages}
   * @throws IllegalArgumentException if the name is blank
   */
  public static Measure<ValueSummary> ofValue(String name) {
    return new Values(OptionText.requireAttribute(name));
  }

  private record Values(String name) implements Measure<ValueSummary> {
    @Override
    public Plan<?, ValueSummary> plan() {
      return Plan.of(toString(), Unit.CONVERSATION, Amount::new, this::sweep)
          .inGroups(evidence -> new ValueSummary(name, evidence));
    }

    private void sweep(Slice slice, Split<Amount> split) {
      IntToLongFunction value = slice.value(name);
      for (int unit = 0; unit < slice.units(); unit++) {
        for (int position = slice.from(unit); position < slice.to(unit); position++) {
          int row = slice.row(position);
          if (!slice.isAside(row)) {
            split.at(row).add(value.applyAsLong(row));
          }
        }
      }
    }

    @Override
    public String toString() {
      return "value " + OptionText.quoted(name);
    }
  }

  /** Messages, and those that count. */
  static final class Count implements Tally.Declared<Count> {
    private static final TallyForm<Count> FORM =
        TallyForm.of(Count.class)
            .count(t -> t.matched, (t, n) -> t.matched = n)
            .count(t -> t.messages, (t, n) -> t.messages = n)
            .check(t -> t.matched <= t.messages, "more messages match than there are");

    private long matched;
    private long messages;

    long matched() {
      return matched;
    }

    long messages() {
      return messages;
    }

    @Override
    public TallyForm<Count> form() {
      return FORM;
    }
  }

  @Override
  public Plan<?, CountSummary> plan() {
    return Plan.of("messages " + name, Unit.CONVERSATION, Count::new, this::sweep)
        .inGroups(evidence -> new CountSummary(name, evidence));
  }

  private void sweep(Slice slice, Split<Count> split) {
    for (int unit = 0; unit < slice.units(); unit++) {
      for (int position = slice.from(unit); position < slice.to(unit); position++) {
        int row = slice.row(position);
        if (!slice.isAside(row)) {
          Count count = split.at(row);
          count.messages++;
          count.matched += predicate.test(slice.view(row)) ? 1 : 0;
        }
      }
    }
  }

  @Override
  public String toString() {
    return "count of messages " + name;
  }

  /** The number of messages of some kind, out of all messages. */
  public static final class CountSummary extends Summary.Backed<CountSummary> {
    private final String name;
    private final Evidence<Groups<Count>> evidence;

    CountSummary(String name, Evidence<Groups<Count>> evidence) {
      super(evidence, merged -> new CountSummary(name, merged));
      this.name = name;
      this.evidence = evidence;
    }

    /** {@return the number of messages of the kind, at least 0} */
    public long matched() {
      return evidence.tally().sum(Count::matched);
    }

    /** {@return the number of all messages, at least {@link #matched}} */
    public long messages() {
      return evidence.tally().sum(Count::messages);
    }

    /**
     * {@return the share of messages that are of the kind, with an interval that accounts for
     * repeated people and conversations; undefined if there are no messages}
     */
    public Proportion share() {
      return evidence.tally().share(Count::matched, Count::messages);
    }

    @Override
    public Facts facts() {
      return Facts.of(origin())
          .count("messages", messages())
          .count("matched", matched())
          .share("share", share())
          .build();
    }

    @Override
    public String toString() {
      return origin().under(headline("messages " + name, share().toString()));
    }
  }

  private static String headline(String what, String result) {
    String head = what + ": " + result;
    if (head.length() <= Brief.HEADLINE) {
      return head;
    }
    return Brief.cut(what, Brief.HEADLINE) + "\n" + result;
  }

  /** The sum and the mean of a custom number. */
  public static final class ValueSummary extends Summary.Backed<ValueSummary> {
    private final String name;
    private final Evidence<Groups<Amount>> evidence;

    ValueSummary(String name, Evidence<Groups<Amount>> evidence) {
      super(evidence, merged -> new ValueSummary(name, merged));
      this.name = name;
      this.evidence = evidence;
    }

    /** {@return the number of messages that have a value, at least 0} */
    public long count() {
      return evidence.tally().sum(t -> t.count);
    }

    /** {@return the number of all messages, at least {@link #count}} */
    public long messages() {
      return evidence.tally().sum(t -> t.messages);
    }

    /**
     * {@return the sum over the messages that have a value, added up exactly in millionths; 0 if no
     * message has one: see {@link #count}}
     */
    public double sum() {
      return evidence.tally().total().sum();
    }

    /**
     * {@return the mean over the messages that have a value, with an interval that accounts for
     * repeated people and conversations; undefined if no message has one}
     */
    public Estimate mean() {
      return evidence.tally().estimate(Amount::mean);
    }

    @Override
    public Facts facts() {
      return Facts.of(origin())
          .count("messages", messages())
          .count("messages_with_value", count())
          .number("sum", sum())
          .number("mean", mean())
          .build();
    }

    @Override
    public String toString() {
      return origin().under(headline("mean " + name, mean().toString()))
          + "\nsum "
          + NumberText.decimal(sum())
          + ", "
          + NumberText.count(count())
          + " of "
          + NumberText.count(messages())
          + " messages";
    }
  }
}
