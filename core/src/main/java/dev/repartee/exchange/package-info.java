/**
 * Who answers whom: the rules by which the messages of a conversation become turns and answers, on
 * which response, dialogue and all that is built on them agree.
 *
 * <p>Vocabulary:
 *
 * <ul>
 *   <li><b>strand</b>: the part of a conversation that concerns one organization: the messages of
 *       its members and those of the audience addressed to it. In a log without organizations the
 *       conversation is one strand and everybody is audience;
 *   <li><b>transparent</b>: a message that ends no turn and starts none: of a bot, or automatic;
 *   <li><b>turn of a side</b>: a maximal run of messages of one side in a strand;
 *   <li><b>person turn</b>: a maximal run of messages of one person of the audience, not
 *       interrupted by an answer to that person;
 *   <li><b>answer</b>: a message of the answering side that answers a person directly (it replies
 *       to that person, or follows in its own run on a message that does, or names the person), or
 *       by inference (it replies to nobody of the audience, and the person who spoke last waits);
 *   <li><b>exchange</b>: a person turn that waits for a response, and its answer, or none yet.
 * </ul>
 *
 * <p>Users choose a rule through the measure, and a measure of one's own asks a slice for its
 * {@link dev.repartee.exchange.Exchanges exchanges}:
 *
 * <pre>{@code
 * ResponseTime.firstResponse().answers(AnswerRule.anybodyElse().answeredWith("answer"));
 * }</pre>
 */
@NullMarked
package dev.repartee.exchange;

import org.jspecify.annotations.NullMarked;
