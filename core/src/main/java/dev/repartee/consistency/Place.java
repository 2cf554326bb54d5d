package dev.repartee.consistency;

import java.util.Comparator;

/**
 * An organization on a channel.
 *
 * @param organization its name, {@code (none)} in a log without organizations
 * @param channel its name, {@code (none)} where rows name none
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
