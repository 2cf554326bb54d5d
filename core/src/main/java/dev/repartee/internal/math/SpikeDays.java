package dev.repartee.internal.math;

import dev.repartee.text.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Days on which far more happens than on such days usually.
 *
 * <p>Counts x become {@code y = 2 sqrt(x + 3/8)}, which makes the scatter of a Poisson count the
 * same whatever its mean. A day is held against the median y of the 12 nearest days of the same
 * weekday on its own level ({@link DailyLevels}), itself left out: a steady series that stops, or
 * begins, has no spike; r is the difference. At the ends of the series these lie on one side of the
 * day, and where it grows all of them are lower: where their mean distance is more than 0.6 weeks,
 * it is the line through them by Theil and Sen that counts (the median of all slopes, then of what
 * is left), as long as it is not below their median. The scale is {@code s = max(1, 1.4826
 * median|r|)}, with the median over all days, or over those of its weekday where that is larger, so
 * that restless series need more to raise a spike. A day is a spike where {@code r > 5 s} and
 * {@code x >= 10}. Spike days with at most one day between them are one episode.
 *
 * <p>Why by weekday, too: counts that scatter more than those of Poisson do so the more, the larger
 * they are, also as y. Where the weekend is quiet, its small residuals would make the scale too
 * small for the days between: with a seventh of the mean on weekends, a false alarm in up to 4 of
 * 10 years.
 *
 * <pre>{@code
 * long[] counts = new long[70];
 * java.util.Arrays.fill(counts, 4);
 * counts[40] = 90;
 * counts[42] = 60;
 * SpikeDays spikes = SpikeDays.of(counts);   // 2 spike days in 1 episode, 70 days
 * spikes.days().get(0).expected();           // 4.0
 * }</pre>
 *
 * <p>By simulation, a year of weekly rhythm with no spike in it raises one in at most 5 of 100
 * cases, also where counts scatter as widely as exponential ones and the weekend is nearly still. A
 * day of 20 times its mean is found where the standard deviation is nearly half the mean; on a
 * weekend that is nearly still some are missed, since it is judged by the scatter of the busy days,
 * too. The table is in {@code docs/spikes.md}. Restless series hide smaller spikes: a day of 5
 * times its mean is found in 1 to 4 of 10 years there, and where the standard deviation is the mean
 * itself hardly ever.
 *
 * <p>Half a year that grows by a tenth each week raises a spike in at most 10 of 100 cases; without
 * the line, in up to all. A step is no growth: three weeks before the end, to three times as much
 * for good, it is told as spikes until the level is known to last; from then on its days are held
 * against each other.
 *
 * <p>Source of the transformation: F. J. Anscombe, 1948, "The transformation of Poisson, binomial
 * and negative-binomial data"; of the scale: F. R. Hampel, 1974, "The influence curve and its role
 * in robust estimation"; of the line: P. K. Sen, 1968, "Estimates of the regression coefficient
 * based on Kendall's tau".
 *
 * <p>Immutable.
 */
public final class SpikeDays {
  /** What stands for a day that was not observed. */
  public static final long NOT_OBSERVED = -1;

  private static final int WEEK = 7;
  private static final int LEAST_DAYS = 8 * WEEK;
  private static final int NEIGHBORS = 12;

  /** In weeks: neighbors that lie farther to one side are no fair comparison where it grows. */
  private static final double LOPSIDED = 0.6;

  private static final double FACTOR = 5;
  private static final long LEAST_COUNT = 10;

  /** Makes the median of absolute residuals the standard deviation where they are normal. */
  private static final double NORMAL = 1.4826;

  private final int observed;
  private final List<Day> days;
  private final List<Episode> episodes;

  /** A spike day. */
  public record Day(int index, long count, double expected, double score) {}

  /** Spike days that follow each other with at most one day between. */
  public record Episode(int first, int last, int peak) {}

  private SpikeDays(int observed, List<Day> days) {
    this.observed = observed;
    this.days = List.copyOf(days);
    this.episodes = episodes(days);
  }

  /**
   * Returns the spikes of a series. The spikes, O(n); {@linkplain #isTooShort() too short} with
   * fewer than 56 days observed. Throws {@code IllegalArgumentException} if a count is below {@link
   * #NOT_OBSERVED}.
   */
  public static SpikeDays of(long... counts) {
    return ofLevels(counts, DailyLevels.starts(counts));
  }

  /** The same with the first days of all levels but the first, in order. */
  static SpikeDays ofLevels(long[] counts, int... starts) {
    int n = counts.length;
    double[] level = new double[n];
    int observed = 0;
    for (int i = 0; i < n; i++) {
      if (!(counts[i] >= NOT_OBSERVED)) {
        throw new IllegalArgumentException(
            "count (" + counts[i] + ") must be at least 0, or -1 for a day that is not observed");
      }
      level[i] = counts[i] == NOT_OBSERVED ? Double.NaN : 2 * Math.sqrt(counts[i] + 0.375);
      observed += counts[i] == NOT_OBSERVED ? 0 : 1;
    }
    List<Day> found = new ArrayList<>();
    if (observed >= LEAST_DAYS) {
      double[] usual = usual(level, starts);
      double[] scales = scales(level, usual);
      for (int i = 0; i < n; i++) {
        double residual = level[i] - usual[i];
        double scale = scales[i % WEEK];
        if (residual > FACTOR * scale && counts[i] >= LEAST_COUNT) {
          double expected = Math.max(0, usual[i] * usual[i] / 4 - 0.375);
          found.add(new Day(i, counts[i], expected, residual / scale));
        }
      }
    }
    return new SpikeDays(observed, found);
  }

