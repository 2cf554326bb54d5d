package dev.repartee.internal.math;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a series steps to another level and stays there.
 *
 * <p>The part that differs most ({@link LevelScan}, on clipped ranks) is held against what shuffles
 * of the same scores show: first the end of the series, at 0.02, then any part within, at 0.01;
 * then the end is looked at that lies apart from all before ({@link SeparateEnd}), at 0.01; what is
 * found divides the series, and each piece is searched likewise. Each change is tried once more
 * between its neighbors, and the weakest is taken back as long as one does not hold there at 0.05.
 * A p value is adjusted for the search: two and a half times that of an end, five times that of a
 * part within or of an end apart.
 *
 * <p>The date is where two levels fit the scores between the neighbors best. The interval holds the
 * dates that fit hardly worse: the sum of squares is larger by at most 7.353 times the variance
 * (with the memory of the series in it), where {@code (1 - exp(-x / 2))^2 = 0.95}.
 *
 * <p>Source: A. B. Olshen, E. S. Venkatraman, R. Lucito, M. Wigler, 2004, "Circular binary
 * segmentation"; A. N. Pettitt, 1979, for ranks; Y.-C. Yao, 1987, and Y. Eo, J. Morley, 2015, for
 * the interval; E. J. G. Pitman, 1937, for shuffles.
 */
public final class LevelSearch {
  /** In fewer values nothing is searched. */
  public static final int LEAST = 12;

  private static final int LEAST_WITHIN = 24;

  /** Parts within a longer series are too many to shuffle for. */
  private static final int MOST_WITHIN = 400;

  private static final double END = 0.02;
  private static final double WITHIN = 0.01;
  private static final double APART = 0.01;
  private static final double HOLDS = 0.05;
  private static final int SHUFFLES = 9_999;
  private static final int SHUFFLES_WITHIN = 1_999;
  private static final double FITS = 7.353;
  private static final long SEED = 1898;

  private final double[] values;
  private final SplitMix random;
  private final List<Found> found = new ArrayList<>();

  /**
   * A change.
   *
   * @param at the first of the new level
   * @param earliest the first of those that may be that, with 95 % confidence
   * @param latest the last of them
   * @param pValue adjusted for the search, above 0
   */
  public record Found(int at, int earliest, int latest, double pValue) {}

  private LevelSearch(double[] values) {
    this.values = values;
    this.random = new SplitMix(SEED, values.length);
  }

  /** The changes of a series without gaps, in order; none in fewer than 12 values. O(n^2). */
  public static List<Found> of(double... values) {
    LevelSearch search = new LevelSearch(values);
    search.search(0, values.length);
    search.found.sort(Comparator.comparingInt(Found::at));
    search.prune();
    return search.dated();
  }

  private void search(int from, int to) {
    if (to - from < LEAST) {
      return;
    }
    double[] scores = ClippedRanks.of(values, from, to);
    LevelScan scan = scan(scores, false);
    double p = pValue(scores, scan, SHUFFLES, END) / END * HOLDS;
    if (p > HOLDS && to - from >= LEAST_WITHIN && to - from <= MOST_WITHIN) {
      scan = scan(scores, true);
      p = pValue(scores, scan, SHUFFLES_WITHIN, WITHIN) / WITHIN * HOLDS;
    }
    if (p <= HOLDS) {
      divide(from, from + scan.from(), from + scan.to(), to, p);
      return;
    }
    SeparateEnd end = SeparateEnd.of(values, from, to);
    p = end.pValue() / APART * HOLDS;
    if (p <= HOLDS) {
      divide(from, end.at(), to, to, p);
    }
  }

  /** Takes one or two changes, and searches all pieces. */
  private void divide(int from, int first, int last, int to, double p) {
    for (int at : new int[] {first, last}) {
      if (at > from && at < to) {
        found.add(new Found(at, at, at, p));
      }
    }
    search(from, first);
    search(first, last);
    search(last, to);
  }

