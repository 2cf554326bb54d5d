/**
 * Is it the whole organization, or only marketing? Who in the organization speaks, whether its
 * departments work together, and what would remain without one of them.
 *
 * <p>Vocabulary:
 *
 * <ul>
 *   <li><b>member</b>: a person of the organization according to the directory, silent ones
 *       included, bots excluded;
 *   <li><b>active</b>: said of a member who wrote, and of a department with such a member;
 *   <li><b>tie</b>: one member replied to another, or both wrote in one strand;
 *   <li><b>owner</b>: the department that should answer on a topic;
 *   <li><b>hand-off</b>: a second department writes in a strand where another wrote first;
 *   <li><b>inside-out</b>: the idea that a department answers people outside as it answers its
 *       colleagues ({@link dev.repartee.participation.InsideOut} defines a question to a
 *       department).
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
 * <p>Messages from bots and automatic messages are never counted here.
 *
 * <p>The bytes of a tally are versioned; {@code core/docs/engine.md} describes them.
 */
@NullMarked
package dev.repartee.participation;

import org.jspecify.annotations.NullMarked;
