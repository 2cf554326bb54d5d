/**
 * A log that grows row by row and gives the same results, to the bit, as a log built at once: who
 * is waiting now, who is due next, how are we doing, at any moment, in memory bounded by what is
 * still open.
 *
 * <p>A {@link dev.repartee.live.LiveLog} accepts rows as objects or through an {@link
 * dev.repartee.log.Appender}, even if they arrive late, twice or out of order. Conversations that
 * can still change are kept as rows. A conversation that cannot, because it has been <em>at
 * rest</em> for longer than the follow-up and nobody waits in it, is <em>retired</em>: it is added
 * to the sums of the named measures, and its rows are released. A row that comes for it afterwards
 * is <em>late</em>, and counted. {@link dev.repartee.live.WaitingNow} shows who is waiting.
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
