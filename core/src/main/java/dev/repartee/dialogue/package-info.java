/**
 * Whether an organization talks with people or at them.
 *
 * <p>Vocabulary: a <b>strand</b> is the part of a conversation that concerns one organization; it
 * has a {@link dev.repartee.dialogue.DialogueSummary.Form form}. A dialogue is more than an answer:
 * a person spoke, was answered, and spoke again. A strand is <b>open</b> while its opener is
 * younger than the horizon, and <b>mature</b> after that; ratios are over mature strands. Strands
 * opened by the audience are <b>inbound</b>, those opened by the organization are <b>outreach</b>.
 *
 * <p>{@link dev.repartee.dialogue.Dialogue} reports what became of the strands. Two measures
 * complement it at an extra cost: {@link dev.repartee.dialogue.Effort}, what people have to do to
 * be answered, and {@link dev.repartee.dialogue.CannedAnswers}, whether answers repeat each other
 * word for word.
 *
 * <pre>{@code
 * DialogueSummary d = log.measure(Dialogue.standard());
 * // d ==> dialogue: two-way 0.59, return 0.29, 366 strands
 * d.inbound().openerReturned();
 * }</pre>
 *
 * <p>The bytes of its tallies are versioned; {@code core/docs/engine.md} describes them.
 */
@NullMarked
package dev.repartee.dialogue;

import org.jspecify.annotations.NullMarked;
