/**
 * How long people wait for a response, and how many get one.
 *
 * <p>Vocabulary:
 *
 * <ul>
 *   <li><b>clock</b>: when a wait starts and what stops it. Products differ here without saying so;
 *       this library makes you choose a clock by name and prints the name ({@link
 *       dev.repartee.response.ResponseTime} shows one thread by every clock);
 *   <li><b>answered, waiting</b>: an exchange without an answer at the as-of is still waiting, not
 *       lost. It enters the headline as a censored observation;
 *   <li><b>closed</b>: the strand was resolved before an answer came. Such an exchange will never
 *       be answered, so it is not censored but has ended in its own way ({@link
 *       dev.repartee.response.ResponseSummary#closedWithin(java.time.Duration) closedWithin});
 *   <li><b>excluded</b>: none of these, counted by reason;
 *   <li><b>working time</b>: time within office hours; with {@link
 *       dev.repartee.response.ResponseTime#during during}, a measure counts latencies, waits and
 *       targets in it;
 *   <li><b>target</b>: a promised time; only exchanges whose time is up are judged by it.
 * </ul>
 *
 * <p>The package also answers who is waiting at an instant ({@link dev.repartee.response.Backlog}),
 * who asks again after an answer ({@link dev.repartee.response.ReContact}), and what platforms call
 * responsive ({@link dev.repartee.response.Badge}).
 *
 * <pre>{@code
 * ResponseSummary r = log.measure(ResponseTime.eachTurn().withTarget(Duration.ofHours(1)));
 * // r ==> response each turn: median 42 min, 1/1 answered
 * r.within(Duration.ofHours(4));
 * r.target().attainment();
 * }</pre>
 *
 * <p>The bytes of its tallies are versioned; {@code core/docs/engine.md} describes them.
 */
@NullMarked
package dev.repartee.response;

import org.jspecify.annotations.NullMarked;
