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
 */
@NullMarked
package dev.repartee.funnel;

import org.jspecify.annotations.NullMarked;
