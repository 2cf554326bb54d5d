/**
 * How far people come and where they are: the A-Path from attention to advocates.
 *
 * <p>Vocabulary:
 *
 * <ul>
 *   <li><b>stage</b>: how far a person has come, defined by a condition on what the person did;
 *   <li><b>act of will</b>: something a person chooses to do toward the organization: a click, a
 *       reaction, a share, a mention, a recommendation, a follow, a subscription or a message,
 *       unless it is labeled negative;
 *   <li><b>path</b>: the stages one person reaches toward one organization, and when;
 *   <li><b>entry</b>: the first event of a path and the anchor of all its facts;
 *   <li><b>standing</b>: where a person is at a given instant: at a stage, or lost;
 *   <li><b>rules</b>: the conditions and thresholds of the stages, shared by all measures;
 *   <li><b>way</b>: the stages that remain after those that are not observed are skipped;
 *   <li><b>observed</b>: said of a stage that acts in the log could prove. A stage that is not
 *       observed has no count, not even 0, and is skipped.
 * </ul>
 *
 * <pre>{@code
 * APathSummary path = log.measure(APath.standard());
 * // path ==> a-path: 812 people, 401 attracted, 12 advocates
 * path.within(Stage.AFFINITY, Duration.ofDays(90));
 * log.measure(APathState.standard()).count(Standing.LAPSED);
 * }</pre>
 *
 * <p>The bytes of a tally are versioned; {@code core/docs/engine.md} describes them.
 */
@NullMarked
package dev.repartee.apath;

import org.jspecify.annotations.NullMarked;
