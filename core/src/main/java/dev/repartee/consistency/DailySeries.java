package dev.repartee.consistency;

import dev.repartee.internal.math.SpikeDays;
import dev.repartee.internal.stats.GrowthTrend;
import dev.repartee.internal.tally.LongCounts;
import dev.repartee.internal.tally.WholeDays;
import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Origin;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.LevelChanges;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * What the audience did day by day, on one channel of an organization or on all of them. Only days
 * observed from end to end count, starting with the first on which the audience did anything, or
 * with the beginning of the window. Immutable.
 */
public final class DailySeries {
  private final LongCounts interactions;
  private final LongCounts persons;
  private final WholeDays days;

  DailySeries(LongCounts interactions, LongCounts persons, Origin origin, ZoneId zone) {
    this.interactions = interactions;
    this.persons = persons;
    long first = Weeks.firstDay(interactions);
    // Where nothing happened nothing is a whole day: a window alone proves no channel.
    this.days = first == Long.MAX_VALUE ? WholeDays.none() : WholeDays.of(origin, zone, first);
  }

  /** {@return the number of messages and acts of the audience, on whole days or not, at least 0} */
  public long interactions() {
    return interactions.total();
  }

  /**
   * {@return the number of person-days with any activity: a person active on three days counts
   * three times; at least 0, at most {@link #interactions}}
   */
  public long personDays() {
    return persons.total();
  }

  /** {@return the number of whole days observed, at least 0} */
  public long days() {
    return days.count();
  }

  /**
   * {@return the interactions by week, for the weeks observed from end to end, in order; weeks
   * without any have 0}
   */
  public List<WeekCount> byWeek() {
    return Weeks.list(days.weeks(), Weeks.of(interactions));
  }

  /** {@return the spikes of interactions, by day; too short with fewer than 8 weeks} */
  public Spikes spikes() {
    return Spikes.of(days.first(), byDay(interactions));
  }

  /**
   * {@return the spikes of the number of active persons, by day; too short with fewer than 8 weeks}
   * A spike of interactions that is not a spike of persons is the work of a few.
   */
  public Spikes spikesOfPersons() {
    return Spikes.of(days.first(), byDay(persons));
  }

  /**
   * Returns the changes of the level of weekly interactions, in weeks observed from end to end: the
   * weeks from which on much more or much less happens.
   *
   * @return the changes; too short with fewer than 12 weeks. For several series, {@link
   *     LevelChanges#together} adjusts for their number
   */
  public LevelChanges changes() {
    long[] weeks = days.weeks();
    if (weeks.length == 0) {
      return LevelChanges.ofCounts(LocalDate.EPOCH, ChronoUnit.WEEKS);
    }
    LongCounts byWeek = Weeks.of(interactions);
    long[] counts = new long[Math.toIntExact(weeks[weeks.length - 1] - weeks[0]) + 1];
    Arrays.fill(counts, SpikeDays.NOT_OBSERVED);
    for (long week : weeks) {
      counts[Math.toIntExact(week - weeks[0])] = byWeek.count(week);
    }
    return LevelChanges.ofCounts(WholeDays.mondayOf(weeks[0]), ChronoUnit.WEEKS, counts);
  }

  private long[] byDay(LongCounts counts) {
    long[] series = new long[Math.toIntExact(days.end() - days.first())];
    Arrays.setAll(
        series,
        i ->
            days.contains(days.first() + i)
                ? counts.count(days.first() + i)
                : SpikeDays.NOT_OBSERVED);
    return series;
  }

  /**
   * {@return the growth of interactions per week: the slope of the logarithm of weekly counts,
   * where 0.01 is about 1 % more each week; undefined with fewer than 8 whole weeks, or fewer than
   * 3 interactions a week; its note says which}
   */
  public Estimate growth() {
    LongCounts byWeek = Weeks.of(interactions);
    return GrowthTrend.of(Arrays.stream(days.weeks()).map(byWeek::count).toArray());
  }

  /** Returns such as {@code 1,204 interactions, 1 spike in 365 days}. */
  @Override
  public String toString() {
    return Brief.count(interactions(), "interaction") + ", " + spikes();
  }

  /**
   * The number of interactions or messages in one week.
   *
   * @param monday the day on which the week begins
   * @param count the number, at least 0
   */
  public record WeekCount(LocalDate monday, long count) {
    /** Returns such as {@code week of 2026-03-02: 17}. */
    @Override
    public String toString() {
      return "week of " + monday + ": " + count;
    }
  }
}
