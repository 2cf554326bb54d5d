package dev.repartee.participation;

import dev.repartee.measure.Evidence;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Summary;
import dev.repartee.participation.InsideOut.AskedDepartment;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** How far each organization takes part as a whole; organizations are never pooled. */
public final class ParticipationSummary extends Summary.Backed<ParticipationSummary> {
  private static final Duration DAY = Duration.ofDays(1);

  private final Roster roster;
  private final ZoneId zone;
  private final List<String> usual;
  private final Evidence<ParticipationTally> evidence;

  ParticipationSummary(
      Roster roster, ZoneId zone, List<String> usual, Evidence<ParticipationTally> evidence) {
    super(evidence, merged -> new ParticipationSummary(roster, zone, usual, merged));
    this.roster = roster;
    this.zone = zone;
    this.usual = usual;
    this.evidence = evidence;
  }

  /** {@return the names of the organizations that have members, sorted} */
  public List<String> organizations() {
    return IntStream.range(0, roster.members())
        .mapToObj(roster::organization)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * {@return the involvement of an organization}
   *
   * @param name one of {@link #organizations}
   * @throws IllegalArgumentException if no organization with this name has members
   */
  public Involvement organization(String name) {
    checkName(name);
    return new Involvement(name, roster, evidence.tally(), usual, origin(), zone);
  }

  private void checkName(String name) {
    if (!organizations().contains(name)) {
      throw new IllegalArgumentException(
          "name (" + name + ") must be one of " + organizations() + ", which have members");
    }
  }

  /**
   * Returns whether people outside are answered as colleagues are, within 24 hours.
   *
   * @param name one of {@link #organizations}
   * @return the departments of the organization, and the correlation over them
   * @throws IllegalArgumentException if no organization with this name has members
   */
  public InsideOut insideOut(String name) {
    return insideOut(name, DAY);
  }

  /**
   * Returns whether people outside are answered as colleagues are, within a time.
   *
   * @param name one of {@link #organizations}
   * @param limit the time within which the owner of a topic should respond, inclusive
   * @return the departments of the organization, and the correlation over them
   * @throws IllegalArgumentException if no organization with this name has members, or {@code
   *     limit} is negative
   */
  public InsideOut insideOut(String name, Duration limit) {
    checkName(name);
    if (limit.isNegative()) {
      throw new IllegalArgumentException("limit (" + limit + ") must not be negative");
    }
    ParticipationTally tally = evidence.tally();
    return new InsideOut(
        limit,
        organization(name).departments().stream()
            .map(department -> asked(department, roster.department(name, department), limit, tally))
            .toList());
  }

  private static AskedDepartment asked(
      String department, int number, Duration limit, ParticipationTally tally) {
    return new AskedDepartment(
        department, limit, tally.inside.curve(number), tally.owners.curve(number));
  }

  /** {@return the names of the departments expected to speak, sorted} */
  public List<String> usualDepartments() {
    return usual;
  }

  /**
   * {@return the number of strands that make no ties because more than 64 members wrote in them, at
   * least 0}
   */
  public long assemblies() {
    return evidence.tally().ties.assemblies;
  }

  /**
   * {@return the number of durations left out because times contradict the order of messages, at
   * least 0}
   */
  public long clockSkew() {
    return evidence.tally().skewed;
  }

  @Override
  public Facts facts() {
    return ParticipationFacts.of(this);
  }

  @Override
  public String toString() {
    return ParticipationText.text(this);
  }
}
