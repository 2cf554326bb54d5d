package dev.repartee.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import dev.repartee.internal.text.OptionText;
import dev.repartee.internal.walk.Traits;
import dev.repartee.measure.EventFilter;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Plan;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Split;
import dev.repartee.measure.Unit;
import java.time.Duration;

/**
 * Whether people come back: in the how-manieth period after their first contact they are active
 * again.
 *
 * <pre>{@code
 * RetentionSummary weeks = log.measure(Retention.every(Duration.ofDays(7), 4));
 * // weeks ==> retention: 1 person, period 7 d
 * weeks.period(1);                                                   // 0.00 0/1
 * log.measure(Retention.every(Duration.ofDays(7), 4).by(Dimension.month(zone)));   // by cohort
 * }</pre>
 *
 * <p>Period 0 begins with a person's first event, period k lasts from k to k + 1 times the period
 * after it, its end excluded. A person counts in a period only if the log covers all of it, so that
 * young cohorts do not look disloyal: later periods have fewer people. A person hangs on its first
 * event. Persons of the audience count, all accounts of one together; what a machine sent on its
 * own and rows without an author are not looked at.
 *
 * <p>Linear in the events.
 */
public final class Retention implements Measure<RetentionSummary> {
  private static final int MOST_PERIODS = 1_000;

  private final Duration period;
  private final int periods;
  private final EventFilter activity;
  private final FunnelRules rules;

  private Retention(Duration period, int periods, EventFilter activity) {
    this.period = period;
    this.periods = periods;
    this.activity = activity;
    this.rules = Funnel.builder().step("active", activity).build().rules();
  }

  /**
   * {@return the measure in which anything a person does is activity}
   *
   * @param period how long a period lasts
   * @param periods how many periods after the first are looked at
   * @throws IllegalArgumentException if the period is not at least a millisecond, or there are not
   *     1 to 1,000 of them
   */
  public static Retention every(Duration period, int periods) {
    checkArgument(
        period.compareTo(Duration.ofMillis(1)) >= 0,
        "period (%s) must be at least a millisecond",
        period);
    checkArgument(
        periods >= 1 && periods <= MOST_PERIODS,
        "periods (%s) must be 1 to %s",
        periods,
        MOST_PERIODS);
    return new Retention(period, periods, EventFilter.anything());
  }

  /**
   * Returns the measure in which only some events are activity, the first contact included.
   *
   * @param filter the events
   * @return a copy
   */
  public Retention countingOnly(EventFilter filter) {
    return new Retention(period, periods, filter);
  }

  @Override
  public Plan<?, RetentionSummary> plan() {
    return Plan.of(toString(), Unit.PERSON, () -> new RetentionTally(periods), this::sweep)
        .into(evidence -> new RetentionSummary(period, periods, evidence));
  }

  private void sweep(Slice slice, Split<RetentionTally> split) {
    EventMasks events = slice.scratch(rules, () -> new EventMasks(rules));
    for (int unit = 0; unit < slice.units(); unit++) {
      int from = slice.from(unit);
      if (from < slice.to(unit) && !slice.isMember(slice.row(from))) {
        events.read(slice, unit);
        if ((events.traits(0) & Traits.ANONYMOUS) == 0) {
          add(slice, from, slice.to(unit) - from, events, split);
        }
      }
    }
  }

  private void add(
      Slice slice, int from, int size, EventMasks events, Split<RetentionTally> split) {
    int first = 0;
    while (first < size && events.masks()[first] <= 0) {
      first++;
    }
    if (first == size || !split.takes(slice.row(from + first), Slice.NONE)) {
      return;
    }
    int anchor = slice.row(from + first);
    int groups = slice.groups(anchor);
    long length = FunnelStep.millis("period", period);
    long start = events.times()[first];
    long seenUntil = slice.seenUntil(anchor);
    long watched = (seenUntil - start + 1) / length - 1; // whole periods after the first
    RetentionTally tally = split.at(anchor);
    tally.addPerson((int) Math.min(watched, periods), groups);
    long last = 0;
    for (int i = first + 1; i < size && events.times()[i] <= seenUntil; i++) {
      long number = (events.times()[i] - start) / length;
      if (events.masks()[i] > 0 && number > last && number <= Math.min(watched, periods)) {
        tally.addActive((int) number, groups);
        last = number;
      }
    }
  }

  @Override
  public String toString() {
    return "retention of "
        + activity
        + ", "
        + periods
        + " periods of "
        + OptionText.exact(FunnelStep.millis("period", period));
  }
}
