/**
 * How far people come and where they are: the A-Path from attention to advocates.
 *
 * <p>Vocabulary:
 *
 * <ul>
 *   <li><b>stage</b>: how far somebody has come, with a condition that tells so;
 *   <li><b>act of will</b>: what somebody does by choice toward the organization: a click, a
 *       reaction, a share, a mention, a recommendation, a follow, a subscription or a message, none
 *       of them labelled negative;
 *   <li><b>path</b>: the stages one person reaches toward one organization, and when;
 *   <li><b>entry</b>: the event with which a path begins, the anchor of all its facts;
 *   <li><b>standing</b>: where somebody is at an instant, at a stage or lost;
 *   <li><b>rules</b>: the conditions of the stages and their thresholds, which all measures share;
 *   <li><b>way</b>: the stages that count where others are not observed and are passed over;
 *   <li><b>observed</b>: the log holds acts that could prove the stage; a stage that is not
 *       observed has no count, not even 0, and is passed over.
 * </ul>
 *
 * <pre>{@code
 * APathSummary path = log.measure(APath.standard());
 * // path ==> a-path: 812 people, 401 attracted, 12 advocates
 * path.within(Stage.AFFINITY, Duration.ofDays(90));
 * log.measure(APathState.standard()).count(Standing.LAPSED);
 * }</pre>
 *
 * <p><b>The bytes of a tally</b> of the A-Path, in the terms of {@link dev.repartee.measure} and
 * {@link dev.repartee.stats}: for each of the 32 groups by person a byte with a bit for each
 * outcome that it has, and how many paths had these outcomes, longs. Outcomes are, from bit 0:
 * ATTENTION, ATTRACTION, AFFINITY, AFFINITY and advocating, AUDIENCE, AUDIENCE and advocating,
 * ADVOCATES. Then four sets of latencies: how long paths were watched since their entry, by
 * outcome; how long steps took that were taken; how long steps were waited for that were not; how
 * long steps took since the entry; each a byte with a bit for each that there is, and these. Steps
 * are, from bit 0, to ATTRACTION, AFFINITY, AUDIENCE, ADVOCATES, and from AFFINITY past AUDIENCE to
 * ADVOCATES. At last the number of organizations, an int, and their names, texts; and as longs what
 * was unaddressed, anonymous, automatic.
 */
@NullMarked
package dev.repartee.apath;

import org.jspecify.annotations.NullMarked;
