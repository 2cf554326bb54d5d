package dev.repartee.consistency;

import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Unit;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * How the audience turns to an organization day by day, by place: on which days far more than
 * usually, whether it grows, and how much of it falls on channels where nobody is there to answer.
 *
 * <pre>{@code
 * AudienceInterestSummary i = log.measure(AudienceInterest.standard().withZone(zone));
 * DailySeries acme = i.organization("Acme");
 * acme.spikes();                // episodes with their days, or too short
 * acme.growth();                // a week, as a slope of logarithms
 * i.absentPresence("Acme");     // messages and mentions on abandoned channels, of all
 * }</pre>
 *
 * <p>Every message and act of the audience is a fact, and so is each day on which a person does
 * anything at a place, with its first row as anchor. What is automatic or of a bot, and what speaks
 * to no organization, is counted and left out; in a log without organizations everything counts, at
 * the organization {@code (none)}.
 *
 * <p>The state takes some 60 bytes for each place and day on which anything happened. The time is
 * linear in the rows.
 */
public final class AudienceInterest implements Measure<AudienceInterestSummary> {
  private static final AudienceInterest STANDARD = new AudienceInterest(ZoneOffset.UTC);

  private final ZoneId zone;

  private AudienceInterest(ZoneId zone) {
    this.zone = Objects.requireNonNull(zone, "zone");
  }

  /** {@return the measure with days in UTC} */
  public static AudienceInterest standard() {
    return STANDARD;
  }

  /**
   * {@return the measure with days of a zone; a copy}
   *
   * @param newZone whose days
   */
  public AudienceInterest withZone(ZoneId newZone) {
    return new AudienceInterest(newZone);
  }

  @Override
  public Plan<?, AudienceInterestSummary> plan() {
    return Plan.of(
            toString(),
            Unit.PERSON,
            InterestTally::new,
            (slice, split) -> new InterestSweep(slice, split, zone).run())
        .into(evidence -> new AudienceInterestSummary(zone, evidence));
  }

  @Override
  public String toString() {
    return "interest, days in " + zone.getId();
  }
}
