/**
 * Promises, and whether they are kept: where an organization's claims differ from what it does.
 *
 * <p>Vocabulary: a <b>promise</b> is a share, a scope and a bound: "at least 90 % of turns on
 * twitter answered within 1 h". It is <b>kept</b> or <b>broken</b> if the interval of the share,
 * adjusted for the promises that are judged together, lies entirely on one side of the bound. It is
 * <b>unproven</b> if the interval contains the bound. A <b>census</b> counts every case, so the
 * count alone decides whether it is kept or broken. The <b>excess</b> of a promise is the number of
 * cases that were not served, beyond those that the bound allows.
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
