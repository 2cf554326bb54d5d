/**
 * Many singles, not one home run: whether an organization is present week after week, and whether
 * its audience turns to it steadily or all on one day.
 *
 * <p>Vocabulary:
 *
 * <ul>
 *   <li><b>place</b>: an organization on a channel; every result is given by place, and for all
 *       channels of an organization together;
 *   <li><b>whole day, whole week</b>: a local day, or a week from Monday to Sunday, observed from
 *       end to end; partial ones are left out, because half a week would look like a quiet week;
 *   <li><b>sitting</b>: a run of messages of the organization, each within an hour of the one
 *       before; a silence lies between two sittings;
 *   <li><b>spike</b>: a day on which far more happens than is usual for such a day;
 *   <li><b>home run</b>: a single post that gets most of what all posts together get.
 * </ul>
 *
 * <p>{@link dev.repartee.consistency.Consistency} measures the rhythm of the organization, {@link
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
 * <p>Automatic messages are never counted here.
 */
@NullMarked
package dev.repartee.consistency;

import org.jspecify.annotations.NullMarked;
