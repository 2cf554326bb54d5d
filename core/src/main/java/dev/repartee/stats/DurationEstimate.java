package dev.repartee.stats;

import dev.repartee.internal.math.Distributions;
import dev.repartee.internal.math.Notes;
import dev.repartee.internal.text.ValueMap;
import dev.repartee.text.DurationText;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * A duration with its uncertainty, or the state that it was not reached or that there is no data.
 *
 * <p>A median that was not reached is not a missing value: it says that, by the estimate, more than
 * half had not happened by the longest time observed, and its interval may still have a lower end.
 * An end of an interval that the data cannot give is open: it is {@code Optional.empty()} and
 * prints as {@code open}. Half milliseconds are possible and are kept exactly.
 *
 * <pre>{@code
 * curve.median();              // 42 min [30 min, 1 h 2 min]
 * curve.quantile(0.9);         // 9 h [6 h 30 min, open]
 * curve.quantile(0.99);        // not reached
 * }</pre>
 *
 * <p>Immutable.
 */
public final class DurationEstimate {

  /** What is known of the duration. */
  public enum State {
    /** There is a value. */
    VALUE,
    /** It had not happened by the end of observation. */
    NOT_REACHED,
    /** There is no data to estimate from. */
    NO_DATA
  }

  private final State state;
  private final double millis;
  private final double standardErrorMillis;
  private final double lowMillis;
  private final double highMillis;
  private final boolean hasInterval;
  private final double level;
  private final int groups;
  private final int weeks;
  private final String note;

  private DurationEstimate(
      State state,
      double millis,
      double standardErrorMillis,
      double lowMillis,
      double highMillis,
      boolean hasInterval,
      double level,
      int groups,
      int weeks,
      String note) {
    this.state = state;
    this.millis = millis;
    this.standardErrorMillis = standardErrorMillis;
    this.lowMillis = lowMillis;
    this.highMillis = highMillis;
    this.hasInterval = hasInterval;
    this.level = level;
    this.groups = groups;
    this.weeks = weeks;
    this.note = Objects.requireNonNull(note, "note");
  }

  /**
   * {@return an estimate with an interval}
   *
   * @param millis the value in milliseconds, finite
   * @param lowMillis lower end of the interval in milliseconds, NaN if open
   * @param highMillis upper end of the interval in milliseconds, NaN if open
   * @param level confidence level of the interval, between 0 and 1
   * @param groups the number of replicate groups behind the uncertainty; 0 if the observations were
   *     treated as independent
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static DurationEstimate ofMillis(
      double millis, double lowMillis, double highMillis, double level, int groups) {
    return withStandardError(millis, Double.NaN, lowMillis, highMillis, level, groups);
  }

  /** As {@link #ofMillis}, with the standard error that the interval was made from. */
  static DurationEstimate withStandardError(
      double millis,
      double standardErrorMillis,
      double lowMillis,
      double highMillis,
      double level,
      int groups) {
    requireFinite(millis);
    requireOrder("lowMillis", lowMillis, "millis", millis);
    requireOrder("millis", millis, "highMillis", highMillis);
    Distributions.checkLevel(level);
    return new DurationEstimate(
        State.VALUE,
        millis,
        standardErrorMillis,
        lowMillis,
        highMillis,
        true,
        level,
        groups,
        0,
        Notes.NONE);
  }

  /**
   * {@return an estimate without an interval, whose uncertainty is not known}
   *
   * @param millis the value in milliseconds, finite
   * @param groups the number of non-empty replicate groups; 0 if there are none
   * @param note why there is no interval
   * @throws IllegalArgumentException if {@code millis} is not finite
   */
  public static DurationEstimate withoutInterval(double millis, int groups, String note) {
    requireFinite(millis);
    return new DurationEstimate(
        State.VALUE,
        millis,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        false,
        Distributions.DEFAULT_LEVEL,
        groups,
        0,
        note);
  }

