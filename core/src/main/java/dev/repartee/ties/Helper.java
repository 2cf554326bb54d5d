package dev.repartee.ties;

/**
 * Somebody who answers others.
 *
 * @param person the name
 * @param isMember whether a member of an organization
 * @param answered how many distinct others this person has answered
 * @param answers how often
 */
public record Helper(String person, boolean isMember, long answered, long answers) {
  @Override
  public String toString() {
    String others = answered == 1 ? " other" : " others";
    return person + (isMember ? " (member)" : "") + ": answered " + answered + others;
  }
}
