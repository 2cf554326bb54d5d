/**
 * The log: rows come in, become one immutable set of columns, and measures walk it.
 *
 * <p>{@link dev.repartee.log.EngagementLog.Builder} takes rows in any order, sets bad ones aside
 * and counts them by reason ({@link dev.repartee.log.Audit}). {@link
 * dev.repartee.log.EngagementLog} holds the messages conversation by conversation, in
 * <em>conversation order</em>: by effective time (the own time, or the parent's effective time
 * where that is later), then depth, then id. Because of that order the effective time of a message
 * is the largest own time up to it in its conversation, and needs no column of its own. Acts stand
 * behind the messages; an index lists the rows of each person in order of time.
 *
 * <p>Beside channel, topic and the like a row may carry attributes of the caller's own: texts and
 * numbers under any name ({@link dev.repartee.log.Appender#attribute}, {@link
 * dev.repartee.log.Appender#value}), each a column that costs nothing where no row has it. Numbers
 * are kept in whole millionths, so that sums are exact however rows are split.
 *
 * <pre>{@code
 * EngagementLog log = EngagementLog.builder(directory)
 *     .add(Post.of("p1", "carl@blog", "2009-07-31T09:00:00Z").channel("blog"))
 *     .add(Reply.of("r1", "acme_care", "2009-07-31T09:42:00Z").to("p1"))
 *     .build();
 * // log ==> log: 2 messages, 0 acts, 1 conversation
 * }</pre>
 */
@NullMarked
package dev.repartee.log;

import org.jspecify.annotations.NullMarked;
