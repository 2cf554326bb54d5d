/**
 * How long people wait for a response, and how many get one.
 *
 * <p>Vocabulary:
 *
 * <ul>
 *   <li><b>clock</b>: when waiting starts and what stops it; products differ silently, here it is
 *       chosen by name and printed ({@link dev.repartee.response.ResponseTime} shows one thread by
 *       every clock);
 *   <li><b>answered, waiting</b>: what is unanswered at the as-of is still waiting, not lost: it
 *       enters the headline as an observation that is not over yet;
 *   <li><b>closed</b>: the strand was resolved before an answer came; it is never answered, and no
 *       observation that is not over ({@link
 *       dev.repartee.response.ResponseSummary#closedWithin(java.time.Duration) closedWithin});
 *   <li><b>excluded</b>: what is none of these, counted by reason;
 *   <li><b>working time</b>: what passes within office hours; latencies, waiting and targets are
 *       told in it where a measure says {@link dev.repartee.response.ResponseTime#during during};
 *   <li><b>target</b>: a promised time; it is judged among those only whose time is up.
 * </ul>
 *
 * <p>Beside response times: who waits at an instant ({@link dev.repartee.response.Backlog}), who
 * asks again after an answer ({@link dev.repartee.response.ReContact}), and what platforms call
 * responsive ({@link dev.repartee.response.Badge}).
 *
 * <pre>{@code
 * ResponseSummary r = log.measure(ResponseTime.eachTurn().withTarget(Duration.ofHours(1)));
 * // r ==> response each turn: median 42 min, 1/1 answered
 * r.within(Duration.ofHours(4));
 * r.target().attainment();
 * }</pre>
 *
 * <p><b>The bytes of tallies</b>, in the terms of {@link dev.repartee.measure} and {@link
 * dev.repartee.stats}. <i>Response</i>: latencies of the answered; latencies of the waiting; those
 * who met the target, in groups; those who were due, in groups; as many longs as there are {@link
 * dev.repartee.response.ResponseSummary.Exclusion exclusions}, in their order; then, as longs,
 * those answered directly, overdue, met early, still in time, undecided, and begun as a reply to
 * others of the audience. Where any were closed without an answer this last long is -1 less the
 * count, and latencies of those that were withdrawn and of those closed by others follow. "In
 * groups" is a long with a bit for each of 64 groups that counts any, and the counts of these,
 * longs. <i>Re-contact</i>: latencies of those who asked again; latencies of those who have not
 * yet; those left out for their clocks, a long. <i>Backlog</i>: a long for each age; overdue; those
 * nobody can answer, or -1 less their number and then those resolved without an answer; the number
 * of items kept, an int; and of each what it waited and since when, longs, and the texts of its
 * message, its conversation, its person, its organization, each as an int with the number of chars
 * to come and the chars, 2 bytes each.
 */
@NullMarked
package dev.repartee.response;

import org.jspecify.annotations.NullMarked;
