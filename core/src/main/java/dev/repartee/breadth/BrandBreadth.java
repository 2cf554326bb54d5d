package dev.repartee.breadth;

import dev.repartee.text.NumberText;
import java.util.Locale;

/**
 * How broadly and deeply an organization engages.
 *
 * @param name the organization
 * @param channels on how many channels
 * @param depth the sum of the depths of these channels
 */
public record BrandBreadth(String name, long channels, double depth) {
  /**
   * Checks the numbers.
   *
   * @param name the organization
   * @param channels on how many channels
   * @param depth the sum of the depths of these channels; NaN where none is known
   * @throws IllegalArgumentException if channels or depth are negative, or the depth is infinite
   */
  public BrandBreadth {
    if (!(channels >= 0)) {
      throw new IllegalArgumentException("channels (" + channels + ") must not be negative");
    }
    if (!((depth >= 0 && depth < Double.POSITIVE_INFINITY) || Double.isNaN(depth))) {
      throw new IllegalArgumentException(
          "depth (" + depth + ") must be at least 0 and finite, or NaN where it is not known");
    }
  }

  /**
   * Returns the depth in proportion to the breadth, which adds nothing for being on many channels.
   *
   * @return the mean depth of a channel; NaN without channels
   */
  public double depthPerChannel() {
    return channels == 0 ? Double.NaN : depth / channels;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s: %,d channels, depth %s", name, channels, NumberText.decimal(depth));
  }
}
