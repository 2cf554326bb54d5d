/**
 * Who answers whom: the rules that turn the messages of a conversation into turns and answers. All
 * measures of responses and dialogue share these rules.
 *
 * <p>Vocabulary:
 *
 * <ul>
 *   <li><b>strand</b>: the part of a conversation that concerns one organization: its members'
 *       messages and the audience messages addressed to it. In a log without organizations, the
 *       whole conversation is one strand and everybody is audience;
 *   <li><b>transparent</b>: said of a message that neither ends nor starts a turn, because it is
 *       automatic or from a bot;
 *   <li><b>turn of a side</b>: a maximal run of messages from one side of a strand;
 *   <li><b>person turn</b>: a maximal run of messages from one person of the audience, not
 *       interrupted by an answer to that person;
 *   <li><b>answer</b>: a message of the answering side to a person. It is <em>direct</em> if it
 *       replies to that person, names the person, or follows such a reply within the same run. It
 *       is <em>inferred</em> if it replies to nobody of the audience and the person who spoke last
 *       is waiting;
 *   <li><b>exchange</b>: a person turn that expects a response, together with its answer, if there
 *       is one yet.
 * </ul>
 *
 * <p>Choose a rule through the measure. A custom measure asks a slice for its {@link
 * dev.repartee.exchange.Exchanges exchanges}.
 *
 * <pre>{@code
 * ResponseTime.firstResponse().answers(AnswerRule.anybodyElse().answeredWith("answer"));
 * }</pre>
 */
@NullMarked
package dev.repartee.exchange;

import org.jspecify.annotations.NullMarked;
