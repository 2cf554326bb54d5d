package dev.repartee.consistency;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Unit;
import dev.repartee.model.OfficeHours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether an organization is present week after week, by place: in how many weeks it writes and
 * answers, how long it is silent, whether it writes in bursts, and whether attention is spread over
 * its posts or one post gets it all.
 *
 * <pre>{@code
 * ConsistencySummary c = log.measure(Consistency.standard().withZone(zone));
 * Rhythm acme = c.organization("Acme");
 * acme.activeWeeks();     // weeks with a message of Acme, of all whole weeks
 * acme.activity();        // ACTIVE, QUIET, ABANDONED or NEVER_WROTE
 * acme.burstiness();
 * acme.homeRun();
 * }</pre>
 *
 * <p>Each message is a fact, and so is each post with what the audience wrote below it within 7
 * days; younger posts are counted separately. Times are those at which messages take effect.
 * Messages that are automatic, from bots, or addressed to no organization are counted and left out.
 * Acts such as reactions are not part of conversations, so home runs are measured by messages;
 * {@link AudienceInterest} counts the acts.
 *
 * <p>The state is small, so it can be merged from many parts: for each place, 16 bytes for each day
 * with a message and 16 for each sitting, of which a year has at most 8,760, and twice that with
 * office hours. The time is linear in the number of messages.
 *
 * <p>Guide: {@code core/docs/guide/metrics/consistency.md}.
 */
public final class Consistency implements Measure<ConsistencySummary> {
  private static final Duration REACH = Duration.ofDays(7);
  private static final Consistency STANDARD =
      new Consistency(ZoneOffset.UTC, null, AnswerRule.standard());

  private final ZoneId zone;
  private final @Nullable OfficeHours hours;
  private final AnswerRule rule;

  private Consistency(ZoneId zone, @Nullable OfficeHours hours, AnswerRule rule) {
    this.zone = Objects.requireNonNull(zone, "zone");
    this.hours = hours;
    this.rule = Objects.requireNonNull(rule, "rule");
  }

  /** {@return the measure with days and weeks in UTC} */
  public static Consistency standard() {
    return STANDARD;
  }

  /**
   * {@return a copy with days and weeks of another time zone}
   *
   * @param newZone the time zone of the days
   */
  public Consistency withZone(ZoneId newZone) {
    return new Consistency(newZone, hours, rule);
  }

  /**
   * Returns the measure that computes burstiness in working time: nights and weekends do not count
   * as silence, and messages written then are ignored. Without office hours there is no verdict on
   * burstiness.
   *
   * @param newHours when the organization works
   * @return a copy
   */
  public Consistency during(OfficeHours newHours) {
    return new Consistency(zone, newHours, rule);
  }

  /**
   * {@return a copy with another rule for what counts as an answer}
   *
   * @param newRule the rule
   * @throws IllegalArgumentException if the rule lets anybody else answer
   */
  public Consistency answers(AnswerRule newRule) {
    if (newRule.isByAnybodyElse()) {
      throw new IllegalArgumentException(
          "rule ("
              + newRule
              + ") must be one by which members answer: the weeks are those in which the"
              + " organization answers; begin with AnswerRule.standard()");
    }
    return new Consistency(zone, hours, newRule);
  }

  @Override
  public Plan<?, ConsistencySummary> plan() {
    return Plan.of(
            toString(),
            Unit.CONVERSATION,
            ConsistencyTally::new,
            (slice, split) ->
                new ConsistencySweep(slice, split, zone, hours, rule, REACH.toMillis()).run())
        .withHorizon(REACH)
        .withTextsBefore(textsBefore())
        .into(evidence -> new ConsistencySummary(zone, hours, evidence));
  }

  /** The text before each change of hours, which a summary may not know yet. */
  private SortedMap<Instant, String> textsBefore() {
    SortedMap<Instant, String> texts = new TreeMap<>();
    if (hours != null) {
      for (Instant change : hours.changes()) {
        texts.put(change, new Consistency(zone, hours.before(change), rule).toString());
      }
    }
    return texts;
  }

  @Override
  public String toString() {
    return "consistency, days in "
        + zone.getId()
        + (hours == null ? "" : ", intervals in office hours " + hours.text())
        + rule.suffix();
  }
}
