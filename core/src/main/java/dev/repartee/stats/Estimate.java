package dev.repartee.stats;

import dev.repartee.internal.math.Distributions;
import dev.repartee.internal.math.Notes;
import dev.repartee.internal.text.ValueMap;
import dev.repartee.text.NumberText;
import java.util.Map;
import java.util.Objects;

/**
 * A number with its uncertainty, or a word on why there is none.
 *
 * <p>An estimate is in one of three states: a value with an interval, a value without one, or
 * undefined. In the latter two {@link #note()} says why. Whatever is not there is NaN.
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
   * {@return a value with its interval: an estimate with interval}
   *
   * @param value any number but NaN
   * @param standardError 0 or more
   * @param interval the confidence interval
   * @param level its confidence level, between 0 and 1
   * @param groups how many replicate groups the uncertainty rests on; 0 where the observations were
   *     taken as independent
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
   * {@return a value whose uncertainty is not known: an estimate without interval}
   *
   * @param value any number but NaN
   * @param groups how many non-empty replicate groups there are; 0 where there are none
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
   * {@return the estimate of what is not defined: an estimate whose every number is NaN}
   *
   * @param note why, such as {@code "no data"}
   */
  public static Estimate undefined(String note) {
    return new Estimate(
        Double.NaN, Double.NaN, Double.NaN, Double.NaN, Distributions.DEFAULT_LEVEL, 0, 0, note);
  }

  /** {@return the value; NaN where undefined} */
  public double value() {
    return value;
  }

  /**
   * {@return the standard error of the value, in the unit of the value; 0 or more, NaN where there
   * is no interval}
   */
  public double standardError() {
    return standardError;
  }

  /** {@return the lower end of the interval; NaN where there is no interval} */
  public double low() {
    return low;
  }

  /** {@return the upper end of the interval; NaN where there is no interval} */
  public double high() {
    return high;
  }

  /** {@return the confidence level of the interval; usually 0.95} */
  public double level() {
    return level;
  }

  /**
   * {@return how many non-empty replicate groups the uncertainty rests on, 0 where the observations
   * were taken as independent, or there are none}
   */
  public int groups() {
    return groups;
  }

  /**
   * {@return whether the uncertainty rests on so few groups, 1 to 9, that it should carry no
   * verdict; false where the observations were taken as independent}
   */
  public boolean hasFewGroups() {
    return groups > 0 && groups < Notes.ENOUGH_GROUPS;
  }

  /**
   * {@return the same of waits that began in so many weeks: an estimate with the same numbers}
   *
   * @param count how many weeks, modulo 32, hold anything; 0 where it is not known
   */
  public Estimate ofWeeks(int count) {
    return new Estimate(value, standardError, low, high, level, groups, count, note);
  }

  /**
   * {@return in how many weeks the waits began that it is of, 0 where it is of no waits, or they
   * were taken as independent}
   */
  public int weeks() {
    return weeks;
  }

  /**
   * {@return whether it is of waits that began in 1 to 9 weeks; false where it is of no waits, or
   * they were taken as independent} Waits of one week have much in common, and few weeks do not
   * show how much: it should carry no verdict.
   */
  public boolean hasFewWeeks() {
    return weeks > 0 && weeks < Notes.ENOUGH_GROUPS;
  }

  /** {@return whether there is an interval; true only where the value is defined too} */
  public boolean hasInterval() {
    return !Double.isNaN(low);
  }

  /** {@return whether there is a value; false where the value is NaN} */
  public boolean isDefined() {
    return !Double.isNaN(value);
  }

  /**
   * {@return why the value, or its interval, is not there; such as {@code "no data"}; empty where
   * nothing is missing}
   */
  public String note() {
    return note;
  }

  /**
   * {@return the estimate as a map of JDK types, which any JSON library writes: {@code state},
   * {@code value}, {@code low}, {@code high} and {@code note}, each as far as it is there; the
   * state is VALUE, NO_DATA, TOO_SHORT or NOT_DEFINED}
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
