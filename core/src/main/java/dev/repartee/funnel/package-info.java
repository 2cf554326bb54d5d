/**
 * How far people come through steps of the caller's own, and whether they come back.
 *
 * <p>Vocabulary: a <b>step</b> is a name with an {@link dev.repartee.measure.EventFilter} that says
 * which events fill it; a <b>chain</b> is one event of each step after the other; a person has
 * <b>reached</b> the steps of the deepest chain, and is <b>still in time</b> while a longer one is
 * possible.
 *
 * <pre>{@code
 * Funnel funnel = Funnel.builder()
 *     .step("wrote", EventFilter.messages())
 *     .step("shared", ActKind.SHARE)
 *     .within(Duration.ofDays(30))
 *     .build();
 * log.measure(funnel).step("shared").conversionSoFar();
 * log.measure(Retention.every(Duration.ofDays(7), 8));
 * }</pre>
 */
@NullMarked
package dev.repartee.funnel;

import org.jspecify.annotations.NullMarked;
