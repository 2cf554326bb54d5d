package dev.repartee.change;

import dev.repartee.measure.Summary;
import dev.repartee.response.ResponseSummary;
import dev.repartee.stats.DurationEstimate;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Proportion;
import dev.repartee.text.DurationText;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What a series tells of each period.
 *
 * @param name what it is called
 * @param kind how it behaves where there is nothing, and where periods are put together
 * @param value the number, with its interval where it has one
 * @param size how many it rests on
 * @param <S> the summary of a period
 */
record Statistic<S extends Summary<S>>(
    String name, Kind kind, Function<? super S, Estimate> value, ToLongFunction<? super S> size) {
  private static final double MILLIS_OF_HOUR = 3_600_000;
  private static final double LEVEL = 0.95;

  /** What kind of number. */
  enum Kind {
    /** Of nothing it is 0. */
    COUNT,
    /** Of nothing it is undefined; it lies anywhere from none to all. */
    SHARE,
    /** Of nothing it is undefined. */
    TIME
  }

  static Statistic<ResponseSummary> within(Duration time) {
    return new Statistic<>(
        "answered within " + DurationText.of(time),
        Kind.SHARE,
        summary -> summary.within(time),
        ResponseSummary::exchanges);
  }

  static Statistic<ResponseSummary> median(Duration followed) {
    return new Statistic<>(
        "median wait in hours",
        Kind.TIME,
        summary -> hours(summary.median(), followed),
        ResponseSummary::exchanges);
  }

  static <S extends Summary<S>> Statistic<S> share(Function<? super S, Proportion> share) {
    return new Statistic<S>(
        "share",
        Kind.SHARE,
        summary -> {
          Proportion found = share.apply(summary);
          return found.isEmpty() ? Estimate.undefined("no data") : found.estimate(LEVEL);
        },
        summary -> share.apply(summary).trials());
  }

  static <S extends Summary<S>> Statistic<S> count(ToLongFunction<? super S> count) {
    return new Statistic<S>(
        "count",
        Kind.COUNT,
        summary -> Estimate.withoutInterval((double) count.applyAsLong(summary), 0, "counted"),
        count);
  }

  /** Hours, as far as was watched: where less than half had an answer by then, it is that long. */
  private static Estimate hours(DurationEstimate median, Duration followed) {
    double most = followed.toMillis() / MILLIS_OF_HOUR;
    if (median.state() == DurationEstimate.State.NO_DATA) {
      return Estimate.undefined("no data");
    }
    double hours = median.millis() / MILLIS_OF_HOUR;
    return median.isReached() && hours <= most
        ? Estimate.withoutInterval(hours, median.groups(), "by period")
        : Estimate.withoutInterval(most, median.groups(), "or longer");
  }
}
