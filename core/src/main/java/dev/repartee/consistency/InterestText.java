package dev.repartee.consistency;

import dev.repartee.consistency.ConsistencySummary.Place;
import dev.repartee.internal.text.Brief;
import dev.repartee.text.NumberText;
import dev.repartee.text.TextTable;
import java.util.List;

/** Writes an interest summary for people. */
final class InterestText {
  private InterestText() {}

  static String text(AudienceInterestSummary summary) {
    return Brief.cut(
        summary.origin().under(headline(summary))
            + ConsistencyText.first(summary.places(), summary::at)
            + ConsistencyText.apart(summary.automatic(), "automatic")
            + ConsistencyText.apart(summary.unaddressed(), "that concern no organization")
            + "\n"
            + summary.origin());
  }

  private static String headline(AudienceInterestSummary summary) {
    List<String> organizations = summary.organizations();
    if (organizations.isEmpty()) {
      return "interest: no data";
    }
    if (organizations.size() > 1) {
      return "interest in " + NumberText.count(organizations.size()) + " organizations";
    }
    DailySeries all = summary.organization(organizations.get(0));
    return Brief.headline("interest: " + all);
  }

  static String table(AudienceInterestSummary summary) {
    TextTable table = TextTable.of("place", "", "");
    for (String organization : summary.organizations()) {
      List<Place> places =
          summary.places().stream().filter(p -> p.organization().equals(organization)).toList();
      for (Place place : places) {
        rows(table, place.toString(), summary.at(place));
        table.row(
            place.toString(),
            "the organization is there",
            ConsistencyText.name(summary.activity(place)));
      }
      if (places.size() > 1) {
        rows(table, organization + " on all channels", summary.organization(organization));
      }
      table.row(
          organization,
          "messages and mentions where nobody is there",
          summary.absentPresence(organization));
    }
    table.row("left out", "automatic", summary.automatic());
    table.row("left out", "that concern no organization", summary.unaddressed());
    return summary.origin().measure() + "\n" + table;
  }

  private static void rows(TextTable table, String place, DailySeries series) {
    table.row(place, "interactions", series.interactions());
    table.row(place, "persons a day, added up", series.personDays());
    table.row(place, "whole days", series.days());
    Spikes spikes = series.spikes();
    table.row(place, "spikes", spikes);
    spikes.episodes().forEach(spike -> table.row(place, "spike", spike));
    table.row(place, "spikes of persons", series.spikesOfPersons());
    table.row(place, "growth a week", series.growth());
  }
}
