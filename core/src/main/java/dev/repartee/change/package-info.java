/**
 * What changed: where the difference between two windows comes from.
 *
 * <p>Vocabulary:
 *
 * <ul>
 *   <li><b>mix</b>: what a difference owes to there being more of one kind and less of another;
 *   <li><b>level</b>: what it owes to the same kinds faring otherwise than before.
 * </ul>
 *
 * <pre>{@code
 * Measure<Breakdown<ResponseSummary>> byChannel = ResponseTime.eachTurn().by(Dimension.CHANNEL);
 * Breakdown<ResponseSummary> then = log.between("2026-01-05", "2026-01-12").measure(byChannel);
 * Breakdown<ResponseSummary> now = log.between("2026-01-12", "2026-01-19").measure(byChannel);
 * dev.repartee.change.MixAndLevel.within(then, now, Duration.ofHours(24));   // not defined: nothing after
 * }</pre>
 */
@NullMarked
package dev.repartee.change;

import org.jspecify.annotations.NullMarked;
