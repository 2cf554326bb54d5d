package dev.repartee.consistency;

import com.google.common.primitives.Ints;
import dev.repartee.consistency.DailySeries.WeekCount;
import dev.repartee.internal.tally.LongCounts;
import dev.repartee.internal.tally.WholeDays;
import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Origin;
import dev.repartee.model.OfficeHours;
import dev.repartee.stats.Burstiness;
import dev.repartee.stats.Evenness.EqualShares;
import dev.repartee.stats.Proportion;
import dev.repartee.text.NumberText;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The rhythm of an organization on one channel, or on all of its channels together. Weeks are those
 * observed from end to end, starting with the first day on which anybody wrote, or with the
 * beginning of the window. Immutable.
 */
public final class Rhythm {
  private static final int ENOUGH_SILENCES = 50;

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

  /** {@return the number of messages by the organization, at least 0} */
  public long messages() {
    return tally.own().total();
  }

  /** {@return the number of messages by the audience, at least 0} */
  public long audienceMessages() {
    return tally.audience().total();
  }

  /** {@return the number of whole weeks, at least 0} */
  public int weeks() {
    return weeks.length;
  }

  /**
   * {@return the messages of the organization by week, for the whole weeks in order; weeks in which
   * it wrote nothing have 0}
   */
  public List<WeekCount> messagesByWeek() {
    return Weeks.list(weeks, ownWeeks);
  }

  /**
   * Returns the share of weeks in which the organization wrote.
   *
   * @return weeks with a message of the organization / weeks, with an interval from leaving out
   *     months, but without one if it is all weeks or none; undefined if there is no whole week
   */
  public Proportion activeWeeks() {
    return Weeks.share(weeks, week -> true, week -> ownWeeks.count(week) > 0);
  }

  /**
   * Returns the share of weeks with an audience message in which the organization answered anybody.
   * Answers in other weeks do not make up for it.
   *
   * @return weeks with an answer / weeks with an audience message, with an interval as for {@link
   *     #activeWeeks}; undefined if there is none
   */
  public Proportion answeringWeeks() {
    return Weeks.share(
        weeks, week -> audienceWeeks.count(week) > 0, week -> answerWeeks.count(week) > 0);
  }

  /**
   * {@return the number of sittings, at least 0; messages that follow each other within an hour are
   * one sitting}
   */
  public int sittings() {
    return tally.sittings().size();
  }

