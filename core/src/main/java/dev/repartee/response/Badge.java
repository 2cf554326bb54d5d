package dev.repartee.response;

import dev.repartee.text.DurationText;
import dev.repartee.text.NumberText;
import java.util.List;

/**
 * A badge that a platform gives or gave for answering people, judged clause by clause. It counts
 * what the log holds, and claims nothing beyond; so there are no intervals here.
 *
 * @param name what the badge is called, and by whom
 * @param clauses what it asks for, one by one
 * @param note what must be kept in mind; empty where nothing must
 */
public record Badge(String name, List<Clause> clauses, String note) {
  private static final int HEADLINE = 49;

  /**
   * Keeps the clauses as they are.
   *
   * @param name what the badge is called, and by whom
   * @param clauses what it asks for, one by one
   * @param note what must be kept in mind; empty where nothing must
   * @throws IllegalArgumentException if there is no clause
   */
  public Badge {
    clauses = List.copyOf(clauses);
    if (clauses.isEmpty()) {
      throw new IllegalArgumentException("clauses (none) must be at least one");
    }
  }

  /** Whether something that was asked for is so. */
  public enum State {
    /** It is so. */
    MET("met"),
    /** It is not. */
    NOT_MET("not met"),
    /** The log holds nothing to tell it by. */
    NO_DATA("no data");

    private final String text;

    State(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** What a number counts, and on which side of its threshold it must be. */
  public enum Rule {
    /** A share that must be at least the threshold. */
    SHARE_AT_LEAST,
    /** A count that must be at least the threshold. */
    COUNT_AT_LEAST,
    /** Milliseconds that must be at most the threshold. */
    MILLIS_AT_MOST
  }

  /**
   * One thing that a badge asks for.
   *
   * @param text what is asked for
   * @param value the number found; NaN where there is nothing to tell it by
   * @param threshold the number asked for
   * @param rule what the numbers are, and how they compare
   */
  public record Clause(String text, double value, double threshold, Rule rule) {
    /**
     * Returns whether the number found keeps to the threshold, which itself is enough.
     *
     * @return the state; NO_DATA where there is no number
     */
    public State state() {
      if (Double.isNaN(value)) {
        return State.NO_DATA;
      }
      boolean isMet = rule == Rule.MILLIS_AT_MOST ? value <= threshold : value >= threshold;
      return isMet ? State.MET : State.NOT_MET;
    }

    private String number(double number) {
      return switch (rule) {
        case SHARE_AT_LEAST -> NumberText.share(number);
        case COUNT_AT_LEAST -> NumberText.count((long) number);
        case MILLIS_AT_MOST -> DurationText.ofMillis(number);
      };
    }

    @Override
    public String toString() {
      return text
          + ": "
          + (Double.isNaN(value) ? "" : number(value) + ", ")
          + (rule == Rule.MILLIS_AT_MOST ? "at most " : "at least ")
          + number(threshold)
          + ": "
          + state();
    }
  }

  /**
   * Returns whether all clauses are met.
   *
   * @return NOT_MET where any clause is not met; else NO_DATA where any has no data; else MET
   */
  public State state() {
    State state = State.MET;
    for (Clause clause : clauses) {
      if (clause.state() == State.NOT_MET) {
        return State.NOT_MET;
      }
      state = clause.state() == State.NO_DATA ? State.NO_DATA : state;
    }
    return state;
  }

  @Override
  public String toString() {
    String head = name + ": " + state();
    StringBuilder text =
        new StringBuilder(head.length() <= HEADLINE ? head : head.substring(0, HEADLINE - 1) + "…");
    clauses.forEach(clause -> text.append('\n').append(clause));
    return text.append(note.isEmpty() ? "" : "\n" + note).toString();
  }
}
