package dev.repartee.openness;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.time.WholeMillis;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import java.time.Duration;
import java.util.Objects;

/**
 * Whether criticism is answered as praise is: the difference of the chances of an answer within a
 * time, of turns that praise less those that criticize.
 *
 * <pre>{@code
 * OpennessSummary open = log.measure(Openness.standard());
 * // open ==> openness: UNPROVEN, no praise, no criticism
 * log.measure(Openness.standard().within(Duration.ofHours(4)).by(Dimension.ADDRESSEE));
 * }</pre>
 *
 * <p>The turns are those of {@code ResponseTime.eachTurn()}; the sentiment of one is the label of
 * the message with which the waiting begins. What is written while somebody waits has no say:
 * waiting makes people angry, so that turns would be criticism because nobody answered them, and an
 * organization that treats all alike would seem to favor praise ({@link #byMostNegativeLabel} tells
 * otherwise). Turns that begin without a label, and neutral ones, are counted and compared with
 * nothing. Who still waits counts as waiting (Kaplan-Meier).
 *
 * <p>Channels differ in how fast people are answered there and in how many complain there, so that
 * the difference is taken channel by channel and averaged with weights {@code n1 n2 / (n1 + n2)},
 * as in a common difference of strata. A channel with one side only says nothing of it.
 *
 * <p>The methods return copies with one option changed.
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

  /** {@return the usual measure: answers within 24 hours, and a margin of 0.10} */
  public static Openness standard() {
    return STANDARD;
  }

  /**
   * {@return the measure of another time; a copy}
   *
   * @param newLimit within which an answer counts, inclusive, to the millisecond
   * @throws IllegalArgumentException if it is not at least a millisecond
   */
  public Openness within(Duration newLimit) {
    return new Openness(rule, isByMostNegative, WholeMillis.atLeastOne("limit", newLimit), margin);
  }

  /**
   * {@return the measure with another margin of parity; a copy}
   *
   * @param newMargin the largest difference that does not matter
   * @throws IllegalArgumentException if it does not lie between 0 and 1
   */
  public Openness withMargin(double newMargin) {
    if (!(newMargin > 0 && newMargin < 1)) {
      throw new IllegalArgumentException("margin (" + newMargin + ") must lie between 0 and 1");
    }
    return new Openness(rule, isByMostNegative, limit, newMargin);
  }

  /**
   * {@return the measure in which the most negative label of a turn decides, whichever of its
   * messages up to the answer bears it; a copy} It finds what people come to say after a friendly
   * word; but who waits in vain writes again, angrily, so that turns become criticism because
   * nobody answered them, and an organization that treats all alike may seem to favor praise. Where
   * each turn is one message, it says what {@link #standard()} says.
   */
  public Openness byMostNegativeLabel() {
    return new Openness(rule, true, limit, margin);
  }

  /**
   * {@return the measure by another rule of what counts as an answer; a copy}
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
