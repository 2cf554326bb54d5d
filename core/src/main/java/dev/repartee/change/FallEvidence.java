package dev.repartee.change;

import java.util.ArrayDeque;

/**
 * How strongly days speak for a fall below a bound that began on some day, none knows which.
 *
 * <p>A fall takes the odds of being met, {@code b / (1 - b)} at the bound b, to a factor f of them:
 * to 3/4 (0.75 for a bound of 0.80), or to 11/20 (0.69). A day on which m of n are met makes it
 * {@code L = (p / b)^m ((1 - p) / (1 - b))^(n - m)} times as likely, with p the share that belongs
 * to f. As exchanges know each other, only {@code L^(1 / deff)} counts, with deff the {@link
 * DesignEffect}; and no day counts more than {@value #MOST_OF_A_DAY} times, so that no single day
 * raises an alarm. The evidence that the fall began on day k is the product of these factors from k
 * on.
 *
 * <p>A fall scatters days, too, and must not hide behind the scatter that it makes. So deff is the
 * design effect up to the day itself, but no more than twice that of four weeks before, and no less
 * than that; the first 8 weeks are always among the time before.
 *
 * <p>The evidence is the mean over both falls (1/4 and 3/4) and over all days on which it may have
 * begun: the day after the first 8 weeks has k = 0, and the weight {@code h / ((k + h) (k + h +
 * 1))} with h half a year. Weights of all days, to come ones among them, sum to 1. So it is
 * computed in one pass: what speaks for a fall until yesterday, and the weight of today, times the
 * factor of today.
 *
 * <p>Where exchanges are independent and the promise is kept, a factor has a mean of at most 1, the
 * evidence is a supermartingale that begins at 1, and its chance ever to reach {@code 1 / alpha} is
 * at most alpha. Where they are not, this holds as far as the design effect is known.
 *
 * <p>Source: J. Ville, 1939, "Étude critique de la notion de collectif"; of the mean over starts:
 * A. N. Shiryaev, 1963, "On Optimum Methods in Quickest Detection Problems"; of an alarm whose
 * chance is bounded for ever: H. Robbins, 1970, "Statistical Methods Related to the Law of the
 * Iterated Logarithm".
 */
final class FallEvidence {
  /** So many days show how much days have in common, before any of them may speak. */
  static final int FIRST_DAYS = 8 * 7;

  private static final int LAST_DAYS = 4 * 7;
  private static final double MOST_OF_BEFORE = 2;
  private static final double MOST_OF_A_DAY = 10;
  private static final double HALF_A_YEAR = 182;
  private static final double[] FALLS = {0.75, 0.55};
  private static final double[] WEIGHTS = {0.25, 0.75};

  private final double bound;
  private final DesignEffect untilToday;
  private final DesignEffect untilBefore;
  private final ArrayDeque<Counts> lastWeeks = new ArrayDeque<>();
  private final double[] begun = new double[FALLS.length];
  private double notBegun = 1;
  private int days;

  private record Counts(long met, long all) {}

  /** Creates that of no days, for a share that is not to be smaller than the bound. */
  FallEvidence(double bound) {
    this.bound = bound;
    this.untilToday = new DesignEffect(bound);
    this.untilBefore = new DesignEffect(bound);
  }

  /** Adds the next day. Some are exchanged on it. */
  void add(long met, long all) {
    untilToday.add((double) met, (double) all);
    lastWeeks.addLast(new Counts(met, all));
    if (days < FIRST_DAYS || lastWeeks.size() > LAST_DAYS) {
      Counts before = lastWeeks.removeFirst();
      untilBefore.add((double) before.met(), (double) before.all());
    }
    if (days >= FIRST_DAYS) {
      double weight = weight(days - FIRST_DAYS);
      double deff = deff();
      notBegun -= weight;
      for (int i = 0; i < FALLS.length; i++) {
        double likelier = StrictMath.exp(logLikelier(FALLS[i], met, all) / deff);
        begun[i] = (begun[i] + weight) * Math.min(MOST_OF_A_DAY, likelier);
      }
    }
    days++;
  }

  private static double weight(int start) {
    double from = start + HALF_A_YEAR;
    return HALF_A_YEAR / (from * (from + 1));
  }

  /** The logarithm of how much likelier a day is if the odds have fallen to a factor of them. */
  private double logLikelier(double factor, long met, long all) {
    double scale = 1 - bound + factor * bound;
    return (double) met * StrictMath.log(factor) - (double) all * StrictMath.log(scale);
  }

  /** Returns the evidence at the end of the last day; 1 before any day may speak. */
  double value() {
    double value = notBegun;
    for (int i = 0; i < FALLS.length; i++) {
      value += WEIGHTS[i] * begun[i];
    }
    return value;
  }

  /** Returns the design effect that counts on the last day; NaN for fewer than the first days. */
  double deff() {
    if (days < FIRST_DAYS) {
      return Double.NaN;
    }
    double before = untilBefore.value();
    return Math.max(before, Math.min(untilToday.value(), MOST_OF_BEFORE * before));
  }
}
