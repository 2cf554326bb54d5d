/**
 * Is it the whole organization, or only marketing? Who of the organization speaks, whether its
 * departments work together, and what would remain without one of them.
 *
 * <p>Vocabulary:
 *
 * <ul>
 *   <li><b>member</b>: a person of the organization by the directory, silent ones included; bots
 *       are none;
 *   <li><b>active</b>: a member who wrote, or a department of which one did;
 *   <li><b>tie</b>: one member replied to another, or both wrote in one strand;
 *   <li><b>owner</b>: the department that should answer on a topic;
 *   <li><b>hand-off</b>: a second department writes in a strand that another was in first;
 *   <li><b>inside-out</b>: as colleagues are answered, so are people outside ({@link
 *       dev.repartee.participation.InsideOut} says what a question to a department is).
 * </ul>
 *
 * <pre>{@code
 * ParticipationSummary p = log.measure(Participation.of(log.directory()));
 * Involvement acme = p.organization("Acme");
 * // acme ==> 1/1 departments, 1/1 members speak
 * acme.departmentEvenness();
 * acme.silos();
 * acme.coverageWithout("Support");
 * p.insideOut("Acme").spearman();
 * }</pre>
 *
 * <p>Messages of bots and automatic ones do not count anywhere here.
 *
 * <p><b>The bytes of a tally</b>, in the terms of {@link dev.repartee.measure} and {@link
 * dev.repartee.stats}. Members and departments are numbered in the order of organization,
 * department and name, those who join later behind them by when they do, organizations in that of
 * the directory. <i>Counts by key</i> are the number of keys, an int, and in ascending order each
 * key and its count, longs; <i>times</i> are the number of departments, an int, and in ascending
 * order the number of each, an int, and its latencies. There follow one another, in groups: the
 * counts by member of messages and of replies to the audience, and by department those of answers
 * on topics that it owns and of those that it gave; then, once: the counts by member and month,
 * {@code member << 17 | month}, with months since the year 0; the replies, {@code from << 28 | to};
 * the joint work, {@code (low << 28 | high) << 6 | members - 1}; the assemblies, a long; the times
 * of answers by department, how long these turns were watched, by department, and the waits of
 * turns without an answer, by organization; the times until the owner of a topic came, and those
 * without it; until a second department came, and those without it; until the owner came to a
 * question of colleagues, and those without it; the times left out for their clocks, a long.
 */
@NullMarked
package dev.repartee.participation;

import org.jspecify.annotations.NullMarked;
