package dev.repartee.ties;

import java.time.Duration;
import java.time.Instant;

/**
 * How close a person of the audience is.
 *
 * @param person the name
 * @param messages how many messages the person wrote; 0 for who was only answered in the window
 * @param days on how many distinct local days the person wrote or was answered
 * @param dialogues in how many strands the person spoke, was answered and spoke again
 * @param answered how many distinct others the person has answered
 * @param answeredBy by how many distinct others the person was answered
 * @param returned with how many distinct others it goes both ways
 * @param first the first contact
 * @param last the last contact
 */
public record Relationship(
    String person,
    long messages,
    long days,
    long dialogues,
    long answered,
    long answeredBy,
    long returned,
    Instant first,
    Instant last) {
  /**
   * Returns from the first contact to the last.
   *
   * @return 0 for a single contact
   */
  public Duration tenure() {
    return Duration.between(first, last);
  }

  @Override
  public String toString() {
    return person
        + ": "
        + days
        + (days == 1 ? " day, " : " days, ")
        + dialogues
        + (dialogues == 1 ? " dialogue" : " dialogues");
  }
}
