/**
 * What changed, since when, and where it comes from.
 *
 * <p>Vocabulary:
 *
 * <ul>
 *   <li><b>series</b>: a statistic week by week, or day by day, or month by month, each followed
 *       for the same time, and since when it is at another level;
 *   <li><b>watch</b>: looks at one promise every night, by the counts of settled days. It is
 *       <b>quiet</b>, or raises an <b>alarm</b> on the day on which what speaks for a fall no
 *       longer passes for chance. A promise that is kept ever raises it with a small chance only,
 *       <b>alpha</b>, however often somebody looks;
 *   <li><b>mix</b>: what a difference between two windows owes to there being more of one kind and
 *       less of another;
 *   <li><b>level</b>: what it owes to the same kinds faring otherwise than before.
 * </ul>
 *
 * <p>How changes of the level of a series are found is told in {@link
 * dev.repartee.stats.LevelChanges}.
 *
 * <pre>{@code
 * Watch watch = Watch.atLeast(0.80);
 * for (LocalDate day = LocalDate.parse("2026-01-01"); day.getYear() == 2026; day = day.plusDays(1)) {
 *   watch = watch.day(day, day.getMonthValue() < 7 ? 82 : 70, 100);
 * }
 * watch;   // ALARM since 2026-07-04 (at least 80 %)
 * Promise promise = Promise.atLeast(0.80).answeredWithin(Duration.ofHours(4));
 * Watch.of(promise, log.followedFor(Duration.ofHours(4)), ZoneOffset.UTC);   // NO_DATA (at least 80 %)
 * Measure<Breakdown<ResponseSummary>> byChannel = ResponseTime.eachTurn().by(Dimension.CHANNEL);
 * Breakdown<ResponseSummary> then = log.between("2026-01-05", "2026-01-12").measure(byChannel);
 * Breakdown<ResponseSummary> now = log.between("2026-01-12", "2026-01-19").measure(byChannel);
 * MixAndLevel.within(then, now, Duration.ofHours(24));   // not defined: nothing after
 * }</pre>
 */
@NullMarked
package dev.repartee.change;

import org.jspecify.annotations.NullMarked;
