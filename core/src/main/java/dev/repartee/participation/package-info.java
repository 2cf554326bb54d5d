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
 *   <li><b>hand-off</b>: a second department writes in a strand that another was in first.
 * </ul>
 *
 * <pre>{@code
 * ParticipationSummary p = log.measure(Participation.of(log.directory()));
 * Involvement acme = p.organization("Acme");
 * // acme ==> 1/1 departments, 1/1 members speak
 * acme.departmentEvenness();
 * acme.silos();
 * acme.coverageWithout("Support");
 * }</pre>
 *
 * <p>Messages of bots and automatic ones do not count anywhere here.
 */
@NullMarked
package dev.repartee.participation;

import org.jspecify.annotations.NullMarked;
