package dev.repartee.change;

import static com.google.common.base.Preconditions.checkArgument;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Origin;
import dev.repartee.promise.Promise;
import dev.repartee.promise.PromiseSummary;
import dev.repartee.promise.Promises;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds the settled days of a promise in a log. */
final class SettledDays {
  private SettledDays() {}

  /** In their order, each once; those of which nothing was promised are not among them. */
  static List<SettledDay> of(Promise promise, EngagementLog log, ZoneId zone) {
    Breakdown<PromiseSummary> byDay = log.measure(Promises.of(promise).by(Dimension.day(zone)));
    Origin origin = byDay.origin();
    checkArgument(
        origin.followUp().isPresent(),
        "log (followed up to its as-of, %s) must be followed for the same time from each exchange"
            + " on, or no day is ever settled; pass log.followedFor(…), for at least what is"
            + " promised",
        origin.asOf());
    List<SettledDay> days = new ArrayList<>();
    for (Breakdown.Part<PromiseSummary> part : byDay.parts()) {
      LocalDate day = LocalDate.parse(part.name());
      if (isSettled(origin, day, zone)) {
        PromiseSummary.Result found = part.summary().get(promise);
        requireDue(found, day, origin);
        if (found.all() > 0) {
          days.add(new SettledDay(day.toEpochDay(), found.met(), found.all()));
        }
      }
    }
    return Collections.unmodifiableList(days);
  }

  /** Where clocks are put back over midnight, a day ends when it is over for the second time. */
  private static boolean isSettled(Origin origin, LocalDate day, ZoneId zone) {
    return origin.isSettled(
        day.atStartOfDay(zone).toInstant(),
        day.plusDays(1).atStartOfDay(zone).withLaterOffsetAtOverlap().toInstant());
  }

  private static void requireDue(PromiseSummary.Result found, LocalDate day, Origin origin) {
    checkArgument(
        found.notDue() == 0,
        "log (followed for %s) must be followed for longer: of those of %s, %s were not due when"
            + " that was over; take at least what is promised, and in office hours as many days as"
            + " that may last",
        origin.followUp().orElseThrow(),
        day,
        found.notDue());
  }
}
