package dev.repartee.change;

import dev.repartee.change.Series.Reason;
import dev.repartee.internal.tally.WholeDays;
import dev.repartee.measure.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.LongStream;

/** Which periods a summary observed from end to end, and followed for as long as the others. */
final class ObservedPeriods {
  private final CalendarPeriods periods;
  private final WholeDays days;
  private final Instant asOf;
  private final Duration followed;
  private final LocalDate first;
  private final LocalDate last;

  /**
   * What was observed by a summary.
   *
   * @param origin its origin
   * @param followed for how long each period has to be followed after its end
   * @param firstKey the first period with facts; where no window says when the log begins, it may
   *     begin within this one
   */
  ObservedPeriods(Origin origin, CalendarPeriods periods, Duration followed, LocalDate firstKey) {
    this.periods = periods;
    this.days = WholeDays.of(origin, periods.zone(), periods.after(firstKey).toEpochDay());
    this.asOf = origin.asOf();
    this.followed = followed;
    this.first =
        origin
            .windows()
            .get(0)
            .startInclusive()
            .map(start -> periods.beginning(periods.dayOf(start)))
            .filter(beginning -> beginning.isBefore(firstKey))
            .orElse(firstKey);
    this.last = periods.beginning(periods.dayOf(WholeDays.watchedUntil(origin).minusMillis(1)));
  }

  /** The first of which there is anything to say. */
  LocalDate first() {
    return first;
  }

  /** The last of which there is anything to say. */
  LocalDate last() {
    return last;
  }

  /** Why a period is left out; empty where it is not. */
  Optional<Reason> reason(LocalDate period) {
    LocalDate next = periods.after(period);
    if (!LongStream.range(period.toEpochDay(), next.toEpochDay()).allMatch(days::contains)) {
      return Optional.of(Reason.NOT_WHOLE);
    }
    return asOf.isBefore(periods.startOf(next).plus(followed))
        ? Optional.of(Reason.NOT_SETTLED)
        : Optional.empty();
  }
}
