package dev.repartee.consistency;

import dev.repartee.consistency.DailySeries.WeekCount;
import dev.repartee.internal.tally.LongCounts;
import dev.repartee.internal.tally.WholeDays;
import dev.repartee.internal.time.EventTime;
import dev.repartee.stats.Proportion;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Shares of weeks. A week resembles the one before, so they are no independent trials: the interval
 * comes from leaving out blocks of at least four weeks that follow each other, 32 blocks at most.
 */
final class Weeks {
  private static final int MONTH = 4;
  private static final int MOST_BLOCKS = 32;

  /** The days of any zone around the times of a log. */
  private static final long FIRST_DAY = Math.floorDiv(EventTime.MIN, 86_400_000L) - 1;

  private static final long LAST_DAY = Math.floorDiv(EventTime.MAX, 86_400_000L) + 1;

  private Weeks() {}

  /**
   * The share of some weeks that hits, among those that are asked about. If all or none do, these
   * are all the weeks there are, and nothing is left to estimate.
   */
  static Proportion share(long[] weeks, LongPredicate isAsked, LongPredicate isHit) {
    int block = Math.max(MONTH, (weeks.length - 1) / MOST_BLOCKS + 1);
    long[] hits = new long[weeks.length / block + 1];
    long[] trials = new long[hits.length];
    for (int i = 0; i < weeks.length; i++) {
      if (isAsked.test(weeks[i])) {
        trials[i / block]++;
        hits[i / block] += isHit.test(weeks[i]) ? 1 : 0;
      }
    }
    Proportion share = Proportion.clustered(hits, trials);
    boolean isAllOrNone = share.successes() == 0 || share.successes() == share.trials();
    return isAllOrNone ? Proportion.ofAll(share.successes(), share.trials()) : share;
  }

  /** Counts by day; days of other years than those of a log would be series without end. */
  static LongCounts byDay() {
    return new LongCounts(day -> day >= FIRST_DAY && day <= LAST_DAY);
  }

  /** Counts by week. */
  static LongCounts of(LongCounts byDay) {
    LongCounts byWeek = new LongCounts();
    for (long day : byDay.keys()) {
      byWeek.add(WholeDays.weekOf(day), byDay.count(day));
    }
    return byWeek;
  }

  /** Some weeks with their counts, those of nothing with 0. */
  static List<WeekCount> list(long[] weeks, LongCounts byWeek) {
    return Arrays.stream(weeks)
        .mapToObj(week -> new WeekCount(WholeDays.mondayOf(week), byWeek.count(week)))
        .toList();
  }

  /** The days of the first of which anything is known; those of nothing where nothing is. */
  static long firstDay(LongCounts... series) {
    long first = Long.MAX_VALUE;
    for (LongCounts counts : series) {
      long[] keys = counts.keys();
      first = keys.length == 0 ? first : Math.min(first, keys[0]);
    }
    return first;
  }
}
