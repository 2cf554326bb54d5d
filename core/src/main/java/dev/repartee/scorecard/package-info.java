/**
 * An organization's culture on one card, several organizations side by side, and one organization
 * before and after.
 *
 * <p>Vocabulary: a <b>component</b> is a share that stands for one side of the culture, times 100.
 * A component that the data cannot show is <b>missing</b>, never 0: the card names it with the
 * reason, leaves it out, and scales up the weights of the others in proportion. Organizations are
 * ranked on the components that all of them have.
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
