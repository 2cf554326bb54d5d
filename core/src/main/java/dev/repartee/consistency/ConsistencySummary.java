package dev.repartee.consistency;

import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Summary;
import dev.repartee.model.OfficeHours;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rhythms of organizations, by place. */
public final class ConsistencySummary extends Summary.Backed<ConsistencySummary> {
  private final ZoneId zone;
  private final @Nullable OfficeHours hours;
  private final Evidence<ConsistencyTally> evidence;

  ConsistencySummary(
      ZoneId zone, @Nullable OfficeHours hours, Evidence<ConsistencyTally> evidence) {
    super(evidence, merged -> new ConsistencySummary(zone, hours, merged));
    this.zone = zone;
    this.hours = hours;
    this.evidence = evidence;
    evidence.tally().settle(); // once, so that reading writes nothing
  }

  /** {@return the places at which anybody wrote, by organization, then by channel} */
  public List<Place> places() {
    return List.copyOf(tally().places.cells().keySet());
  }

  /** {@return the names of the organizations that wrote or were addressed, sorted} */
  public List<String> organizations() {
    return places().stream().map(Place::organization).distinct().toList();
  }

  /**
   * {@return the rhythm of an organization on one channel}
   *
   * @param place one of {@link #places}
   * @throws IllegalArgumentException if nobody wrote there
   */
  public Rhythm at(Place place) {
    RhythmTally cell = tally().places.cells().get(place);
    if (cell == null) {
      throw new IllegalArgumentException(
          "place (" + place + ") must be one of " + places() + ": nobody wrote elsewhere");
    }
    return rhythm(cell);
  }

  /**
   * Returns the rhythm of an organization on all its channels together.
   *
   * @param name the name of the organization
   * @return the rhythm; without data if nobody wrote
   */
  public Rhythm organization(String name) {
    return rhythm(tally().places.organization(name));
  }

  private Rhythm rhythm(RhythmTally cell) {
    return new Rhythm(cell, origin(), zone, hours);
  }

  /**
   * {@return the number of messages left out because they are automatic or from a bot, at least 0}
   */
  public long automatic() {
    return tally().automatic;
  }

  /**
   * {@return the number of messages left out because they are addressed to no organization, at
   * least 0}
   */
  public long unaddressed() {
    return tally().unaddressed;
  }

  private ConsistencyTally tally() {
    return evidence.tally();
  }

  @Override
  public Facts facts() {
    return ConsistencyFacts.of(this);
  }

  @Override
  public String toString() {
    return ConsistencyText.text(this);
  }

  /**
   * An organization on a channel.
   *
   * @param organization the name of the organization; {@code (none)} in a log without organizations
   * @param channel the name of the channel; {@code (none)} for rows without one
   */
  public record Place(String organization, String channel) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::organization).thenComparing(Place::channel);

    /** Compares by organization, then by channel. */
    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
      return organization + " on " + channel;
    }
  }
}
