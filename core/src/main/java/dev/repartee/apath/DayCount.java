package dev.repartee.apath;

/**
 * Counts distinct days that come in order of time. The clock may be set back over midnight, once at
 * a time: so a day is the last one, the one before it, or new.
 */
final class DayCount {
  private final int days;
  private final int span;
  private int count;
  private long first;
  private long last;
  private long beforeLast;

  /** Counts towards a number of days that span a number of days. */
  DayCount(int days, int span) {
    this.days = days;
    this.span = span;
  }

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

  /** Whether there are enough days, of which the first and the last are far enough apart. */
  boolean has() {
    return count >= days && last - first >= span;
  }

  /** Whether there are enough days up to one just added, and reach far enough back from it. */
  boolean hasUpTo(long day) {
    int upTo = day == last ? count : count - 1;
    return upTo >= days && day - first >= span;
  }
}
