/**
 * From asked to settled: how long it takes until what people ask is resolved, whether that lasts,
 * and what is open.
 *
 * <p>Vocabulary: a <b>strand</b> is the part of a conversation that concerns one organization. Once
 * somebody has asked it is <b>open</b>, <b>on hold</b> or <b>resolved</b>, as acts tell it ({@link
 * dev.repartee.model.ActKind#isOfState}). A <b>reopening</b> takes it from resolved to open.
 *
 * <pre>{@code
 * ResolutionSummary r = log.measure(Resolution.lasting());
 * // r ==> lasting resolution: not observed
 * }</pre>
 *
 * <p><b>The bytes of a resolution</b>, in the terms of {@link dev.repartee.measure}: latencies of
 * the resolved and the unresolved; those due, with 0 for met and 1 for not, in place of a time;
 * times from the first resolution to a reopening, and to the end of watching; those resolved at
 * least once with 0 for unanswered, and with 0 for resolved by one contact, 1 for not; nine
 * latencies of moves from open, on hold and resolved to each of these, moves to the same being ends
 * of watching. Then counts as longs: the excluded by reason; overdue; met early; not yet due; still
 * in time; reopenings; acts without effect. Then, by name, the departments that something is open
 * of: open, on hold, unassigned.
 *
 * <p><b>The bytes of ratings</b>: four latencies: what each rating lacks of 1,000; 0 for each who
 * said nothing in time; times until the first rating; times watched without one. In groups: how
 * many rated, and sums of x, y, x*x, x*y and y*y, x being hundredths of the logarithm to base 2 of
 * a millisecond more than the wait, y what the rating lacks. Then as longs: still in time, with
 * nothing to rate, left out, ratings without a say.
 */
@NullMarked
package dev.repartee.resolution;

import org.jspecify.annotations.NullMarked;
