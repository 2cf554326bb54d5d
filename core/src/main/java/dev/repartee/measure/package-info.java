/**
 * What a measure is, what it produces, and how its facts are assigned to a key, a window and a
 * replicate group.
 *
 * <p>Vocabulary:
 *
 * <ul>
 *   <li><b>measure</b>: the question, and the only thing that a log runs;
 *   <li><b>plan</b>: how a measure walks the log: its unit, its tally and its sweep;
 *   <li><b>slice</b>: a run of whole units (conversations or persons) that a sweep walks once;
 *   <li><b>anchor</b>: the one row that decides to which key and window a fact belongs;
 *   <li><b>split</b>: gives the sweep the tally for an anchor's key and replicate group;
 *   <li><b>tally</b>: integers that add up exactly, however the work is split;
 *   <li><b>summary</b>: the answer; it merges with others of its kind and can be written as bytes.
 * </ul>
 *
 * <p>A custom measure in one line:
 *
 * <pre>{@code
 * Measure<Counts.CountSummary> loud = Counts.ofMessages("loud", row -> row.label().equals("shouting"));
 * log.measure(loud.by(Dimension.CHANNEL));
 * }</pre>
 *
 * <h2>The bytes of a summary</h2>
 *
 * <p>{@code toBytes()} writes bytes in format version 1. {@code fromBytes} reads them in this
 * version of the library and in all later ones; {@code core/docs/engine.md} describes the layout.
 *
 * <p>Bytes that cannot have been written are refused with an {@code IllegalArgumentException}: cut
 * short, changed, of another version, or of another measure. Reading takes memory in proportion to
 * the bytes present, whatever numbers they contain. The checksum detects damage, not malice:
 * whoever can write bytes can write any summary.
 */
@NullMarked
package dev.repartee.measure;

import org.jspecify.annotations.NullMarked;
