package dev.repartee.internal.math;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * On which days a series of daily counts begins another level. Levels are looked for by weeks, so
 * that a few busy days are none; then the day is where two levels fit the days around it best.
 */
public final class DailyLevels {
  private static final int WEEK = 7;

  /** How many days before and after are looked at to find the day. */
  private static final int AROUND = 4 * WEEK;

  /** Of a longer series the last ten years are searched. */
  private static final int MOST_WEEKS = 520;

  private DailyLevels() {}

  /**
   * Returns the first days of all levels but the first, in order. O(n) and the search.
   *
   * @param counts by day; below 0 for a day that was not observed
   */
  public static int[] starts(long... counts) {
    int[] weeks =
        IntStream.range(Math.max(0, counts.length / WEEK - MOST_WEEKS), counts.length / WEEK)
            .filter(
                week ->
                    Arrays.stream(counts, week * WEEK, week * WEEK + WEEK).min().orElse(-1) >= 0)
            .toArray();
    double[] sums =
        Arrays.stream(weeks)
            .mapToDouble(
                week ->
                    Math.log(Arrays.stream(counts, week * WEEK, week * WEEK + WEEK).sum() + 0.5))
            .toArray();
    List<LevelSearch.Found> found = LevelSearch.of(Seasons.without(sums, weeks, ChronoUnit.WEEKS));
    return found.stream()
        .mapToInt(change -> day(counts, weeks[change.at()] * WEEK))
        .sorted()
        .distinct()
        .toArray();
  }

  /** The day within a week before or after that divides the days around it best. */
  private static int day(long[] counts, int about) {
    int best = about;
    double least = Double.POSITIVE_INFINITY;
    for (int day = about - WEEK; day <= about + WEEK; day++) {
      double left = squares(counts, about - AROUND, day) + squares(counts, day, about + AROUND);
      if (left < least) {
        least = left;
        best = day;
      }
    }
    return best;
  }

  /** The squares about the mean of the roots of what was observed. */
  private static double squares(long[] counts, int from, int to) {
    double sum = 0;
    double squares = 0;
    int n = 0;
    for (int i = Math.max(0, from); i < Math.min(counts.length, to); i++) {
      if (counts[i] >= 0) {
        double root = Math.sqrt(counts[i] + 0.375);
        sum += root;
        squares += root * root;
        n++;
      }
    }
    return n == 0 ? 0 : squares - sum * sum / n;
  }
}
