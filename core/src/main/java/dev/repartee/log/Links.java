package dev.repartee.log;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Who hangs below whom: cuts circles of replies, and finds for each row the group it belongs to. A
 * group is what becomes a conversation if it holds a message: everything below one root, and all
 * roots that name the same conversation.
 */
final class Links {
  private final Staging staging;
  private final BitSet dropped;
  private final int[] parents;
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
   * Cuts every circle at its earliest message. Each row is walked over once: a walk stops where an
   * earlier one has been, and closes a circle only where it meets itself.
   */
  void cutCycles(Audit.Tally audit) {
    int rows = staging.size();
    int[] walkedBy = new int[rows];
    for (int start = 0; start < rows; start++) {
      if (dropped.get(start) || walkedBy[start] != 0) {
        continue;
      }
      int walk = start + 1;
      int row = start;
      while (row >= 0 && walkedBy[row] == 0) {
        walkedBy[row] = walk;
        row = parents[row];
      }
      if (row >= 0 && walkedBy[row] == walk) {
        int earliest = earliestOfCycle(row);
        parents[earliest] = IdJoin.NO_PARENT;
        staging.count(audit, Reason.CYCLE, earliest);
      }
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
  private boolean isBefore(int a, int b) {
    if (staging.isMessage(a) != staging.isMessage(b)) {
      return staging.isMessage(a);
    }
    long difference = staging.at.get(a) - staging.at.get(b);
    return difference < 0 || (difference == 0 && staging.compareIds(a, b) < 0);
  }

  /**
   * Finds the groups.
   *
   * @param conversations the codes of the conversations that rows name
   */
  void group(Interning conversations) {
    int rows = staging.size();
    roots = roots(rows);
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
    for (int row = 0; row < rows; row++) {
      groups[row] = dropped.get(row) ? Interning.NONE : groups[roots[row]];
    }
  }

  /** The root of each row: up once to find it, up again to note it. */
  private int[] roots(int rows) {
    int[] result = new int[rows];
    Arrays.fill(result, Interning.NONE);
    for (int start = 0; start < rows; start++) {
      if (dropped.get(start)) {
        continue;
      }
      int row = start;
      while (result[row] == Interning.NONE && parents[row] >= 0) {
        row = parents[row];
      }
      int root = result[row] == Interning.NONE ? row : result[row];
      for (row = start; result[row] == Interning.NONE; row = parents[row]) {
        result[row] = root;
        if (row == root) {
          break;
        }
      }
    }
    return result;
  }

  int groupCount() {
    return groupCount;
  }

  int group(int row) {
    return groups[row];
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

  /** The row at the top of all that a row hangs below. */
  int root(int row) {
    return roots[row];
  }

  /** Gives back what only the folding of repeats needs. */
  void freeRoots() {
    roots = new int[0];
  }

  @Override
  public String toString() {
    return groupCount + " groups of rows";
  }
}
