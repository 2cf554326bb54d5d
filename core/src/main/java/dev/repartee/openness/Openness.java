package dev.repartee.openness;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.time.WholeMillis;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import java.time.Duration;
import java.util.Objects;

/**
 * Whether criticism is answered as well as praise: the probability of an answer within a time for
 * turns that praise, minus that for turns that criticize.
 *
 * <pre>{@code
 * OpennessSummary open = log.measure(Openness.standard());
 * // open ==> openness: UNPROVEN, no praise, no criticism
 * log.measure(Openness.standard().within(Duration.ofHours(4)).by(Dimension.ADDRESSEE));
 * }</pre>
 *
 * <p>The turns are those of {@code ResponseTime.eachTurn()}; the sentiment of a turn is the label
 * of the message with which the wait begins. Later messages of the turn are ignored: waiting makes
 * people angry, so turns would become criticism because nobody answered them, and an organization
 * that treats everybody alike would seem to favor praise ({@link #byMostNegativeLabel} changes
 * this). Neutral turns and turns that begin without a label are counted but not compared. Turns
 * still waiting are censored (Kaplan–Meier).
 *
 * <p>Channels differ both in how fast people are answered and in how many complain. The difference
 * is therefore taken channel by channel and averaged with weights {@code n1 n2 / (n1 + n2)}, like a
 * common difference of strata. A channel with only one side does not contribute.
 *
 * <p>The methods return copies with one option changed.
 *
 * <p>Guide: {@code core/docs/guide/metrics/openness.md}.
 */
public final class Openness implements Measure<OpennessSummary> {
  private static final Openness STANDARD =
      new Openness(AnswerRule.standard(), false, Duration.ofHours(24), 0.10);

  private final AnswerRule rule;
  private final boolean isByMostNegative;
  private final Duration limit;
  private final double margin;

  private Openness(AnswerRule rule, boolean isByMostNegative, Duration limit, double margin) {
    this.rule = Objects.requireNonNull(rule, "rule");
    this.isByMostNegative = isByMostNegative;
    this.limit = limit;
    this.margin = margin;
  }

  /** {@return the default measure: answers within 24 hours, and a margin of 0.10} */
  public static Openness standard() {
    return STANDARD;
  }

  /**
   * {@return a copy with another time}
   *
   * @param newLimit the time within which an answer counts, inclusive, to the millisecond
   * @throws IllegalArgumentException if it is not at least a millisecond
   */
  public Openness within(Duration newLimit) {
    return new Openness(rule, isByMostNegative, WholeMillis.atLeastOne("limit", newLimit), margin);
  }

  /**
   * {@return a copy with another margin of parity}
   *
   * @param newMargin the largest difference that is considered irrelevant
   * @throws IllegalArgumentException if it does not lie between 0 and 1
   */
  public Openness withMargin(double newMargin) {
    if (!(newMargin > 0 && newMargin < 1)) {
      throw new IllegalArgumentException("margin (" + newMargin + ") must lie between 0 and 1");
    }
    return new Openness(rule, isByMostNegative, limit, newMargin);
  }

  /**
   * {@return a copy in which the most negative label of a turn decides, whichever of its messages
   * up to the answer carries it} This finds criticism that follows a friendly opening. But people
   * who wait in vain write again, angrily, so turns become criticism because nobody answered them,
   * and an organization that treats everybody alike may seem to favor praise. If each turn is a
   * single message, the result is that of {@link #standard()}.
   */
  public Openness byMostNegativeLabel() {
    return new Openness(rule, true, limit, margin);
  }

  /**
   * {@return a copy with another rule for what counts as an answer}
   *
   * @param newRule the rule
   */
  public Openness answers(AnswerRule newRule) {
    return new Openness(newRule, isByMostNegative, limit, margin);
  }

  @Override
  public Plan<?, OpennessSummary> plan() {
    Sides sides = new Sides(rule, isByMostNegative);
    return sides
        .by(Dimension.CHANNEL)
        .plan()
        .then(toString(), channels -> new OpennessSummary(limit, margin, channels))
        .openingAs(sides.plan());
  }

  @Override
  public String toString() {
    return "openness within "
        + limit
        + ", margin "
        + margin
        + (isByMostNegative ? ", by the most negative label of a turn" : "")
        + rule.suffix();
  }
}
