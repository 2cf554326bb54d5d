package dev.repartee.apath;

/**
 * Counts distinct days that come in order of time. The clock may be set back over midnight, once at
 * a time: so a day is the last one, the one before it, or new.
 */
final class DayCount {
  private int count;
  private long first;
  private long last;
  private long beforeLast;

  void clear() {
    count = 0;
  }

  void add(long day) {
    if (count == 0) {
      first = day;
      last = day;
      count = 1;
    } else if (day > last) {
      beforeLast = last;
      last = day;
      count++;
    } else if (day < last && (count == 1 || day > beforeLast)) {
      beforeLast = day;
      first = Math.min(first, day);
      count++;
    }
  }

  /**
   * Whether there are at least a number of days, and the first and the last are far enough apart.
   */
  boolean has(int days, int span) {
    return count >= days && last - first >= span;
  }

  /** Whether at least a number of days, including one just added, reach far enough back from it. */
  boolean hasUpTo(long day, int days, int span) {
    int upTo = day == last ? count : count - 1;
    return upTo >= days && day - first >= span;
  }
}
