package dev.repartee.exchange;

import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What counts as an answer: every measure about answers takes one with {@code answers(rule)}.
 * Immutable; two rules to begin with, and copies with one option changed.
 *
 * <pre>{@code
 * AnswerRule.anybodyElse().answeredWith("answer");
 * // ==> answered by anybody else, answered with "answer"
 * log.measure(ResponseTime.eachTurn().answers(AnswerRule.standard().countingBots()));
 * }</pre>
 */
public final class AnswerRule {
  private static final AnswerRule STANDARD =
      new AnswerRule(false, false, null, false, RepliesToAudience.WAIT);
  private static final AnswerRule ANYBODY_ELSE =
      new AnswerRule(true, false, null, false, RepliesToAudience.WAIT);

  private final boolean byAnybody;
  private final boolean countsBots;
  private final @Nullable String label;
  private final boolean servesAll;
  private final RepliesToAudience repliesToAudience;

  /** Whether somebody waits for an answer who replied to somebody else of the audience. */
  public enum RepliesToAudience {
    /** Whoever writes waits, unless the message says that no response is expected. */
    WAIT,
    /** Who helps another customer waits for nobody. */
    DO_NOT_WAIT
  }

  private AnswerRule(
      boolean byAnybody,
      boolean countsBots,
      @Nullable String label,
      boolean servesAll,
      RepliesToAudience repliesToAudience) {
    this.byAnybody = byAnybody;
    this.countsBots = countsBots;
    this.label = label;
    this.servesAll = servesAll;
    this.repliesToAudience = repliesToAudience;
  }

  /**
   * {@return the usual rule: members of the addressee answer, no bots, nothing automatic, and where
   * nothing says whom a message answers it answers the person who spoke last, if that one waits}
   */
  public static AnswerRule standard() {
    return STANDARD;
  }

  /**
   * {@return the rule by which anybody but the waiting person answers: for communities, with or
   * without an organization} Otherwise it is the usual rule.
   */
  public static AnswerRule anybodyElse() {
    return ANYBODY_ELSE;
  }

  /**
   * {@return the rule that is usual in a log: {@link #standard()}, or {@link #anybodyElse()} where
   * there is no organization whose members could answer}
   *
   * @param organizations how many the directory of the log has
   */
  public static AnswerRule usualIn(int organizations) {
    return organizations == 0 ? ANYBODY_ELSE : STANDARD;
  }

  /**
   * {@return the rule by which bots answer like people; a copy} What is sent automatically still
   * does not.
   */
  public AnswerRule countingBots() {
    return new AnswerRule(byAnybody, true, label, servesAll, repliesToAudience);
  }

  /**
   * {@return the rule by which only messages with a label answer; a copy} Others neither answer nor
   * interrupt the turn of a person; they remain messages of their side.
   *
   * @param newLabel the free label, as rows carry it
   * @throws IllegalArgumentException if the label is blank
   */
  public AnswerRule answeredWith(String newLabel) {
    if (newLabel.isBlank()) {
      throw new IllegalArgumentException(
          "label (" + newLabel + ") must not be blank; leave answeredWith(…) out to take any");
    }
    return new AnswerRule(byAnybody, countsBots, newLabel, servesAll, repliesToAudience);
  }

  /**
   * {@return the rule by which a message that replies to nobody of the audience answers everybody
   * who waits in the strand, not only the person who spoke last; a copy}
   */
  public AnswerRule oneAnswerServesAll() {
    return new AnswerRule(byAnybody, countsBots, label, true, repliesToAudience);
  }

  /**
   * Returns the rule that says whether a message waits for an answer which replies to somebody else
   * of the audience. Usually it does; in a forum of helpers, and in a backlog for agents, {@link
   * RepliesToAudience#DO_NOT_WAIT} is what people mean. It still belongs to the turn of a person
   * who waits already.
   *
   * @param choice whether they wait
   * @return a copy
   */
  public AnswerRule repliesToAudience(RepliesToAudience choice) {
    Objects.requireNonNull(choice, "choice");
    return new AnswerRule(byAnybody, countsBots, label, servesAll, choice);
  }

  /**
   * Returns whether a message waits that replies to somebody else of the audience.
   *
   * @return {@code WAIT} unless chosen otherwise
   */
  public RepliesToAudience repliesToAudience() {
    return repliesToAudience;
  }

  /**
   * {@return whether anybody but the waiting person answers, instead of members of the addressee;
   * false unless chosen otherwise}
   */
  public boolean isByAnybodyElse() {
    return byAnybody;
  }

  /**
   * Returns whether somebody can answer in a log.
   *
   * @param organizations how many the directory of the log has
   * @return false where members must answer and there is no organization
   */
  public boolean canBeMetIn(int organizations) {
    return byAnybody || organizations > 0;
  }

  /** {@return whether bots answer; false unless chosen otherwise} */
  public boolean isCountingBots() {
    return countsBots;
  }

  /** {@return the label an answer must have, or empty where any message answers} */
  public Optional<String> label() {
    return Optional.ofNullable(label);
  }

  /**
   * {@return whether an inferred answer serves everybody who waits; false unless chosen otherwise}
   */
  public boolean isServingAll() {
    return servesAll;
  }

  /**
   * {@return the options that differ from the usual rule: the options separated by commas, empty
   * for the usual rule; equal for equal rules only}
   */
  public String text() {
    return text("").toString();
  }

  /**
   * {@return the options that differ from the usual rule as the end of the canonical text of a
   * measure, as {@link #text()}, with a comma and a space before it; empty for the usual rule}
   */
  public String suffix() {
    return text(", ").toString();
  }

  private StringJoiner text(String before) {
    StringJoiner text = new StringJoiner(", ", before, "").setEmptyValue("");
    if (byAnybody) {
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
    if (repliesToAudience == RepliesToAudience.DO_NOT_WAIT) {
      text.add("replies to audience do not wait");
    }
    return text;
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
