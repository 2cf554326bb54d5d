package dev.repartee.internal.stats;

import dev.repartee.stats.Difference;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Replicated;

/**
 * What is shown of a difference: that it is too small to matter, that it is above or below 0, or
 * nothing.
 *
 * <ul>
 *   <li>{@link Outcome#EQUIVALENT}: the 90 % interval lies inside (-margin, margin), which is two
 *       one-sided tests at 5 %. This comes first: what is shown to be small is equivalent, also
 *       where it is shown not to be 0.
 *   <li>{@link Outcome#ABOVE}, {@link Outcome#BELOW}: the 95 % interval lies on one side of 0.
 *   <li>{@link Outcome#UNPROVEN}: neither, or there is no interval.
 * </ul>
 *
 * <pre>{@code
 * Replicated chance = curve.withinReplicated(Duration.ofMillis(1));
 * Equivalence.of(chance.minus(chance), 0.10).outcome();   // UNPROVEN: in fewer than 2 groups
 * }</pre>
 *
 * <p>Source: D. J. Schuirmann, 1987, "A Comparison of the Two One-Sided Tests Procedure and the
 * Power Approach for Assessing the Equivalence of Average Bioavailability". Immutable.
 */
public final class Equivalence {
  /** What is shown. */
  public enum Outcome {
    /** The difference is smaller than the margin. */
    EQUIVALENT,
    /** The difference is above 0. */
    ABOVE,
    /** The difference is below 0. */
    BELOW,
    /** None of these. */
    UNPROVEN
  }

  private static final double LEVEL = 0.90;

  /** The normal quantile of a chance of 0.8. */
  private static final double POWER = 0.8416212335729143;

  private final double margin;
  private final Estimate wide;
  private final Estimate narrow;
  private final double pValue;

  private Equivalence(double margin, Estimate wide, Estimate narrow, double pValue) {
    if (!(margin > 0)) {
      throw new IllegalArgumentException(
          "margin (" + margin + ") must be above 0: no data show that a difference is exactly 0");
    }
    this.margin = margin;
    this.wide = wide;
    this.narrow = narrow;
    this.pValue = pValue;
  }

  /**
   * Returns what is shown of a difference. Throws {@code IllegalArgumentException} if the margin is
   * not above 0.
   */
  public static Equivalence of(Replicated difference, double margin) {
    return new Equivalence(
        margin, difference.estimate(), difference.estimate(LEVEL), difference.pValue(0));
  }

  /**
   * Returns what is shown of the difference of two shares or chances, by the intervals of {@link
   * Difference#of(Replicated, Replicated, double)}. Throws {@code IllegalArgumentException} if the
   * margin is not above 0.
   */
  public static Equivalence of(Replicated first, Replicated second, double margin) {
    return new Equivalence(
        margin,
        Difference.of(first, second),
        Difference.of(first, second, LEVEL),
        Difference.pValue(first, second));
  }

  /** Returns what is shown. */
  public Outcome outcome() {
    if (!wide.hasInterval()) {
      return Outcome.UNPROVEN;
    }
    if (narrow.low() > -margin && narrow.high() < margin) {
      return Outcome.EQUIVALENT;
    }
    return wide.low() > 0 ? Outcome.ABOVE : wide.high() < 0 ? Outcome.BELOW : Outcome.UNPROVEN;
  }

  /** Returns the difference with its 95 % interval. */
  public Estimate difference() {
    return wide;
  }

  /** Returns the difference with the 90 % interval by which it is called equivalent. */
  public Estimate narrowDifference() {
    return narrow;
  }

  /** Returns the p value of a difference of 0. In [0, 1]; NaN where there is no interval. */
  public double pValue() {
    return pValue;
  }

  /**
   * Returns how many times as many observations it takes to show one or the other with a chance of
   * 0.8, if the truth is what is found and errors shrink with the root of the number: {@code ((t +
   * z) s / d)^2} with d the distance from 0, or to the margin where that takes fewer. 1 where it is
   * shown; NaN where there is no interval.
   */
  public double observationsFactor() {
    if (!wide.hasInterval()) {
      return Double.NaN;
    }
    if (outcome() != Outcome.UNPROVEN) {
      return 1;
    }
    double size = Math.abs(wide.value());
    double toShowIt = factor(wide, size);
    return size < margin ? Math.min(toShowIt, factor(narrow, margin - size)) : toShowIt;
  }

  private static double factor(Estimate estimate, double distance) {
    double half = (estimate.high() - estimate.low()) / 2;
    double ratio = (half + POWER * estimate.standardError()) / distance;
    return ratio * ratio;
  }

  @Override
  public String toString() {
    return outcome() + ": " + wide;
  }
}
