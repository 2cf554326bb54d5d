package dev.repartee.log;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which row stands below which: cuts circles of replies, and finds for each row the group it
 * belongs to. A group is what becomes a conversation if it holds a message: everything below one
 * root, and all roots that name the same conversation.
 */
final class Links {
  private final Staging staging;
  private final BitSet dropped;
  private final int[] parents;

  /** 2 to this power is how many steps up a root is found fast. */
  private static final int DOUBLINGS = 2;

  private static final int UNSEEN = -1;
  private static final int UNDERWAY = -2;

  private int[] roots = new int[0];
  private int[] groups = new int[0];
  private int groupCount;

  Links(Staging staging, BitSet dropped, int[] parents) {
    this.staging = staging;
    this.dropped = dropped;
    this.parents = parents;
  }

  /** The parent of a row, or a negative number. */
  int parent(int row) {
    return parents[row];
  }

  /** The parent of a message where that is a message, or a negative number. */
  int messageParent(int row) {
    int parent = parents[row];
    return parent >= 0 && staging.isMessage(parent) ? parent : IdJoin.NO_PARENT;
  }

  /**
   * Cuts every circle at its earliest message and finds the root of each row. Most roots are few
   * steps away and found by steps of growing length, which many rows can take at once. The other
   * rows are walked over twice, up to find the root and up again to note it; a walk stops where an
   * earlier one has been, and closes a circle only where it meets itself.
   */
  void findRoots(Audit.Tally audit, Workers workers) {
    int rows = staging.size();
    roots = findNearRoots(rows, workers);
    for (int start = 0; start < rows; start++) {
      if (roots[start] >= 0 || dropped.get(start)) {
        continue;
      }
      int row = start;
      while (roots[row] == UNSEEN && parents[row] >= 0) {
        roots[row] = UNDERWAY;
        row = parents[row];
      }
      int root = row;
      if (roots[row] == UNDERWAY) {
        root = earliestOfCycle(row);
        int rest = parents[root]; // the part of the circle that a walk up to the root misses
        parents[root] = IdJoin.NO_PARENT;
        note(rest, root);
        staging.count(audit, Audit.Reason.CYCLE, root);
      } else if (roots[row] >= 0) {
        root = roots[row];
      }
      note(start, root);
    }
  }

  /** The roots that are few steps away; {@link #UNSEEN} for the others. */
  private int[] findNearRoots(int rows, Workers workers) {
    int[] above = new int[rows];
    workers.overRanges(
        rows,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            above[row] = parents[row] < 0 ? row : parents[row];
          }
        });
    int[] higher = above;
    for (int step = 0; step < DOUBLINGS; step++) {
      higher = stepUp(higher, workers);
    }
    int[] ancestors = higher;
    workers.overRanges(
        rows,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            above[row] = parents[ancestors[row]] < 0 ? ancestors[row] : UNSEEN;
          }
        });
    return above;
  }

  /** From each row's ancestor to that one's ancestor: twice as far up. */
  private static int[] stepUp(int[] ancestors, Workers workers) {
    int[] result = new int[ancestors.length];
    workers.overRanges(
        ancestors.length,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            result[row] = ancestors[ancestors[row]];
          }
        });
    return result;
  }

  private void note(int start, int root) {
    int row = start;
    while (row >= 0 && roots[row] < 0) {
      roots[row] = root;
      row = parents[row];
    }
  }

  private int earliestOfCycle(int start) {
    int earliest = start;
    for (int row = parents[start]; row != start; row = parents[row]) {
      if (isBefore(row, earliest)) {
        earliest = row;
      }
    }
    return earliest;
  }

  /** Messages before acts, then by time, then by id. */
  boolean isBefore(int a, int b) {
    if (staging.isMessage(a) != staging.isMessage(b)) {
      return staging.isMessage(a);
    }
    long difference = staging.at.get(a) - staging.at.get(b);
    return difference < 0 || (difference == 0 && staging.compareIds(a, b) < 0);
  }

  /**
   * Finds the groups; the roots must be known.
   *
   * @param conversations the codes of the conversations that rows name
   */
  void group(Interning conversations, Workers workers) {
    int rows = staging.size();
    numberRoots(conversations, rows);
    workers.overRanges(
        rows,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            if (dropped.get(row)) {
              groups[row] = Interning.NONE;
            } else if (roots[row] != row) {
              groups[row] = groups[roots[row]];
            }
          }
        });
  }

  private void numberRoots(Interning conversations, int rows) {
    int[] groupOfName = new int[conversations.size()];
    Arrays.fill(groupOfName, Interning.NONE);
    groups = new int[rows];
    groupCount = 0;
    for (int row = 0; row < rows; row++) {
      if (dropped.get(row) || roots[row] != row) {
        continue;
      }
      int name = conversations.code(0, row);
      if (name == Interning.NONE) {
        groups[row] = groupCount++;
      } else {
        if (groupOfName[name] == Interning.NONE) {
          groupOfName[name] = groupCount++;
        }
        groups[row] = groupOfName[name];
      }
    }
  }

  int groupCount() {
    return groupCount;
  }

  int group(int row) {
    return groups[row];
  }

  /**
   * The first message without a parent of each group; one to be passed over only where there is no
   * other.
   */
  int[] openers(BitSet passedOver) {
    int[] openers = new int[groupCount];
    Arrays.fill(openers, Interning.NONE);
    for (int row = 0; row < staging.size(); row++) {
      if (!dropped.get(row) && staging.isMessage(row) && messageParent(row) < 0) {
        int opener = openers[groups[row]];
        boolean isBetter =
            opener == Interning.NONE
                || (passedOver.get(row) == passedOver.get(opener)
                    ? isBefore(row, opener)
                    : passedOver.get(opener));
        openers[groups[row]] = isBetter ? row : opener;
      }
    }
    return openers;
  }

  /**
   * Hangs the messages that stand below some others below what those stand below, however far up.
   * The groups stay.
   */
  void passOver(BitSet others) {
    int[] nearest = new int[others.length()];
    Arrays.fill(nearest, UNDERWAY);
    int[] way = new int[others.cardinality()];
    for (int row = 0; row < parents.length; row++) {
      int parent = parents[row];
      if (parent >= 0 && others.get(parent) && !others.get(row) && staging.isMessage(row)) {
        int height = 0;
        while (parent >= 0 && others.get(parent) && nearest[parent] == UNDERWAY) {
          way[height++] = parent;
          parent = parents[parent];
        }
        int found = parent < 0 ? IdJoin.NO_PARENT : parent;
        if (parent >= 0 && others.get(parent)) {
          found = nearest[parent];
        }
        while (height > 0) {
          nearest[way[--height]] = found;
        }
        parents[row] = found;
      }
    }
  }

  /** Sends what refers to folded rows to the rows kept in their stead. */
  void redirect(int[] keptFor) {
    for (int row = 0; row < parents.length; row++) {
      int parent = parents[row];
      if (parent >= 0 && keptFor[parent] != parent) {
        parents[row] = keptFor[parent] == row ? IdJoin.NO_PARENT : keptFor[parent];
      }
    }
  }

  /** The row at the top, above a row. */
  int root(int row) {
    return roots[row];
  }

  /** Gives back what only the folding of repeats needs. */
  void freeRoots() {
    roots = new int[0];
  }
}
