/**
 * Whether an organization talks with people or at them.
 *
 * <p>Vocabulary: a <b>strand</b> is the part of a conversation that concerns one organization; it
 * has a {@link dev.repartee.dialogue.DialogueSummary.Form form}. A dialogue is more than an answer:
 * somebody spoke, was answered, and the same person spoke again. A strand is <b>open</b> while its
 * opener is younger than the horizon, and <b>mature</b> after that; ratios are of mature strands.
 * Strands that the audience opened are <b>inbound</b>, those that the organization opened
 * <b>outreach</b>.
 *
 * <p>{@link dev.repartee.dialogue.Dialogue} tells what became of the strands. Two more measures
 * stand beside it, each at a price of its own: {@link dev.repartee.dialogue.Effort}, what it takes
 * people to be answered; {@link dev.repartee.dialogue.CannedAnswers}, whether answers say the same
 * word for word.
 *
 * <pre>{@code
 * DialogueSummary d = log.measure(Dialogue.standard());
 * // d ==> dialogue: two-way 0.59, return 0.29, 366 strands
 * d.inbound().openerReturned();
 * }</pre>
 *
 * <p><b>The bytes of a dialogue</b>, in the terms of {@link dev.repartee.measure}: in groups,
 * counts of strands that are mature and inbound, mature and outreach, open and inbound, open and
 * outreach; then, as longs, the organization's messages to the audience, opening, to own or
 * unknown, unprompted, its answers, and those with a human face; automatic strands; messages
 * unaddressed; strands that nobody can answer. After the groups the names of the organizations.
 * Counts of strands are pairs of a byte, what is counted, and a long, how many, for all that is not
 * 0, in ascending order, and a byte {@code ff} at the end. Counted are: 0 to 4 the forms; 5 openers
 * with a name; 6 of them returned; 7 of them returned after a direct reply; 8 both spoke; 9
 * messages of the audience; 10 of the organization; 11 at rest; 12 of them the audience has the
 * last word; 13 to 22 strands by tenths of balance; 23 to 86 strands by turns, from 1.
 */
@NullMarked
package dev.repartee.dialogue;

import org.jspecify.annotations.NullMarked;