  /** The usual level by the nearest days of the same weekday; NaN where there is none. */
  private static double[] usual(double[] level, int[] starts) {
    double[] usual = new double[level.length];
    double[] neighbors = new double[NEIGHBORS];
    double[] weeks = new double[NEIGHBORS];
    Arrays.fill(usual, Double.NaN);
    for (int weekday = 0; weekday < WEEK; weekday++) {
      int[] at =
          IntStream.iterate(weekday, i -> i < level.length, i -> i + WEEK)
              .filter(i -> !Double.isNaN(level[i]))
              .toArray();
      for (int k = 0; k < at.length; k++) {
        int own = levelOf(at[k], starts);
        int found = 0;
        int before = k - 1;
        int after = k + 1;
        while (found < NEIGHBORS) {
          boolean hasBefore = before >= 0 && levelOf(at[before], starts) == own;
          boolean hasAfter = after < at.length && levelOf(at[after], starts) == own;
          if (!hasBefore && !hasAfter) {
            break;
          }
          boolean takesBefore = hasBefore && (!hasAfter || at[k] - at[before] <= at[after] - at[k]);
          int neighbor = at[takesBefore ? before-- : after++];
          weeks[found] = (neighbor - at[k]) / (double) WEEK;
          neighbors[found++] = level[neighbor];
        }
        usual[at[k]] = usual(weeks, neighbors, found);
      }
    }
    return usual;
  }

  /** The number of the level of a day. */
  private static int levelOf(int day, int[] starts) {
    int found = Arrays.binarySearch(starts, day);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private static double usual(double[] weeks, double[] levels, int size) {
    double median = median(levels.clone(), size);
    double distance = Arrays.stream(weeks, 0, size).average().orElse(0);
    return size > 1 && Math.abs(distance) > LOPSIDED
        ? Math.max(median, line(weeks, levels, size))
        : median;
  }

  /** Where the line through levels by week is at week 0. */
  private static double line(double[] weeks, double[] levels, int size) {
    double[] slopes = new double[size * (size - 1) / 2];
    int n = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        slopes[n++] = (levels[i] - levels[j]) / (weeks[i] - weeks[j]);
      }
    }
    double slope = median(slopes, n);
    double[] left = new double[size];
    Arrays.setAll(left, i -> levels[i] - slope * weeks[i]);
    return median(left, size);
  }

  /** By weekday: as restless as all days, or as this weekday where that is more so. */
  private static double[] scales(double[] level, double[] usual) {
    double all = Math.max(1, scatter(level, usual, 0, 1));
    double[] scales = new double[WEEK];
    for (int weekday = 0; weekday < WEEK; weekday++) {
      double own = scatter(level, usual, weekday, WEEK);
      scales[weekday] = own > all ? own : all;
    }
    return scales;
  }

  /** The median residual in size, of every so many days; NaN where none is known. */
  private static double scatter(double[] level, double[] usual, int from, int step) {
    double[] sizes = new double[level.length];
    int n = 0;
    for (int i = from; i < level.length; i += step) {
      double size = Math.abs(level[i] - usual[i]);
      if (!Double.isNaN(size)) {
        sizes[n++] = size;
      }
    }
    return NORMAL * median(sizes, n);
  }

  /** Sorts the first values; NaN for none. */
  private static double median(double[] values, int size) {
    if (size == 0) {
      return Double.NaN;
    }
    Arrays.sort(values, 0, size);
    return (values[(size - 1) / 2] + values[size / 2]) / 2;
  }

  private static List<Episode> episodes(List<Day> days) {
    List<Episode> episodes = new ArrayList<>();
    int begin = 0;
    for (int i = 1; i <= days.size(); i++) {
      if (i == days.size() || days.get(i).index() - days.get(i - 1).index() > 2) {
        Day peak = days.get(begin);
        for (Day day : days.subList(begin, i)) {
          peak = day.count() > peak.count() ? day : peak;
        }
        episodes.add(new Episode(days.get(begin).index(), days.get(i - 1).index(), peak.index()));
        begin = i;
      }
    }
    return List.copyOf(episodes);
  }

  /** Returns how many days were observed. At least 0. */
  public int observed() {
    return observed;
  }

  /** Returns whether the series is too short to tell. True with fewer than 8 weeks of days. */
  public boolean isTooShort() {
    return observed < LEAST_DAYS;
  }

  /**
   * Returns the spike days, in order. Empty where there is none, and where the series is too short.
   */
  public List<Day> days() {
    return days;
  }

  /** Returns the spike days, joined where at most one day lies between. In order. */
  public List<Episode> episodes() {
    return episodes;
  }

  /** Returns such as {@code 2 spike days in 1 episode, 70 days}, or {@code too short, 12 days}. */
  @Override
  public String toString() {
    String of = ", " + count(observed, "day");
    if (isTooShort()) {
      return "too short" + of;
    }
    return days.isEmpty()
        ? "no spikes" + of
        : count(days.size(), "spike day") + " in " + count(episodes.size(), "episode") + of;
  }

  private static String count(int count, String what) {
    return NumberText.count(count) + " " + what + (count == 1 ? "" : "s");
  }
}
