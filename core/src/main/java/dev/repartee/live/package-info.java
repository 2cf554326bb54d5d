/**
 * Rows one by one, and the same bits as a log: who waits now, who is due next, how are we doing, at
 * any moment, in memory that is bounded by what is still open.
 *
 * <p>A {@link dev.repartee.live.LiveLog} takes rows by both doors, as objects or by a {@link
 * dev.repartee.live.LiveAppender}; late, twice, out of order. What can still change is kept as
 * rows. What cannot, a conversation <em>at rest</em> for longer than the follow-up, in which nobody
 * waits, is <em>retired</em>: added to the sums of the measures that were named, its rows let go
 * of. A row that comes for it afterwards is <em>late</em>, and counted. {@link
 * dev.repartee.live.WaitingNow} tells who waits.
 *
 * <pre>{@code
 * LiveLog live =
 *     LiveLog.builder(directory)
 *         .followedFor(Duration.ofDays(7))
 *         .measuring(Dialogue.standard())
 *         .build();
 * live.add(Post.of("p1", "carl", "2026-01-05T09:00:00Z"));
 * live.add(Reply.of("r1", "acme_care", "2026-01-05T09:42:00Z").to("p1"));
 * live.retire(Instant.parse("2026-01-20T00:00:00Z"));
 * live.add(Reply.of("r2", "carl", "2026-01-05T10:00:00Z").to("r1"));
 * // live ==> live: 3 rows offered, 0 open
 * live.late()
 * // ==> 1
 * }</pre>
 */
@NullMarked
package dev.repartee.live;

import org.jspecify.annotations.NullMarked;
