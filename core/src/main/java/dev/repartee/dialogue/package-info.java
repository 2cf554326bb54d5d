/**
 * Whether an organization talks with people or at them.
 *
 * <p>Vocabulary: a <b>strand</b> is the part of a conversation that concerns one organization; it
 * has a {@link dev.repartee.dialogue.Form form}. A dialogue is more than an answer: somebody spoke,
 * was answered, and the same person spoke again. A strand is <b>open</b> while its opener is
 * younger than the horizon, and <b>mature</b> after that; ratios are of mature strands. Strands
 * that the audience opened are <b>inbound</b>, those that the organization opened <b>outreach</b>.
 *
 * <p>{@link dev.repartee.dialogue.Dialogue} tells what became of the strands. Three more measures
 * stand beside it, each at a price of its own: {@link dev.repartee.dialogue.Structure}, how
 * conversations are built; {@link dev.repartee.dialogue.Effort}, what it takes people to be
 * answered; {@link dev.repartee.dialogue.CannedAnswers}, whether answers say the same word for
 * word.
 *
 * <pre>{@code
 * DialogueSummary d = log.measure(Dialogue.standard());
 * // d ==> dialogue: two-way 0.59, return 0.29, 366 strands
 * d.inbound().openerReturned();
 * }</pre>
 */
@NullMarked
package dev.repartee.dialogue;

import org.jspecify.annotations.NullMarked;
