/**
 * What people say about an organization, how far that spreads, and what people do with what the
 * organization says.
 *
 * <p>Vocabulary: a <b>mention</b> is an act MENTION about the organization, or an audience message
 * that either opens a conversation addressed to it or names one of its members. <b>Earned voice</b>
 * is what the audience says: messages addressed to the organization, and mentions. <b>Own voice</b>
 * is what the organization says itself. A <b>post</b> is a message that opens a conversation.
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
