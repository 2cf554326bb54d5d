package dev.repartee.scorecard;

import java.util.Locale;

/** One side of the culture (mapping v1): each a share from 0 to 1, of which more is better. */
public enum Component {
  /** Of the organization's messages, how many speak with the audience; half of them are all. */
  LISTENING("messages to the audience, half of them is 100"),
  /** The chance of an answer within 24 hours. */
  RESPONDING("answered within 24 h"),
  /** The mean of the two-way dialogue ratio and the return ratio. */
  DIALOGUE("mean of two-way and return ratio"),
  /** The chance of an answer within 24 hours to praise or criticism, whichever is lower. */
  OPENNESS("answered within 24 h, the lower of praise and criticism"),
  /** How evenly the departments take part: (exp(H) - 1) / (S - 1). */
  PARTICIPATION("evenness over departments"),
  /** Of the weeks in which the audience spoke, how many have an answer. */
  CONSISTENCY("weeks with an answer, of those with a message"),
  /** The chance to come to affinity or beyond within 90 days after attraction. */
  ADVOCACY("affinity within 90 d after attraction");

  private final String text;

  Component(String text) {
    this.text = text;
  }

  /**
   * Returns what the share is of.
   *
   * @return a text for people
   */
  public String text() {
    return text;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
