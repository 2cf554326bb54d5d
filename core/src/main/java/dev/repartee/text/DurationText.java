package dev.repartee.text;

import java.time.Duration;

/**
 * Writes durations as people say them: {@code 42 min}, {@code 2 h 4 min}, {@code 3 d 5 h}.
 *
 * <p>The units are days, hours, minutes, seconds and milliseconds. At most two neighboring units
 * are used, and the duration is rounded to the smaller of the two, with halves rounded away from
 * zero. Milliseconds appear only below ten seconds. A part that is zero is left out, but zero
 * itself is {@code 0 s}. A day always has 24 hours.
 *
 * <pre>{@code
 * DurationText.of(Duration.ZERO);               // 0 s
 * DurationText.of(Duration.ofMillis(250));      // 250 ms
 * DurationText.of(Duration.ofSeconds(7_440));   // 2 h 4 min
 * DurationText.of(Duration.ofMinutes(-42));     // -42 min
 * DurationText.ofMillis(Double.NaN);            // none
 * }</pre>
 */
public final class DurationText {

  private static final double SECOND = 1_000;
  private static final double MINUTE = 60 * SECOND;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;

  private DurationText() {}

  /**
   * {@return the text of a duration: at most two units, with a minus sign if it is negative}
   *
   * @param duration a duration of any sign
   */
  public static String of(Duration duration) {
    return ofMillis(duration.getSeconds() * SECOND + duration.getNano() / 1e6);
  }

  /**
   * Returns the text of a duration given in whole milliseconds.
   *
   * @param millis milliseconds of any sign
   * @return at most two units, with a minus sign if it is negative
   */
  public static String ofMillis(long millis) {
    return ofMillis((double) millis);
  }

  /**
   * Returns the text of a duration given in milliseconds.
   *
   * @param millis milliseconds, fractions allowed; NaN means a duration that is not defined
   * @return at most two units, with a minus sign if it is negative; {@code none} for NaN
   * @throws IllegalArgumentException if {@code millis} is infinite
   */
  public static String ofMillis(double millis) {
    if (Double.isNaN(millis)) {
      return NumberText.NONE;
    }
    if (Double.isInfinite(millis)) {
      throw new IllegalArgumentException(
          "millis (" + millis + ") must be finite, or NaN where the duration is not defined");
    }
    double size = Math.abs(millis);
    // Rounding may carry into a larger unit, whose own step is coarser: 59.7 s is 1 min.
    double rounded = roundTo(step(size), size);
    String text = parts(roundTo(step(rounded), rounded));
    return millis < 0 && rounded > 0 ? "-" + text : text;
  }

  /** The smaller of the two units that a duration of this size is written in. */
  private static double step(double size) {
    if (size < 10 * SECOND) {
      return 1;
    }
    return size < HOUR ? SECOND : size < DAY ? MINUTE : HOUR;
  }

  private static double roundTo(double step, double size) {
    return Math.floor(size / step + 0.5) * step;
  }

  private static String parts(double size) {
    if (size >= DAY) {
      return pair(size, DAY, " d", HOUR, " h");
    }
    if (size >= HOUR) {
      return pair(size, HOUR, " h", MINUTE, " min");
    }
    if (size >= MINUTE) {
      return pair(size, MINUTE, " min", SECOND, " s");
    }
    if (size >= SECOND) {
      return pair(size, SECOND, " s", 1, " ms");
    }
    return size == 0 ? "0 s" : (long) size + " ms";
  }

  private static String pair(
      double size, double large, String largeName, double small, String smallName) {
    double whole = Math.floor(size / large);
    long rest = (long) ((size - whole * large) / small);
    String first = NumberText.count((long) whole) + largeName;
    return rest == 0 ? first : first + " " + rest + smallName;
  }
}
