package dev.repartee.change;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * What is promised, and how rarely a watch may cry wolf.
 *
 * @param isAtLeast whether the bound is the least that is promised; false where it is the most
 * @param bound the share, between 0 and 1
 * @param alpha the chance that a promise that is kept ever raises the alarm
 */
record WatchTarget(boolean isAtLeast, double bound, double alpha) {
  private static final double LEAST_ALPHA = 1e-9;

  WatchTarget {
    checkArgument(
        bound > 0 && bound < 1,
        "bound (%s) must lie between 0 and 1, neither of them: 80 percent are 0.80; what is"
            + " promised of all is broken by the first exception",
        bound);
    checkArgument(
        alpha >= LEAST_ALPHA && alpha < 1,
        "alpha (%s) must lie in [0.000000001, 1): 5 percent are 0.05",
        alpha);
  }

  @Override
  public String toString() {
    double percent = Math.round(bound * 1e6) / 1e4;
    String digits =
        percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent);
    return (isAtLeast ? "at least " : "at most ") + digits + " %";
  }
}
