/**
 * Many singles, not one home run: whether an organization is there week by week, and whether what
 * it has of the audience comes steadily or in one day.
 *
 * <p>Vocabulary:
 *
 * <ul>
 *   <li><b>place</b>: an organization on a channel; everything here is told place by place, and for
 *       all channels of an organization together;
 *   <li><b>whole day, whole week</b>: a local day, or a week from Monday to Sunday, observed from
 *       end to end; others are left out, because half a week looks like a quiet one;
 *   <li><b>sitting</b>: messages of the organization of which each follows the one before within an
 *       hour; a silence lies between two sittings;
 *   <li><b>spike</b>: a day on which far more happens than on such days usually;
 *   <li><b>home run</b>: the one post that gets most of what all posts get.
 * </ul>
 *
 * <p>{@link dev.repartee.consistency.Consistency} tells the rhythm of the organization, {@link
 * dev.repartee.consistency.AudienceInterest} that of its audience.
 *
 * <pre>{@code
 * ConsistencySummary consistency = log.measure(Consistency.standard());
 * // consistency ==> consistency: 1 place, wrote in 5/7 weeks
 * consistency.organization("Acme").activeWeeks();
 * AudienceInterestSummary interest = log.measure(AudienceInterest.standard());
 * interest.organization("Acme").spikes();
 * }</pre>
 *
 * <p>Messages sent automatically do not count anywhere here.
 */
@NullMarked
package dev.repartee.consistency;

import org.jspecify.annotations.NullMarked;
