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
 *   <li><b>excluded</b>: what is neither, counted by reason;
 *   <li><b>working time</b>: what passes within office hours; latencies, waiting and targets are
 *       told in it where a measure says {@link dev.repartee.response.ResponseTime#during during};
 *   <li><b>target</b>: a promised time; it is judged among those only whose time is up.
 * </ul>
 *
 * <p>Beside response times: who waits at an instant ({@link dev.repartee.response.Backlog}), who
 * asks again after an answer ({@link dev.repartee.response.ReContact}), and what platforms call
 * responsive ({@link dev.repartee.response.Badges}).
 *
 * <pre>{@code
 * ResponseSummary r = log.measure(ResponseTime.eachTurn().withTarget(Duration.ofHours(1)));
 * // r ==> response each turn: median 42 min, 1/1 answered
 * r.within(Duration.ofHours(4));
 * r.target().attainment();
 * }</pre>
 */
@NullMarked
package dev.repartee.response;

import org.jspecify.annotations.NullMarked;
