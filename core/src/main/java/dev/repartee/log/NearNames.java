package dev.repartee.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The names nearest to one that is not there: those that hold it or begin with it whatever the case
 * of letters, and those few letters away from it (Levenshtein, 1966).
 */
final class NearNames {
  private static final int SHOWN = 5;

  /** Longer names are no names that somebody typed. */
  private static final int LONGEST = 100;

  private record Near(int distance, String name) {}

  private final String sought;
  private final int farthest;
  private final TreeSet<Near> nearest =
      new TreeSet<>(Comparator.comparingInt(Near::distance).thenComparing(Near::name));

  private int[] row = new int[0];

  NearNames(String sought) {
    this.sought = sought.toLowerCase(Locale.ROOT);
    this.farthest = Math.max(1, sought.length() / 3);
  }

  void offer(String name) {
    int distance = distance(name.toLowerCase(Locale.ROOT));
    if (distance <= farthest) {
      nearest.add(new Near(distance, name));
      if (nearest.size() > SHOWN) {
        nearest.pollLast();
      }
    }
  }

  private int distance(String name) {
    if (sought.length() > 2 && name.contains(sought)) {
      return name.length() == sought.length() ? 0 : 1;
    }
    boolean isFar = Math.abs(name.length() - sought.length()) > farthest || name.length() > LONGEST;
    return isFar ? Integer.MAX_VALUE : edits(name);
  }

  /** How many letters to change, add or leave out. */
  private int edits(String name) {
    row = row.length <= name.length() ? new int[LONGEST + 1] : row;
    for (int j = 0; j <= name.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= sought.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= name.length(); j++) {
        int change = diagonal + (sought.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[name.length()];
  }

  /** The nearest names, nearest first. */
  List<String> names() {
    return new ArrayList<>(nearest).stream().map(Near::name).toList();
  }
}
