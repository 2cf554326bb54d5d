/**
 * Statistics that know nothing of posts: rates, latencies and waiting times. Their uncertainty
 * takes into account that observations of one person, or of one conversation, resemble each other.
 *
 * <p>Vocabulary:
 *
 * <ul>
 *   <li><b>group</b>: observations are dealt into at most 32 groups, so that those that resemble
 *       each other share a group. The same observations may be grouped in more than one way.
 *   <li><b>replicate</b>: a statistic computed without one of the groups. The scatter of the
 *       replicates shows how uncertain the statistic is.
 *   <li><b>event, censored</b>: a wait that ended, and one that had not ended when it was last
 *       seen.
 *   <li><b>undefined</b>: NaN, an empty {@code Optional} or a separate state, with a note that says
 *       why; never 0.
 * </ul>
 *
 * <pre>{@code
 * LatencyGroups answered = new LatencyGroups(1);
 * LatencyGroups waiting = new LatencyGroups(1);
 * for (int person = 0; person < 10; person++) {
 *   if (person < 4) {
 *     answered.add(Duration.ofHours(1 + person).toMillis(), person);
 *   } else {
 *     waiting.add(Duration.ofHours(24).toMillis(), person);
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
 *
 * <p>Simulations show what this buys. People had three exchanges on average, and any two exchanges
 * of one person correlated by 0.2 (in brackets: by 0.5); there were 2,000 runs of each kind. The 95
 * % intervals of rates contain the truth in 0.95 (0.95) of the runs; intervals that assume
 * independent trials do so in 0.86 (0.74). For {@code within(d)} it is 0.95 (0.95), against 0.87
 * (0.77) by Greenwood's formula. Among people who do not differ, a log-rank test at 5 % finds a
 * difference in 0.05 (0.05) of the runs, the classical test in 0.11 (0.19). The table, and the
 * command that makes it, are in {@code core/docs/coverage.md}.
 *
 * <p>The bytes of latencies, of which the tallies of many measures are made, are versioned; {@code
 * core/docs/engine.md} describes them.
 */
@NullMarked
package dev.repartee.stats;

import org.jspecify.annotations.NullMarked;
