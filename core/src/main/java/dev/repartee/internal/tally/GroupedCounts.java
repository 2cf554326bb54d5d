package dev.repartee.internal.tally;

import dev.repartee.measure.Groups;
import dev.repartee.measure.Groups.Grouping;
import java.util.Arrays;

/**
 * How often each of a few numbered kinds occurs, by replicate group: what a kind adds to tallies is
 * left for the end, when it is done once for all that are alike.
 */
public final class GroupedCounts {
  private static final Grouping[] GROUPINGS = Grouping.values();
  private static final int CELLS = GROUPINGS.length * Groups.COUNT;

  /** Takes how often a kind occurs in a group. */
  public interface Visitor {
    /** Takes one count. */
    void take(int kind, Grouping grouping, int group, long count);
  }

  private int[] counts = new int[0];

  public void add(int kind, int groups) {
    int from = kind * CELLS;
    if (from + CELLS > counts.length) {
      grow(from);
    }
    for (int g = 0; g < GROUPINGS.length; g++) {
      counts[from + g * Groups.COUNT + Groups.group(groups, g)]++;
    }
  }

  private void grow(int from) {
    counts = Arrays.copyOf(counts, 2 * (from + CELLS));
  }

  public void forEach(Visitor visitor) {
    for (int at = 0; at < counts.length; at++) {
      if (counts[at] > 0) {
        Grouping grouping = GROUPINGS[at % CELLS / Groups.COUNT];
        visitor.take(at / CELLS, grouping, at % Groups.COUNT, counts[at]);
      }
    }
  }
}
