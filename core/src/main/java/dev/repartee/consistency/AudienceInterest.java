package dev.repartee.consistency;

import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Unit;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * How much the audience turns to an organization day by day, by place: on which days far more than
 * usual, whether it grows, and how much of it is on channels where nobody is there to answer.
 *
 * <pre>{@code
 * AudienceInterestSummary i = log.measure(AudienceInterest.standard().withZone(zone));
 * DailySeries acme = i.organization("Acme");
 * acme.spikes();                // episodes with their days, or too short
 * acme.growth();                // a week, as a slope of logarithms
 * i.absentPresence("Acme");     // messages and mentions on abandoned channels, of all
 * }</pre>
 *
 * <p>Every message and act of the audience is a fact. So is each day on which a person does
 * anything at a place, with the first row as anchor. Rows that are automatic, from a bot, or
 * addressed to no organization are counted and left out. In a log without organizations everything
 * counts, under the organization {@code (none)}.
 *
 * <p>The state takes about 60 bytes for each place and day on which anything happened. The time is
 * linear in the number of rows.
 *
 * <p>Guide: {@code core/docs/guide/metrics/audience-interest.md}.
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
   * {@return a copy with days of another time zone}
   *
   * @param newZone the time zone of the days
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
