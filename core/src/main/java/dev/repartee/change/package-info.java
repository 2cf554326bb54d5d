/**
 * What changed, since when, and why.
 *
 * <p>Vocabulary:
 *
 * <ul>
 *   <li><b>series</b>: a statistic by day, week or month, where every period is followed for the
 *       same time, with the dates on which its level changed;
 *   <li><b>watch</b>: checks one promise every night, from the counts of settled days. It is
 *       <b>quiet</b> until the evidence of a fall is stronger than chance explains; on that day it
 *       raises an <b>alarm</b>. For a promise that is kept, the chance that it ever raises one is
 *       at most <b>alpha</b>, however often it is checked;
 *   <li><b>mix</b>: the part of a difference between two windows that comes from having more of one
 *       kind and less of another;
 *   <li><b>level</b>: the part that comes from the same kinds doing better or worse than before.
 * </ul>
 *
 * <p>{@link dev.repartee.stats.LevelChanges} describes how changes of level are found.
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
