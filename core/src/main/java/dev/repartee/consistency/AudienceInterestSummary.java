package dev.repartee.consistency;

import dev.repartee.consistency.ConsistencySummary.Place;
import dev.repartee.internal.tally.CountArray;
import dev.repartee.internal.tally.LongCounts;
import dev.repartee.internal.tally.WholeDays;
import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Groups;
import dev.repartee.measure.Summary;
import dev.repartee.measure.Unit;
import dev.repartee.stats.Proportion;
import java.time.ZoneId;
import java.util.List;

/** What the audience did, by place and day. */
public final class AudienceInterestSummary extends Summary.Backed<AudienceInterestSummary> {
  private final ZoneId zone;
  private final Evidence<InterestTally> evidence;

  AudienceInterestSummary(ZoneId zone, Evidence<InterestTally> evidence) {
    super(evidence, merged -> new AudienceInterestSummary(zone, merged));
    this.zone = zone;
    this.evidence = evidence;
  }

  /**
   * {@return the places at which the audience did anything or the organization wrote, by
   * organization, then by channel}
   */
  public List<Place> places() {
    return List.copyOf(tally().places.cells().keySet());
  }

  /** {@return the names of the organizations at any place, sorted} */
  public List<String> organizations() {
    return places().stream().map(Place::organization).distinct().toList();
  }

  /**
   * {@return the series of one place}
   *
   * @param place one of {@link #places}
   * @throws IllegalArgumentException if nothing happened there
   */
  public DailySeries at(Place place) {
    AudienceTally cell = cell(place);
    return new DailySeries(cell.interactions, cell.persons, origin(), zone);
  }

  /**
   * {@return the series of an organization on all its channels together; empty if nothing happened}
   * A person active on two channels counts once a day.
   *
   * @param name the name of the organization
   */
  public DailySeries organization(String name) {
    LongCounts interactions = tally().places.organization(name).interactions;
    return new DailySeries(interactions, tally().persons(name), origin(), zone);
  }

  /**
   * Returns whether the organization is active at a place.
   *
   * @param place one of {@link #places}
   * @return the activity, by how long it has not written there, with thresholds of 30 and 90 days
   * @throws IllegalArgumentException if nothing happened there
   */
  public Rhythm.Activity activity(Place place) {
    return activity(cell(place));
  }

  private Rhythm.Activity activity(AudienceTally cell) {
    long until = WholeDays.watchedUntil(origin()).toEpochMilli();
    return cell.lastWritten == AudienceTally.NEVER
        ? Rhythm.Activity.NEVER_WROTE
        : Rhythm.Activity.of(until - cell.lastWritten);
  }

  /**
   * Returns the absent presence of an organization: the share of what people write to it or say
   * about it on channels where it never wrote or that it abandoned.
   *
   * @param organization its name
   * @return messages and mentions on such channels / all, with an interval that accounts for
   *     repeated people; undefined if there are none
   */
  public Proportion absentPresence(String organization) {
    int here = 0;
    int absent = 1;
    Groups<CountArray> sums = new Groups<>(Unit.PERSON, () -> new CountArray(2));
    tally()
        .places
        .cells()
        .forEach(
            (place, cell) -> {
              if (place.organization().equals(organization)) {
                int presence = isAbsent(activity(cell)) ? absent : here;
                cell.addressing.addTo(sums, (count, sum) -> sum.add(presence, count.total()));
              }
            });
    return sums.share(sum -> sum.sum(absent), CountArray::total);
  }

  private static boolean isAbsent(Rhythm.Activity activity) {
    return activity == Rhythm.Activity.NEVER_WROTE || activity == Rhythm.Activity.ABANDONED;
  }

  private AudienceTally cell(Place place) {
    AudienceTally cell = tally().places.cells().get(place);
    if (cell == null) {
      throw new IllegalArgumentException(
          "place (" + place + ") must be one of " + places() + ": nothing happened elsewhere");
    }
    return cell;
  }

  /** {@return the number of rows left out because they are automatic or from a bot, at least 0} */
  public long automatic() {
    return tally().automatic;
  }

  /** {@return the number of rows left out because they concern no organization, at least 0} */
  public long unaddressed() {
    return tally().unaddressed;
  }

  private InterestTally tally() {
    return evidence.tally();
  }

  @Override
  public Facts facts() {
    return InterestFacts.of(this);
  }

  @Override
  public String toString() {
    return InterestText.text(this);
  }
}