  /**
   * Returns the estimate of a duration that was not reached by the end of observation.
   *
   * @param note why, such as {@code "follow-up too short"}; may be empty
   * @return an estimate in state {@link State#NOT_REACHED}, without an interval
   */
  public static DurationEstimate notReached(String note) {
    return new DurationEstimate(
        State.NOT_REACHED,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        false,
        Distributions.DEFAULT_LEVEL,
        0,
        0,
        note);
  }

  /** As {@link #notReached(String)}, with an interval whose upper end is open. */
  static DurationEstimate notReached(double lowMillis, double level, int groups) {
    return new DurationEstimate(
        State.NOT_REACHED,
        Double.NaN,
        Double.NaN,
        lowMillis,
        Double.NaN,
        true,
        level,
        groups,
        0,
        Notes.NONE);
  }

  /** {@return an estimate in state {@link State#NO_DATA}} */
  public static DurationEstimate noData() {
    return new DurationEstimate(
        State.NO_DATA,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        false,
        Distributions.DEFAULT_LEVEL,
        0,
        0,
        Notes.NO_DATA);
  }

  /** {@return the state} */
  public State state() {
    return state;
  }

  /** {@return whether there is a value, that is, the state is {@link State#VALUE}} */
  public boolean isReached() {
    return state == State.VALUE;
  }

  /** {@return the duration, to the nanosecond; empty unless {@link #isReached()}} */
  public Optional<Duration> value() {
    return duration(millis);
  }

  /** {@return the duration in milliseconds; NaN unless {@link #isReached()}} */
  public double millis() {
    return millis;
  }

