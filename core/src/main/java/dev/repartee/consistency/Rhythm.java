package dev.repartee.consistency;

import dev.repartee.consistency.DailySeries.WeekCount;
import dev.repartee.internal.tally.LongCounts;
import dev.repartee.internal.tally.WholeDays;
import dev.repartee.measure.Origin;
import dev.repartee.model.OfficeHours;
import dev.repartee.stats.Burstiness;
import dev.repartee.stats.Proportion;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rhythm of an organization on one channel, or on all of its channels together. Weeks are those
 * observed from end to end, from the first day on which anybody wrote, or the beginning of the
 * window. Immutable.
 */
public final class Rhythm {
  private final RhythmTally tally;
  private final @Nullable OfficeHours hours;
  private final long watchedUntil;
  private final long[] weeks;
  private final LongCounts ownWeeks;
  private final LongCounts audienceWeeks;
  private final LongCounts answerWeeks;

  Rhythm(RhythmTally tally, Origin origin, ZoneId zone, @Nullable OfficeHours hours) {
    this.tally = tally;
    this.hours = hours;
    this.watchedUntil = WholeDays.watchedUntil(origin).toEpochMilli();
    this.ownWeeks = Weeks.of(tally.own());
    this.audienceWeeks = Weeks.of(tally.audience());
    this.answerWeeks = Weeks.of(tally.answers());
    long first = Weeks.firstDay(tally.own(), tally.audience());
    this.weeks =
        (first == Long.MAX_VALUE ? WholeDays.none() : WholeDays.of(origin, zone, first)).weeks();
  }

  /**
   * Returns how many messages the organization wrote.
   *
   * @return at least 0
   */
  public long messages() {
    return tally.own().total();
  }

  /**
   * Returns how many messages the audience wrote.
   *
   * @return at least 0
   */
  public long audienceMessages() {
    return tally.audience().total();
  }

  /**
   * Returns how many whole weeks there are.
   *
   * @return at least 0
   */
  public int weeks() {
    return weeks.length;
  }

  /**
   * Returns the messages of the organization week by week.
   *
   * @return the whole weeks in order, those in which it wrote nothing with 0
   */
  public List<WeekCount> messagesByWeek() {
    return Weeks.list(weeks, ownWeeks);
  }

  /**
   * Returns the share of weeks in which the organization wrote.
   *
   * @return weeks with a message of the organization / weeks, with an interval from leaving out
   *     months; undefined where there is no whole week
   */
  public Proportion activeWeeks() {
    return Weeks.share(weeks, week -> true, week -> ownWeeks.count(week) > 0);
  }

  /**
   * Returns the share of weeks with a message of the audience in which the organization answered
   * anybody. Answers in other weeks do not make up for it.
   *
   * @return weeks with an answer / weeks with a message of the audience; undefined where there is
   *     none
   */
  public Proportion answeringWeeks() {
    return Weeks.share(
        weeks, week -> audienceWeeks.count(week) > 0, week -> answerWeeks.count(week) > 0);
  }

  /**
   * Returns how many sittings there are: messages that follow each other within an hour are one.
   *
   * @return at least 0
   */
  public int sittings() {
    return tally.sittings().size();
  }

  /**
   * Returns the longest silence between two sittings.
   *
   * @return empty for fewer than 2 sittings
   */
  public Optional<Duration> longestSilence() {
    long longest = -1;
    for (int i = 1; i < sittings(); i++) {
      longest = Math.max(longest, silence(i));
    }
    return longest < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(longest));
  }

  /** The silence before a sitting that has one before it. */
  private long silence(int sitting) {
    return tally.sittings().first(sitting) - tally.sittings().last(sitting - 1);
  }

  /**
   * Returns how long the organization has been silent.
   *
   * @return from its last message to the as-of, or to the end of the window; empty where it never
   *     wrote
   */
  public Optional<Duration> currentSilence() {
    return sittings() == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(silentMillis()));
  }

  private long silentMillis() {
    return Math.max(0, watchedUntil - tally.sittings().last(sittings() - 1));
  }

  /**
   * Returns whether somebody is still there.
   *
   * @return by how long the organization has been silent: 30 and 90 days
   */
  public Activity activity() {
    return sittings() == 0 ? Activity.NEVER_WROTE : Activity.of(silentMillis());
  }

  /**
   * Returns how unusual the current silence is for this organization: the smaller, the more.
   *
   * @return its past silences that were at least as long / all of them, taken as independent;
   *     undefined for fewer than 2 sittings
   */
  public Proportion unusualSilence() {
    long asLong = 0;
    for (int i = 1; i < sittings(); i++) {
      asLong += silence(i) >= silentMillis() ? 1 : 0;
    }
    return Proportion.of(asLong, Math.max(0, sittings() - 1));
  }

  /**
   * Returns whether the organization writes in bursts.
   *
   * @return by the intervals from the beginning of each sitting to that of the next, in working
   *     time where hours are given
   */
  public Burstiness burstiness() {
    long[] intervals = new long[Math.max(0, sittings() - 1)];
    for (int i = 0; i < intervals.length; i++) {
      long start = tally.sittings().first(i);
      long next = tally.sittings().first(i + 1);
      intervals[i] = hours == null ? next - start : hours.workingMillis(start, next);
    }
    return Burstiness.of(intervals);
  }

  /**
   * Returns how what the audience wrote below the posts of the organization is spread over them.
   *
   * @return a view, made in O(posts)
   */
  public TopPostShare homeRun() {
    return new TopPostShare(tally.posts());
  }

  /** Returns such as {@code wrote in 0.71 [0.31, 0.93] 5/7 of the weeks, active}. */
  @Override
  public String toString() {
    return "wrote in " + activeWeeks() + " of the weeks, " + ConsistencyText.name(activity());
  }

  /** Whether somebody of the organization is still there. */
  public enum Activity {
    /** It wrote within the last 30 days. */
    ACTIVE,
    /** It has been silent for 30 days or more. */
    QUIET,
    /** It has been silent for 90 days or more. */
    ABANDONED,
    /** It never wrote. */
    NEVER_WROTE;

    private static final long DAY = 86_400_000L;

    /** By how long it has been silent. */
    static Activity of(long silentMillis) {
      return silentMillis < 30 * DAY ? ACTIVE : silentMillis < 90 * DAY ? QUIET : ABANDONED;
    }
  }
}
