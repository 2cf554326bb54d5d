package dev.repartee.openness;

import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Facts.Unit;
import dev.repartee.openness.SidesTally.Aside;
import dev.repartee.stats.Estimate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a summary of openness says, as rows.
 *
 * @param summary the summary
 * @param limit within which an answer is in time
 * @param margin the largest difference that does not matter
 * @param clusters the number of equal groups that would be worth as much, for the side that has
 *     fewer
 */
record OpennessFacts(OpennessSummary summary, Duration limit, double margin, double clusters) {
  Facts of(List<Stratum> channels) {
    Facts.Builder facts =
        Facts.of(summary.origin())
            .count("criticism_turns", summary.criticismTurns())
            .share("criticism_answered_in_time", summary.criticism())
            .share("praise_answered_in_time", summary.praise())
            .word("verdict", summary.verdict().name())
            .inDetail()
            .count("praise_turns", summary.praiseTurns())
            .count("criticism_unanswered", summary.criticismUnanswered())
            .count("praise_unanswered", summary.praiseUnanswered())
            .time("time_limit", Optional.of(limit))
            .number("margin", margin);
    difference(facts);
    facts
        .share("answered_in_time_lower", summary.lower().estimate())
        .count("organizations_pooled", summary.organizations().size())
        .count("channels_not_compared", summary.notCompared().size());
    for (Aside aside : Aside.values()) {
      facts.count("excluded", aside, summary.leftOut(aside));
    }
    channels.stream()
        .filter(channel -> channel.turns() > 0)
        .forEach(channel -> add(facts.about("channel", channel.channel()), channel));
    return facts.build();
  }

  private void difference(Facts.Builder facts) {
    Estimate forParity = summary.differenceForParity();
    facts
        .share("difference", summary.difference())
        .share("difference_90_low", forParity.low(), "the difference has no interval")
        .share("difference_90_high", forParity.high(), "the difference has no interval")
        .share(
            "difference_p_value",
            summary.pValue(),
            "no interval, or fewer than " + OpennessSummary.ENOUGH_CLUSTERS + " clusters on a side")
        .number("clusters_in_effect", clusters, "no channel has both sides");
    OptionalLong needed = summary.stillNeeded();
    if (needed.isPresent()) {
      facts.count("turns_still_needed", needed.getAsLong());
    } else {
      facts.missing("turns_still_needed", Unit.COUNT, State.NOT_DEFINED, "not known");
    }
  }

  private void add(Facts.Builder facts, Stratum channel) {
    facts
        .count("criticism_turns", channel.criticism().count())
        .share("criticism_answered_in_time", channel.criticism().within(limit))
        .count("praise_turns", channel.praise().count())
        .share("praise_answered_in_time", channel.praise().within(limit))
        .word("in_the_difference", channel.isComparable(limit) ? "YES" : "NO");
  }
}
