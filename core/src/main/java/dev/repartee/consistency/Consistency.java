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
 * Whether an organization is there week by week, by place: in how many weeks it writes and answers,
 * how long it is silent, whether it writes in bursts, and whether its posts get their share of
 * attention or one gets it all.
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
 * <p>Each message is a fact of its own, and each post with what the audience wrote below it within
 * 7 days; posts younger than that are counted apart. What is told of times goes by when messages
 * take effect. Messages of bots and automatic ones are counted and left out, and so are those that
 * speak to no organization. Acts such as reactions are no part of conversations, so that home runs
 * are told by messages; {@link AudienceInterest} counts the acts.
 *
 * <p>The state is small: for each place 16 bytes a day with a message, and 16 a sitting, of which a
 * year has at most 8,760, twice where there are office hours; so it can be merged from many parts.
 * The time is linear in the messages.
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
   * {@return the measure with days and weeks of a zone; a copy}
   *
   * @param newZone whose days
   */
  public Consistency withZone(ZoneId newZone) {
    return new Consistency(newZone, hours, rule);
  }

  /**
   * Returns the measure that tells burstiness by working time: nights and weekends do not count as
   * silence, and what is written then does not count there. Without hours it carries no verdict.
   *
   * @param newHours when the organization works
   * @return a copy
   */
  public Consistency during(OfficeHours newHours) {
    return new Consistency(zone, newHours, rule);
  }

  /**
   * {@return the measure by another rule of what counts as an answer; a copy}
   *
   * @param newRule the rule
   * @throws IllegalArgumentException if anybody else answers by it
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

  /** What the text is before each change of hours, which one may not know of yet. */
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
