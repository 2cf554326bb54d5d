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
 * Measure<Counts.CountSummary> loud = Counts.ofMessages("loud", row -> row.label().equals("shouting"));
 * log.measure(loud.by(Dimension.CHANNEL));
 * }</pre>
 *
 * <h2>The bytes of a summary, version 1</h2>
 *
 * <p>{@code toBytes()} gives, one after the other, and {@code fromBytes} reads, in this version of
 * the library and in all later ones:
 *
 * <ol>
 *   <li>{@code 52 50 54 01}: "RPT" and the version of the format;
 *   <li>the origin: the text of the measure; the as-of, a long; whether it is assumed, a boolean;
 *       the number of windows, an int, and of each the start and the end, longs, the smallest and
 *       the largest long where there is none; the follow-up, a long, -1 without one; the horizon, a
 *       long; a byte that is the sum of 1 for a part by answerers, 2 for a filter, 4 for a
 *       directory and 8 for a measure that changed by the as-of; a hash of what the directory holds
 *       from the beginning, a long, which is its content hash where nothing has dates. Then, each
 *       where the byte says so: the filter, a text; the changes of the directory, their number, an
 *       int, and of each in order of time when it is and a hash of it, longs; the changes of the
 *       measure, their number, an int, and of each when it is, a long, and the text of the measure
 *       from then on; the text at the beginning of the origin is that from before any change;
 *   <li>the kinds seen: the number of channels, an int, and of each in ascending order its name, a
 *       text, and the bits of {@link dev.repartee.measure.SeenKinds}, an int; 0 channels where the
 *       measure does not ask for them;
 *   <li>the tally, as the package of the measure describes it;
 *   <li>the CRC-32C of all that, an int.
 * </ol>
 *
 * <p>A <b>long</b> has 8 bytes, an <b>int</b> 4, the highest first; a <b>boolean</b> is a byte, 0
 * or 1. Times are milliseconds since 1970-01-01T00:00Z, durations milliseconds. A <b>text</b> is
 * the number of bytes to come, 2 bytes, and these in the modified UTF-8 of {@link
 * java.io.DataOutput#writeUTF}; after a piece of exactly 21,845 chars another piece follows, so
 * that texts have any length.
 *
 * <p>Tallies that every measure can be made of:
 *
 * <ul>
 *   <li><b>in groups</b> ({@link dev.repartee.measure.Groups}), by person, for facts over
 *       conversations by conversation, and by week: an int with a bit for each of the 32 groups
 *       that holds anything, the lowest for group 0, and the tallies of those groups in that order;
 *   <li><b>by key</b> ({@link dev.repartee.measure.Breakdown}): the number of keys, an int, and of
 *       each in ascending order as many texts as the dimension has parts, then its tally;
 *   <li><b>of several measures</b> ({@link dev.repartee.measure.Measures}): their tallies in the
 *       order in which the measures were named;
 *   <li><b>opened</b> ({@link dev.repartee.measure.Opened}): the tally of the measure, then of each
 *       outcome, in the order in which the measure declares them, how many cases there are, a long;
 *       the cases that lasted longest, the longest first, and the sample by ascending lot, of each
 *       as many as there are but no more than are kept. A case is its lot, how long it lasted and
 *       when it was, longs, and the ids of message and conversation, the person and the
 *       organization, texts;
 *   <li><b>counts by place</b> ({@link dev.repartee.internal.tally.CountArray}): a bit for each
 *       place whose count is not 0, the lowest bit of the first byte for place 0; then those
 *       counts, longs;
 *   <li><b>names</b>: their number, an int, and each in ascending order, a text;
 *   <li><b>counts</b> ({@link dev.repartee.measure.Counts}), in groups: the messages that match,
 *       then all messages, longs.
 * </ul>
 *
 * <p>What cannot have been written is refused with an {@code IllegalArgumentException}: cut,
 * changed, of another version, of another measure. Memory is in proportion to the bytes that are
 * there, never to a number among them. The checksum finds damage, not malice: who can write bytes
 * can write any summary.
 */
@NullMarked
package dev.repartee.measure;

import org.jspecify.annotations.NullMarked;
