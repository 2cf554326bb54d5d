package dev.repartee.stats;

import dev.repartee.internal.math.Distributions;
import dev.repartee.stats.Proportion.IntervalMethod;

/** The formulas of {@link IntervalMethod}. */
final class ProportionIntervals {

  private ProportionIntervals() {}

  /**
   * Returns an interval inside [0, 1].
   *
   * @param effectiveTrials the trials that count, at most {@code trials}; for Wilson's method only
   * @param factor half-width in standard errors
   */
  static Interval of(
      IntervalMethod method,
      long successes,
      long trials,
      double effectiveTrials,
      double level,
      double factor) {
    double tail = (1 - level) / 2;
    long failures = trials - successes;
    return switch (method) {
      case WILSON -> wilson((double) successes / trials, effectiveTrials, factor);
      case AGRESTI_COULL -> agrestiCoull(successes, trials, factor);
      case JEFFREYS ->
          new Interval(
              Distributions.betaQuantile(successes + 0.5, failures + 0.5, tail),
              Distributions.betaQuantile(successes + 0.5, failures + 0.5, 1 - tail));
      case CLOPPER_PEARSON ->
          new Interval(
              successes == 0
                  ? 0
                  : Distributions.betaQuantile((double) successes, failures + 1.0, tail),
              failures == 0
                  ? 1
                  : Distributions.betaQuantile(successes + 1.0, (double) failures, 1 - tail));
    };
  }

  /** Wilson's interval of a share for a number of independent trials. */
  static Interval wilson(double share, double effective, double factor) {
    double square = factor * factor;
    double scale = 1 + square / effective;
    double centre = (share + square / (2 * effective)) / scale;
    double half =
        factor
            / scale
            * Math.sqrt(share * (1 - share) / effective + square / (4 * effective * effective));
    // At both borders the ends are exact in theory; rounding must not push them off, nor may it
    // push an end past the share where trials are very many.
    return new Interval(
        share == 0 ? 0 : Math.max(0, Math.min(centre - half, share)),
        share == 1 ? 1 : Math.min(1, Math.max(centre + half, share)));
  }

  private static Interval agrestiCoull(long successes, long trials, double factor) {
    double square = factor * factor;
    double size = trials + square;
    double centre = (successes + square / 2) / size;
    double half = factor * Math.sqrt(centre * (1 - centre) / size);
    return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
  }
}
