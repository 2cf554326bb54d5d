package dev.repartee.ties;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.tally.Horizon;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Unit;
import dev.repartee.ties.TiesSummary.Contribution;
import dev.repartee.ties.TiesSummary.Edge;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * Who answers whom among all persons, how often it is returned, and how close people are.
 *
 * <pre>{@code
 * TiesSummary ties = log.measure(Ties.standard());
 * // ties ==> ties: 1 mature, 0.00 returned
 * ties.edges();                                     // [acme_care -> carl, 1]
 * ties.mostHelpful(1);                              // [acme_care (member): answered 1 other]
 * }</pre>
 *
 * <p>A message <b>answers</b> a person other than its author
 *
 * <ul>
 *   <li>whose message it replies to, whatever side the two are on;
 *   <li>of the audience, whom it names;
 *   <li>whose wait it ends by the rules of {@link AnswerRule}: so answers without a link are found
 *       where the order of the conversation tells whom they answer, and counted {@link
 *       Edge#inferred apart}.
 * </ul>
 *
 * <p>It answers a person once, on however many of these grounds. Messages of bots and automatic
 * ones neither answer nor are answered, replies to oneself make no tie, and rows without an author
 * neither: each such row is a person of its own, to whom nothing can return. All of them are
 * counted ({@link TiesSummary#messages(Contribution)}). Replies to acts are not in it.
 *
 * <p>The message that answers is the anchor: it decides to which key and window of a log the answer
 * belongs, and its effective time is when. In a window a tie is returned if both ways lie in the
 * window. {@code followedFor} changes nothing: what is told of a message was known when it came.
 *
 * <p>The time is linear in the messages, at some table look-ups each; the memory grows with the
 * distinct ties (40 bytes and more), persons and days of persons, not with the messages.
 */
public final class Ties implements Measure<TiesSummary> {
  private static final Duration HORIZON = Duration.ofDays(7);

  private final AnswerRule rule;
  private final ZoneId zone;
  private final Duration horizon;

  private Ties(AnswerRule rule, ZoneId zone, Duration horizon) {
    this.rule = Objects.requireNonNull(rule, "rule");
    this.zone = Objects.requireNonNull(zone, "zone");
    this.horizon = horizon;
  }

  /**
   * {@return the measure with the usual rule of what answers, days of UTC, and ties that are young
   * for 7 days}
   */
  public static Ties standard() {
    return new Ties(AnswerRule.standard(), ZoneOffset.UTC, HORIZON);
  }

  /**
   * {@return the measure with local days of a zone, for days of contact; a copy}
   *
   * @param newZone whose days
   */
  public Ties withZone(ZoneId newZone) {
    return new Ties(rule, newZone.normalized(), horizon);
  }

  /**
   * {@return the measure in which ties are young for another time: who was answered may still
   * return it; a copy}
   *
   * @param newHorizon before the as-of, to the millisecond
   * @throws IllegalArgumentException if it is negative
   */
  public Ties withHorizon(Duration newHorizon) {
    return new Ties(rule, zone, Horizon.check(newHorizon));
  }

  /**
   * {@return the measure by another rule of what counts as an answer; a copy} It decides which
   * messages without a link answer, and whether bots count; who replies to somebody or names
   * somebody answers by any rule.
   *
   * @param newRule the rule
   */
  public Ties answers(AnswerRule newRule) {
    return new Ties(newRule, zone, horizon);
  }

  @Override
  public Plan<?, TiesSummary> plan() {
    return Plan.of(
            toString(),
            Unit.CONVERSATION,
            TiesTally::new,
            (slice, split) -> TiesSweep.sweep(rule, zone, slice, split))
        .withHorizon(horizon)
        .into(evidence -> new TiesSummary(horizon, evidence));
  }

  @Override
  public String toString() {
    return "ties"
        + (horizon.equals(HORIZON) ? "" : ", young for " + horizon)
        + (zone.equals(ZoneOffset.UTC) ? "" : ", days of " + zone.getId())
        + rule.suffix();
  }
}
