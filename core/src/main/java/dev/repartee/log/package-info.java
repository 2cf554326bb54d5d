/**
 * The log: rows come in and become one immutable set of columns, which measures walk.
 *
 * <p>{@link dev.repartee.log.EngagementLog.Builder} takes rows in any order, sets bad ones aside
 * and counts them by reason ({@link dev.repartee.log.Audit}). {@link
 * dev.repartee.log.EngagementLog} holds the messages conversation by conversation, in
 * <em>conversation order</em>: by effective time (the message's own time, or the parent's effective
 * time if that is later), then depth, then id. In this order the effective time of a message is the
 * latest time up to and including it in its conversation, so it needs no column. Acts follow the
 * messages; an index lists the rows of each person in order of time.
 *
 * <p>Besides channel, topic and the like, a row may carry custom attributes: texts and numbers
 * under any name ({@link dev.repartee.log.Appender#attribute}, {@link
 * dev.repartee.log.Appender#value}). Each is a column, which costs nothing if no row has it.
 * Numbers are kept in whole millionths, so sums are exact however the rows are split.
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
