package dev.repartee.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import dev.repartee.internal.time.WholeMillis;
import dev.repartee.internal.walk.FastSlice;
import dev.repartee.internal.walk.Traits;
import dev.repartee.measure.EventFilter;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Unit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;

/**
 * Whether people come back: the share of people who are active again in each period after their
 * first contact.
 *
 * <pre>{@code
 * RetentionSummary weeks = log.measure(Retention.every(Duration.ofDays(7), 4));
 * // weeks ==> retention: 1 person, period 7 d
 * weeks.period(1);                                                   // 0.00 0/1
 * log.measure(Retention.every(Duration.ofDays(7), 4).by(Dimension.month(zone)));   // by cohort
 * }</pre>
 *
 * <p>Period 0 begins with a person's first event; period k lasts from k to k + 1 times the period
 * after it, end exclusive. By the calendar, period 0 is the day, week or month of the first event,
 * and period k is the k-th after it, however long it is. A person counts in a period only if the
 * log covers all of it, so that young cohorts do not look disloyal; later periods therefore have
 * fewer people. The anchor of a person is the first event. Persons of the audience count, with all
 * accounts of a person together; automatic rows and rows without an author are ignored. A person
 * who joins an organization is watched until then.
 *
 * <p>It takes time linear in the number of events.
 *
 * <p>Guide: {@code core/docs/guide/metrics/retention.md}.
 */
public final class Retention implements Measure<RetentionSummary> {
  private static final int MOST_PERIODS = 1_000;

  /** The first step begins, the second counts as coming back. */
  private static final long BEGINS = 1;

  private static final long RETURNS = 2;

  private final Periods period;
  private final int periods;
  private final EventFilter beginning;
  private final EventFilter returning;
  private final FunnelRules rules;

  private Retention(Periods period, int periods, EventFilter beginning, EventFilter returning) {
    checkArgument(
        periods >= 1 && periods <= MOST_PERIODS,
        "periods (%s) must be 1 to %s",
        periods,
        MOST_PERIODS);
    this.period = period;
    this.periods = periods;
    this.beginning = beginning;
    this.returning = returning;
    this.rules =
        Funnel.builder().step("begins", beginning).step("returns", returning).build().rules();
  }

  private static Retention of(Periods period, int periods) {
    return new Retention(period, periods, EventFilter.anything(), EventFilter.anything());
  }

  /**
   * {@return the measure that counts anything a person does as activity}
   *
   * @param period the length of a period
   * @param periods the number of periods after the first
   * @throws IllegalArgumentException if the period is not at least a millisecond, or the number is
   *     not from 1 to 1,000
   */
  public static Retention every(Duration period, int periods) {
    return of(Periods.of(WholeMillis.atLeastOne("period", period)), periods);
  }

  /**
   * Returns the measure by days of the calendar.
   *
   * @param zone the time zone of the days
   * @param periods the number of days after the first
   * @return the measure
   * @throws IllegalArgumentException if the number is not from 1 to 1,000
   */
  public static Retention everyDay(ZoneId zone, int periods) {
    return of(Periods.days(zone), periods);
  }

  /**
   * Returns the measure by weeks of the calendar.
   *
   * @param zone the time zone of the days
   * @param firstDay the day on which weeks begin
   * @param periods the number of weeks after the first
   * @return the measure
   * @throws IllegalArgumentException if the number is not from 1 to 1,000
   */
  public static Retention everyWeek(ZoneId zone, DayOfWeek firstDay, int periods) {
    return of(Periods.weeks(zone, firstDay), periods);
  }

  /**
   * Returns the measure by months of the calendar.
   *
   * @param zone the time zone of the days
   * @param periods the number of months after the first
   * @return the measure
   * @throws IllegalArgumentException if the number is not from 1 to 1,000
   */
  public static Retention everyMonth(ZoneId zone, int periods) {
    return of(Periods.months(zone), periods);
  }

  /**
   * Returns the measure that counts only some events as activity, including the first contact.
   *
   * @param filter the events
   * @return a copy
   */
  public Retention countingOnly(EventFilter filter) {
    return new Retention(period, periods, filter, filter);
  }

  /**
   * Returns the measure that counts only some events as coming back, such as writing after signing
   * up. What counts as the first contact stays the same.
   *
   * @param filter the events
   * @return a copy
   */
  public Retention returningBy(EventFilter filter) {
    return new Retention(period, periods, beginning, filter);
  }

  @Override
  public Plan<?, RetentionSummary> plan() {
    return Plan.of(toString(), Unit.PERSON, () -> new RetentionTally(periods), this::sweep)
        .into(evidence -> new RetentionSummary(period.text(), periods, evidence));
  }

  private void sweep(Slice slice, Split<RetentionTally> split) {
    EventMasks events = slice.scratch(rules, () -> new EventMasks(rules));
    Periods.Counter counter = slice.scratch(period, period.counter());
    for (int unit = 0; unit < slice.units(); unit++) {
      int from = slice.from(unit);
      int end = FastSlice.of(slice).pathEnd(unit);
      if (from == end) {
        continue;
      }
      int first = slice.row(from);
      if (!slice.isMember(first) && !slice.isBot(first)) {
        events.read(slice, unit);
        if ((events.traits(0) & Traits.ANONYMOUS) == 0) {
          add(slice, from, end - from, events, counter, split);
        }
      }
    }
  }

  private void add(
      Slice slice,
      int from,
      int size,
      EventMasks events,
      Periods.Counter counter,
      Split<RetentionTally> split) {
    int first = 0;
    while (first < size && !isAt(events.masks()[first], BEGINS)) {
      first++;
    }
    if (first == size || !split.takes(slice.row(from + first), Slice.NONE)) {
      return;
    }
    int anchor = slice.row(from + first);
    int groups = slice.groups(anchor);
    long start = events.times()[first];
    long seenUntil = slice.seenUntil(anchor);
    long watched = counter.watched(start, seenUntil);
    RetentionTally tally = split.at(anchor);
    tally.addPerson((int) Math.min(watched, periods), groups);
    long last = 0;
    for (int i = first + 1; i < size && events.times()[i] <= seenUntil; i++) {
      long number = counter.number(start, events.times()[i]);
      if (isAt(events.masks()[i], RETURNS)
          && number > last
          && number <= Math.min(watched, periods)) {
        tally.addActive((int) number, groups);
        last = number;
      }
    }
  }

  private static boolean isAt(long mask, long step) {
    return mask != FunnelRules.NOT_SEEN && (mask & step) != 0;
  }

  @Override
  public String toString() {
    return "retention of "
        + beginning
        + (returning.equals(beginning) ? "" : ", returning by " + returning)
        + ", "
        + periods
        + " periods of "
        + period.text();
  }
}
