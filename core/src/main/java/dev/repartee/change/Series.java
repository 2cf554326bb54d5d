package dev.repartee.change;

import static com.google.common.base.Preconditions.checkArgument;

import dev.repartee.internal.text.Brief;
import dev.repartee.measure.Breakdown;
import dev.repartee.measure.Summary;
import dev.repartee.response.ResponseSummary;
import dev.repartee.stats.Difference;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.LevelChanges;
import dev.repartee.stats.LevelChanges.Change;
import dev.repartee.stats.Proportion;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statistic by calendar period, each followed for the same time, and the dates on which its level
 * changed.
 *
 * <p>A series includes the periods that were observed from end to end and whose facts were all
 * followed for that time; {@link #leftOut} lists the others, with the reason. The first period with
 * facts is left out too, unless a window ({@code log.between(…)}) shows that the log begins before
 * it. A period in which nobody waited has no share and no median: it is a gap, not 0. Its counts
 * are 0.
 *
 * <p>In this example, 9 of 10 people get an answer within a day for 36 weeks, and then 6 of 10:
 *
 * <pre>{@code
 * EngagementLog.Builder rows = EngagementLog.builder(directory).asOf("2026-01-06T00:00:00Z");
 * for (int i = 0; i < 52 * 21; i++) {
 *   Instant at = Instant.parse("2025-01-06T01:00:00Z").plus(Duration.ofHours(8 * i));
 *   rows.add(Post.of("p" + i, "visitor" + i, at.toString()));
 *   if (i % 10 < (i < 36 * 21 ? 9 : 6)) {
 *     rows.add(Reply.of("r" + i, "acme_care", at.plusSeconds(3_600).toString()).to("p" + i));
 *   }
 * }
 * CalendarPeriods weeks = CalendarPeriods.weeks(ZoneOffset.UTC);
 * var byWeek = rows.build().measure(ResponseTime.eachTurn().by(weeks.dimension()));
 * Series series = Series.within(byWeek, weeks, Duration.ofHours(24));
 * series.changes().changes().get(0).first();   // 2025-09-15
 * series.leftOut();                            // [2025-01-06: not whole, 2026-01-05: not whole]
 * series.levels(series.changes()).get(1);      // from 2025-09-15: 0.60 [0.54, 0.65]
 * }</pre>
 *
 * <p>Changes are those of {@link LevelChanges}. A share of few people is coarse, so its typical
 * value differs from that of many: if the number of people changes, weekly values may move although
 * nobody is treated differently. A change of shares is therefore reported only if the two levels,
 * each computed from all its facts together, also differ in the same direction by their 95 %
 * intervals, which account for repeated people. {@link #atLeast} leaves out periods with few facts.
 *
 * <p>Logs that divide the conversations and are measured separately give the same series when
 * merged. Immutable.
 *
 * <p>Guide: {@code core/docs/guide/metrics/series.md}.
 */
public final class Series {
  private final String name;
  private final Statistic.Kind kind;
  private final CalendarPeriods periods;
  private final List<Point> points;
  private final List<LeftOut> leftOut;

  /** The combined value of some periods, given by their first days. */
  private final Function<List<LocalDate>, Estimate> together;

  /** Why a period is left out. */
  public enum Reason {
    /** It was not observed from end to end: the log, or a window of it, begins or ends in it. */
    NOT_WHOLE("not whole"),
    /** It ended too shortly before the as-of to follow everything for that time. */
    NOT_SETTLED("not settled"),
    /** It has fewer facts than {@link Series#atLeast} requires. */
    TOO_FEW("too few");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** Returns such as {@code not settled}. */
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A period.
   *
   * @param first its first day
   * @param count the number of waits, or of trials of a share, behind the value; for counts, the
   *     count itself; at least 0
   * @param value the value, with its interval if it has one; undefined without data
   */
  public record Point(LocalDate first, long count, Estimate value) {
    /** Returns such as {@code 2025-09-15: 0.60 [0.38, 0.79]}. */
    @Override
    public String toString() {
      return first + ": " + value;
    }
  }

  /**
   * A period that is left out.
   *
   * @param first its first day
   * @param reason why it is left out
   */
  public record LeftOut(LocalDate first, Reason reason) {
    /** Returns such as {@code 2025-01-06: not whole}. */
    @Override
    public String toString() {
      return first + ": " + reason;
    }
  }

  /**
   * The level from one change to the next.
   *
   * @param startInclusive the first day of its first period
   * @param endExclusive the day after its last period
   * @param value the combined value of all its periods, over all who waited rather than as the mean
   *     of weeks; for counts, the mean
   */
  public record Level(LocalDate startInclusive, LocalDate endExclusive, Estimate value) {
    /** Returns such as {@code from 2025-09-15: 0.60 [0.54, 0.65]}. */
    @Override
    public String toString() {
      return "from " + startInclusive + ": " + value;
    }
  }

  private Series(
      String name,
      Statistic.Kind kind,
      CalendarPeriods periods,
      List<Point> points,
      List<LeftOut> leftOut,
      Function<List<LocalDate>, Estimate> together) {
    this.name = name;
    this.kind = kind;
    this.periods = periods;
    this.points = List.copyOf(points);
    this.leftOut = List.copyOf(leftOut);
    this.together = together;
  }

  /**
   * Returns the probability of an answer within a time, for waits that began in each period. A
   * period is settled when all of them have had that much time or, if the log is followed for a
   * time ({@code log.followedFor(…)}), when they have been followed for it.
   *
   * @param byPeriod waits by {@code periods.dimension()}, or by {@code
   *     Dimension.CHANNEL.and(periods.dimension())} and the like
   * @param periods the periods
   * @param time the time, inclusive; for waits in office hours it is working time, and the log must
   *     be followed for a real time that is certain to contain it
   * @param key if waits are split by more than the period, the texts of the key before it
   * @return shares in [0, 1], without points if there are no facts. It takes time in proportion to
   *     the number of periods from the first to the last
   * @throws IllegalArgumentException if the breakdown is by anything else, the time is negative, or
   *     waits were followed for a shorter time
   * @throws IllegalStateException if waits were selected by who answered
   */
  public static Series within(
      Breakdown<ResponseSummary> byPeriod, CalendarPeriods periods, Duration time, String... key) {
    return of(byPeriod, periods, followed(byPeriod, time, "time"), Statistic.within(time), key);
  }

  /**
   * Returns the time in hours by which half had an answer, for waits that began in each period. If
   * it is longer than the follow-up, or was never reached, the value is the follow-up, with the
   * note {@code or longer}; such a period is not a gap.
   *
   * @param byPeriod waits by {@code periods.dimension()}, or by another dimension and it
   * @param periods the periods
   * @param followed how long each wait is followed
   * @param key if waits are split by more than the period, the texts of the key before it
   * @return hours, from 0 to the length of {@code followed}
   * @throws IllegalArgumentException if the breakdown is by anything else, the time is negative, or
   *     waits were followed for a shorter time
   * @throws IllegalStateException if waits were selected by who answered
   */
  public static Series median(
      Breakdown<ResponseSummary> byPeriod,
      CalendarPeriods periods,
      Duration followed,
      String... key) {
    return of(
        byPeriod,
        periods,
        followed(byPeriod, followed, "followed"),
        Statistic.median(followed),
        key);
  }

  /**
   * Returns a share in each period. Outcomes take time, and older periods have had more of it, so
   * the log must be followed for a fixed time.
   *
   * @param byPeriod a measure by {@code periods.dimension()}, or by another dimension and it, of a
   *     log {@code followedFor(…)} some time
   * @param periods the periods
   * @param share the share in a summary, such as {@code DialogueSummary::twoWay}
   * @param key if it is split by more than the period, the texts of the key before it
   * @param <S> the summary of a period
   * @return shares in [0, 1]
   * @throws IllegalArgumentException if the breakdown is by anything else, or its log is not
   *     followed for the same time
   */
  public static <S extends Summary<S>> Series share(
      Breakdown<S> byPeriod,
      CalendarPeriods periods,
      Function<? super S, Proportion> share,
      String... key) {
    return of(byPeriod, periods, followed(byPeriod), Statistic.<S>share(share), key);
  }

  /**
   * Returns a count in each period; 0 for an observed period in which there is nothing.
   *
   * @param byPeriod a measure by {@code periods.dimension()}, or by another dimension and it, of a
   *     log {@code followedFor(…)} some time
   * @param periods the periods
   * @param count the count in a summary, such as {@code ResponseSummary::exchanges}
   * @param key if it is split by more than the period, the texts of the key before it
   * @param <S> the summary of a period
   * @return counts of at least 0
   * @throws IllegalArgumentException if the breakdown is by anything else, or its log is not
   *     followed for the same time
   */
  public static <S extends Summary<S>> Series counts(
      Breakdown<S> byPeriod,
      CalendarPeriods periods,
      ToLongFunction<? super S> count,
      String... key) {
    return of(byPeriod, periods, followed(byPeriod), Statistic.<S>count(count), key);
  }

  private static Duration followed(
      Breakdown<ResponseSummary> byPeriod, Duration asked, String name) {
    checkArgument(!asked.isNegative(), "%s (%s) must not be negative", name, asked);
    Optional<Duration> followUp = byPeriod.origin().followUp();
    checkArgument(
        followUp.isEmpty() || followUp.get().compareTo(asked) >= 0,
        "%s (%s) must not be longer than waits are followed (%s); measure a log followedFor(…) at"
            + " least as long",
        name,
        asked,
        followUp.orElse(asked));
    return byPeriod.origin().settlesAfter().filter(own -> own.compareTo(asked) > 0).orElse(asked);
  }

  private static Duration followed(Breakdown<?> byPeriod) {
    return byPeriod
        .origin()
        .settlesAfter()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "byPeriod (of a log followed up to its as-of) must follow each period for the"
                        + " same time; measure log.followedFor(…)"));
  }

  private static <S extends Summary<S>> Series of(
      Breakdown<S> byPeriod,
      CalendarPeriods periods,
      Duration followed,
      Statistic<S> statistic,
      String... key) {
    PeriodSummaries<S> summaries = PeriodSummaries.of(byPeriod, periods, statistic, key);
    List<Point> points = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    if (!summaries.isEmpty()) {
      ObservedPeriods observed =
          new ObservedPeriods(byPeriod.origin(), periods, followed, summaries.first());
      for (LocalDate first = observed.first();
          !first.isAfter(observed.last());
          first = periods.after(first)) {
        Optional<Reason> reason = observed.reason(first);
        if (reason.isPresent()) {
          leftOut.add(new LeftOut(first, reason.get()));
        } else {
          points.add(summaries.point(first));
        }
      }
    }
    return new Series(
        statistic.name(), statistic.kind(), periods, points, leftOut, summaries::together);
  }

  /**
   * {@return a copy without the periods that rest on fewer facts; they become {@link #leftOut},
   * except those without any, which remain gaps}
   *
   * @param count the least number of facts, at least 1
   * @throws IllegalArgumentException if it is less than 1, or this is a series of counts
   */
  public Series atLeast(long count) {
    checkArgument(count >= 1, "count (%s) must be at least 1", count);
    checkArgument(
        kind != Statistic.Kind.COUNT,
        "count (%s) needs a series of shares or times: in a series of counts, low counts are"
            + " results",
        count);
    List<Point> few = points.stream().filter(p -> p.count() > 0 && p.count() < count).toList();
    List<Point> enough = new ArrayList<>(points);
    enough.removeAll(few);
    return new Series(
        name,
        kind,
        periods,
        enough,
        Stream.concat(
                leftOut.stream(), few.stream().map(p -> new LeftOut(p.first(), Reason.TOO_FEW)))
            .sorted(Comparator.comparing(LeftOut::first))
            .toList(),
        together);
  }

  /** {@return the periods that are whole and settled, in order, with or without a value} */
  public List<Point> points() {
    return points;
  }

  /** {@return the periods that are left out, in order, each with the reason} */
  public List<LeftOut> leftOut() {
    return leftOut;
  }

  /** {@return the number of periods that are whole and settled but have no value, at least 0} */
  public int gaps() {
    return (int) points.stream().filter(point -> !point.value().isDefined()).count();
  }

  /**
   * {@return the changes of level of the series; too short if fewer than 12 periods have a value}
   * Its levels are means of the values of periods; {@link #levels} gives the combined values of all
   * facts. For several series, {@link LevelChanges#together} adjusts for their number. It takes
   * some milliseconds for a year of weeks, so keep it rather than call this twice.
   */
  public LevelChanges changes() {
    LevelChanges found = search();
    if (kind != Statistic.Kind.SHARE) {
      return found;
    }
    List<Level> levels = levels(found);
    return found.only(
        change -> {
          int i = found.changes().indexOf(change);
          Estimate before = levels.get(i).value();
          Estimate after = levels.get(i + 1).value();
          Estimate difference = Difference.of(after, before);
          return change.isFall() ? difference.high() < 0 : difference.low() > 0;
        });
  }

  private LevelChanges search() {
    List<Point> told = points.stream().filter(point -> point.value().isDefined()).toList();
    if (told.isEmpty()) {
      return LevelChanges.of(LocalDate.EPOCH, periods.unit());
    }
    LocalDate first = told.get(0).first();
    double[] values = new double[place(first, told.get(told.size() - 1).first()) + 1];
    Arrays.fill(values, Double.NaN);
    told.forEach(point -> values[place(first, point.first())] = point.value().value());
    return kind == Statistic.Kind.COUNT
        ? LevelChanges.ofCounts(
            first,
            periods.unit(),
            Arrays.stream(values).mapToLong(x -> Double.isNaN(x) ? -1 : (long) x).toArray())
        : LevelChanges.of(first, periods.unit(), values);
  }

  private int place(LocalDate first, LocalDate period) {
    return Math.toIntExact(periods.unit().between(first, period));
  }

  /**
   * Returns the levels between some changes of this series, in order: one more than there are
   * changes.
   *
   * @param changes those of {@link #changes}, or those that remain after adjusting for several
   *     series
   * @return the levels, each with the combined value of its periods that are not left out; none if
   *     there is no point
   */
  public List<Level> levels(LevelChanges changes) {
    Objects.requireNonNull(changes, "changes");
    List<Level> levels = new ArrayList<>();
    if (points.isEmpty()) {
      return levels;
    }
    LocalDate start = points.get(0).first();
    for (Change change : changes.changes()) {
      levels.add(new Level(start, change.first(), value(start, change.first())));
      start = change.first();
    }
    LocalDate end = periods.after(points.get(points.size() - 1).first());
    levels.add(new Level(start, end, value(start, end)));
    return levels;
  }

  private Estimate value(LocalDate start, LocalDate end) {
    List<Point> within =
        points.stream().filter(p -> !p.first().isBefore(start) && p.first().isBefore(end)).toList();
    return within.isEmpty() || kind != Statistic.Kind.COUNT
        ? together.apply(within.stream().map(Point::first).toList())
        : Estimate.withoutInterval(
            within.stream().mapToLong(Point::count).average().orElseThrow(), 0, "mean");
  }

  /**
   * Returns such as {@code answered within 24 h by week: 49 weeks}, the changes, and what is left
   * out.
   */
  @Override
  public String toString() {
    Map<String, Long> reasons =
        leftOut.stream()
            .collect(
                Collectors.groupingBy(
                    period -> period.reason().toString(), TreeMap::new, Collectors.counting()));
    if (gaps() > 0) {
      reasons.put("without a value", (long) gaps());
    }
    String head = name + ": " + Brief.count(points.size() - gaps(), periods.word());
    return Brief.headline(head)
        + "\n"
        + changes()
        + (reasons.isEmpty()
            ? ""
            : "\nleft out: "
                + reasons.entrySet().stream()
                    .map(reason -> reason.getValue() + " " + reason.getKey())
                    .collect(Collectors.joining(", ")));
  }
}
