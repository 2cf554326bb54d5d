package dev.repartee.model;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One interval of opening as the clock on the wall shows it, in milliseconds from the midnight of
 * the day on which it starts.
 *
 * @param start inclusive, below a day
 * @param end exclusive, at most a day after the start
 */
record Shift(int start, int end) implements Comparable<Shift> {
  static final int DAY = 86_400_000;

  private static final int NANOS = 1_000_000;
  private static final Pattern TIMES = Pattern.compile("([0-9:.]+)-([0-9:.]+)");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})(?::(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,3}))?)?)?");

  static Shift of(LocalTime start, LocalTime end) {
    return between(millis("start", start), millis("end", end));
  }

  /** An end that is not after the start lies on the next day. */
  private static Shift between(int start, int end) {
    return new Shift(start, end > start ? end : end + DAY);
  }

  private static int millis(String name, LocalTime time) {
    if (time.toNanoOfDay() % NANOS != 0) {
      throw new IllegalArgumentException(
          name
              + " ("
              + time
              + ") must be whole milliseconds; the end of a day is LocalTime.MIDNIGHT or 24:00");
    }
    return (int) (time.toNanoOfDay() / NANOS);
  }

  /** Whether a word is meant to be times, well written or not. */
  static boolean isMeantBy(String word) {
    return TIMES.matcher(word).matches();
  }

  static Shift parse(String text) {
    Matcher times = TIMES.matcher(text);
    int start = times.matches() ? time(times.group(1)) : -1;
    int end = times.matches() ? time(times.group(2)) : -1;
    if (!(start >= 0 && end >= 0 && start < DAY)) {
      throw new IllegalArgumentException(
          "times ("
              + text
              + ") must be two times of day from 00:00 to 24:00 with a hyphen between;"
              + " write 09:00-17:00, or 22:00-06:00 for a night");
    }
    return between(start, end);
  }

  /** Milliseconds from midnight, or -1 where the text is no time of day. */
  private static int time(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      return -1;
    }
    int minute = number(time.group(2));
    int second = number(time.group(3));
    String fraction = time.group(4) == null ? "" : time.group(4);
    int millis = number((fraction + "000").substring(0, 3));
    int all = ((number(time.group(1)) * 60 + minute) * 60 + second) * 1000 + millis;
    return minute < 60 && second < 60 && all <= DAY ? all : -1;
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  @Override
  public int compareTo(Shift other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }

  @Override
  public String toString() {
    return text(start) + "-" + (end == DAY ? "24:00" : text(end % DAY));
  }

  private static String text(int millis) {
    // LocalTime leaves seconds out where they are zero, and writes milliseconds where they are not.
    return LocalTime.ofNanoOfDay((long) millis * NANOS).toString();
  }
}
