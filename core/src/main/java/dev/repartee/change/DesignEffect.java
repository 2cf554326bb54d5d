package dev.repartee.change;

/**
 * How many exchanges of a series of days are worth one independent exchange.
 *
 * <p>With y a day's met beyond the share of all days, {@code y = met - p all}, and g(k) the sum of
 * the products of y and of the y of k days before, the long-run variance is {@code g(0) + 2 g(1) +
 * 2 g(2) + …}. Of that sum the pairs {@code g(0) + g(1), g(2) + g(3), …} are taken as long as they
 * are above 0, none larger than the one before, at most {@value #LAGS} lags; it is at least g(0).
 * So the reach is as long as the data's own memory. Counting the days that are spent on the share
 * and on the lags, n days give {@code n / (n - 1 - 2 last lag)} times as much. The effect is that,
 * divided by what independent exchanges would have, {@code all p (1 - p)}, with one exchange met
 * and one not met added to p; never below 1.
 *
 * <p>A quotient, not a variance, because the variance of a share depends on the share: a quiet time
 * far above the bound scatters less than a time at the bound does.
 *
 * <p>Source: C. J. Geyer, 1992, "Practical Markov Chain Monte Carlo", the initial monotone
 * sequence; of the quotient: L. Kish, 1965, "Survey Sampling".
 *
 * <p>Adding a day and asking take time for each lag, whatever the number of days. Not thread-safe.
 */
final class DesignEffect {
  static final int LAGS = 14;

  private final double bound;

  /** Products of days by their distance: of surplus, of surplus and all, of all. */
  private final double[] surplusProducts = new double[LAGS];

  private final double[] mixedProducts = new double[LAGS];
  private final double[] allProducts = new double[LAGS];

  /** The last days, each at its number modulo the lags. */
  private final double[] lastSurplus = new double[LAGS];

  private final double[] lastAll = new double[LAGS];
  private int days;
  private double met;
  private double all;

  /** Creates that of no days. Numbers stay small near the bound; it does not change the effect. */
  DesignEffect(double bound) {
    this.bound = bound;
  }

  void add(double metOfDay, double allOfDay) {
    int today = days % LAGS;
    double surplus = metOfDay - bound * allOfDay;
    lastSurplus[today] = surplus;
    lastAll[today] = allOfDay;
    for (int lag = 0; lag < LAGS && lag <= days; lag++) {
      int then = (days - lag) % LAGS;
      surplusProducts[lag] += surplus * lastSurplus[then];
      mixedProducts[lag] += surplus * lastAll[then] + allOfDay * lastSurplus[then];
      allProducts[lag] += allOfDay * lastAll[then];
    }
    days++;
    met += metOfDay;
    all += allOfDay;
  }

  /** Returns the effect, at least 1. Needs more days than twice the lags. */
  double value() {
    double least = product(0);
    double variance = -least;
    double before = Double.POSITIVE_INFINITY;
    int lag = 0;
    while (lag < LAGS) {
      double pair = Math.min(before, product(lag) + product(lag + 1));
      if (!(pair > 0)) {
        break;
      }
      variance += 2 * pair;
      before = pair;
      lag += 2;
    }
    int lastLag = Math.max(0, lag - 1);
    double perExchange = Math.max(least, variance) / all * days / (days - 1 - 2 * lastLag);
    return Math.max(1, perExchange / independent());
  }

  /** The sum of products of days so far apart, each beyond the share of all of them. */
  private double product(int lag) {
    double beyond = met / all - bound;
    return surplusProducts[lag] - beyond * mixedProducts[lag] + beyond * beyond * allProducts[lag];
  }

  private double independent() {
    return (met + 1) * (all - met + 1) / ((all + 2) * (all + 2));
  }
}