  /** {@return the longest silence between two sittings; empty with fewer than 2 sittings} */
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
   * {@return how long the organization has been silent, from its last message to the as-of, or to
   * the end of the window; empty if it never wrote}
   */
  public Optional<Duration> currentSilence() {
    return sittings() == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(silentMillis()));
  }

  private long silentMillis() {
    return Math.max(0, watchedUntil - tally.sittings().last(sittings() - 1));
  }

  /**
   * {@return whether somebody is still there, by how long the organization has been silent, with
   * thresholds of 30 and 90 days}
   */
  public Activity activity() {
    return sittings() == 0 ? Activity.NEVER_WROTE : Activity.of(silentMillis());
  }

  /**
   * {@return how unusual the current silence is for this organization, in [0, 1]; the smaller, the
   * more unusual; empty with fewer than 50 past silences, which are too few} It is the share of
   * past time spent in a silence at least as old as this one is now: {@code sum max(0, g - c) / sum
   * g}, where c is its length and g are those of the past silences. This is the probability of
   * seeing a silence that old at a random moment. The share of silences that got that long is not,
   * because a random moment is more likely to fall into a long one.
   *
   * <p>Example: with silences of 1, 2 and 5 days, 8 days in all, a silence was 3 days old or older
   * during 2 days, a quarter of the time. In simulations (1,000 runs each) a share below 0.05
   * arises by chance in 0.04 to 0.15 of the cases; the more the silences differ in length, the more
   * often.
   */
  public OptionalDouble unusualSilence() {
    double older = 0;
    double all = 0;
    for (int i = 1; i < sittings(); i++) {
      older += Math.max(0, silence(i) - silentMillis());
      all += silence(i);
    }
    return sittings() <= ENOUGH_SILENCES ? OptionalDouble.empty() : OptionalDouble.of(older / all);
  }

  /**
   * Returns whether the organization writes in bursts, from the intervals between the last message
   * of a sitting and the first of the next, minus the hour within which they would have been one
   * sitting. For messages at random these intervals are exponential, as if there were no sittings.
   *
   * <p>With office hours it uses working time: only messages within the hours count, and those
   * within an hour of work are one sitting. With hours from 8:00 to 16:00, messages at 9:00, 9:40,
   * 15:50 and at 9:20 on the next day are three sittings, since 90 min of work lie between the last
   * two; the intervals are 5 h 10 min and 30 min.
   *
   * <p>In simulations (300 runs each), messages at random, 3, 8 or 80 a day, are called bursty or
   * regular in at most 0.08 of the cases. If people do not write during the given hours, the
   * verdict is about the hours.
   *
   * @return the burstiness; without office hours its {@linkplain Burstiness#pattern pattern} is not
   *     a verdict, because nights and weekends would count as silence between bursts
   */
  public Burstiness burstiness() {
    Sittings all = hours == null ? tally.sittings() : tally.working();
    long[] intervals = new long[all.size()];
    int n = 0;
    for (int i = 1; i < all.size(); i++) {
      long last = all.last(i - 1);
      long next = all.first(i);
      long silence = hours == null ? next - last : hours.workingMillis(last, next);
      if (silence > Sittings.BREAK) {
        intervals[n++] = silence - Sittings.BREAK;
      }
    }
    Burstiness found = Burstiness.of(Arrays.copyOf(intervals, n));
    return hours == null ? found.withoutVerdict() : found;
  }

  /**
   * {@return how the audience's messages are spread over the posts of the organization: a view,
   * made in O(posts)}
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

    /** The activity after a silence. */
    static Activity of(long silentMillis) {
      return silentMillis < 30 * DAY ? ACTIVE : silentMillis < 90 * DAY ? QUIET : ABANDONED;
    }
  }

  /**
   * Whether the messages that the audience wrote below posts within 7 days are spread over all
   * posts, or one post has most of them: many singles, or one home run. Each number comes with its
   * value if all posts were alike and chance alone distributed the threads. A reply to a post and
   * everything below it stay together, since one comment invites the next.
   */
  public static final class TopPostShare {
    private static final int ENOUGH = 20;
    private static final long SEED = 2009;

    /** More would take minutes. */
    private static final long MOST = 20_000_000;

    private final LongCounts reach;
    private final LongCounts threads;
    private final int posts;
    private final long messages;
    private final long young;

    TopPostShare(PostReach reach) {
      this.reach = reach.posts;
      this.threads = reach.threads;
      this.posts = Ints.saturatedCast(this.reach.total());
      this.messages = (long) this.reach.sum();
      this.young = reach.young;
    }

    /** {@return the number of posts at least 7 days old} */
    public int posts() {
      return posts;
    }

    /** {@return the number of audience messages they got within 7 days, at least 0} */
    public long messages() {
      return messages;
    }

    /** {@return the number of posts left out because they are younger than 7 days, at least 0} */
    public long young() {
      return young;
    }

    /** {@return whether there are too few posts, that is, fewer than 20} */
    public boolean isTooFew() {
      return posts < ENOUGH;
    }

    /**
     * {@return the share of the messages that the post with most messages has, in [0, 1]; NaN if
     * posts are too few or there is no message}
     */
    public double topShare() {
      return isTooFew() ? Double.NaN : shareOfLargest(1);
    }

    /**
     * {@return the share of the messages that the top tenth of the posts has, the {@code
     * ceil(n/10)} with most messages, in [0, 1]; NaN if posts are too few or there is no message}
     */
    public double topTenthShare() {
      return isTooFew() ? Double.NaN : shareOfLargest(EqualShares.tenthOf(posts));
    }

    /**
     * {@return Gini's coefficient of the messages by post, in [0, 1), 0 if all posts have the same
     * number; NaN if posts are too few or there is no message}
     */
    public double gini() {
      if (isTooFew() || messages == 0) {
        return Double.NaN;
      }
      double sum = 0;
      double begin = 0;
      for (long each : reach.keys()) {
        double same = reach.count(each);
        sum += same * (2 * begin + same - reach.total()) * each;
        begin += same;
      }
      return Math.max(0, sum / reach.total() / messages);
    }

    private double shareOfLargest(long largest) {
      double sum = 0;
      long left = largest;
      long[] keys = reach.keys();
      for (int i = keys.length - 1; left > 0; i--) {
        long taken = Math.min(left, reach.count(keys[i]));
        sum += (double) taken * keys[i];
        left -= taken;
      }
      return sum / messages;
    }

    /**
     * {@return what these numbers would be on average if all posts were alike, simulated with a
     * fixed seed, anew at each call; NaN if posts are too few, there is no message, or there are
     * more than 20 million of either} If messages do not name the message they reply to, each
     * counts as a separate thread, and the expected values are too low.
     */
    public EqualShares expected() {
      return isTooFew() || Math.max(posts, messages) > MOST
          ? new EqualShares(Double.NaN, Double.NaN, Double.NaN)
          : EqualShares.simulate(
              posts,
              threads.keys(),
              Arrays.stream(threads.keys()).map(threads::count).toArray(),
              SEED);
    }

    /** Returns such as {@code top post 0.35 of 412 messages, 0.04 if all were alike, 60 posts}. */
    @Override
    public String toString() {
      String of = Brief.count(posts, "post");
      if (isTooFew()) {
        return "too few, " + of;
      }
      return messages == 0
          ? "none (no messages), " + of
          : "top post "
              + NumberText.share(topShare())
              + " of "
              + NumberText.count(messages)
              + " messages, "
              + NumberText.share(expected().topShare())
              + " if all were alike, "
              + of;
    }
  }
}
