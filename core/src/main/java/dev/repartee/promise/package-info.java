/**
 * Promises, and whether they are kept: where what an organization says of itself parts from what it
 * does.
 *
 * <p>Vocabulary: a <b>promise</b> is a share, a scope and a bound: "at least 90 % of turns on
 * twitter answered within 1 h". It is <b>kept</b> or <b>broken</b> where the interval of the share
 * lies beyond the bound, adjusted for the promises that are judged together, and <b>unproven</b>
 * where the interval holds the bound. A <b>census</b> counts all there are, and is kept or broken
 * by count. The <b>excess</b> of a promise is how many were promised something and not served
 * beyond those that the bound allows.
 *
 * <pre>{@code
 * Promises promises =
 *     Promises.of(
 *         Promise.atLeast(0.90).answeredWithin(Duration.ofHours(1)).on(Dimension.CHANNEL, "twitter"),
 *         Promise.atLeast(0.50).messagesToAudience(),
 *         Promise.everyDepartmentSpeaks(directory));
 * log.measure(promises);   // 3 promises: 0 broken, 1 kept, 2 open
 * }</pre>
 */
@NullMarked
package dev.repartee.promise;

import org.jspecify.annotations.NullMarked;
