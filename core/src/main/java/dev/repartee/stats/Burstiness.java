package dev.repartee.stats;

import dev.repartee.text.NumberText;

/**
 * How unevenly events follow each other: in bursts with long silences in between, at random, or
 * like clockwork. It is computed from the intervals between events, in order.
 *
 * <p>Let m be the mean of the n intervals, s their population standard deviation, and {@code r =
 * s/m}. Then
 *
 * <pre>{@code B = (r - 1) / (r + 1)}</pre>
 *
 * <pre>{@code A = (sqrt(n+1) r - sqrt(n-1)) / ((sqrt(n+1) - 2) r + sqrt(n-1))}</pre>
 *
 * <p>B lies in [-1, 1): it is -1 if all intervals are equal, and 0 on average if events are random.
 * Few intervals cannot be very bursty, so B depends on n. A does not, and reaches 1 if one interval
 * contains all the time. The memory M is the correlation of each interval with the next: above 0,
 * short intervals follow short ones; below 0, short ones follow long ones.
 *
 * <pre>{@code
 * Burstiness b = Burstiness.of(1, 1, 1, 7);   // burstiness 0.30, 4 intervals, too few
 * b.parameter();    // 0.0192…
 * b.corrected();    // 0.2992…
 * b.memory();       // NaN: the first of each pair are all equal
 * }</pre>
 *
 * <p>Source: K.-I. Goh, A.-L. Barabasi, 2008, "Burstiness and memory in complex systems" (B and M);
 * E.-K. Kim, H.-H. Jo, 2016, "Measuring burstiness for finite event sequences" (A).
 *
 * <p>Immutable.
 */
public final class Burstiness {
  /** With fewer intervals, nothing is called bursty or regular. */
  static final int ENOUGH = 10;

  /**
   * For n exponential intervals, r has a standard error near {@code 1/sqrt(n)}, and A, which
   * changes half as fast there, {@code 0.5/sqrt(n)}. This is 1.96 times 0.5, with a little more for
   * small n.
   */
  private static final double BAND = 1.05;

  /** The verdict on a sequence of events. */
  public enum Pattern {
    /** More uneven than by chance. */
    BURSTY,
    /** More even than by chance. */
    REGULAR,
    /** As even as random events. */
    LIKE_CHANCE,
    /** Fewer than 10 intervals. */
    TOO_FEW,
    /** Not judged, because such intervals would not be random even by chance. */
    NO_VERDICT,
    /** No interval, or all are 0. */
    UNDEFINED
  }

  private final int intervals;
  private final double ratio;
  private final double memory;
  private final boolean isJudged;

  private Burstiness(int intervals, double ratio, double memory, boolean isJudged) {
    this.isJudged = isJudged;
    this.intervals = intervals;
    this.ratio = ratio;
    this.memory = memory;
  }

  /**
   * Returns the burstiness of a sequence of intervals.
   *
   * @param intervals the times from each event to the next, in order, in any unit
   * @return the burstiness, O(n); undefined if there is no interval or all are 0
   * @throws IllegalArgumentException if an interval is negative
   */
  public static Burstiness of(long... intervals) {
    int n = intervals.length;
    double sum = 0;
    for (long interval : intervals) {
      if (!(interval >= 0)) {
        throw new IllegalArgumentException(
            "interval (" + interval + ") must not be negative; pass times in order");
      }
      sum += interval;
    }
    if (!(sum > 0)) {
      return new Burstiness(n, Double.NaN, Double.NaN, true);
    }
    double mean = sum / n;
    double squares = 0;
    for (long interval : intervals) {
      squares += (interval - mean) * (interval - mean);
    }
    return new Burstiness(n, Math.sqrt(squares / n) / mean, memory(intervals), true);
  }

  /**
   * {@return a copy whose {@link #pattern} is {@link Pattern#NO_VERDICT}, unless it is undefined}
   * It is for intervals that would not be random even by chance, such as intervals in real time,
   * which contain nights and weekends.
   */
  public Burstiness withoutVerdict() {
    return new Burstiness(intervals, ratio, memory, false);
  }

  /** The correlation of each with the next. */
  private static double memory(long[] intervals) {
    int pairs = intervals.length - 1;
    double first = 0;
    double second = 0;
    for (int i = 0; i < pairs; i++) {
      first += intervals[i];
      second += intervals[i + 1];
    }
    first /= pairs;
    second /= pairs;
    double squaresFirst = 0;
    double squaresSecond = 0;
    double products = 0;
    for (int i = 0; i < pairs; i++) {
      double a = intervals[i] - first;
      double b = intervals[i + 1] - second;
      squaresFirst += a * a;
      squaresSecond += b * b;
      products += a * b;
    }
    double scale = Math.sqrt(squaresFirst) * Math.sqrt(squaresSecond);
    return scale > 0 ? Math.max(-1, Math.min(1, products / scale)) : Double.NaN;
  }

  /** {@return the number of intervals, n; at least 0} */
  public int intervals() {
    return intervals;
  }

  /**
   * {@return the burstiness parameter B of Goh and Barabasi, in [-1, 1); NaN if it is undefined}
   */
  public double parameter() {
    return (ratio - 1) / (ratio + 1);
  }

  /**
   * {@return the burstiness A of Kim and Jo, which can be compared between sequences of different
   * lengths; in [-1, 1]; NaN with fewer than 2 intervals and if all are 0}
   */
  public double corrected() {
    if (intervals < 2) {
      return Double.NaN;
    }
    double up = Math.sqrt(intervals + 1.0);
    double down = Math.sqrt(intervals - 1.0);
    return (up * ratio - down) / ((up - 2) * ratio + down);
  }

  /**
   * {@return the memory M: the correlation of each interval with the next, in [-1, 1]; NaN if the
   * first intervals of all pairs are equal, or the second ones}
   */
  public double memory() {
    return memory;
  }

  /**
   * {@return how far from 0 chance takes A: {@code 1.05 / sqrt(n)}, which random events stay within
   * in 95 of 100 sequences; infinite without intervals}
   */
  public double chanceBand() {
    return BAND / Math.sqrt(intervals);
  }

  /**
   * {@return the verdict; bursty or regular only if A lies outside the {@linkplain #chanceBand()
   * band of chance} and there are at least 10 intervals}
   */
  public Pattern pattern() {
    if (Double.isNaN(ratio)) {
      return Pattern.UNDEFINED;
    }
    if (!isJudged) {
      return Pattern.NO_VERDICT;
    }
    if (intervals < ENOUGH) {
      return Pattern.TOO_FEW;
    }
    if (Math.abs(corrected()) <= chanceBand()) {
      return Pattern.LIKE_CHANCE;
    }
    return corrected() > 0 ? Pattern.BURSTY : Pattern.REGULAR;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Burstiness that
        && intervals == that.intervals
        && isJudged == that.isJudged
        && Double.compare(ratio, that.ratio) == 0
        && Double.compare(memory, that.memory) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * Double.hashCode(ratio) + intervals;
  }

  /** Returns such as {@code burstiness 0.30, 40 intervals, bursty}. */
  @Override
  public String toString() {
    return "burstiness "
        + NumberText.decimal(corrected())
        + ", "
        + NumberText.count(intervals)
        + (intervals == 1 ? " interval, " : " intervals, ")
        + switch (pattern()) {
          case BURSTY -> "bursty";
          case REGULAR -> "regular";
          case LIKE_CHANCE -> "like chance";
          case TOO_FEW -> "too few";
          case NO_VERDICT -> "no verdict";
          case UNDEFINED -> "not defined";
        };
  }
}
