/**
 * What is seen of an organization's culture on one card, organizations beside each other, and one
 * before and after.
 *
 * <p>Vocabulary: a <b>component</b> is a share that stands for one side of the culture, times 100.
 * A component that the data cannot show is <b>missing</b>: it is named with the reason, left out,
 * and the weights of the others grow in proportion. It is never 0. Organizations are ranked on the
 * components that all of them have.
 *
 * <pre>{@code
 * Scorecards cards = Scorecards.of(log);
 * cards.get("Acme").component(Scorecard.Component.RESPONDING);
 * cards.ranking();
 * }</pre>
 */
@NullMarked
package dev.repartee.scorecard;

import org.jspecify.annotations.NullMarked;
