/**
 * Who answers whom, and how close people are.
 *
 * <p>Vocabulary: a <b>tie</b> leads from one person to another whom the first has answered at least
 * once; its weight is the number of those answers. A tie is <b>returned</b> if another leads back.
 * It is <b>young</b> while its first answer is younger than the horizon, and <b>mature</b> after
 * that. A <b>contact</b> is a message from a person, or a message that answers that person.
 *
 * <pre>{@code
 * TiesSummary ties = log.measure(Ties.standard());
 * // ties ==> ties: 2 mature, 2 young, 0.50 returned
 * ties.mostHelpful(3);
 * ties.edges();                        // for a graph library
 * }</pre>
 */
@NullMarked
package dev.repartee.ties;

import org.jspecify.annotations.NullMarked;
