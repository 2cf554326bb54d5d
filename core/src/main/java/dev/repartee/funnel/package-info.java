/**
 * How far people come through steps that the caller defines, and whether they come back.
 *
 * <p>Vocabulary: a <b>step</b> is a name with an {@link dev.repartee.measure.EventFilter} that
 * selects the events that complete it. A <b>chain</b> is a sequence of events, one for each step,
 * in order. A person has <b>reached</b> the steps of the person's longest chain, and is <b>still in
 * time</b> while a longer one is possible.
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
