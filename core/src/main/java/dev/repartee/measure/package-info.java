/**
 * What a measure is, what it leaves behind, and how its facts find their key, window and replicate
 * group.
 *
 * <p>Vocabulary:
 *
 * <ul>
 *   <li><b>measure</b>: the question; the only thing a log runs;
 *   <li><b>plan</b>: how a measure walks: its unit, its tally, its sweep;
 *   <li><b>slice</b>: a run of whole units (conversations or persons) that a sweep walks once;
 *   <li><b>anchor</b>: the one row that decides to which key and window a fact belongs;
 *   <li><b>split</b>: hands the sweep the tally of an anchor's key and replicate group;
 *   <li><b>tally</b>: integers that add up exactly, whatever the split of the work;
 *   <li><b>summary</b>: the answer; it merges with others of its kind and has bytes.
 * </ul>
 *
 * <p>A measure of one's own in one line:
 *
 * <pre>{@code
 * Measure<CountSummary> loud = Counts.ofMessages("loud", row -> row.label().equals("shouting"));
 * log.measure(loud.by(Dimension.CHANNEL));
 * }</pre>
 */
@NullMarked
package dev.repartee.measure;

import org.jspecify.annotations.NullMarked;