  private static LevelScan scan(double[] scores, boolean isWithin) {
    return new LevelScan(scores.length, isWithin).scan(scores);
  }

  /** The share of shuffles that show as much; no more than needed to see that it is too large. */
  private double pValue(double[] scores, LevelScan scan, int most, double level) {
    if (!scan.isFound()) {
      return 1;
    }
    double statistic = scan.statistic() * (1 - 1e-9);
    double[] shuffled = scores.clone();
    LevelScan another = new LevelScan(scores.length, scan.isWithin());
    int asMuch = 1;
    for (int done = 1; done <= most; done++) {
      shuffle(shuffled);
      asMuch += another.scan(shuffled).statistic() >= statistic ? 1 : 0;
      if (asMuch > level * (most + 1)) {
        return asMuch / (done + 1.0);
      }
    }
    return asMuch / (most + 1.0);
  }

  private void shuffle(double[] scores) {
    for (int i = scores.length - 1; i > 0; i--) {
      int j = random.next(i + 1);
      double kept = scores[i];
      scores[i] = scores[j];
      scores[j] = kept;
    }
  }

  private void prune() {
    while (found.size() > 1) {
      int weakest = -1;
      double largest = HOLDS;
      for (int i = 0; i < found.size(); i++) {
        double[] scores = ClippedRanks.of(values, start(i), end(i));
        double p =
            Math.min(
                pValue(scores, scan(scores, false), SHUFFLES, HOLDS),
                SeparateEnd.of(values, start(i), end(i)).pValue());
        if (p > largest) {
          largest = p;
          weakest = i;
        }
      }
      if (weakest < 0) {
        return;
      }
      found.remove(weakest);
    }
  }

  private int start(int change) {
    return change == 0 ? 0 : found.get(change - 1).at();
  }

  private int end(int change) {
    return change + 1 == found.size() ? values.length : found.get(change + 1).at();
  }

  /** One after the other, so that each lies behind the one before it. */
  private List<Found> dated() {
    for (int i = 0; i < found.size(); i++) {
      double[] scores = ClippedRanks.of(values, start(i), end(i));
      found.set(i, dated(scores, start(i), found.get(i).pValue()));
    }
    return List.copyOf(found);
  }

  private static Found dated(double[] scores, int start, double pValue) {
    int n = scores.length;
    double[] squares = new double[n];
    double all = 0;
    for (double score : scores) {
      all += score * score;
    }
    int best = LevelScan.LEAST;
    double sum = 0;
    for (int at = 1; at < n; at++) {
      sum += scores[at - 1];
      squares[at] = all - sum * sum / at - sum * sum / (n - at); // all scores sum to 0
      if (at >= LevelScan.LEAST && at <= n - LevelScan.LEAST && squares[at] < squares[best]) {
        best = at;
      }
    }
    double limit = squares[best] + FITS * variance(scores, best) + 1e-9 * all;
    int earliest = best;
    int latest = best;
    for (int at = LevelScan.LEAST; at <= n - LevelScan.LEAST; at++) {
      earliest = squares[at] <= limit ? Math.min(earliest, at) : earliest;
      latest = squares[at] <= limit ? Math.max(latest, at) : latest;
    }
    return new Found(start + best, start + earliest, start + latest, pValue);
  }

  /** Of what two levels leave, with the memory of the series in it. */
  private static double variance(double[] scores, int at) {
    double[] means = new double[2];
    for (int i = 0; i < scores.length; i++) {
      means[i < at ? 0 : 1] += scores[i] / (i < at ? at : scores.length - at);
    }
    double[] residuals = scores.clone();
    double squares = 0;
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] -= means[i < at ? 0 : 1];
      squares += residuals[i] * residuals[i];
    }
    double memory = LevelScan.memory(residuals, 2);
    return squares / (scores.length - 2) * SerialCorrelation.inflation(memory);
  }
}