  /**
   * {@return the duration, if there is one}
   *
   * @throws NoSuchElementException unless {@link #isReached()}; the message says what to do
   */
  public Duration orElseThrow() {
    return value()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    state == State.NO_DATA
                        ? "no data: there is nothing to estimate from; ask isReached() first"
                        : "not reached"
                            + (note.isEmpty() ? "" : " (" + note + ")")
                            + ": too little had happened by the end of observation; ask"
                            + " isReached() first, or take low() as what it exceeds"));
  }

  /**
   * {@return the duration in whole minutes, as {@link Duration#toMinutes} counts them, if there is
   * one}
   *
   * @throws NoSuchElementException as {@link #orElseThrow()}
   */
  public long toMinutes() {
    return orElseThrow().toMinutes();
  }

  /** {@return the lower end of the interval; empty if that end is open or there is no interval} */
  public Optional<Duration> low() {
    return duration(lowMillis);
  }

  /** {@return the upper end of the interval; empty if that end is open or there is no interval} */
  public Optional<Duration> high() {
    return duration(highMillis);
  }

  /**
   * {@return the lower end of the interval in milliseconds; NaN if that end is open or there is no
   * interval}
   */
  public double lowMillis() {
    return lowMillis;
  }

  /**
   * {@return the upper end of the interval in milliseconds; NaN if that end is open or there is no
   * interval}
   */
  public double highMillis() {
    return highMillis;
  }

  /**
   * {@return the standard error in milliseconds; NaN for quantiles, whose intervals need none, and
   * without an interval}
   */
  public double standardErrorMillis() {
    return standardErrorMillis;
  }

  /** {@return whether there is an interval, open or not; if not, {@link #note()} says why} */
  public boolean hasInterval() {
    return hasInterval;
  }

  /** {@return the confidence level of the interval, normally 0.95} */
  public double level() {
    return level;
  }

  /**
   * {@return the number of non-empty replicate groups behind the uncertainty; 0 if the observations
   * were treated as independent, or there are none}
   */
  public int groups() {
    return groups;
  }

  /**
   * {@return whether the uncertainty rests on 1 to 9 groups, which are too few for a verdict; false
   * if the observations were treated as independent}
   */
  public boolean hasFewGroups() {
    return groups > 0 && groups < Notes.ENOUGH_GROUPS;
  }

  /**
   * {@return a copy that records in how many weeks the waits began}
   *
   * @param count the number of weeks, modulo 32, that contain anything; 0 if it is not known
   */
  public DurationEstimate ofWeeks(int count) {
    return new DurationEstimate(
        state,
        millis,
        standardErrorMillis,
        lowMillis,
        highMillis,
        hasInterval,
        level,
        groups,
        count,
        note);
  }

  /**
   * {@return whether it is based on waits that began in 1 to 9 weeks; false if it is not about
   * waits, or they were treated as independent} Waits of one week have much in common, and few
   * weeks do not show how much, so such an estimate is too weak for a verdict.
   */
  public boolean hasFewWeeks() {
    return weeks > 0 && weeks < Notes.ENOUGH_GROUPS;
  }

  /**
   * {@return why the duration, or its interval, is missing, such as {@code "fewer than 2 groups"};
   * empty if there is nothing to say}
   */
  public String note() {
    return note;
  }

  /**
   * {@return the estimate as a map of JDK types, which any JSON library can write: {@code state};
   * {@code value}, {@code low} and {@code high} in milliseconds; and {@code note}, each if present;
   * the state is VALUE, NOT_REACHED, TOO_SHORT or NO_DATA}
   */
  public Map<String, Object> toMap() {
    boolean isTooShort = state == State.NOT_REACHED && note.equals(Notes.TOO_SHORT);
    return ValueMap.of(isTooShort ? "TOO_SHORT" : state.name())
        .number("value", millis)
        .number("low", lowMillis)
        .number("high", highMillis)
        .text("note", note.isEmpty() && hasFewWeeks() ? Notes.FEW_WEEKS : note)
        .map();
  }

  /** Returns whether the other object is an estimate with the same state, numbers and note. */
  @Override
  public boolean equals(Object other) {
    return other instanceof DurationEstimate that
        && state == that.state
        && Double.compare(millis, that.millis) == 0
        && Double.compare(standardErrorMillis, that.standardErrorMillis) == 0
        && Double.compare(lowMillis, that.lowMillis) == 0
        && Double.compare(highMillis, that.highMillis) == 0
        && hasInterval == that.hasInterval
        && Double.compare(level, that.level) == 0
        && groups == that.groups
        && weeks == that.weeks
        && note.equals(that.note);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * note.hashCode() + Double.hashCode(millis)) + Double.hashCode(lowMillis);
  }

  /** Returns such as {@code 42 min [30 min, open]}, {@code not reached} or {@code no data}. */
  @Override
  public String toString() {
    return switch (state) {
      case NO_DATA -> "no data";
      case NOT_REACHED -> note.isEmpty() ? "not reached" : "not reached (" + note + ")";
      case VALUE -> DurationText.ofMillis(millis) + tail();
    };
  }

  private String tail() {
    if (hasInterval) {
      return " [" + end(lowMillis) + ", " + end(highMillis) + "]";
    }
    return note.isEmpty() ? "" : " (" + note + ")";
  }

  private static String end(double millis) {
    return Double.isNaN(millis) ? "open" : DurationText.ofMillis(millis);
  }

  private static Optional<Duration> duration(double millis) {
    if (Double.isNaN(millis)) {
      return Optional.empty();
    }
    // In two parts: centuries in nanoseconds are too many for a long.
    double whole = Math.floor(millis);
    return Optional.of(
        Duration.ofMillis((long) whole).plusNanos(Math.round((millis - whole) * 1e6)));
  }

  private static void requireFinite(double millis) {
    if (!Double.isFinite(millis)) {
      throw new IllegalArgumentException(
          "millis (" + millis + ") must be finite; use notReached or noData");
    }
  }

  private static void requireOrder(String lowName, double low, String highName, double high) {
    if (low > high || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException(
          lowName
              + " ("
              + low
              + ") must not be above "
              + highName
              + " ("
              + high
              + "), and both finite or NaN");
    }
  }
}
