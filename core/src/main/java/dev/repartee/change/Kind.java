package dev.repartee.change;

import java.util.List;

/**
 * A key of the dimension in both windows.
 *
 * @param key its texts
 * @param before in the first window
 * @param after in the second
 */
record Kind(List<String> key, Side before, Side after) {
  boolean isEmpty() {
    return before.isEmpty() && after.isEmpty();
  }

  boolean isUnknown() {
    return before.isUnknown() || after.isUnknown();
  }

  String name() {
    return String.join(", ", key);
  }
}
