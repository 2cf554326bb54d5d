/**
 * What people say about an organization, how far it carries, and what they do with what it says.
 *
 * <p>Vocabulary: a <b>mention</b> is an act MENTION about the organization, or a message of the
 * audience that opens a conversation addressed to it or names one of its members. <b>Earned
 * voice</b> is what the audience says: messages addressed to the organization, and mentions; what
 * the organization says itself is <b>own voice</b>. A <b>post</b> is a message that opens a
 * conversation.
 *
 * <pre>{@code
 * BrandVoice acme = log.measure(Buzz.standard()).voice("Acme");
 * // acme ==> buzz of Acme: 1 mention, earned voice 0.50
 * acme.shareOfVoice();
 * log.measure(Buzz.standard().by(Dimension.month(zone)));      // mentions per month
 * }</pre>
 */
@NullMarked
package dev.repartee.buzz;

import org.jspecify.annotations.NullMarked;
