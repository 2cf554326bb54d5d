package dev.repartee.internal.math;

import java.util.Arrays;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.Well19937c;

/**
 * Weights about given ones, drawn at random: what would follow if somebody had weighed a little
 * differently. They have the Dirichlet distribution with parameters {@code concentration x weight};
 * their means are the weights given, and the larger the concentration, the closer they lie.
 *
 * <pre>{@code
 * double[][] draws = RandomWeights.dirichlet(new double[] {0.5, 0.3, 0.2}, 20, 1_000, 2009);
 * }</pre>
 */
public final class RandomWeights {
  private RandomWeights() {}

  /**
   * Returns weights that sum to 1. Throws {@code IllegalArgumentException} if an argument is out of
   * range.
   */
  public static double[][] dirichlet(double[] weights, double concentration, int draws, long seed) {
    double sum = Arrays.stream(weights).sum();
    for (double weight : weights) {
      if (!(weight > 0 && Double.isFinite(sum))) {
        throw new IllegalArgumentException(
            "weights (" + weight + ") must be above 0; leave out what does not count");
      }
    }
    if (!(concentration > 0)) {
      throw new IllegalArgumentException("concentration (" + concentration + ") must be above 0");
    }
    Well19937c random = new Well19937c(seed);
    GammaDistribution[] parts = new GammaDistribution[weights.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new GammaDistribution(random, concentration * weights[i] / sum, 1);
    }
    double[][] result = new double[draws][weights.length];
    for (double[] draw : result) {
      double all = 0;
      for (int i = 0; i < draw.length; i++) {
        draw[i] = parts[i].sample();
        all += draw[i];
      }
      for (int i = 0; i < draw.length; i++) {
        draw[i] /= all;
      }
    }
    return result;
  }
}
