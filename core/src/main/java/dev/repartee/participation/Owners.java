package dev.repartee.participation;

import dev.repartee.measure.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whom a message is for, by codes: the department that owns its topic, and the organization to
 * which its channel is internal. Each name is looked up once.
 */
final class Owners {
  private static final int UNKNOWN = -2;

  private final Slice slice;
  private final Roster roster;

  /** The department that owns a topic, by organization. */
  private final List<int[]> departments = new ArrayList<>();

  private int[] internalTo = new int[0];

  Owners(Slice slice, Roster roster) {
    this.slice = slice;
    this.roster = roster;
  }

  /**
   * The department that owns the topic of a row at its organization, or {@link Slice#NONE}, also
   * where nobody belongs to it at the time.
   */
  int department(int row) {
    int topic = slice.topic(row);
    if (topic == Slice.NONE) {
      return Slice.NONE;
    }
    int organization = slice.organization(row);
    while (departments.size() <= organization) {
      departments.add(new int[0]);
    }
    int[] known = withRoom(departments.get(organization), topic);
    departments.set(organization, known);
    if (known[topic] == UNKNOWN) {
      known[topic] =
          roster.owner(slice.topicName(topic), slice.organizationName(slice.organization(row)));
    }
    int owner = known[topic];
    return owner == Slice.NONE || roster.isStaffed(owner, slice.at(row)) ? owner : Slice.NONE;
  }

  /** Whether a row stands on an internal channel of its organization. */
  boolean isInternal(int row) {
    int channel = slice.channel(row);
    if (channel == Slice.NONE) {
      return false;
    }
    if (channel >= internalTo.length || internalTo[channel] == UNKNOWN) {
      internalTo = withRoom(internalTo, channel);
      internalTo[channel] = organization(roster.internalTo(slice.channelName(channel)));
    }
    return internalTo[channel] != Slice.NONE && internalTo[channel] == slice.organization(row);
  }

  private int organization(String name) {
    for (int code = 0; code < slice.organizations(); code++) {
      if (slice.organizationName(code).equals(name)) {
        return code;
      }
    }
    return Slice.NONE;
  }

  private static int[] withRoom(int[] known, int code) {
    if (code < known.length) {
      return known;
    }
    int[] larger = Arrays.copyOf(known, Math.max(code + 1, 2 * known.length));
    Arrays.fill(larger, known.length, larger.length, UNKNOWN);
    return larger;
  }
}
