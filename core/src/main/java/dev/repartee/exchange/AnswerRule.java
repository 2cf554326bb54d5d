package dev.repartee.exchange;

import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What counts as an answer. Immutable; the methods return copies with one option changed.
 *
 * <pre>{@code
 * AnswerRule.standard().answeredBy(Answerer.ANYBODY_ELSE).answeredWith("answer")
 * // ==> answered by anybody else, answered with "answer"
 * }</pre>
 */
public final class AnswerRule {
  private static final AnswerRule STANDARD = new AnswerRule(Answerer.ADDRESSEE, false, null, false);

  private final Answerer answerer;
  private final boolean countsBots;
  private final @Nullable String label;
  private final boolean servesAll;

  private AnswerRule(
      Answerer answerer, boolean countsBots, @Nullable String label, boolean servesAll) {
    this.answerer = answerer;
    this.countsBots = countsBots;
    this.label = label;
    this.servesAll = servesAll;
  }

  /**
   * Returns the usual rule: members of the addressee answer, no bots, nothing automatic, and where
   * nothing says whom a message answers it answers the person who spoke last, if that one waits.
   *
   * @return the rule without options
   */
  public static AnswerRule standard() {
    return STANDARD;
  }

  /**
   * Returns the rule with another answering side.
   *
   * @param newAnswerer who can answer
   * @return a copy
   */
  public AnswerRule answeredBy(Answerer newAnswerer) {
    return new AnswerRule(newAnswerer, countsBots, label, servesAll);
  }

  /**
   * Returns the rule by which bots answer like people. What is sent automatically still does not.
   *
   * @return a copy
   */
  public AnswerRule countingBots() {
    return new AnswerRule(answerer, true, label, servesAll);
  }

  /**
   * Returns the rule by which only messages with a label answer. Others neither answer nor
   * interrupt the turn of a person; they remain messages of their side.
   *
   * @param newLabel the free label, as rows carry it
   * @return a copy
   * @throws IllegalArgumentException if the label is blank
   */
  public AnswerRule answeredWith(String newLabel) {
    if (newLabel.isBlank()) {
      throw new IllegalArgumentException(
          "label (" + newLabel + ") must not be blank; leave answeredWith(…) out to take any");
    }
    return new AnswerRule(answerer, countsBots, newLabel, servesAll);
  }

  /**
   * Returns the rule by which a message that replies to nobody of the audience answers everybody
   * who waits, not only the person who spoke last.
   *
   * @return a copy
   */
  public AnswerRule oneAnswerServesAll() {
    return new AnswerRule(answerer, countsBots, label, true);
  }

  /**
   * Returns who can answer.
   *
   * @return {@link Answerer#ADDRESSEE} unless chosen otherwise
   */
  public Answerer answerer() {
    return answerer;
  }

  /**
   * Returns whether bots answer.
   *
   * @return false unless chosen otherwise
   */
  public boolean isCountingBots() {
    return countsBots;
  }

  /**
   * Returns the label an answer must have.
   *
   * @return the label, or empty where any message answers
   */
  public Optional<String> label() {
    return Optional.ofNullable(label);
  }

  /**
   * Returns whether an inferred answer serves everybody who waits.
   *
   * @return false unless chosen otherwise
   */
  public boolean isServingAll() {
    return servesAll;
  }

  /**
   * Returns the options that differ from the usual rule, for the canonical text of a measure.
   *
   * @return the options separated by commas, empty for the usual rule; equal for equal rules only
   */
  public String text() {
    StringJoiner text = new StringJoiner(", ");
    if (answerer == Answerer.ANYBODY_ELSE) {
      text.add("answered by anybody else");
    }
    if (label != null) {
      text.add("answered with \"" + label.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }
    if (countsBots) {
      text.add("counting bots");
    }
    if (servesAll) {
      text.add("one answer serves all");
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AnswerRule that && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return this.equals(STANDARD) ? "answered by the addressee" : text();
  }
}
