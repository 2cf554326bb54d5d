package dev.repartee.internal.tally;

import dev.repartee.measure.Groups;
import java.util.Arrays;

/**
 * How often each of a few numbered kinds occurs, by replicate group: what a kind adds to tallies is
 * left for the end, when it is done once for all that are alike.
 */
public final class GroupedCounts {
  private static final int GROUPINGS = 2 * Groups.COUNT;

  /** Takes how often a kind occurs in a group. */
  public interface Visitor {
    /**
     * Takes one count.
     *
     * @param kind the number of the kind
     * @param group from 0 to 31
     * @param isByPerson whether the group is one by person, else one by conversation
     * @param count at least 1
     */
    void take(int kind, int group, boolean isByPerson, long count);
  }

  private int[] counts = new int[0];

  public void add(int kind, int personGroup, int conversationGroup) {
    int at = kind * GROUPINGS;
    if (at + GROUPINGS > counts.length) {
      counts = Arrays.copyOf(counts, 2 * (at + GROUPINGS));
    }
    counts[at + personGroup]++;
    counts[at + Groups.COUNT + conversationGroup]++;
  }

  public void forEach(Visitor visitor) {
    for (int at = 0; at < counts.length; at++) {
      if (counts[at] > 0) {
        boolean isByPerson = at % GROUPINGS < Groups.COUNT;
        visitor.take(at / GROUPINGS, at % Groups.COUNT, isByPerson, counts[at]);
      }
    }
  }

  @Override
  public String toString() {
    return counts.length / GROUPINGS + " kinds";
  }
}
