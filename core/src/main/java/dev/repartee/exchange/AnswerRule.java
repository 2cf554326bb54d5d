package dev.repartee.exchange;

import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What counts as an answer. Every measure about answers accepts a rule with {@code answers(rule)}.
 * Begin with one of two rules; the other methods return copies with one option changed. Immutable.
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

  /** Whether a person who replies to another person of the audience waits for an answer. */
  public enum RepliesToAudience {
    /** Everybody who writes waits, unless the message says that no response is expected. */
    WAIT,
    /** A person who replies to another customer does not wait. */
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
   * {@return the default rule: members of the addressee answer, but not bots and nothing automatic;
   * a message that does not say who it answers answers the person who spoke last, if that person is
   * waiting}
   */
  public static AnswerRule standard() {
    return STANDARD;
  }

  /**
   * {@return the rule by which anybody except the waiting person answers, for communities with or
   * without an organization} Otherwise it is the default rule.
   */
  public static AnswerRule anybodyElse() {
    return ANYBODY_ELSE;
  }

  /**
   * {@return the default rule for a log: {@link #standard()}, or {@link #anybodyElse()} if there is
   * no organization whose members could answer}
   *
   * @param organizations the number of organizations in the directory of the log
   */
  public static AnswerRule usualIn(int organizations) {
    return organizations == 0 ? ANYBODY_ELSE : STANDARD;
  }

  /** {@return a copy by which bots answer like people} Automatic messages still do not. */
  public AnswerRule countingBots() {
    return new AnswerRule(byAnybody, true, label, servesAll, repliesToAudience);
  }

  /**
   * {@return a copy by which only messages with a label answer} Others neither answer nor interrupt
   * the turn of a person, but remain messages of their side.
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
   * {@return a copy by which a message that replies to nobody of the audience answers everybody who
   * is waiting in the strand, not only the person who spoke last}
   */
  public AnswerRule oneAnswerServesAll() {
    return new AnswerRule(byAnybody, countsBots, label, true, repliesToAudience);
  }

  /**
   * Returns a copy that says whether a reply to another person of the audience waits for an answer.
   * By default it does; for a forum of helpers, and for a backlog for agents, {@link
   * RepliesToAudience#DO_NOT_WAIT} fits better. Such a reply still belongs to the turn of a person
   * who is already waiting.
   *
   * @param choice whether such replies wait
   * @return a copy
   */
  public AnswerRule repliesToAudience(RepliesToAudience choice) {
    Objects.requireNonNull(choice, "choice");
    return new AnswerRule(byAnybody, countsBots, label, servesAll, choice);
  }

  /**
   * Returns whether a reply to another person of the audience waits for an answer.
   *
   * @return {@code WAIT} by default
   */
  public RepliesToAudience repliesToAudience() {
    return repliesToAudience;
  }

  /**
   * {@return whether anybody except the waiting person answers, instead of members of the
   * addressee; false by default}
   */
  public boolean isByAnybodyElse() {
    return byAnybody;
  }

  /**
   * Returns whether anybody can answer in a log.
   *
   * @param organizations the number of organizations in the directory of the log
   * @return false if members must answer and there is no organization
   */
  public boolean canBeMetIn(int organizations) {
    return byAnybody || organizations > 0;
  }

  /** {@return whether bots answer; false by default} */
  public boolean isCountingBots() {
    return countsBots;
  }

  /** {@return the label that an answer must have, or empty if any message may answer} */
  public Optional<String> label() {
    return Optional.ofNullable(label);
  }

  /** {@return whether an inferred answer serves everybody who waits; false by default} */
  public boolean isServingAll() {
    return servesAll;
  }

  /**
   * {@return the options that differ from the default rule, separated by commas; empty for the
   * default rule; equal only for equal rules}
   */
  public String text() {
    return text("").toString();
  }

  /**
   * {@return {@link #text()} with a comma and a space before it, to end the canonical text of a
   * measure; empty for the default rule}
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
