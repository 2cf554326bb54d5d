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
 * A statistic period by period of the calendar, each followed for the same time, and since when it
 * is at another level.
 *
 * <p>Periods are told of that were observed from end to end and whose facts were all followed for
 * as long; {@link #leftOut} names the others, with the reason. The first with facts is among them
 * unless a window ({@code log.between(…)}) says that the log begins before it. A period in which
 * nobody waited has no share and no median: it is a gap, and not 0. Counts of it are 0.
 *
 * <p>For 36 weeks 9 of 10 people have an answer within a day, and then 6 of 10:
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
 * <p>Changes are those of {@link LevelChanges}. A share of few is coarse, so that its usual value
 * is another one than that of many: where there are more people than before, or fewer, the values
 * of weeks may move though nobody is treated otherwise. So a change of shares is told only where
 * all of the one level together differ from all of the other, too, in the same direction, by their
 * 95 % intervals, which know that people repeat. {@link #atLeast} makes gaps of periods with few.
 *
 * <p>Logs that divide the conversations and are measured by themselves give, merged, the same
 * series. Immutable.
 */
public final class Series {
  private final String name;
  private final Statistic.Kind kind;
  private final CalendarPeriods periods;
  private final List<Point> points;
  private final List<LeftOut> leftOut;

  /** The value of some periods together, by their first days. */
  private final Function<List<LocalDate>, Estimate> together;

  /** Why a period is left out. */
  public enum Reason {
    /** It was not observed from end to end: the log, or a window of it, begins or ends in it. */
    NOT_WHOLE("not whole"),
    /** It ended so shortly before the as-of that not all could be followed for as long. */
    NOT_SETTLED("not settled"),
    /** It has fewer facts than are asked for by {@link Series#atLeast}. */
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
   * @param count how many the value rests on: waits, or trials of a share; of counts the count; at
   *     least 0
   * @param value the value, with its interval where it has one; undefined where there is nothing to
   *     tell it from
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
   * @param reason why
   */
  public record LeftOut(LocalDate first, Reason reason) {
    /** Returns such as {@code 2025-01-06: not whole}. */
    @Override
    public String toString() {
      return first + ": " + reason;
    }
  }

  /**
   * A level: what holds from one change to the next.
   *
   * @param startInclusive the first day of its first period
   * @param endExclusive the day after its last period
   * @param value the value of all its periods together: of all who waited, not the mean of the
   *     weeks; of counts the mean
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
   * Returns the chance of an answer within a time, of those who began to wait in each period. A
   * period is settled when all of them could wait for so long; where waits are followed for a time
   * of their own ({@code log.followedFor(…)}), when they were.
   *
   * @param byPeriod waits by {@code periods.dimension()}, or by {@code
   *     Dimension.CHANNEL.and(periods.dimension())} and the like
   * @param periods the periods
   * @param time the time, inclusive; of waits in office hours it is working time: follow them for a
   *     time on the wall that surely holds it
   * @param key where they are split by more than the period, the texts of the key before it
   * @return shares in [0, 1]; the points are none where there are no facts. In proportion to the
   *     periods from the first to the last
   * @throws IllegalArgumentException if the breakdown is by anything else, the time is negative, or
   *     waits were followed for less
   * @throws IllegalStateException if waits were chosen by who answered
   */
  public static Series within(
      Breakdown<ResponseSummary> byPeriod, CalendarPeriods periods, Duration time, String... key) {
    return of(byPeriod, periods, followed(byPeriod, time, "time"), Statistic.within(time), key);
  }

  /**
   * Returns the time by which half had an answer, of those who began to wait in each period, in
   * hours. Where it is longer than all were followed, or never came, the value is that time, with
   * the note {@code or longer}: such a period is no gap.
   *
   * @param byPeriod waits by {@code periods.dimension()}, or by another one and it
   * @param periods the periods
   * @param followed for how long each is followed
   * @param key where they are split by more than the period, the texts of the key before it
   * @return hours, from 0 to those of {@code followed}
   * @throws IllegalArgumentException if the breakdown is by anything else, the time is negative, or
   *     waits were followed for less
   * @throws IllegalStateException if waits were chosen by who answered
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
   * Returns a share in each period. What becomes of things takes time, and older periods had more
   * of it: the log has to be followed for the same time.
   *
   * @param byPeriod a measure by {@code periods.dimension()}, or by another one and it, of a log
   *     {@code followedFor(…)} some time
   * @param periods the periods
   * @param share the share in a summary, such as {@code DialogueSummary::twoWay}
   * @param key where it is split by more than the period, the texts of the key before it
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
   * Returns a count in each period; 0 where there is nothing in one that was observed.
   *
   * @param byPeriod a measure by {@code periods.dimension()}, or by another one and it, of a log
   *     {@code followedFor(…)} some time
   * @param periods the periods
   * @param count the count in a summary, such as {@code ResponseSummary::exchanges}
   * @param key where it is split by more than the period, the texts of the key before it
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
   * {@return the same series without the periods that rest on fewer: they are {@link #leftOut}, but
   * for those without any, which are gaps still}
   *
   * @param count how many, at least 1
   * @throws IllegalArgumentException if it is less, or this is a series of counts
   */
  public Series atLeast(long count) {
    checkArgument(count >= 1, "count (%s) must be at least 1", count);
    checkArgument(
        kind != Statistic.Kind.COUNT,
        "count (%s) must be asked of shares and times: a low count is what a series of counts tells",
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

  /** {@return the periods that are whole and settled, in order, be there a value or not} */
  public List<Point> points() {
    return points;
  }

  /** {@return the periods that are left out, in order, each with the reason} */
  public List<LeftOut> leftOut() {
    return leftOut;
  }

  /** {@return how many periods are whole and settled and have no value, at least 0} */
  public int gaps() {
    return (int) points.stream().filter(point -> !point.value().isDefined()).count();
  }

  /**
   * {@return since when the series is at another level; too short where fewer than 12 periods have
   * a value} Its levels are means of the values of periods; {@link #levels} tells those of all that
   * happened. Where several series are looked at, {@link LevelChanges#together} adjusts them for
   * their number. It takes some milliseconds for a year of weeks: keep it rather than ask twice.
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
   * Returns the levels between some changes of this series: one more than there are changes, in
   * order.
   *
   * @param changes those of {@link #changes}, or what is left of them together with other series
   * @return each with the value of all its periods together, those that were left out not; none
   *     where there is no point
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
