/**
 * Whether criticism is answered as praise is, and whether people who complained come round.
 *
 * <p>Vocabulary: the labels come from the caller. A turn is <b>praise</b> where the message with
 * which it begins is labelled POSITIVE, and <b>criticism</b> where NEGATIVE; on request the most
 * negative of its labels decides. <b>Parity</b> is shown, like any other claim: that no difference
 * was found shows nothing. A complaint has <b>recovered</b> when the same person says something
 * later that is labelled, and not negative.
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
