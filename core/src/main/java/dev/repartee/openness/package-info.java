/**
 * Whether criticism is answered as well as praise, and whether people who complained recover.
 *
 * <p>Vocabulary: the labels come from the caller. A turn is <b>praise</b> if its first message is
 * labelled POSITIVE, and <b>criticism</b> if that message is labelled NEGATIVE; on request the most
 * negative label of the turn decides. <b>Parity</b> has to be shown, like any other claim: finding
 * no difference does not prove it. A complaint has <b>recovered</b> once the same person says
 * something later that carries a label other than negative.
 *
 * <pre>{@code
 * OpennessSummary open = log.measure(Openness.standard());
 * open.verdict();                                   // UNPROVEN
 * log.measure(Recovery.standard()).within(Duration.ofDays(30));
 * }</pre>
 */
@NullMarked
package dev.repartee.openness;

import org.jspecify.annotations.NullMarked;
