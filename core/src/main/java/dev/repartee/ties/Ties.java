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
 * Who answers whom among all persons, how often answers are returned, and how close people are.
 *
 * <pre>{@code
 * TiesSummary ties = log.measure(Ties.standard());
 * // ties ==> ties: 1 mature, 0.00 returned
 * ties.edges();                                     // [acme_care -> carl, 1]
 * ties.mostHelpful(1);                              // [acme_care (member): answered 1 other]
 * }</pre>
 *
 * <p>A message <b>answers</b> a person other than its author if
 *
 * <ul>
 *   <li>it replies to a message of that person, whatever side the two are on;
 *   <li>it names that person, who is in the audience;
 *   <li>it ends a wait of that person by the {@link AnswerRule}. This finds answers without a link,
 *       whose addressee is inferred from the order of the conversation; they are also {@linkplain
 *       Edge#inferred counted separately}.
 * </ul>
 *
 * <p>It answers a person once, even if several of these apply. Messages that are automatic or from
 * bots neither answer nor are answered. Replies to oneself make no tie. Rows without an author make
 * none either: each is a person of its own, who can never answer again. All of these are counted
 * ({@link TiesSummary#messages(Contribution)}). Replies to acts are ignored.
 *
 * <p>The message that answers is the anchor: it decides which key and window the answer belongs to,
 * and its effective time is the time of the answer. In a window, a tie is returned if there are
 * answers both ways within the window. {@code followedFor} has no effect, because everything about
 * a message is known when it comes.
 *
 * <p>It takes time linear in the number of messages, with some table lookups for each. Memory grows
 * with the number of distinct ties (at least 40 bytes each), persons, and days of persons, not with
 * the number of messages.
 *
 * <p>Guide: {@code core/docs/guide/metrics/ties.md}.
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
   * {@return the measure with the default rule for answers, days in UTC, and ties that are young
   * for 7 days}
   */
  public static Ties standard() {
    return new Ties(AnswerRule.standard(), ZoneOffset.UTC, HORIZON);
  }

  /**
   * {@return a copy with days of contact in another time zone}
   *
   * @param newZone the time zone of the days
   */
  public Ties withZone(ZoneId newZone) {
    return new Ties(rule, newZone.normalized(), horizon);
  }

  /**
   * {@return a copy with another time during which ties are young, because the person answered may
   * still return the answer}
   *
   * @param newHorizon the time before the as-of, to the millisecond
   * @throws IllegalArgumentException if it is negative
   */
  public Ties withHorizon(Duration newHorizon) {
    return new Ties(rule, zone, Horizon.check(newHorizon));
  }

  /**
   * {@return a copy with another rule for what counts as an answer} It decides which messages
   * without a link answer, and whether bots count; a message that replies to somebody or names
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
