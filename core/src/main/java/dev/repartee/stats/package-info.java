/**
 * Statistics that know nothing of posts: rates, latencies and waiting times, each with an
 * uncertainty that respects that observations of one person, or of one conversation, resemble each
 * other.
 *
 * <p>Vocabulary:
 *
 * <ul>
 *   <li><b>group</b>: observations are dealt into at most 32 groups, such that whatever resembles
 *       each other shares a group; there may be a second way of grouping the same observations.
 *   <li><b>replicate</b>: a statistic computed without one of the groups. How far the replicates
 *       scatter tells how uncertain the statistic is.
 *   <li><b>event, censored</b>: a wait that ended, and one that had not ended when it was last
 *       seen.
 *   <li><b>undefined</b>: NaN, an empty {@code Optional} or a state of its own, with a note that
 *       says why; never 0.
 * </ul>
 *
 * <pre>{@code
 * LatencyGroups answered = new LatencyGroups(1);
 * LatencyGroups waiting = new LatencyGroups(1);
 * for (int person = 0; person < 10; person++) {
 *   if (person < 4) {
 *     answered.add(Duration.ofHours(1 + person).toMillis(), person, 0);
 *   } else {
 *     waiting.add(Duration.ofHours(24).toMillis(), person, 0);
 *   }
 * }
 * answered.distribution().median();   // 2 h 30 min [open, open], of the answered alone
 * SurvivalCurve curve = SurvivalCurve.of(answered, waiting);
 * curve.median();                     // not reached
 * curve.within(Duration.ofHours(4));  // 0.40 [0.14, 0.82]
 * }</pre>
 *
 * <p>Two groups are compared by {@link dev.repartee.stats.LogRank}, curve against curve, and by
 * {@link dev.repartee.stats.Difference}, number against number.
 */
@NullMarked
package dev.repartee.stats;

import org.jspecify.annotations.NullMarked;
