package dev.repartee.stats;

import dev.repartee.text.NumberText;

/**
 * A closed interval of numbers, such as a confidence interval; both ends belong to it.
 *
 * @param low the lower end
 * @param high the upper end, not below {@code low}
 */
public record Interval(double low, double high) {

  /**
   * Checks the ends.
   *
   * @param low the lower end
   * @param high the upper end, not below {@code low}
   * @throws IllegalArgumentException if {@code low} is above {@code high} or either is NaN
   */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "low (" + low + ") must not be above high (" + high + "), and neither may be NaN");
    }
  }

  /**
   * {@return whether a number lies in the interval, ends included; false for NaN}
   *
   * @param number any number
   */
  public boolean contains(double number) {
    return number >= low && number <= high;
  }

  /** {@return {@code high - low}, 0 or more} */
  public double width() {
    return high - low;
  }

  /** Returns the interval as it is printed with results, such as {@code [0.48, 0.69]}. */
  @Override
  public String toString() {
    return "[" + NumberText.decimal(low) + ", " + NumberText.decimal(high) + "]";
  }
}
