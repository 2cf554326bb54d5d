package dev.repartee.stats;

import dev.repartee.internal.math.Distributions;
import dev.repartee.internal.math.Notes;
import dev.repartee.internal.text.ValueMap;
import dev.repartee.text.NumberText;
import java.util.Map;
import java.util.Objects;

/**
 * A number with its uncertainty, or the reason why there is none.
 *
 * <p>An estimate is in one of three states: a value with an interval, a value without one, or
 * undefined. In the latter two states {@link #note()} says why. Missing numbers are NaN.
 *
 * <pre>{@code
 * Estimate.of(0.59, 0.05, new Interval(0.48, 0.69), 0.95, 32);   // 0.59 [0.48, 0.69]
 * Estimate.withoutInterval(0.59, 1, "fewer than 2 groups");      // 0.59 (fewer than 2 groups)
 * Estimate.undefined("no data");                                 // none (no data)
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Estimate {

  private final double value;
  private final double standardError;
  private final double low;
  private final double high;
  private final double level;
  private final int groups;
  private final int weeks;
  private final String note;

  private Estimate(
      double value,
      double standardError,
      double low,
      double high,
      double level,
      int groups,
      int weeks,
      String note) {
    this.value = value;
    this.standardError = standardError;
    this.low = low;
    this.high = high;
    this.level = level;
    this.groups = groups;
    this.weeks = weeks;
    this.note = Objects.requireNonNull(note, "note");
  }

  /**
   * {@return an estimate with an interval}
   *
   * @param value any number except NaN
   * @param standardError 0 or more
   * @param interval the confidence interval
   * @param level its confidence level, between 0 and 1
   * @param groups the number of replicate groups behind the uncertainty; 0 if the observations were
   *     treated as independent
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static Estimate of(
      double value, double standardError, Interval interval, double level, int groups) {
    requireNumber(value);
    if (!(standardError >= 0)) {
      throw new IllegalArgumentException(
          "standardError ("
              + standardError
              + ") must not be negative; where there is none, use withoutInterval");
    }
    Distributions.checkLevel(level);
    requireGroups(groups);
    return new Estimate(
        value, standardError, interval.low(), interval.high(), level, groups, 0, Notes.NONE);
  }

  /**
   * {@return an estimate without an interval, whose uncertainty is not known}
   *
   * @param value any number except NaN
   * @param groups the number of non-empty replicate groups; 0 if there are none
   * @param note why there is no interval
   * @throws IllegalArgumentException if {@code value} is NaN or {@code groups} negative
   */
  public static Estimate withoutInterval(double value, int groups, String note) {
    requireNumber(value);
    requireGroups(groups);
    return new Estimate(
        value, Double.NaN, Double.NaN, Double.NaN, Distributions.DEFAULT_LEVEL, groups, 0, note);
  }

  /**
   * {@return an undefined estimate, all of whose numbers are NaN}
   *
   * @param note why it is undefined, such as {@code "no data"}
   */
  public static Estimate undefined(String note) {
    return new Estimate(
        Double.NaN, Double.NaN, Double.NaN, Double.NaN, Distributions.DEFAULT_LEVEL, 0, 0, note);
  }

  /** {@return the value; NaN if undefined} */
  public double value() {
    return value;
  }

  /** {@return the standard error, in the unit of the value; 0 or more, NaN without an interval} */
  public double standardError() {
    return standardError;
  }

  /** {@return the lower end of the interval; NaN without an interval} */
  public double low() {
    return low;
  }

  /** {@return the upper end of the interval; NaN without an interval} */
  public double high() {
    return high;
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
  public Estimate ofWeeks(int count) {
    return new Estimate(value, standardError, low, high, level, groups, count, note);
  }

  /**
   * {@return the number of weeks in which the waits behind it began; 0 if it is not about waits, or
   * they were treated as independent}
   */
  public int weeks() {
    return weeks;
  }

  /**
   * {@return whether it is based on waits that began in 1 to 9 weeks; false if it is not about
   * waits, or they were treated as independent} Waits of one week have much in common, and few
   * weeks do not show how much, so such an estimate is too weak for a verdict.
   */
  public boolean hasFewWeeks() {
    return weeks > 0 && weeks < Notes.ENOUGH_GROUPS;
  }

  /** {@return whether there is an interval; true only if the value is defined too} */
  public boolean hasInterval() {
    return !Double.isNaN(low);
  }

  /** {@return whether there is a value; false if it is NaN} */
  public boolean isDefined() {
    return !Double.isNaN(value);
  }

  /**
   * {@return why the value, or its interval, is missing, such as {@code "no data"}; empty if
   * nothing is missing}
   */
  public String note() {
    return note;
  }

  /**
   * {@return the estimate as a map of JDK types, which any JSON library can write: {@code state},
   * {@code value}, {@code low}, {@code high} and {@code note}, each if present; the state is VALUE,
   * NO_DATA, TOO_SHORT or NOT_DEFINED}
   */
  public Map<String, Object> toMap() {
    return ValueMap.of(state())
        .number("value", value)
        .number("low", low)
        .number("high", high)
        .text("note", note.isEmpty() && hasFewWeeks() ? Notes.FEW_WEEKS : note)
        .map();
  }

  private String state() {
    if (isDefined()) {
      return Double.isFinite(value) ? "VALUE" : "NOT_DEFINED";
    }
    return switch (note) {
      case Notes.NO_DATA -> "NO_DATA";
      case Notes.TOO_SHORT -> "TOO_SHORT";
      default -> "NOT_DEFINED";
    };
  }

  /** Returns whether the other object is an estimate with the same numbers and note. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Estimate that
        && Double.compare(value, that.value) == 0
        && Double.compare(standardError, that.standardError) == 0
        && Double.compare(low, that.low) == 0
        && Double.compare(high, that.high) == 0
        && Double.compare(level, that.level) == 0
        && groups == that.groups
        && weeks == that.weeks
        && note.equals(that.note);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Double.hashCode(value) + Double.hashCode(low)) + note.hashCode();
  }

  /** Returns value and interval, such as {@code 0.59 [0.48, 0.69]}, or the note in brackets. */
  @Override
  public String toString() {
    String text = NumberText.decimal(value);
    if (hasInterval()) {
      return text + " " + new Interval(low, high);
    }
    return note.isEmpty() ? text : text + " (" + note + ")";
  }

  private static void requireNumber(double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("value (NaN) must be a number; use undefined(note)");
    }
  }

  private static void requireGroups(int groups) {
    if (groups < 0) {
      throw new IllegalArgumentException("groups (" + groups + ") must not be negative");
    }
  }
}
