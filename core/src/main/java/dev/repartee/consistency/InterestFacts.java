package dev.repartee.consistency;

import dev.repartee.consistency.ConsistencySummary.Place;
import dev.repartee.consistency.DailySeries.WeekCount;
import dev.repartee.internal.tally.NotPooled;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Facts.Unit;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an interest summary says, as rows. */
final class InterestFacts {
  private InterestFacts() {}

  static Facts of(AudienceInterestSummary summary) {
    Map<String, DailySeries> organizations = new LinkedHashMap<>();
    summary.organizations().forEach(name -> organizations.put(name, summary.organization(name)));
    Facts.Builder facts =
        Facts.of(summary.origin())
            .count(
                "interactions",
                organizations.values().stream().mapToLong(DailySeries::interactions).sum());
    if (organizations.size() == 1) {
      DailySeries all = organizations.values().iterator().next();
      facts.number("growth_per_week", all.growth());
      spikes(facts, "spikes", all.spikes());
    } else {
      NotPooled.add(facts, "growth_per_week", Unit.NUMBER, organizations.size());
      NotPooled.add(facts, "spikes", Unit.COUNT, organizations.size());
    }
    facts
        .inDetail()
        .count("organizations", organizations.size())
        .count("places", summary.places().size())
        .count("rows_automatic", summary.automatic())
        .count("rows_unaddressed", summary.unaddressed());
    organizations.forEach((name, series) -> organization(facts, summary, name, series));
    return facts.build();
  }

  private static void organization(
      Facts.Builder facts, AudienceInterestSummary summary, String name, DailySeries series) {
    Facts.Builder own = facts.about("organization", name);
    series(own, series);
    own.share("absent_presence", summary.absentPresence(name));
    for (Place place : summary.places()) {
      if (place.organization().equals(name)) {
        Facts.Builder there = own.about("channel", place.channel());
        series(there, summary.at(place));
        there.word("activity", summary.activity(place).name());
      }
    }
    for (WeekCount week : series.byWeek()) {
      own.about("week", week.monday().toString()).count("interactions", week.count());
    }
  }

  private static void series(Facts.Builder facts, DailySeries series) {
    Spikes ofInteractions = series.spikes();
    Spikes ofPeople = series.spikesOfPersons();
    facts
        .count("interactions", series.interactions())
        .count("person_days", series.personDays())
        .count("days_whole", series.days())
        .number("growth_per_week", series.growth());
    spikes(facts, "spikes", ofInteractions);
    spikes(facts, "spikes_of_people", ofPeople);
    episodes(facts, "spike", ofInteractions);
    episodes(facts, "spike_of_people", ofPeople);
  }

  private static void spikes(Facts.Builder facts, String statistic, Spikes spikes) {
    if (spikes.isTooShort()) {
      facts.missing(statistic, Unit.COUNT, State.TOO_SHORT, "less than 8 weeks");
    } else {
      facts.count(statistic, spikes.episodes().size());
    }
  }

  private static void episodes(Facts.Builder facts, String statistic, Spikes spikes) {
    for (Spikes.Episode spike : spikes.episodes()) {
      facts
          .about("day", spike.peak().toString())
          .count(statistic, spike.count())
          .number(statistic + "_expected", spike.expected())
          .word(statistic + "_begins", spike.first().toString())
          .word(statistic + "_ends", spike.last().toString());
    }
  }
}
