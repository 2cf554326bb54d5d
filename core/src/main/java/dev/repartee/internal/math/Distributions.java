package dev.repartee.internal.math;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Erf;

/** Quantiles of the distributions behind intervals, and tails of those behind tests. */
public final class Distributions {

  public static final double DEFAULT_LEVEL = 0.95;

  private static final double ACCURACY = 1e-14;

  private Distributions() {}

  public static double checkLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level (" + level + ") must lie between 0 and 1");
    }
    return level;
  }

  /** The half-width of a two-sided normal interval in standard errors. */
  public static double normalFactor(double level) {
    // Without a generator: none is seeded for a distribution that is never sampled.
    return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(0.5 + level / 2);
  }

  /** The half-width of a two-sided t interval in standard errors. */
  public static double studentFactor(double level, double degreesOfFreedom) {
    return new TDistribution(null, degreesOfFreedom, ACCURACY)
        .inverseCumulativeProbability(0.5 + level / 2);
  }

  /** The chance that a chi-squared number of one degree of freedom is at least so large. */
  public static double chiSquaredTail(double chiSquared) {
    return Erf.erfc(Math.sqrt(chiSquared / 2));
  }

  /** The chance that the square of Student's t is at least so large. */
  public static double studentSquaredTail(double square, double degreesOfFreedom) {
    return 2
        * new TDistribution(null, degreesOfFreedom, ACCURACY)
            .cumulativeProbability(-Math.sqrt(square));
  }

  /** The chance that Student's t is at least so far from 0, to either side. */
  public static double studentTail(double t, double degreesOfFreedom) {
    return studentSquaredTail(t * t, degreesOfFreedom);
  }

  public static double betaQuantile(double alpha, double beta, double probability) {
    return new BetaDistribution(null, alpha, beta, ACCURACY)
        .inverseCumulativeProbability(probability);
  }

  /** The quantile of Fisher's F. */
  public static double fisherQuantile(double upper, double lower, double probability) {
    double share = betaQuantile(upper / 2, lower / 2, probability);
    return lower * share / (upper * (1 - share));
  }
}
